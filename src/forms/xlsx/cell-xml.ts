import type { LocalDate } from '../../domain/dates.ts';
import { cellName } from './cell-names.ts';
import { writtenText } from './shared-strings.ts';

/** What is written in a cell. Text is always text: `=1+1` is four letters. */
export type CellValue =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly date: LocalDate }
  | undefined;

/** The inside of `<c>` and its type. Text stands in the cell itself (`inlineStr`), so no other part changes. */
export function cellContent(value: CellValue, date1904 = false): { type: string | undefined; xml: string } {
  if (value === undefined) return { type: undefined, xml: '' };
  if ('number' in value) return { type: undefined, xml: `<v>${value.number}</v>` };
  if ('date' in value) return { type: undefined, xml: `<v>${serialOf(value.date, date1904)}</v>` };
  if (value.text === '') return { type: undefined, xml: '' };
  return {
    type: 'inlineStr',
    xml: `<is><t xml:space="preserve">${writtenText(value.text)}</t></is>`,
  };
}

/** Days since the epoch of the workbook. */
export function serialOf(date: LocalDate, date1904 = false): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000 + (date1904 ? 24_107 : 25_569);
}

export function cellXml(row: number, column: number, value: CellValue, style: number): string {
  const { type, xml } = cellContent(value);
  const start = `<c r="${cellName(row, column)}" s="${style}"${type === undefined ? '' : ` t="${type}"`}`;
  return xml === '' ? `${start}/>` : `${start}>${xml}</c>`;
}
