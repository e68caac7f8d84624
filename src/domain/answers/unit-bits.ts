import { carryingWords } from './carrier-words.ts';
import { listMarks } from './counted-lists.ts';
import { dateAt, isYear } from './dates-in-text.ts';
import type { Nouns } from './measure-nouns.ts';
import { type Item, itemsOf, type NumberItem, tenthsOf } from './typed-numbers.ts';
import { unitWords } from './unit-words.ts';
import { amountInWords, amountsInDigits } from './written-amounts.ts';

type Place = { readonly start: number; readonly end: number; readonly newLine: boolean };

/** A number that may count the measure. */
export type Amount = Place & {
  readonly kind: 'amount';
  /** The values that may be meant, the likely one first. */
  readonly values: readonly number[];
  /** The whole it is said to be of: `3 de 4`; null: not said. */
  readonly all: number | null;
  /** The measure is named: `3 talleres`. */
  readonly named: boolean;
};

/** A text seen from its amounts. */
export type Bit =
  | Amount
  | (Place & { readonly kind: 'percent'; readonly tenths: number | null })
  | (Place & {
      readonly kind:
        | 'noun'
        | 'of'
        | 'silent'
        | 'separator'
        | 'opening'
        | 'slash'
        | 'did'
        | 'more'
        | 'every'
        | 'none'
        | 'missing'
        | 'meant'
        | 'instead'
        | 'doubt'
        | 'content';
    });

type Kind = Exclude<Bit['kind'], 'amount' | 'percent'>;
type Read = {
  readonly bit: { readonly kind: Kind } | Omit<Amount, keyof Place> | Percent;
  readonly next: number;
};
type Percent = { readonly kind: 'percent'; readonly tenths: number | null };

/** The smallest bits, before `3 de 4 talleres` is put together. Linear in the length of the text. */
export function bitsOf(typed: string, nouns: Nouns): readonly Bit[] {
  const text = masculine(typed);
  const items = itemsOf(text);
  const sounds = items.map((item) => (item.kind === 'word' ? item.sound : ''));
  const listed = listMarks(text);
  const bits: Bit[] = [];
  for (let at = 0; at < items.length; ) {
    const read = bitAt(text, items, sounds, at, nouns);
    const [first, last] = [items[at], items[read.next - 1]];
    const isMark = first !== undefined && listed.has(first.start);
    const bit = isMark && read.bit.kind === 'amount' ? { kind: 'content' as const } : read.bit;
    const place = { start: first?.start ?? 0, end: last?.end ?? 0, newLine: first?.newLine ?? false };
    const before = bits.at(-1);
    if (bit.kind === 'noun' && before?.kind === 'amount' && isHalf(sounds, read.next)) {
      bits.splice(-1, 1, { ...before, values: before.values.map((value) => value + 0.5) });
      bits.push({ ...bit, ...place, end: items[read.next + 1]?.end ?? place.end });
      at = read.next + 2;
      continue;
    }
    bits.push({ ...bit, ...place });
    at = read.next;
  }
  return bits;
}

function bitAt(
  text: string,
  items: readonly Item[],
  sounds: readonly string[],
  at: number,
  nouns: Nouns,
): Read {
  const item = items[at];
  const one = (kind: Kind, next = at + 1): Read => ({ bit: { kind }, next });
  if (item === undefined) return one('content');
  const noun = nouns.at(sounds, at);
  if (noun > 0) return one('noun', at + noun);
  if (item.kind === 'number') {
    const share = shareIn(text.slice(item.start, item.end));
    if (share !== null) return { bit: share, next: at + 1 };
    const date = dateAt(text, items, at);
    return date > at ? one('silent', date) : numberAt(text, items, sounds, at, item, nouns);
  }
  const date = dateAt(text, items, at);
  if (date > at) return one('silent', date);
  if (item.kind === 'sign') return { bit: { kind: 'percent', tenths: null }, next: at + 1 };
  if (item.kind === 'mark') return one(markOf(item.mark));
  if (/^un[ao]?$/.test(item.sound) && (nouns.at(sounds, at + 1) > 0 || items[at + 1] === undefined))
    return { bit: { kind: 'amount', values: [1], all: null, named: false }, next: at + 1 };
  const own = unitWords.at(sounds, at);
  const carrying = carryingWords.at(sounds, at);
  if (own !== null && own.next >= (carrying?.next ?? 0)) return one(own.meaning, own.next);
  return carrying === null ? one('content') : one(kindOf(carrying.meaning), carrying.next);
}

