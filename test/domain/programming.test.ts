import { describe, expect, it } from 'vitest';
import {
  amountIn,
  cumulativeFigures,
  type Programming,
  programmedUpTo,
  startsLater,
} from '../../src/domain/programming.ts';

const quarters = ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31'];
const nothing: Programming = { target: '', planned: [], programmed: null, yearAmount: null };
const amounts = (...values: number[]) =>
  values.map((amount, place) => ({ date: quarters[place] ?? '', amount }));
const percents = (...values: number[]) =>
  values.map((percent, place) => ({ date: quarters[place] ?? '', tenths: percent * 10 }));
const upTo = (of: Partial<Programming>) =>
  quarters.map((date) => programmedUpTo({ ...nothing, ...of }, date)?.percent ?? null);

describe('what is programmed up to a cut', () => {
  it('is nothing without figures, or when all of them are 0', () => {
    expect(upTo({})).toEqual([null, null, null, null]);
    expect(upTo({ planned: percents(0, 0, 0, 0) })).toEqual([null, null, null, null]);
    expect(upTo({ planned: amounts(0, 0, 0, 0) })).toEqual([null, null, null, null]);
  });

  it('is the last percentage at the cut or before it', () => {
    expect(upTo({ planned: percents(0, 10, 60, 100) })).toEqual([0, 10, 60, 100]);
    const blanks = [
      { date: '2023-06-30', tenths: 400 },
      { date: '2023-12-31', tenths: 1000 },
    ];
    expect(upTo({ planned: blanks })).toEqual([0, 40, 40, 100]);
  });

  it('adds up amounts that are the share of each cut, by the amount of the year', () => {
    expect(upTo({ planned: amounts(1, 1, 1, 1), target: '4 talleres' })).toEqual([25, 50, 75, 100]);
    expect(upTo({ planned: amounts(0, 3, 0, 1) })).toEqual([0, 75, 75, 100]);
    expect(upTo({ planned: amounts(1, 2, 3, 4), yearAmount: 10 })).toEqual([10, 30, 60, 100]);
  });

  it('adds up percentages of a form that together are the whole', () => {
    expect(upTo({ planned: percents(25, 25, 25, 25) })).toEqual([25, 50, 75, 100]);
    expect(upTo({ planned: percents(0, 50, 0, 50) })).toEqual([0, 50, 50, 100]);
    expect(upTo({ planned: percents(50, 30, 20) })).toEqual([50, 80, 100, 100]);
    expect(upTo({ planned: percents(33.3, 33.3, 33.3) }).slice(2)).toEqual([99.9, 99.9]);
    expect(upTo({ planned: percents(0, 0, 0, 100) })).toEqual([0, 0, 0, 100]);
    expect(upTo({ planned: percents(10, 20, 30, 40) })).toEqual([10, 30, 60, 100]);
    expect(upTo({ programmed: percents(10, 20, 30, 40) })).toEqual([10, 20, 30, 40]);
  });

  it('takes amounts that end at the amount of the year as cumulative', () => {
    expect(upTo({ planned: amounts(1, 2, 3, 4), target: 'Realizar 4 talleres' })).toEqual([25, 50, 75, 100]);
    expect(upTo({ planned: amounts(0, 0, 0, 2) })).toEqual([0, 0, 0, 100]);
  });

  it('is in doubt, so nothing, when amounts may be both', () => {
    expect(upTo({ planned: amounts(1, 2, 3, 4) })).toEqual([null, null, null, null]);
    expect(upTo({ planned: amounts(1, 1, 1, 1), target: '20 % de los barrios' })).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(upTo({ planned: percents(50, 30, 40) })).toEqual([null, null, null, null]);
    expect(upTo({ planned: [...amounts(1), ...percents(25, 50).slice(1)] })).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is what was set, whatever the form says', () => {
    const planned = percents(25, 50, 75, 100);
    expect(upTo({ planned, programmed: percents(0, 0, 50, 100) })).toEqual([0, 0, 50, 100]);
    expect(upTo({ planned, programmed: [] })).toEqual([null, null, null, null]);
    expect(upTo({ programmed: amounts(1, 1, 2, 4), yearAmount: 4 })).toEqual([25, 25, 50, 100]);
  });

  it('never falls from cut to cut', () => {
    const planned = amounts(5, 0, 2, 3);
    expect(cumulativeFigures({ ...nothing, planned })).toMatchObject({ added: true, yearAmount: 10 });
    expect(upTo({ planned })).toEqual([50, 50, 70, 100]);
  });
});

describe('an activity that starts later', () => {
  const cut = { date: '2023-03-31', formDate: null };
  const later = { ...nothing, planned: percents(0, 50, 75, 100), keeps: false };

  it('has nothing programmed up to the cut', () => {
    expect(startsLater(later, cut)).toBe(true);
    expect(startsLater(later, { date: '2023-06-30', formDate: null })).toBe(false);
    expect(startsLater({ ...nothing, keeps: false }, cut)).toBe(false);
  });

  it('is known by the date of the form when a setting moved the cut', () => {
    expect(startsLater(later, { date: '2023-07-15', formDate: '2023-06-30' })).toBe(false);
    expect(startsLater(later, { date: '2023-06-30', formDate: '2023-03-31' })).toBe(true);
  });

  it('is not one to keep', () => {
    expect(startsLater({ ...later, keeps: true }, cut)).toBe(false);
  });
});

describe('the amount of a target', () => {
  it.each([
    ['4 talleres', 4],
    ['Realizar 12 jornadas de limpieza', 12],
    ['1.200 personas', 1200],
    ['2,5 km de vía', 2.5],
    ['100% de las solicitudes', null],
    ['el 80 por ciento', null],
    ['4 talleres y 2 informes', null],
    ['Un documento', null],
    ['0', null],
  ])('of «%s» is %s', (target, amount) => {
    expect(amountIn(target)).toBe(amount);
  });
});
