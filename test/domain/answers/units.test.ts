import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../src/domain/answers/read-answer.ts';
import { countedOf, type Measure, measureOf, shareOf, wholeAmountOf } from '../../../src/domain/units.ts';
import { measureCases } from './units-table.ts';

function said(text: string, measure: Measure, tapped: number | null = null): string {
  const numbers = new Set(['1', '2', '3', '5']);
  const answer = readAnswer(
    text,
    tapped === null
      ? { question: 'percentage', numbers, measure }
      : { question: 'observation', tapped, numbers, measure },
  );
  const figure = (of: { tenths: number; amount: number | null }) =>
    of.amount === null ? `${of.tenths / 10}%` : String(of.amount);
  switch (answer.kind) {
    case 'units':
      return answer.observation === null ? figure(answer) : `${figure(answer)} «${answer.observation}»`;
    case 'askUnits': {
      const options = `¿${answer.options.map(figure).join(' o ')}?`;
      return answer.observation === null ? options : `${options} «${answer.observation}»`;
    }
    case 'percentage':
      return `${answer.tenths / 10}%`;
    case 'both':
      return `${answer.tenths / 10}% «${answer.observation}»`;
    case 'ask':
      return `¿${answer.options.map((each) => `${each / 10}%`).join(' o ')}?`;
    case 'observation':
      return `«${answer.text}»`;
    case 'outOfRange':
    case 'chatter':
    case 'nothing':
      return answer.kind;
  }
}

describe.each(measureCases)('$yearAmount $measure', ({ measure, yearAmount, cases }) => {
  test.each(cases)('«%s» is %s', (text, expected) => {
    expect(said(text, { measure, yearAmount })).toBe(expected);
  });
});

test('counts at least 120 ways to say an amount', () => {
  expect(measureCases.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(120);
});

describe('at the observation', () => {
  const measure = { measure: 'talleres', yearAmount: 4 };
  test.each([
    ['3', '3'],
    ['3 de 4 talleres', '3'],
    ['eran 3 talleres', '¿3?'],
    [
      'Se hicieron 3 talleres en la comuna 5 con los líderes',
      '«Se hicieron 3 talleres en la comuna 5 con los líderes»',
    ],
    ['3 talleres en el barrio Lleras', '«3 talleres en el barrio Lleras»'],
    ['75 %', '75%'],
  ])('«%s» is %s', (text, expected) => {
    expect(said(text, measure, 500)).toBe(expected);
  });
});

describe('the share of the year', () => {
  test.each([
    [0, 4, 0],
    [1, 3, 333],
    [2, 3, 667],
    [3, 4, 750],
    [4, 4, 1000],
    [5, 4, 1000],
    [9999, 10_000, 999],
    [1, 10_000, 0],
    [2.5, 10, 250],
  ])('%d of %d is %d tenths', (amount, yearAmount, tenths) => {
    expect(countedOf(amount, { measure: 'talleres', yearAmount })).toEqual({ tenths, amount });
    expect(shareOf(amount, yearAmount)).toBe(tenths);
  });
});

test.each([
  [750, 4, 3],
  [1000, 4, 4],
  [0, 4, 0],
  [700, 4, null],
  [333, 3, null],
  [335, 200, 67],
])('%d tenths of %d are %s whole units', (tenths, yearAmount, amount) => {
  expect(wholeAmountOf(tenths, { measure: 'talleres', yearAmount })).toBe(amount);
});

test.each([
  ['talleres', 4, false, true],
  [null, 4, false, false],
  ['talleres', null, false, false],
  ['talleres', 4, true, false],
  ['porcentaje', 100, false, false],
])('a measure %s of %s, permanent %s: units are asked %s', (measure, yearAmount, keeps, asked) => {
  expect(measureOf({ measure, yearAmount, keeps }) !== null).toBe(asked);
});
