import { localTime, type Moment } from '../domain/dates.ts';
import type { Html } from '../domain/events.ts';
import type { Surroundings } from './surroundings.ts';

/** Prints data for programs: JSON, two spaces deep. */
export function printJson(around: Surroundings, data: unknown): void {
  around.out(`${JSON.stringify(data, null, 2)}\n`);
}

export function printLine(around: Surroundings, line: string): void {
  around.out(`${line}\n`);
}

export function warn(around: Surroundings, line: string): void {
  around.err(`${line}\n`);
}

/** What a message says, as plain text: our tags gone, the four entities of `texts/html.ts` read back. */
export function withoutHtml(message: Html): string {
  const entities: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&amp;': '&',
  };
  return message
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity);
}

/** Prints rows under headings, in columns as wide as their longest cell. */
export function printTable(
  around: Surroundings,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const lines = [headings, ...rows].map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')));
  const widths = headings.map((_, column) => Math.max(...lines.map((row) => lengthOf(row[column] ?? ''))));
  for (const row of lines) {
    const cells = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - lengthOf(cell)));
    printLine(around, cells.join('  ').trimEnd());
  }
}

function lengthOf(text: string): number {
  return [...text].length;
}

/** `2022-03-16T09:40:12-05:00`: a moment in local time, ISO 8601 with offset, to the second. */
export function isoLocal(moment: Moment): string {
  const { date, hour, minute } = localTime(moment);
  const second = Math.floor((((moment % 60_000) + 60_000) % 60_000) / 1000);
  const wall = `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
  const behind = Math.round((Math.floor(moment / 1000) * 1000 - Date.parse(`${wall}Z`)) / 60_000);
  const offset = `${two(Math.floor(Math.abs(behind) / 60))}:${two(Math.abs(behind) % 60)}`;
  return `${wall}${behind > 0 ? '-' : '+'}${offset}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
