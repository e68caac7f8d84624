import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/dates.ts';
import { holidayName, isHoliday } from '../../src/domain/holidays.ts';

function ours(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
    if (isHoliday(day)) days.push(day);
  return days;
}

function oracle(year: number): string[] {
  const found = new Holidays('CO')
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public' && holiday.rule !== 'easter')
    .map((holiday) => holiday.date.slice(0, 10));
  return [...new Set(found)].sort();
}

describe('Colombian holidays', () => {
  it.each(Array.from({ length: 26 }, (_, index) => 2015 + index))(
    'agree with date-holidays in %i',
    (year) => {
      expect(ours(year)).toEqual(oracle(year));
    },
  );

  it('has the Virgen de Chiquinquirá from 2026 on, moved to Monday, and not before', () => {
    expect(holidayName('2026-07-13')).toBe('Virgen de Chiquinquirá');
    expect(isHoliday('2026-07-09')).toBe(false);
    expect(isHoliday('2025-07-14')).toBe(false);
  });

  it('names both when San Pedro and Sagrado Corazón share a Monday', () => {
    expect(holidayName('2025-06-30')).toBe('San Pedro y San Pablo y Sagrado Corazón de Jesús');
    expect(ours(2025)).toHaveLength(17);
  });

  it('leaves a holiday that already is a Monday where it is', () => {
    expect(holidayName('2024-11-11')).toBe('Independencia de Cartagena');
    expect(holidayName('2024-11-04')).toBe('Todos los Santos');
  });

  it('knows Holy Week but not Easter Sunday', () => {
    expect(holidayName('2024-03-28')).toBe('Jueves Santo');
    expect(holidayName('2024-03-29')).toBe('Viernes Santo');
    expect(holidayName('2024-03-31')).toBeNull();
  });

  it('knows nothing about an ordinary day', () => {
    expect(holidayName('2022-03-31')).toBeNull();
  });
});
