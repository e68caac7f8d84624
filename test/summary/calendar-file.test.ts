import { describe, expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import { calendarFile } from '../../src/summary/calendar-file.ts';
import { cutDates } from '../../src/summary/cut-dates.ts';
import { freshDb, makePlan, makeRealPlan } from './setup.ts';

const madeAt = momentAt('2022-03-16', 9);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
/** Long lines put together again. */
const linesOf = (bytes: Uint8Array) => textOf(bytes).replaceAll('\r\n ', '').split('\r\n');

describe('The calendar of the cuts', () => {
  it('has the opening, the closing and the last day of each cut as whole days', () => {
    const db = freshDb();
    makeRealPlan(db);
    const lines = linesOf(calendarFile(cutDates(db), madeAt));
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(12);
    const first = lines.indexOf('BEGIN:VEVENT');
    expect(lines.slice(first, first + 10)).toEqual([
      'BEGIN:VEVENT',
      'UID:PL-PC-01-2022-1-abre@monitoreo',
      'DTSTAMP:20220316T140000Z',
      expect.stringMatching(/^SEQUENCE:\d+$/),
      'DTSTART;VALUE=DATE:20220316',
      'DTEND;VALUE=DATE:20220317',
      'SUMMARY:Abre el primer monitoreo del Plan de Participación Ciudadana 2022',
      'DESCRIPTION:Desde hoy se reporta. Cierra el 31 de marzo de 2022.',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]);
    const days = lines.flatMap((line) => /^DTSTART;VALUE=DATE:(\d+)$/.exec(line)?.[1] ?? []);
    expect(days.slice(0, 3)).toEqual(['20220316', '20220331', '20220407']);
  });

  it('keeps to the form of RFC 5545 whatever a plan is called', () => {
    const db = freshDb();
    makePlan(db, [{ number: '1' }], {
      code: 'A\r\nB:;,\\ñ',
      title: `Plan; uno, dos\\tres\n${'ñandú '.repeat(30)}`,
    });
    const bytes = calendarFile(cutDates(db), madeAt);
    const lines = textOf(bytes).split('\r\n');
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\n');
    }
    const kinds =
      /^(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|X-WR-CALNAME|UID|DTSTAMP|SEQUENCE|DTSTART;VALUE=DATE|DTEND;VALUE=DATE|SUMMARY|DESCRIPTION|TRANSP):/;
    for (const line of linesOf(bytes).slice(0, -1)) expect(line).toMatch(kinds);
    expect(textOf(bytes)).toContain('Plan\\; uno\\, dos\\\\tres');
  });

  it('has one day for the closing of a cut without grace, under the same name', () => {
    const cut = { number: 1, opens: '2022-03-16', closing: '2022-03-31', lastDay: '2022-03-31' };
    const plan = { code: 'A', title: 'Plan', fiscalYear: 2022 };
    const lines = linesOf(calendarFile([{ ...cut, plan }], madeAt));
    expect(lines.filter((line) => line.startsWith('UID:'))).toEqual([
      'UID:A-2022-1-abre@monitoreo',
      'UID:A-2022-1-cierra@monitoreo',
    ]);
  });
});
