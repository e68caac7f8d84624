import { describe, expect, it } from 'vitest';
import { monthAround, monthBefore, readPeriod } from '../../src/domain/written-period.ts';

const today = '2022-04-08';

describe('days that have passed', () => {
  it.each([
    ['marzo', '2022-03-01', '2022-03-31'],
    ['Marzo.', '2022-03-01', '2022-03-31'],
    ['abril', '2022-04-01', '2022-04-30'],
    ['noviembre', '2021-11-01', '2021-11-30'],
    ['febrero de 2020', '2020-02-01', '2020-02-29'],
    ['del 1 al 31 de marzo', '2022-03-01', '2022-03-31'],
    ['1 al 15 de marzo de 2021', '2021-03-01', '2021-03-15'],
    ['del 15 de febrero al 15 de marzo', '2022-02-15', '2022-03-15'],
    ['desde el 1 de marzo hasta el 31 de marzo', '2022-03-01', '2022-03-31'],
    ['entre el 1 y el 15 de marzo', '2022-03-01', '2022-03-15'],
    ['01/03 a 31/03', '2022-03-01', '2022-03-31'],
    ['01/03/2021 - 31/03/2021', '2021-03-01', '2021-03-31'],
    ['2022-03-01 a 2022-03-31', '2022-03-01', '2022-03-31'],
    ['15 de diciembre a 15 de enero', '2021-12-15', '2022-01-15'],
    ['del 10 al 20 de noviembre', '2021-11-10', '2021-11-20'],
  ])('%s', (text, from, to) => {
    expect(readPeriod(text, today)).toEqual({ from, to });
  });

  it.each([
    '',
    'hola',
    '15 de marzo',
    'del 31 al 1 de marzo',
    '31 a 30 de febrero',
    'del 1 al 40 de marzo',
    '60 %',
  ])('is not guessed from «%s»', (text) => {
    expect(readPeriod(text, today)).toBeNull();
  });

  it('are whole months', () => {
    expect(monthAround('2022-02-10')).toEqual({ from: '2022-02-01', to: '2022-02-28' });
    expect(monthBefore('2022-01-31')).toEqual({ from: '2021-12-01', to: '2021-12-31' });
  });
});
