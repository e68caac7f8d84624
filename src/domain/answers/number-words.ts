import { soundOf } from './spelling.ts';

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
const UNITS = SMALL.slice(1, 10);

/** Every number word by its sound. *Un* is mostly an article, and `siento` (I am sorry) is no number. */
const BY_SOUND = new Map<string, string>(
  [...SMALL, 'veintiun', ...TENS, ...HUNDREDS, 'cien', ...LARGE].map((word) => [soundOf(word), word]),
);
for (const [spelt, word] of [
  ['trienta', 'treinta'],
  ['cinquenta', 'cincuenta'],
  ['cuarentra', 'cuarenta'],
  ['ochneta', 'ochenta'],
] as const) {
  BY_SOUND.set(soundOf(spelt), word);
}
const TENS_BY_SOUND = ['diez', 'veinte', ...TENS].map((word) => [soundOf(word), word] as const);

/**
 * The number words in a typed word: one, or several written together (`ochentaycinco`, `treintaitres`, `ochentay`,
 * `ycinco`). Null when it has none.
 */
export function numberWordsIn(typed: string, sound = soundOf(typed)): readonly string[] | null {
  if (/^siento$/i.test(typed)) return null;
  const word = BY_SOUND.get(sound);
  if (word !== undefined) return [word];
  if (sound === 'beinti') return ['veinte', 'y'];
  if (sound.length < 3 || sound.length > 24) return null;
  const unitAfterY = sound.startsWith('i') ? BY_SOUND.get(sound.slice(1)) : undefined;
  if (unitAfterY !== undefined && UNITS.includes(unitAfterY)) return ['y', unitAfterY];
  for (const [tens, written] of TENS_BY_SOUND) {
    if (!sound.startsWith(tens)) continue;
    const rest = sound.slice(tens.length);
    if (rest === 'i') return [written, 'y'];
    const unit = BY_SOUND.get(rest.replace(/^i/, ''));
    if (unit !== undefined && UNITS.includes(unit)) return [written, 'y', unit];
  }
  return null;
}

/**
 * The number that several number words say together, with *y* between them: `treinta y tres`, `ciento veinte`.
 * `Infinity` above a thousand; null when they are not one number (`veinte y treinta`).
 */
export function numberInWords(words: readonly string[]): number | null {
  if (words.some((word) => LARGE.has(word))) return Number.POSITIVE_INFINITY;
  const [first = ''] = words;
  if (first === 'cien') return words.length === 1 ? 100 : null;
  const hundreds = HUNDRED_OF.get(first);
  if (hundreds === undefined) return underHundred(words);
  if (words.length === 1) return hundreds;
  const rest = underHundred(words.slice(1));
  return rest === null || rest === 0 ? null : hundreds + rest;
}

/** `ochenta cinco`, without its *y*: likely 85, so the bot asks; null for anything else. */
export function numberWithoutY(words: readonly string[]): number | null {
  const [tens = '', unit = ''] = words;
  return words.length === 2 && unit !== 'y' ? underHundred([tens, 'y', unit]) : null;
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
 * The digits that number words say after *coma*: `cinco` → 5, `setenta y cinco` → 75, `cero cinco` → 05. Null for other
 * words.
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
