import { ANSWERS } from '../constants.ts';
import { hasLetter } from '../invisible.ts';
import { SHORT_MONTHS } from '../months.ts';
import { type Item, itemsOf, type Reading } from './typed-numbers.ts';

/** What a typed text says to the question for a percentage; `tenths` is the percentage times ten, 0..1000. */
export type TypedAnswer =
  /** Nothing but a percentage. */
  | { readonly kind: 'percentage'; readonly tenths: number }
  /** A percentage and what was done. */
  | { readonly kind: 'both'; readonly tenths: number; readonly observation: string }
  /** To be asked first: *¿50 %?* Null when the text holds no observation. */
  | { readonly kind: 'doubtful'; readonly tenths: number; readonly observation: string | null }
  /** A number outside 0..100, alone or standing first, as it was written. */
  | { readonly kind: 'outOfRange'; readonly written: string; readonly observation: string | null }
  /** Words without a percentage, enough of them to be an observation. */
  | { readonly kind: 'observation'; readonly text: string }
  | { readonly kind: 'nothing' };

type NumberItem = Extract<Item, { kind: 'number' }>;

const SEPARATORS = new Set(['-', '–', '—', '−', ',', ';']);
const LEADING_SEPARATORS = /^[\s\-–—−,;:.]+/u;
/** What may stand after a percentage without saying anything, emoji among it. */
const SILENT = /^(?:[.,;:!…)"'»”’\-–—−]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})$/u;
const OPENING = /^[("'«“‘¡¿[]$/u;
const CONNECTORS = new Set([
  '-',
  '–',
  '—',
  '−',
  ',',
  ';',
  '/',
  '+',
  '~',
  'a',
  'al',
  'hasta',
  'o',
  'u',
  'y',
  'e',
  'ni',
]);
const ENUMERATING = new Set(['o', 'u', 'y', 'e', 'ni']);
const ARTICLES = new Set(['el', 'la', 'un', 'una', 'del']);
/** A month, also misspelt between its beginning and its end. */
const MONTH = new RegExp(`^(?:${SHORT_MONTHS})(?:$|[a-z]*(?:ero|rzo|ril|yo|nio|lio|sto|bre)$)`);

/**
 * Reads an answer to *¿Qué porcentaje lleva?* (specification: What counts as a percentage): it never guesses. Never
 * throws; takes time in proportion to the length of the text.
 */
export function readTypedAnswer(text: string): TypedAnswer {
  const items = itemsOf(text);
  const [first] = items;
  if (first?.kind === 'number' && first.reading !== null && !inList(items, 0)) {
    const answer = first.signed
      ? readSignedFirst(text, items, first, first.reading)
      : readBareFirst(text, items, first, first.reading);
    if (answer !== null) return answer;
  }
  return readElsewhere(text, items) ?? readWithout(text);
}

/** `80 % …`: both, unless *de* or *del* follows or it is unclear what does. */
function readSignedFirst(
  text: string,
  items: readonly Item[],
  first: NumberItem,
  reading: Reading,
): TypedAnswer {
  const [, next] = items;
  const whole = text.trim();
  const after = observationAfter(text, first.end);
  const ofSomething = next?.kind === 'word' && isOf(next.word) && !next.newLine;
  if (tenthsOf(reading) === null) return outOfRange(text, first, ofSomething ? whole : after);
  if (isSilent(items, 1)) return certain(reading);
  if (!hasLetter(after) || isUnclear(next)) return doubtful(reading, isQuestion(items) ? null : whole);
  return ofSomething ? doubtful(reading, whole) : certain(reading, after, whole);
}

/** `80 - …`: both only with a separator and then a letter; alone it is a percentage. */
function readBareFirst(
  text: string,
  items: readonly Item[],
  first: NumberItem,
  reading: Reading,
): TypedAnswer | null {
  if (isSilent(items, 1))
    return tenthsOf(reading) === null ? outOfRange(text, first, null) : certain(reading);
  if (isQuestion(items)) return tenthsOf(reading) === null ? null : doubtful(reading, null);
  let at = 1;
  let separated = items[1]?.newLine === true;
  for (let mark = items[at]; mark?.kind === 'mark' && SEPARATORS.has(mark.mark); mark = items[at]) {
    at += 1;
    separated ||= true;
  }
  const next = items[at];
  if (!separated || next?.kind !== 'word' || MONTH.test(next.word)) return null;
  if (ENUMERATING.has(next.word) && leadsToNumber(items, at + 1)) return null;
  const after = observationAfter(text, first.end);
  if (tenthsOf(reading) === null) return outOfRange(text, first, after);
  return isOf(next.word) && !next.newLine
    ? doubtful(reading, text.trim())
    : certain(reading, after, text.trim());
}

/** A percentage inside a text, when it carries the only sign in it. */
function readElsewhere(text: string, items: readonly Item[]): TypedAnswer | null {
  const signs = items.flatMap((item, at) => (isSign(item) ? [at] : []));
  const [at, second] = signs;
  if (at === undefined || second !== undefined) return null;
  const stray = items[at]?.kind === 'sign';
  const place = stray ? at + 1 : at;
  const item = items[place];
  if (item?.kind !== 'number' || item.reading === null || (item.newLine && stray)) return null;
  if (tenthsOf(item.reading) === null || inList(items, place, at)) return null;
  return doubtful(item.reading, hasLetter(text.replace(/por\s*cien(to)?/iu, '')) ? text.trim() : null);
}

function readWithout(text: string): TypedAnswer {
  const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length < ANSWERS.observationWords || !hasLetter(text)) return { kind: 'nothing' };
  return { kind: 'observation', text: text.trim() };
}

/** Whether the number at `at` belongs to a range or a list: `20-25 %`, `entre 20 y 25 %`, `15, 16 y 17 %`. */
function inList(items: readonly Item[], at: number, from = at): boolean {
  const item = items[at];
  return item?.kind === 'number' && (listedBefore(items, from) || listedAfter(items, at, item.signed));
}

function listedBefore(items: readonly Item[], at: number): boolean {
  if (items[at]?.newLine) return false;
  let before = at - 1;
  if (ARTICLES.has(wordOf(items[before])) && !CONNECTORS.has(wordOf(items[before]))) before -= 1;
  const connector = wordOf(items[before]);
  const other = items[CONNECTORS.has(connector) ? before - 1 : before];
  if (other?.kind !== 'number') return false;
  /** A year or a count before a comma is no list: `a marzo de 2022, 50 % de avance`. */
  return connector !== ',' || other.reading === null || tenthsOf(other.reading) !== null;
}

/** After a signed number only what is a percentage too makes a list: `80 % - 3 talleres realizados` is none. */
function listedAfter(items: readonly Item[], at: number, signed: boolean): boolean {
  let after = at + 1;
  if (items[after]?.newLine) return false;
  const connected = CONNECTORS.has(wordOf(items[after]));
  if (connected) after += 1;
  if (ARTICLES.has(wordOf(items[after]))) after += 1;
  const other = items[after];
  if (other?.kind !== 'number' || other.newLine) return false;
  return !signed || other.signed || isSilent(items, after + 1);
}

function leadsToNumber(items: readonly Item[], at: number): boolean {
  return items[ARTICLES.has(wordOf(items[at])) ? at + 1 : at]?.kind === 'number';
}

/** The word or mark of an item; empty for a number or none. */
function wordOf(item: Item | undefined): string {
  if (item?.kind === 'word') return item.word;
  return item?.kind === 'mark' ? item.mark : '';
}

function isSign(item: Item): boolean {
  return item.kind === 'sign' || (item.kind === 'number' && item.signed);
}

function isOf(word: string): boolean {
  return word === 'de' || word === 'del';
}

function isSilent(items: readonly Item[], from: number): boolean {
  return items.slice(from).every((item) => item.kind === 'mark' && SILENT.test(item.mark));
}

/** `¿50 %?` without its opening: someone who asks does not answer. */
function isQuestion(items: readonly Item[]): boolean {
  const marks = items.slice(1);
  return marks.every((item) => item.kind === 'mark' && (item.mark === '?' || SILENT.test(item.mark)));
}

function isUnclear(next: Item | undefined): boolean {
  return (
    next?.kind === 'sign' || (next?.kind === 'mark' && !SILENT.test(next.mark) && !OPENING.test(next.mark))
  );
}

function observationAfter(text: string, end: number): string {
  return text.slice(end).replace(LEADING_SEPARATORS, '').trim();
}

function certain(reading: Reading, observation = '', whole = observation): TypedAnswer {
  if (reading.thousands) return doubtful(reading, whole === '' ? null : whole);
  const tenths = tenthsOf(reading) ?? 0;
  return observation === '' ? { kind: 'percentage', tenths } : { kind: 'both', tenths, observation };
}

function doubtful(reading: Reading, observation: string | null): TypedAnswer {
  return { kind: 'doubtful', tenths: tenthsOf(reading) ?? 0, observation };
}

function outOfRange(text: string, item: NumberItem, observation: string | null): TypedAnswer {
  const said = observation !== null && hasLetter(observation) ? observation : null;
  return { kind: 'outOfRange', written: text.slice(item.start, item.numberEnd), observation: said };
}

/** Tenths of a percent, half-up from the digits as written; null outside 0..100. */
function tenthsOf({ whole, fraction, negative }: Reading): number | null {
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (negative || digits.length > 3) return null;
  const units = Number(digits);
  if (units > 100 || (units === 100 && /[1-9]/.test(fraction))) return null;
  const half = Number(fraction.charAt(1) || '0') >= 5 ? 1 : 0;
  return units * 10 + Number(fraction.charAt(0) || '0') + half;
}
