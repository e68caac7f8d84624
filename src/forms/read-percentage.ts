import { comparable } from '../domain/outside-text.ts';
import type { Cell } from './grid.ts';

/**
 * What a percentage cell of a form says. `bare` is a number without sign or percent format: what it means hangs
 * on the other bare numbers of its block. `tenths` are tenths of a percent, half up, for a number taken as
 * percent; `exact` is false when that lost something.
 */
export type PercentageCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'percent'; readonly tenths: number; readonly exact: boolean }
  | { readonly kind: 'bare'; readonly value: number; readonly tenths: number; readonly exact: boolean }
  /** One percentage among other words: `100% Cumplida`, `Avance = 1/3 = 33,3 %`. */
  | { readonly kind: 'among-words'; readonly tenths: number; readonly exact: boolean }
  | { readonly kind: 'unreadable' };

const NOT_APPLICABLE = new Set(['n/a', 'na', 'n.a.', 'n.a', 'no aplica', 'no aplica.', '-', '--', '–', '—']);
const NUMBER = /^'?([+-]?)(\d{1,9})(?:[.,](\d{1,20}))?(%|por ?ciento)?$/;

/** Reads a cell of a percentage column: `50%`, `33,3 %`, a number with percent format (× 100), `75`, `N/A`. */
export function readPercentageCell(cell: Cell): PercentageCell {
  const text = comparable(cell.text).replace(/[％﹪]/g, '%');
  if (cell.number !== undefined && !Number.isFinite(cell.number)) return { kind: 'unreadable' };
  if (cell.number !== undefined && cell.percent === true)
    return { kind: 'percent', ...rounded(cell.number, 1_000) };
  if (cell.date !== undefined) return { kind: 'unreadable' };
  if (text === '' && cell.number === undefined) return { kind: 'blank' };
  if (NOT_APPLICABLE.has(text)) return { kind: 'not-applicable' };
  const match = NUMBER.exec(text.length > 40 ? '' : text.replace(/\s*(%|por ?ciento)$/, '$1'));
  if (match !== null) {
    const value = Number(`${match[1] === '-' ? '-' : ''}${match[2]}.${match[3] ?? '0'}`);
    const read = rounded(value, 10);
    return match[4] === undefined ? { kind: 'bare', value, ...read } : { kind: 'percent', ...read };
  }
  if (cell.number !== undefined) return { kind: 'bare', value: cell.number, ...rounded(cell.number, 10) };
  return amongWords(cell.text);
}

const ANY_PERCENTAGE = /(?<![\d.,+-])(\d{1,3})(?:[.,](\d{1,6}))?\s*(?:%|por ?ciento)(?!\s*%)/gi;
const NOT_THAT =
  /\b(no|sin|falta|faltan|faltante|menos|pendiente|entre|programad[oa])\b|%\s*%|[-–]\s*\d+[.,]?\d*\s*%|\d\s*(?:al?|y|-)\s*\d+[.,]?\d*\s*%/i;
const MOST_WORDS = 80;

/** The only percentage in a short text; two different ones, a range or a denial are none. */
function amongWords(text: string): PercentageCell {
  if (text.length > MOST_WORDS || NOT_THAT.test(comparable(text))) return { kind: 'unreadable' };
  const found = new Set([...text.matchAll(ANY_PERCENTAGE)].map(([, whole, part]) => `${whole}.${part ?? 0}`));
  const [only] = found;
  if (found.size !== 1 || only === undefined) return { kind: 'unreadable' };
  return { kind: 'among-words', ...rounded(Number(only), 10) };
}

/** Tenths of a percent of a fraction: 0.5 → 500. */
export function tenthsOfFraction(value: number): { tenths: number; exact: boolean } {
  return rounded(value, 1_000);
}

/** Half up; what is outside 0..100 % stays outside. */
function rounded(value: number, times: number): { tenths: number; exact: boolean } {
  const product = Number((value * times).toPrecision(12));
  const nearest = Math.round(product) + 0;
  const tenths = product < 0 ? Math.min(-1, nearest) : product > 1_000 ? Math.max(1_001, nearest) : nearest;
  return { tenths, exact: tenths === product };
}
