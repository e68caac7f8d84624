import { type DecimalNumber, decimalNumberInWords, foldWord, isNumberWord } from './number-words.ts';
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

/** A piece of what a person typed. Blanks are left out; `newLine` tells that one of them broke the line. */
export type Item = Place & { readonly newLine: boolean } & (
    | {
        readonly kind: 'number';
        /** Null for what has digits or number words but is no number: dates, fractions, `2A`, `veinte y treinta`. */
        readonly reading: Reading | null;
        /** Followed by `%`, *por ciento*, *por cien* or *porciento*. */
        readonly signed: boolean;
        /** End of the number itself, without its sign. */
        readonly numberEnd: number;
      }
    /** A `%` or *por ciento* that follows no number. */
    | { readonly kind: 'sign' }
    | { readonly kind: 'word'; readonly word: string }
    | { readonly kind: 'mark'; readonly mark: string }
  );

const DASHES = new Set(['-', '–', '—', '−']);

/** A typed text as numbers, signs, words and marks. Linear in its length. */
export function itemsOf(text: string): readonly Item[] {
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
    const read = readNumber(tokens, at) ?? readOther(tokens, at, token);
    items.push({ ...read.item, newLine, start: token.start, end: endBefore(tokens, read.next) });
    newLine = false;
    at = read.next;
  }
  return items;
}

type Bare<T> = T extends unknown ? Omit<T, 'start' | 'end' | 'newLine'> : never;
type Read = { readonly item: Bare<Item>; readonly next: number };

function readOther(tokens: readonly Token[], at: number, token: Token): Read {
  const sign = signAt(tokens, at);
  if (sign > at) return { item: { kind: 'sign' }, next: sign };
  if (token.kind === 'word') return { item: { kind: 'word', word: foldWord(token.text) }, next: at + 1 };
  return { item: { kind: 'mark', mark: token.text }, next: at + 1 };
}

function readNumber(tokens: readonly Token[], at: number): Read | null {
  const minus = DASHES.has(tokens[at]?.text ?? '') && isLoose(tokens[at - 1]) ? 1 : 0;
  const first = at + minus;
  const token = tokens[first];
  if (token?.kind === 'digits') return readDigits(tokens, first, token, minus === 1);
  return minus === 0 && token?.kind === 'word' ? readWords(tokens, at) : null;
}

function readDigits(tokens: readonly Token[], at: number, digits: Token, negative: boolean): Read {
  const afterNumber = at + 1;
  const afterSpaces = skipSpaces(tokens, afterNumber);
  const next = signAt(tokens, afterSpaces);
  const signed = next > afterSpaces;
  const glued = tokens[at - 1]?.kind === 'word' || (!signed && tokens[afterNumber]?.kind === 'word');
  const reading = glued ? null : readingOf(digits.text, negative);
  return {
    item: { kind: 'number', reading, signed, numberEnd: digits.end },
    next: signed ? next : afterNumber,
  };
}

function readWords(tokens: readonly Token[], at: number): Read | null {
  const whole = wordRun(tokens, at);
  if (whole.words.length === 0) return null;
  const comma = decimalRun(tokens, whole.next);
  const afterNumber = comma.next;
  const afterSpaces = skipSpaces(tokens, afterNumber);
  const next = signAt(tokens, afterSpaces);
  const signed = next > afterSpaces;
  if (whole.words.length === 1 && whole.words[0] === 'un' && !signed) return null;
  const value = decimalNumberInWords(whole.words, comma.words);
  const reading = value && { ...value, negative: false, thousands: false };
  return {
    item: { kind: 'number', reading, signed, numberEnd: endBefore(tokens, afterNumber) },
    next: signed ? next : afterNumber,
  };
}

type Run = { readonly words: readonly string[]; readonly next: number };

/** The number words from a token on, blanks between them, *y* only where a number word follows it. */
function wordRun(tokens: readonly Token[], at: number): Run {
  const words: string[] = [];
  let next = at;
  if (wordAt(tokens, at) === 'un') return { words: ['un'], next: at + 1 };
  for (let here = at; ; ) {
    const word = wordAt(tokens, here);
    if (isNumberWord(word)) {
      words.push(word);
      next = here + 1;
      here = skipSpaces(tokens, next);
    } else if (word === 'y' && words.length > 0) {
      const after = skipSpaces(tokens, here + 1);
      const unit = wordAt(tokens, after);
      if (unit !== 'un' && !isNumberWord(unit)) return { words, next };
      words.push(word, unit);
      next = after + 1;
      here = skipSpaces(tokens, next);
    } else return { words, next };
  }
}

function decimalRun(tokens: readonly Token[], at: number): Run {
  const here = skipSpaces(tokens, at);
  if (!['coma', 'punto'].includes(wordAt(tokens, here))) return { words: [], next: at };
  const run = wordRun(tokens, skipSpaces(tokens, here + 1));
  return run.words.length === 0 ? { words: [], next: at } : run;
}

/** The token after a sign that begins here, or `at` itself when none does. */
function signAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind === 'percent') return at + 1;
  const word = wordAt(tokens, at);
  if (word === 'porciento') return at + 1;
  const second = skipSpaces(tokens, at + 1);
  return word === 'por' && /^cien(to)?$/.test(wordAt(tokens, second)) ? second + 1 : at;
}

function endBefore(tokens: readonly Token[], next: number): number {
  return tokens[next - 1]?.end ?? 0;
}

function skipSpaces(tokens: readonly Token[], at: number): number {
  return tokens[at]?.kind === 'space' ? at + 1 : at;
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === 'word' ? foldWord(token.text) : '';
}

function isLoose(before: Token | undefined): boolean {
  return before === undefined || before.kind === 'space' || before.kind === 'newLine';
}

const GROUPED = /^\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|(?:,\d{3}){2,}(?:\.\d+)?|\.\d{3},\d+|,\d{3}\.\d+)$/;

/** Digits with points and commas as a number; null for what is none (`31.03.2022`, `3/4`, `10:30`). */
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
