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

/** A message as plain text: without our tags, and with the four entities of `texts/html.ts` decoded. */
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

/** Prints rows under headings, in columns as wide as their widest cell. */
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
