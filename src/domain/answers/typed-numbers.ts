import { lately } from './lately.ts';
import {
  type DecimalNumber,
  decimalsInWords,
  numberInWords,
  numberWithoutY,
  numberWordsIn,
} from './number-words.ts';
import { signAfterNumber, signAt, skipSpaces } from './percent-sign.ts';
import { type Token, tokensOf } from './typed-tokens.ts';

/** What a written number says. */
export type Reading = DecimalNumber & {
  readonly negative: boolean;
  /** `12.500` may be twelve and a half or twelve thousand five hundred. */
  readonly thousands: boolean;
};

type Place = {
  readonly start: number;
  readonly end: number;
};

/** A part of what a person typed. Blanks are left out; `newLine` tells that one of them broke the line. */
export type Item = Place & { readonly newLine: boolean } & (
    | {
        readonly kind: 'number';
        /** Null for digits or number words that are no number: dates, fractions, `2A`, `veinte y treinta`. */
        readonly reading: Reading | null;
        /** Followed by `%`, *por ciento*, *por cien*, *porciento* or another spelling of it, or behind a `%`. */
        readonly signed: boolean;
        /** Not in digits alone. */
        readonly inWords: boolean;
        /** Written oddly, so the bot asks: `ochenta cinco`, `80 y 5`. */
        readonly odd: boolean;
        /** The number itself, without its sign. */
        readonly numberStart: number;
        readonly numberEnd: number;
      }
    /** A `%` or *por ciento* without a number. */
    | { readonly kind: 'sign' }
    | { readonly kind: 'word'; readonly word: string; readonly sound: string }
    | { readonly kind: 'mark'; readonly mark: string }
  );

export type NumberItem = Extract<Item, { kind: 'number' }>;

const DASHES = new Set(['-', '–', '—', '−']);

/** A typed text as numbers, signs, words and marks. Linear in its length. */
export const itemsOf = lately(readItems);

function readItems(text: string): readonly Item[] {
  const tokens = tokensOf(text);
  const items: Item[] = [];
  let newLine = false;
  for (let at = 0; ; ) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'space' || token.kind === 'newLine') {
      newLine ||= token.kind === 'newLine';
      at += 1;
      continue;
    }
    const read = readBehindSign(tokens, at) ?? readNumber(tokens, at) ?? readOther(tokens, at, token);
    items.push({ ...read.item, newLine, start: token.start, end: tokens[read.next - 1]?.end ?? 0 });
    newLine = false;
    at = read.next;
  }
  return items;
}

type Bare<T> = T extends unknown ? Omit<T, 'start' | 'end' | 'newLine'> : never;
type Read<T = Bare<Item>> = { readonly item: T; readonly next: number };
type ReadNumber = Read<Bare<NumberItem>>;

function readOther(tokens: readonly Token[], at: number, token: Token): Read {
  const sign = signAt(tokens, at);
  if (sign > at) return { item: { kind: 'sign' }, next: sign };
  if (token.kind === 'word') {
    return { item: { kind: 'word', word: token.text, sound: token.sound }, next: at + 1 };
  }
  return { item: { kind: 'mark', mark: token.text }, next: at + 1 };
}

/** `%80`, `% 80` */
function readBehindSign(tokens: readonly Token[], at: number): ReadNumber | null {
  if (tokens[at]?.kind !== 'percent') return null;
  const read = readNumber(tokens, skipSpaces(tokens, at + 1));
  return read === null ? null : { ...read, item: { ...read.item, signed: true } };
}

function readNumber(tokens: readonly Token[], at: number): ReadNumber | null {
  const minus = isDash(tokens[at]) && isLoose(tokens[at - 1]) ? 1 : 0;
  const first = at + minus;
  const token = tokens[first];
  if (token?.kind === 'digits') return readDigits(tokens, first, token, minus === 1);
  return minus === 0 && token?.kind === 'word' ? readWords(tokens, at, token) : null;
}

