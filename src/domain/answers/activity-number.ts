import { numberInWords, numberWordsIn } from './number-words.ts';
import { isItsOwnShape, type PlanNumbers, shapeOf } from './plan-numbers.ts';

/** How a number of an activity may be introduced: `n.º`, `No.`, `#`, `actividad`, `la`, `en la`. */
const PREFIX =
  /^(?:(?:en |de |a |para )?(?:la|el)\s+)?(?:actividad|act\b\.?|meta|punto|[ií]tem)?\s*(?:n\s*\.?\s*[º°]\.?|n\s*\.?\s*o\b\.?|nro\b\.?|n[uú]m(?:ero)?\b\.?|#)?\s*/iu;

/** Whether a line begins with words that introduce a number of an activity. */
export function beginsWithNumberWord(line: string): boolean {
  return (PREFIX.exec(withoutBullet(line))?.[0] ?? '').trim() !== '';
}

function withoutBullet(line: string): string {
  return line.replace(/^[\s\-–—•·*_>]+(?=\S)/u, '');
}

export type NumberedStart = {
  /** The number as the form prints it; as it was written when no activity has it. */
  readonly number: string;
  readonly known: boolean;
  /** Introduced by `n.º`, `actividad`, `la`… */
  readonly named: boolean;
  /** *La primera*: mostly means the first one of something else. */
  readonly ordinal: boolean;
  /** The characters between the number and the rest. */
  readonly separator: string;
  readonly rest: string;
};

const ORDINALS = [
  'primera',
  'segunda',
  'tercera',
  'cuarta',
  'quinta',
  'sexta',
  's[eé]ptima',
  'octava',
  'novena',
  'd[eé]cima',
];
const SEPARATOR = /^(?:\*?\s*(?:\.\s?-|[-–—.,;:)=|°º]|\u{FE0F}?\u{20E3})+[.:]?\*?\s*|[ \t]+|$)/u;

/**
 * The number of an activity at the beginning of a line: `4 80%`, `3. 100 %`, `n.º 3: …`, `act 3 - …`, `C2-1.1: …`, `la
 * cinco …`; null without one. Longer numbers win, so that `1.1` is not 1.
 */
export function numberedStart(line: string, numbers: PlanNumbers): NumberedStart | null {
  const bare = withoutBullet(line);
  const prefix = PREFIX.exec(bare)?.[0] ?? '';
  for (const named of prefix.trim() === '' ? [''] : [prefix, '']) {
    const found = startAfter(bare.slice(named.length), numbers, named.trim() !== '');
    if (found !== null) return found;
  }
  return null;
}

function startAfter(text: string, numbers: PlanNumbers, named: boolean): NumberedStart | null {
  const known = numbers
    .writtenAs(beginningsOf(text))
    .toSorted((one, other) => other.length - one.length)
    .find((number) => number !== '');
  if (known !== undefined) return split(known, true, named, text.slice(known.length));
  const unknown = /^[\p{L}\d](?:[\p{L}\d.-]{0,7}[\p{L}\d])?(?![\p{L}\d])/u.exec(text)?.[0];
  if (unknown !== undefined && isLikeTheirs(unknown, numbers))
    return split(unknown, false, named, text.slice(unknown.length));
  return named ? inWords(text, numbers) : null;
}

/** Longer numbers than this are not looked for. */
const LONGEST_NUMBER = 60;

/** What a number at the beginning of a text may be: it ends before a blank or a mark. */
function beginningsOf(text: string): readonly string[] {
  const lengths = Array.from({ length: Math.min(text.length, LONGEST_NUMBER) }, (_, place) => place + 1);
  return lengths
    .filter((length) => !/^(?:[.,]?\d|\p{L})/u.test(text.slice(length)))
    .map((length) => text.slice(0, length));
}

/** Whether it has the shape of a known number: `9` is like `7` and `12`, `9.9` like `1.10`; a year is like neither. */
function isLikeTheirs(written: string, numbers: PlanNumbers): boolean {
  return isItsOwnShape(written)
    ? numbers.writtenAs([written]).length > 0
    : numbers.hasShape(shapeOf(written));
}

/** `la cinco`, `actividad dos`, `la primera` */
function inWords(text: string, numbers: PlanNumbers): NumberedStart | null {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? '';
  const ordinal = ORDINALS.findIndex((each) => new RegExp(`^${each}$`, 'iu').test(word));
  const words = ordinal < 0 ? numberWordsIn(word) : null;
  const value = ordinal < 0 ? (words === null ? null : numberInWords(words)) : ordinal + 1;
  const number = value === null ? '' : String(value);
  const start = numbers.has(number) ? split(number, true, true, text.slice(word.length)) : null;
  return start === null ? null : { ...start, ordinal: ordinal >= 0 };
}

/** `45 % se hizo`, `25 % 30 talleres`: the number is the figure itself; in `4 %80`, and in `4 % 80` alone, it is not. */
const PERCENT_SIGN = /^\s*[%％﹪٪℅](?!\d|\s*\d+(?:[.,]\d+)?(?:\s*[%％﹪٪℅])?[.\s]*$)/u;

function split(number: string, known: boolean, named: boolean, after: string): NumberedStart | null {
  if (PERCENT_SIGN.test(after)) return null;
  const separator = SEPARATOR.exec(after)?.[0];
  if (separator === undefined) return null;
  return { number, known, named, ordinal: false, separator, rest: after.slice(separator.length).trim() };
}
