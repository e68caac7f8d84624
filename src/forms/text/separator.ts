import { headingsIn } from '../find-header.ts';
import { separateCells } from '../separate-cells.ts';

export type Separator = '\t' | ';' | ',' | '|';

/** In the order in which they are met; the first of two that fit alike is taken. */
const SEPARATORS: readonly Separator[] = ['\t', ';', ',', '|'];
/** The headings and the first activities tell enough. */
const SAMPLE = 200_000;
const SAMPLE_ROWS = 400;
/** A plan has at least a number, an activity and somebody who is responsible. */
const FEWEST_COLUMNS = 3;

/** `sep=;` in the first line tells Excel what parts the cells. It is no row of the sheet. */
export function withoutDeclaration(text: string): { readonly text: string; readonly declared?: Separator } {
  const [line, mark] = /^"?sep=(.)"?[\t;,|]*(?:\r\n|\r|\n)/i.exec(text) ?? [];
  const declared = SEPARATORS.find((separator) => separator === mark);
  return line === undefined || declared === undefined
    ? { text }
    : { text: text.slice(line.length), declared };
}

/**
 * What parts the cells of a text: the mark by which a row names most columns of a plan, else by which most rows have
 * as many cells as the others. Undefined when no mark makes a table.
 */
export function separatorOf(text: string): Separator | undefined {
  const sample = text.slice(0, SAMPLE);
  const found = SEPARATORS.filter((separator) => sample.includes(separator))
    .map((separator) => ({ separator, ...tableOf(sample, separator) }))
    .filter(({ columns }) => columns >= FEWEST_COLUMNS)
    .sort((a, b) => b.headings - a.headings || b.evenness - a.evenness);
  return found[0]?.separator ?? (sample.includes('\t') ? '\t' : undefined);
}

function tableOf(sample: string, separator: string): { headings: number; columns: number; evenness: number } {
  const rows: string[][] = [];
  for (const { row, text } of separateCells(sample, separator)) {
    if (row >= SAMPLE_ROWS) break;
    while (rows.length <= row) rows.push([]);
    rows[row]?.push(text);
  }
  const grid = { sheet: '', rows: rows.map((cells) => cells.map((text) => ({ text }))) };
  const headings = Math.max(0, ...rows.map((_, row) => headingsIn(grid, row)));
  const widths = rows.map((cells) => cells.length).filter((width) => width >= FEWEST_COLUMNS);
  const counts = [...Map.groupBy(widths, (width) => width).values()].map((same) => same.length);
  const filled = rows.filter((cells) => cells.some((text) => text.trim() !== '')).length;
  return {
    headings,
    columns: Math.max(0, ...widths),
    evenness: Math.max(0, ...counts) / Math.max(1, filled),
  };
}
