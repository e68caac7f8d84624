import { dateOf } from '../../domain/written-dates.ts';
import { type Cell, NOT_CALCULATED } from '../grid.ts';
import { cellText } from './shared-strings.ts';
import type { Workbook } from './workbook.ts';
import { unescapeXml } from './xml.ts';

/** A cell as the sheet stores it. */
export type CellSource = {
  readonly type: string;
  readonly style: number;
  value: string;
  formula: boolean;
  inline: string;
};

const DAY = 86_400_000;
/** Day 0 of both date systems; the 1900 one counts a 29 February that was not, so it is right from March 1900 on. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** The cell a person sees; undefined for one that is blank. */
export function cellOf(source: CellSource, workbook: Workbook): Cell | undefined {
  const { type, value, formula } = source;
  if (type === 'inlineStr') return textCell(source.inline);
  if (type === 'e') {
    const error = unescapeXml(value).slice(0, 20) || '#ERROR';
    return { text: error, error };
  }
  if (value === '') {
    if (formula && type !== 'str') return { text: '', error: NOT_CALCULATED };
    return undefined;
  }
  if (type === 's') return textCell(workbook.strings(Number(value)) ?? '');
  if (type === 'str') return textCell(cellText(value));
  if (type === 'b') return { text: value.trim() === '1' ? 'VERDADERO' : 'FALSO' };
  if (type === 'd') {
    const date = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
    const local = date === null ? undefined : dateOf(Number(date[1]), Number(date[2]), Number(date[3]));
    return local === undefined ? textCell(cellText(value)) : dateCell(local);
  }
  return numberCell(value, source.style, workbook);
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
    const moment = number > 0 && number < 100_000 ? new Date(epoch + Math.floor(number) * DAY) : undefined;
    const date = moment && dateOf(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
    if (date !== undefined) return { ...dateCell(date, number), ...(month === true ? { month } : {}) };
  }
  const exact = decimals !== undefined && Math.abs(number) < 1e12 ? number.toFixed(decimals) : undefined;
  return { text: exact !== undefined && Number(exact) === number ? exact : plain(number), number };
}

/** Without the noise of binary fractions: 0.30000000000000004 → 0.3. */
function plain(number: number): string {
  return String(Number(number.toPrecision(15)));
}
