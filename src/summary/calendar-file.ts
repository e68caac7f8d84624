import { addDays, type LocalDate, type Moment } from '../domain/dates.ts';
import { calendarName, calendarTexts } from '../texts/cuts/calendar-file.ts';
import type { CutDates } from './cut-dates.ts';

type CalendarCut = Pick<CutDates, 'number' | 'opens' | 'closing' | 'lastDay'> & {
  readonly plan: { readonly code: string; readonly title: string; readonly fiscalYear: number };
};

/**
 * The opening, the closing and the last day of each cut as iCalendar (RFC 5545): whole days, which make nobody busy. A
 * day keeps its `UID`, so that a calendar that takes the file again moves it instead of showing it twice.
 */
export function calendarFile(cuts: readonly CalendarCut[], madeAt: Moment): Uint8Array {
  const stamp = `${new Date(madeAt).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//monitoreo//cortes//ES',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendarName)}`,
    ...cuts.flatMap((cut) => daysOf(cut).flatMap((day) => eventLines(cut, day, stamp, madeAt))),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(lines.map((line) => `${folded(line)}\r\n`).join(''));
}

type Day = { readonly kind: keyof typeof calendarTexts; readonly date: LocalDate };

/** Without grace the last day is the closing date, and stands once. */
function daysOf({ opens, closing, lastDay }: CalendarCut): readonly Day[] {
  return [
    { kind: 'opens', date: opens },
    { kind: lastDay > closing ? 'closes' : 'closesForGood', date: closing },
    ...(lastDay > closing ? [{ kind: 'lastDay', date: lastDay } as const] : []),
  ];
}

const uidKinds = { opens: 'abre', closes: 'cierra', closesForGood: 'cierra', lastDay: 'ultimo' } as const;

function eventLines(cut: CalendarCut, { kind, date }: Day, stamp: string, madeAt: Moment): readonly string[] {
  const { plan, number } = cut;
  const code = encodeURIComponent(plan.code.toWellFormed());
  const { title, description } = calendarTexts[kind](cut);
  return [
    'BEGIN:VEVENT',
    `UID:${code}-${plan.fiscalYear}-${number}-${uidKinds[kind]}@monitoreo`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${Math.floor(madeAt / 60_000)}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(date: LocalDate): string {
  return date.replaceAll('-', '');
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|[\r\n]/g, '\\n');
}

/** Lines of at most 75 octets; what follows begins with a space. No character is cut. */
function folded(line: string): string {
  const lines: string[] = [];
  let open = '';
  for (const character of line) {
    if (Buffer.byteLength(open + character) > 75) {
      lines.push(open);
      open = ' ';
    }
    open += character;
  }
  return [...lines, open].join('\r\n');
}