function readDigits(tokens: readonly Token[], at: number, digits: Token, negative: boolean): ReadNumber {
  const unit = unitAfter(tokens, at, digits);
  const afterNumber = unit?.next ?? at + 1;
  const signed = signAfterNumber(tokens, afterNumber);
  const isSigned = signed > afterNumber;
  const glued =
    (!isSigned && tokens[at - 1]?.text === '.' && isLoose(tokens[at - 2])) ||
    (tokens[at - 1]?.kind === 'word' && tokens[at - 1]?.sound !== 'de') ||
    (!isSigned && unit === null && tokens[afterNumber]?.kind === 'word');
  const reading = glued ? null : readingOf(digits.text, negative);
  const whole = unit === null || reading === null ? reading : { ...reading, whole: unit.whole };
  return {
    item: {
      kind: 'number',
      reading: whole === null ? null : { ...whole, fraction: unit?.fraction ?? whole.fraction },
      signed: isSigned,
      inWords: unit !== null,
      odd: unit !== null && !isSigned && unit.fraction === '',
      numberStart: negative ? (tokens[at - 1]?.start ?? digits.start) : digits.start,
      numberEnd: tokens[afterNumber - 1]?.end ?? digits.end,
    },
    next: isSigned ? signed : afterNumber,
  };
}

/** What follows tens in digits: `80 y cinco`, `80 y 5`, `87 coma 5`, `87 y medio`. */
function unitAfter(
  tokens: readonly Token[],
  at: number,
  digits: Token,
): { whole: string; fraction: string; next: number } | null {
  if (!/^\d{1,3}$/.test(digits.text)) return null;
  const joint = skipSpaces(tokens, at + 1);
  const how = joint > at + 1 ? soundAt(tokens, joint) : '';
  const place = skipSpaces(tokens, joint + 1);
  if (how === 'i' && /^me[dj]i[oa]$/.test(soundAt(tokens, place))) {
    return { whole: digits.text, fraction: '5', next: place + 1 };
  }
  const unit = digitOf(tokens[place]);
  if (unit === null) return null;
  if (how === 'koma' || how === 'punto') return { whole: digits.text, fraction: unit, next: place + 1 };
  if (how !== 'i' || !/^[2-9]0$/.test(digits.text) || !/^[1-9]$/.test(unit)) return null;
  return { whole: String(Number(digits.text) + Number(unit)), fraction: '', next: place + 1 };
}

function digitOf(token: Token | undefined): string | null {
  if (token?.kind === 'digits') return /^\d+$/.test(token.text) ? token.text : null;
  const words = token?.kind === 'word' ? numberWordsIn(token.text, token.sound) : null;
  return words === null ? null : decimalsInWords(words);
}

function readWords(tokens: readonly Token[], at: number, token: Token): ReadNumber | null {
  const together = /^(\p{L}{3,}?)(?:p[oe]r|x)[sc]ien(?:to)?s?$/iu.exec(token.text)?.[1];
  const inOne = together === undefined ? null : numberWordsIn(together);
  if (inOne !== null) return numberOf(tokens, at + 1, { words: inOne, decimals: [] }, at, true);
  const run = wordRun(tokens, at);
  if (run.words.length === 0) return null;
  const comma = decimalRun(tokens, run.next);
  const read = numberOf(tokens, comma.next, { ...run, decimals: comma.words }, at, false);
  return run.words.length === 1 && run.words[0] === 'un' && !read.item.signed ? null : read;
}

type Said = { readonly words: readonly string[]; readonly decimals: readonly string[] };

function numberOf(
  tokens: readonly Token[],
  afterNumber: number,
  { words, decimals }: Said,
  at: number,
  signGlued: boolean,
): ReadNumber {
  const signed = signGlued ? afterNumber : signAfterNumber(tokens, afterNumber);
  const half = decimals[0] === 'medio';
  const withoutY = numberWithoutY(words);
  const once = words.slice(0, words.length / 2);
  const twice = words.length % 2 === 0 && once.join() === words.slice(once.length).join();
  const whole = withoutY ?? numberInWords(twice ? once : words);
  const fraction = half ? '5' : decimals.length === 0 ? '' : decimalsInWords(decimals);
  return {
    item: {
      kind: 'number',
      reading:
        whole === null || fraction === null
          ? null
          : {
              whole: Number.isFinite(whole) ? String(whole) : '1000',
              fraction,
              negative: false,
              thousands: false,
            },
      signed: signGlued || signed > afterNumber,
      inWords: true,
      odd: withoutY !== null,
      numberStart: tokens[at]?.start ?? 0,
      numberEnd: tokens[afterNumber - 1]?.end ?? 0,
    },
    next: signed,
  };
}

