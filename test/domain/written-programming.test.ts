import { describe, expect, it } from 'vitest';
import { readProgramming } from '../../src/domain/written-programming.ts';

const read = (text: string, cuts = 4) => readProgramming(text, cuts);
const percents = (values: readonly number[], added = false) => ({
  measure: null,
  yearAmount: null,
  values: values.map((value) => value * 10),
  added,
});

describe('what is programmed, as it is written', () => {
  it.each([
    '25, 50, 75, 100',
    '25 50 75 100',
    '25,50,75,100',
    '25 % 50 % 75 % 100 %',
    '25; 50; 75 y 100',
    '25-50-75-100',
  ])('«%s» is a percentage for each cut', (text) => {
    expect(read(text)).toEqual(percents([25, 50, 75, 100]));
  });

  it('adds up shares that are the whole together', () => {
    expect(read('25, 25, 25, 25')).toEqual(percents([25, 50, 75, 100], true));
    expect(read('0, 60, 40, 0')).toEqual(percents([0, 60, 100, 100], true));
  });

  it('takes a decimal comma where there are as many numbers as cuts then', () => {
    expect(read('12,5 50 87,5 100')).toEqual(percents([12.5, 50, 87.5, 100]));
    expect(read('0,5; 1; 1,5; 100')).toEqual(percents([0.5, 1, 1.5, 100]));
    expect(read('12,5', 1)).toEqual(percents([12.5]));
  });

  it('may be less than everything at the last cut', () => {
    expect(read('0 0 20 70')).toEqual(percents([0, 0, 20, 70]));
  });

  it('reads amounts of a measure, cumulative or of each cut', () => {
    const talleres = { measure: 'talleres', yearAmount: 4 };
    expect(read('4 talleres: 1, 2, 3, 4')).toEqual({ ...talleres, values: [1, 2, 3, 4], added: false });
    expect(read('4 Talleres: 1, 1, 1, 1')).toEqual({ ...talleres, values: [1, 2, 3, 4], added: true });
    expect(read('4 talleres')).toEqual({ ...talleres, values: null, added: false });
    expect(read('2,5 km de vía: 0 1 2 2,5')).toMatchObject({ measure: 'km de vía', yearAmount: 2.5 });
  });

  it('reads thousands as they are shown', () => {
    const personas = { measure: 'personas', yearAmount: 10_000 };
    const values = [2500, 5000, 7500, 10_000];
    expect(read('10.000 personas')).toEqual({ ...personas, values: null, added: false });
    for (const list of [
      '2.500, 5.000, 7.500 y 10.000',
      '2500; 5.000; 7.500; 10000',
      '2.500,5.000,7.500,10.000',
    ])
      expect(read(`10.000 personas: ${list}`), list).toEqual({ ...personas, values, added: false });
    expect(read('1.200,5 ha: 300 600 900 1.200,5')).toMatchObject({ yearAmount: 1200.5 });
    expect(read('0.125 km: 0 0 0 0.125')).toMatchObject({ yearAmount: 0.125 });
    expect(read('1200 personas: 100.200.300.1200')).toMatchObject({ values: [100, 200, 300, 1200] });
  });

  it.each([
    ['todo en diciembre', 'form'],
    ['', 'form'],
    ['0 talleres: 0 0 0 0', 'form'],
    [`${'9'.repeat(400)} talleres`, 'form'],
    ['4 talleres: 0, 0, 0, 0', 'zero'],
    ['0 % 0 % 0 % 0 %', 'zero'],
    ['25, 50, 75', 'count'],
    ['4 talleres: 1, 2', 'count'],
    ['50, 25, 75, 100', 'falls'],
    ['4 talleres: 2, 1, 1, 1', 'falls'],
    ['50, 100, 150, 200', 'above'],
    ['4 talleres: 1, 2, 3, 5', 'above'],
  ])('«%s» is none: %s', (text, why) => {
    expect(read(text)).toBe(why);
  });
});