/** `3/4`, but not `03/04`. */
function shareIn(written: string): Omit<Amount, keyof Place> | null {
  const [, amount = '', all = ''] =
    /^(0|[1-9]\d{0,5}(?:[.,]\d{1,3})?)\/([1-9]\d{0,5}(?:[.,]\d{1,3})?)$/.exec(written) ?? [];
  const [values, whole] = [amountsInDigits(amount), amountsInDigits(all)?.[0]];
  if (values === null || whole === undefined) return null;
  return { kind: 'amount', values, all: whole, named: false };
}

function numberAt(
  text: string,
  items: readonly Item[],
  sounds: readonly string[],
  at: number,
  item: NumberItem,
  nouns: Nouns,
): Read {
  if (item.signed) {
    const tenths = item.reading === null ? null : tenthsOf(item.reading);
    return { bit: { kind: 'percent', tenths }, next: at + 1 };
  }
  const content: Read = { bit: { kind: 'content' }, next: at + 1 };
  const before = items[at - 1];
  if (before?.kind === 'mark' && /^[$#º°]$/.test(before.mark)) return content;
  const glued = items[at + 1];
  const behind = nouns.at(sounds, at + 1) > 0 || sounds[at + 1] === 'de';
  if (item.reading === null && !(glued?.start === item.end && behind) && !item.inWords) return content;
  if (item.reading?.negative === true) return content;
  if (isYear(item) && (items[at - 1]?.kind === 'word' || items[at + 1]?.kind === 'word') && !behind)
    return content;
  const written = text.slice(item.numberStart, item.numberEnd);
  const values = item.inWords ? inWords(written, item) : amountsInDigits(written);
  if (values === null) return content;
  const thousand = glued?.kind === 'number' && /^mil$/i.test(text.slice(glued.start, glued.end));
  const next = !thousand || item.inWords ? at + 1 : hundredsAt(text, items, at + 2) > 0 ? at + 3 : at + 2;
  const said = next > at + 1 ? values.map((value) => value * 1000 + hundredsAt(text, items, at + 2)) : values;
  const half = isHalf(sounds, next) ? 0.5 : 0;
  return {
    bit: { kind: 'amount', values: said.map((value) => value + half), all: null, named: false },
    next: half > 0 ? next + 2 : next,
  };
}

/** *2 mil 500*: what follows the thousands; 0 without it. */
function hundredsAt(text: string, items: readonly Item[], at: number): number {
  const item = items[at];
  if (item?.kind !== 'number' || item.signed || item.newLine) return 0;
  const written = text.slice(item.start, item.end);
  return /^\d{1,3}$/.test(written) ? Number(written) : 0;
}

function inWords(written: string, item: NumberItem): readonly number[] | null {
  const value = amountInWords(written);
  if (value !== null) return [value];
  const { reading } = item;
  return reading === null || reading.whole === '1000'
    ? null
    : [Number(`${reading.whole}.${reading.fraction || 0}`)];
}

/** *Tres y medio* */
function isHalf(sounds: readonly string[], at: number): boolean {
  return sounds[at] === 'i' && /^medi[oa]$/.test(sounds[at + 1] ?? '');
}

function markOf(mark: string): Kind {
  if (mark === '/') return 'slash';
  if (/^[?¿+±<>~&@^]$/.test(mark)) return 'doubt';
  if (/^[$#º°]$/.test(mark)) return 'content';
  if (/^[([]$/.test(mark)) return 'opening';
  return /^[.,;:\-–—=|)\]…→!¡*"'«»“”]$/.test(mark) || /^\P{L}$/u.test(mark) ? 'separator' : 'silent';
}

/** *Doscientas*, *treinta y una*: numbers agree with what they count. As long as before. */
function masculine(text: string): string {
  return text
    .replace(/(cient|nient)as(?!\p{L})/giu, '$1os')
    .replace(/((?:[ei]nta|veinte) y |veinti)una(?!\p{L})/giu, '$1uno');
}

type Carrying = NonNullable<ReturnType<typeof carryingWords.at>>['meaning'];

function kindOf(meaning: Carrying): Kind {
  switch (meaning) {
    case 'of':
      return 'of';
    case 'carrier':
    case 'courtesy':
    case 'now':
    case 'signed':
    case 'done':
    case 'whole':
      return 'silent';
    case 'missing':
      return 'missing';
    case 'instead':
    case 'not':
      return 'instead';
    case 'almost':
    case 'none':
    case 'once':
    case 'joint':
    case 'doubt':
      return 'doubt';
  }
}
