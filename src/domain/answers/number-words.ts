/** A number that is not negative, by its decimal digits. */
export type DecimalNumber = { readonly whole: string; readonly fraction: string };

const SMALL: readonly string[] =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'.split(
    ' ',
  );
const TENS: readonly string[] = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ');
const HUNDREDS: readonly string[] =
  'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(
    ' ',
  );
const LARGE = new Set(['mil', 'millon', 'millones']);

const UNDER_THIRTY = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ['un', 1],
  ['veintiun', 21],
]);
/** Tens that take *y* and a unit, `diez y seis` and `veinte y uno` among them, as older people write. */
const BEFORE_Y = new Map([
  ['diez', 10],
  ['veinte', 20],
  ...TENS.map((word, i) => [word, 30 + 10 * i] as const),
]);
const HUNDRED_OF = new Map(HUNDREDS.map((word, i) => [word, 100 * (i + 1)]));

/** A word without accents and in lower case, as the tables here have it. */
export function foldWord(word: string): string {
  return word
    .replace(/\p{M}+/gu, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Whether a folded word can be part of a number in words; not *un*, which mostly is an article. */
export function isNumberWord(word: string): boolean {
  if (word === 'un') return false;
  return (
    UNDER_THIRTY.has(word) || BEFORE_Y.has(word) || HUNDRED_OF.has(word) || word === 'cien' || LARGE.has(word)
  );
}

/**
 * The number that folded words say together, *y* between them included: `treinta y tres`, `ciento veinte`.
 * Above a thousand only that it is large (`Infinity`); null when they are no one number (`veinte y treinta`).
 */
export function numberInWords(words: readonly string[]): number | null {
  if (words.some((word) => LARGE.has(word))) return Number.POSITIVE_INFINITY;
  const [first = ''] = words;
  if (first === 'cien') return words.length === 1 ? 100 : null;
  const hundreds = HUNDRED_OF.get(first);
  if (hundreds === undefined) return underHundred(words);
  if (words.length === 1) return first === 'ciento' ? null : hundreds;
  const rest = underHundred(words.slice(1));
  return rest === null || rest === 0 ? null : hundreds + rest;
}

function underHundred(words: readonly string[]): number | null {
  const [first = '', and, unit = ''] = words;
  if (words.length === 1) return UNDER_THIRTY.get(first) ?? BEFORE_Y.get(first) ?? null;
  const tens = BEFORE_Y.get(first);
  const value = UNDER_THIRTY.get(unit);
  if (words.length !== 3 || and !== 'y' || tens === undefined || value === undefined) return null;
  return value >= 1 && value <= 9 ? tens + value : null;
}

/**
 * The digits that folded words say after *coma*: `cinco` → 5, `setenta y cinco` → 75, `cero cinco` → 05.
 * Null when they are no such thing.
 */
export function decimalsInWords(words: readonly string[]): string | null {
  const [first, ...rest] = words;
  if (first === 'cero' && rest.length > 0) {
    const value = underHundred(rest);
    return value === null || value > 9 ? null : `0${value}`;
  }
  const value = underHundred(words);
  return value === null ? null : String(value);
}

/** A number in words with what is said after *coma*, as decimal digits. */
export function decimalNumberInWords(
  words: readonly string[],
  decimals: readonly string[],
): DecimalNumber | null {
  const whole = numberInWords(words);
  const fraction = decimals.length === 0 ? '' : decimalsInWords(decimals);
  if (whole === null || fraction === null) return null;
  return { whole: Number.isFinite(whole) ? String(whole) : '1000', fraction };
}
