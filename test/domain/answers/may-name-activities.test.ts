import fc from 'fast-check';
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

/** What may stand behind a figure. */
const behind = [
  ...[
    'la 1',
    'la dos',
    'y 3',
    ', visita 2',
    '. 3',
    'actividad 3',
    'n.º 3',
    '3: 80 %',
    'ochenta',
    'cien',
    'la mitad',
  ],
  ...[
    'cuatro de',
    '2 de 4',
    '3 talleres',
    'se hicieron',
    '- 2',
    '(2)',
    ';',
    '12',
    '1.1',
    '2)',
    'ya está',
    'cumplida',
  ],
  ...['no se hizo', 'las demás en 0', '31/03', '8 am', '2024', 'A', 'IV', 'gracias', 'sin avance'],
];

describe('whether a text may name activities', () => {
  it('is told of every text with a digit that is read as their lines', () => {
    const missed = [...texts, ...withLetters]
      .filter((text) => /\d/.test(text) && !mayNameActivities(text))
      .filter((text) => plans.some((numbers) => readSeveral(text, numbers) !== null));
    expect(missed).toEqual([]);
  });

  it('is denied of a line that begins with its figure, which no numbers and no measures read otherwise', () => {
    const measures = () => ({ measure: 'talleres', yearAmount: 4 });
    const beginning = fc
      .tuple(fc.integer({ min: 1, max: 100 }), fc.constantFrom('', ',5'), fc.constantFrom(' %', '%'))
      .map((parts) => parts.join(''));
    const rest = fc.array(fc.constantFrom(...behind), { maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(beginning, fc.constantFrom(' ', ', ', '. ', ': '), rest, (figure, between, words) => {
        const text = `${figure}${between}${words}`;
        if (/%\s*\d/.test(text)) return;
        expect(mayNameActivities(text)).toBe(false);
        const numbers = planNumbers(['1', '2', '3', '1.1', 'A', 'IV', `${Number.parseInt(figure, 10)}`]);
        expect(readSeveral(text, numbers, measures)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['80', '80 %', '80 % se realizaron las jornadas', 'Se hicieron 3 talleres', 'se hizo el taller'])(
    'is denied of %j without a look at the numbers',
    (text) => expect(mayNameActivities(text)).toBe(false),
  );
});
