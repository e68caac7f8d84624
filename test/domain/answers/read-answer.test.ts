import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../src/domain/answers/answer.ts';
import { planNumbers } from '../../../src/domain/answers/plan-numbers.ts';
import { readAnswer } from '../../../src/domain/answers/read-answer.ts';
import { readSeveral } from '../../../src/domain/answers/several-answers.ts';
import { cleanOutsideText } from '../../../src/domain/outside-text.ts';

const numbers = planNumbers(['1', '2', '15']);
const progress: Asked = { question: 'percentage', numbers };
const at = (tapped: number): Asked => ({ question: 'observation', tapped, numbers });

describe('a bare number', () => {
  it.each(['15', '7', '2', 'dos', 'vamos en 2'])('%j may be an activity or a slip: it is asked', (text) => {
    expect(readAnswer(text, progress)).toMatchObject({ kind: 'ask', why: 'small' });
  });

  it.each(['2 %', '15 por ciento', '0', '16'])('%j is a percentage', (text) => {
    expect(readAnswer(text, progress)).toMatchObject({ kind: 'percentage' });
  });
});

describe('the observation', () => {
  it('may hold percentages of other things, and the figure that was given', () => {
    for (const text of ['Se ejecutó el 30 % del presupuesto', 'Se hizo el taller, vamos en 75 %'])
      expect(readAnswer(text, at(750))).toEqual({ kind: 'observation', text });
  });

  it.each([
    ['se hizo el taller, vamos en 60 %', 600],
    ['60 % se hizo el taller', 600],
    ['falta el 20 %', 800],
    ['cumplida', 1000],
    ['No se ha realizado', 0],
  ])('%j says something else than 75 %', (text, tenths) => {
    expect(readAnswer(text, at(750))).toMatchObject({ kind: 'ask', options: [tenths] });
  });

  it('takes short true words that agree', () => {
    for (const text of ['Sin avance', 'No se ha realizado'])
      expect(readAnswer(text, at(0))).toEqual({ kind: 'observation', text });
  });
});

describe('for every text', () => {
  const words =
    '80 80% 3 de 4 , no - digo falta el la 2 n.º 1: cumplida nada gracias ochenta y cinco por ciento ¿ ? \n se hizo taller vamos en avance 31 marzo personas'.split(
      ' ',
    );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((each) => each.join(' ')),
  );

  it('reads the same whatever the case, the form of accents and the blanks', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const text = cleanOutsideText(given);
        const asIs = readAnswer(text, progress);
        const same = (other: string) => {
          const read = readAnswer(cleanOutsideText(other), progress);
          expect(read.kind).toBe(asIs.kind);
          if ('tenths' in asIs) expect(read).toMatchObject({ tenths: asIs.tenths });
        };
        same(text.normalize('NFD'));
        same(` ${text} `);
        if (!/[^\x20-\u00ff\n]/.test(text)) same(text.replaceAll(' ', '  '));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes only a figure that stands in the text, in digits or words', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const answer = readAnswer(cleanOutsideText(given), progress);
        if (answer.kind === 'percentage' || answer.kind === 'both') expect(given).toMatch(/\p{N}|\p{L}/u);
        if (answer.kind === 'both') expect(cleanOutsideText(given)).toContain(answer.observation);
        if (answer.kind === 'percentage' && !/\p{L}/u.test(given)) {
          const whole = String(Math.floor(answer.tenths / 10));
          const near = String(Math.ceil(answer.tenths / 10));
          expect(given.includes(whole) || given.includes(near)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('answers for an activity only when its number stands in the text', () => {
    fc.assert(
      fc.property(texts, (given) => {
        for (const line of readSeveral(cleanOutsideText(given), numbers) ?? []) {
          if (line.kind === 'numbered' && /^\d+$/.test(line.number) && /\d/.test(given))
            expect(given.includes(line.number) || /\p{L}/u.test(given)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
