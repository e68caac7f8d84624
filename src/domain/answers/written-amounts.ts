import { numberInWords, numberWordsIn } from './number-words.ts';

/** An amount in digits: `3`, `2,5`, `1.200`, `1.200,5`; several values when both are possible. Null for anything else. */
export function amountsInDigits(written: string): readonly number[] | null {
  if (/^\d+$/.test(written)) return written.length > 12 ? null : [Number(written)];
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^\d{1,3}\.\d{3},\d+$/.test(written))
    return [Number(written.replaceAll('.', '').replace(',', '.'))];
  const [, whole = '', separator, fraction = ''] = /^(\d{1,9})([.,])(\d{1,6})$/.exec(written) ?? [];
  if (separator === undefined) return null;
  const decimal = Number(`${whole}.${fraction}`);
  const grouped = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return grouped ? [Number(whole + fraction), decimal] : [decimal];
}

/** An amount in words: `tres`, `treinta y uno`, `dos mil quinientos`; null when they are no number. */
export function amountInWords(written: string): number | null {
  const words = written
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .flatMap((word) => numberWordsIn(word) ?? [word]);
  const thousands = words.indexOf('mil');
  if (thousands < 0) return finite(words);
  const [before, after] = [words.slice(0, thousands), words.slice(thousands + 1)];
  const many = before.length === 0 ? 1 : finite(before);
  const rest = after.length === 0 ? 0 : finite(after);
  return many === null || rest === null ? null : many * 1000 + rest;
}

function finite(words: readonly string[]): number | null {
  const value = numberInWords(words);
  return value !== null && Number.isFinite(value) ? value : null;
}
