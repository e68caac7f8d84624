import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  isLocalDate,
  localDate,
  localTime,
  momentAt,
  weekday,
} from '../../src/domain/dates.ts';

const dates = fc
  .integer({ min: 0, max: 12_000 })
  .map((days) => new Date(Date.UTC(2010, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

describe('local dates', () => {
  it('an evening in Colombia is still the same day although it is tomorrow in Greenwich', () => {
    expect(localDate(Date.parse('2022-04-01T04:59:59.999Z'))).toBe('2022-03-31');
    expect(localDate(Date.parse('2022-04-01T05:00:00Z'))).toBe('2022-04-01');
    expect(localTime(Date.parse('2022-04-01T00:07:30Z'))).toEqual({
      date: '2022-03-31',
      hour: 19,
      minute: 7,
    });
  });

  it('eight in the morning in Bogotá is 13:00 in Greenwich, and hour 24 begins the next day', () => {
    expect(momentAt('2022-03-16', 8)).toBe(Date.parse('2022-03-16T13:00:00Z'));
    expect(momentAt('2022-03-31', 24)).toBe(momentAt('2022-04-01', 0));
    expect(momentAt('2022-03-31', 8, 30)).toBe(Date.parse('2022-03-31T13:30:00Z'));
  });

  it('accepts only days that exist, written whole', () => {
    expect(['2024-02-29', '2022-12-31'].every(isLocalDate)).toBe(true);
    const broken = [
      '2023-02-29',
      '2022-13-01',
      '2022-00-10',
      '2022-1-1',
      '22-01-01',
      '2022-01-01 ',
      '',
      '31/03/2022',
    ];
    expect(broken.some(isLocalDate)).toBe(false);
  });

  it('refuses to count with something that is not a date', () => {
    expect(() => momentAt('2022-02-30', 8)).toThrow(RangeError);
    expect(() => addDays('mañana', 1)).toThrow(RangeError);
    expect(() => localDate(Number.NaN)).toThrow(RangeError);
  });

  it('counts over leap days and year ends', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2022-01-01', -1)).toBe('2021-12-31');
    expect(daysBetween('2022-01-01', '2022-12-31')).toBe(364);
    expect(daysBetween('2022-03-31', '2022-03-16')).toBe(-15);
  });

  it('knows the days of the week, also before 1970', () => {
    expect(weekday('2022-03-31')).toBe(4);
    expect(weekday('2024-03-31')).toBe(7);
    expect(weekday('1969-12-29')).toBe(1);
  });

  it('converts every day and minute there and back', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (date, hour, minute) => {
          expect(localTime(momentAt(date, hour, minute))).toEqual({ date, hour, minute });
          expect(addDays(addDays(date, hour), -hour)).toBe(date);
          expect(daysBetween(date, addDays(date, minute))).toBe(minute);
        },
      ),
    );
  });
});
