import type { LocalDate } from '../domain/dates.ts';
import { readDate } from '../domain/written-dates.ts';
import type { Cell } from './grid.ts';

/** Whole days since 1899-12-30 that are a date of 2000..2099: what Excel stores when a date lost its format. */
const SERIAL_FROM = 36_526;
const SERIAL_TO = 73_050;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

/** The date of a cell: the stored one, a written one, or a bare Excel serial (`serial` is then true). */
export function readDateCell(cell: Cell): { date: LocalDate; serial: boolean } | undefined {
  if (cell.date !== undefined) return { date: cell.date, serial: false };
  const text = cell.text.trim();
  const written = readDate(text);
  if (written !== undefined) return { date: written, serial: false };
  const number = cell.number ?? (/^\d{5}$/.test(text) ? Number(text) : Number.NaN);
  if (!Number.isInteger(number) || number < SERIAL_FROM || number > SERIAL_TO) return undefined;
  return { date: new Date(SERIAL_EPOCH + number * 86_400_000).toISOString().slice(0, 10), serial: true };
}
