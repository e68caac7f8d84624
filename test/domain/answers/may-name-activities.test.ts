import { describe, expect, it } from 'vitest';
import { mayNameActivities } from '../../../src/domain/answers/may-name-activities.ts';
import { type PlanNumbers, planNumbers } from '../../../src/domain/answers/plan-numbers.ts';
import { readSeveral } from '../../../src/domain/answers/several-answers.ts';
import { allPhrases } from '../../phrases/phrases.ts';

const plans: readonly PlanNumbers[] = [
  planNumbers(['1', '2', '3', '4', '5', '6', '7']),
  planNumbers(['1.1', '1.2', '2.1', '80']),
  planNumbers(['C2-1.1', 'C2-1.2']),
  planNumbers(['A', 'B', 'II', 'IV']),
];
const texts = [...allPhrases().values()].flat().map(({ text }) => text);
const withLetters = ['A 80%', 'a 80 % se hizo', 'IV. 80 %', 'iv 80%', 'C2-1.1 80 %', 'B) 50%\nII) 20%'];

describe('whether a text may name activities', () => {
  it('is told of every text with a digit that is read as their lines', () => {
    const missed = [...texts, ...withLetters]
      .filter((text) => /\d/.test(text) && !mayNameActivities(text))
      .filter((text) => plans.some((numbers) => readSeveral(text, numbers) !== null));
    expect(missed).toEqual([]);
  });

  it.each(['80', '80 %', '80 % se realizaron las jornadas', 'Se hicieron 3 talleres', 'se hizo el taller'])(
    'is denied of %j without a look at the numbers',
    (text) => expect(mayNameActivities(text)).toBe(false),
  );
});
