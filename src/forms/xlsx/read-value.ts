import type { LocalDate } from '../../domain/dates.ts';
import { dateOf } from '../../domain/written-dates.ts';
import { type Cell, NOT_CALCULATED } from '../grid.ts';
import { cellText } from './shared-strings.ts';
import { isTrue, type Workbook } from './workbook.ts';
import { unescapeXml, XmlFault } from './xml.ts';

/** A cell as the sheet stores it. */
export type CellSource = {
  readonly type: string;
  readonly style: number;
  value: string;
  formula: boolean;
  inline: string;
};

const SECOND = 1_000;
const DAY = 86_400_000;
/** Day 0 of both date systems; the 1900 one counts a 29 February that was not, so it is right from March 1900 on. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** The cell a person sees; undefined for one that is blank. */
export function cellOf(source: CellSource, workbook: Workbook): Cell | undefined {
  const { type, value, formula } = source;
  if (source.inline !== '') return textCell(source.inline);
  if (type === 'inlineStr') return textCell(cellText(value));
  if (type === 'e') {
    const error = unescapeXml(value).slice(0, 20) || '#ERROR';
    return { text: error, error };
  }
  if (value === '') {
    if (formula && type !== 'str') return { text: '', error: NOT_CALCULATED };
    return undefined;
  }
  if (type === 's') return textCell(sharedText(value, workbook));
  if (type === 'str') return textCell(cellText(value));
  if (type === 'b') return { text: isTrue(value.trim()) ? 'VERDADERO' : 'FALSO' };
  if (type === 'd') {
    const date = writtenDay(value);
    return date === undefined ? textCell(cellText(value)) : dateCell(date);
  }
  return numberCell(value, source.style, workbook);
}

/** @throws {XmlFault} A text that is missing would be lost without a word. */
function sharedText(index: string, workbook: Workbook): string {
  const text = workbook.strings(Number(index));
  if (text === undefined) throw new XmlFault('no such text');
  return text;
}

/** `2022-03-31T23:59:59.999`, as strict workbooks write a date: to the nearest second. */
function writtenDay(value: string): LocalDate | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)Z?)?$/.exec(value.trim());
  if (match === null) return undefined;
  const moment = Date.parse(`${match[1]}T${(match[2] ?? '00:00').slice(0, 12)}Z`);
  return Number.isNaN(moment) ? undefined : dayAt(moment);
}

/** The day of a moment to the nearest second: 44,560.999999 is a midnight that was reckoned. */
function dayAt(moment: number): LocalDate | undefined {
  const at = new Date(Math.round(moment / SECOND) * SECOND);
  return dateOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

function textCell(text: string): Cell | undefined {
  return text === '' ? undefined : { text };
}

function dateCell(date: string, number?: number): Cell {
  const [year, month, day] = date.split('-');
  return { text: `${day}/${month}/${year}`, date, ...(number === undefined ? {} : { number }) };
}

function numberCell(value: string, style: number, workbook: Workbook): Cell | undefined {
  const number = Number(value.trim());
  if (value.trim() === '' || !Number.isFinite(number)) return textCell(cellText(value));
  const { kind, decimals, month } = workbook.formats(style);
  if (kind === 'percent') return { text: `${plain(number * 100).replace('.', ',')}%`, number, percent: true };
  if (kind === 'date') {
    const epoch = workbook.date1904 ? EPOCH_1904 : EPOCH_1900;
    const date = number > 0 && number < 100_000 ? dayAt(epoch + number * DAY) : undefined;
    if (date !== undefined) return { ...dateCell(date, number), ...(month === true ? { month } : {}) };
  }
  const exact = decimals !== undefined && Math.abs(number) < 1e12 ? number.toFixed(decimals) : undefined;
  return { text: exact !== undefined && Number(exact) === number ? exact : plain(number), number };
}

/** Without the noise of binary fractions: 0.30000000000000004 → 0.3. */
function plain(number: number): string {
  return String(Number(number.toPrecision(15)));
}