type Run = { readonly words: readonly string[]; readonly next: number };

/** The number words from a token on, with blanks between them; *y* only before a number word or a digit. */
function wordRun(tokens: readonly Token[], at: number): Run {
  const words: string[] = [];
  let next = at;
  if (wordAt(tokens, at).toLowerCase() === 'un') return { words: ['un'], next: at + 1 };
  for (let here = at; ; ) {
    const typed = wordAt(tokens, here);
    const found = typed === '' ? null : numberWordsIn(typed, soundAt(tokens, here));
    if (found !== null && (words.length > 0 || found[0] !== 'y')) {
      if (found.at(-1) === 'y' && unitAt(tokens, skipSpaces(tokens, here + 1)) === null) {
        words.push(...found.slice(0, -1));
        return { words, next: here + 1 };
      }
      words.push(...found);
      next = here + 1;
      here = skipSpaces(tokens, next);
    } else if (words.length > 0 && soundAt(tokens, here) === 'i') {
      const after = skipSpaces(tokens, here + 1);
      const unit = unitAt(tokens, after);
      if (unit === null) return { words, next };
      words.push('y', unit);
      next = after + 1;
      here = skipSpaces(tokens, next);
    } else return { words, next };
  }
}

/** The unit after *y*: a word, *un*, or a digit (`setenta y 5`). */
function unitAt(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  if (token?.kind === 'digits')
    return /^[1-9]$/.test(token.text) ? (WORD_OF_DIGIT[Number(token.text)] ?? null) : null;
  const typed = wordAt(tokens, at);
  if (typed.toLowerCase() === 'un') return 'un';
  const found = typed === '' ? null : numberWordsIn(typed, soundAt(tokens, at));
  return found?.length === 1 ? (found[0] ?? null) : null;
}

const WORD_OF_DIGIT = ['', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'];

function decimalRun(tokens: readonly Token[], at: number): Run {
  const here = skipSpaces(tokens, at);
  const joint = soundAt(tokens, here);
  const after = skipSpaces(tokens, here + 1);
  if (joint === 'i' && /^medi[oa]$/.test(soundAt(tokens, after)))
    return { words: ['medio'], next: after + 1 };
  if (joint !== 'koma' && joint !== 'punto') return { words: [], next: at };
  const run = wordRun(tokens, after);
  return run.words.length === 0 ? { words: [], next: at } : run;
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === 'word' ? token.text : '';
}

function soundAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.sound ?? '';
}

function isDash(token: Token | undefined): boolean {
  return token !== undefined && DASHES.has(token.text) && token.end - token.start === 1;
}

function isLoose(before: Token | undefined): boolean {
  return before === undefined || before.kind === 'space' || before.kind === 'newLine';
}

const GROUPED = /^\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|(?:,\d{3}){2,}(?:\.\d+)?|\.\d{3},\d+|,\d{3}\.\d+)$/;

/** Digits with points and commas as a number; null for `31.03.2022`, `3/4`, `10:30` and the like. */
function readingOf(text: string, negative: boolean): Reading | null {
  if (GROUPED.test(text)) {
    const decimal = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    const grouped = text.indexOf(text.charAt(decimal)) === decimal ? text.slice(0, decimal) : text;
    return { whole: grouped.replace(/[.,]/g, ''), fraction: '', negative, thousands: false };
  }
  const plain = /^(\d+)(?:([.,])(\d+))?$/.exec(text);
  if (plain === null) return null;
  const [, whole = '', separator, fraction = ''] = plain;
  const thousands = separator === '.' && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return { whole, fraction, negative, thousands };
}

/** Tenths of a percent, half-up from the digits as written; null outside 0..100. */
export function tenthsOf({ whole, fraction, negative }: Reading): number | null {
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (negative || digits.length > 3) return null;
  const units = Number(digits);
  if (units > 100 || (units === 100 && /[1-9]/.test(fraction))) return null;
  const half = Number(fraction.charAt(1) || '0') >= 5 ? 1 : 0;
  return units * 10 + Number(fraction.charAt(0) || '0') + half;
}
