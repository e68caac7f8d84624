import type { Item, NumberItem } from './typed-numbers.ts';

/** A share of a whole, which the bot asks about as a percentage: `3 de 4`, `3/4`, *la mitad*, *tres cuartas partes*. */
export type Fraction = {
  readonly tenths: number;
  readonly next: number;
  /** The text names the thing that is counted: `un taller de dos`. */
  readonly counts: boolean;
};

const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^mita[d]?$/, 2],
  [/^medi[ao]$/, 2],
  [/^mitades$/, 2],
  [/^terser[ao]s?$/, 3],
  [/^tersios?$/, 3],
  [/^kuart[ao]s?$/, 4],
  [/^kint[ao]s?$/, 5],
  [/^desim[ao]s?$/, 10],
];
const GLYPHS = new Map([
  ['½', 1 / 2],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 1 / 5],
]);

export function fractionAt(text: string, items: readonly Item[], at: number): Fraction | null {
  const item = items[at];
  if (item === undefined) return null;
  const glyph = item.kind === 'word' ? GLYPHS.get(item.word) : undefined;
  if (glyph !== undefined) return { tenths: Math.round(glyph * 1000), next: at + 1, counts: false };
  if (item.kind === 'word') {
    if (item.sound === 'un' || item.sound === 'una') {
      return partOf(items, at + 1, 1, true) ?? amountOfAll(text, items, at, 1);
    }
    return /^las?$/.test(item.sound) ? partOf(items, at + 1, 1, true) : partOf(items, at, 1, false);
  }
  if (item.kind !== 'number' || item.signed) return null;
  const slash = /^(\d{1,4})\/(\d{1,4})$/.exec(text.slice(item.start, item.end));
  if (slash) return share(Number(slash[1]), Number(slash[2]), at + 1);
  const amount = whole(item);
  if (amount === null) return null;
  return amountOfAll(text, items, at, amount) ?? (amount <= 9 ? partOf(items, at + 1, amount, true) : null);
}

/** `3 de 4`, `3 de los 4`; at the end of a text also `un taller de dos`. */
function amountOfAll(text: string, items: readonly Item[], at: number, amount: number): Fraction | null {
  const direct = allAfterOf(items, at + 1);
  if (direct !== null) return share(amount, direct.all, direct.next);
  const noun = items[at + 1];
  if (noun?.kind !== 'word' || noun.newLine) return null;
  const apart = allAfterOf(items, at + 2);
  return apart !== null && !/[\p{L}\p{N}]/u.test(text.slice(items[apart.next - 1]?.end ?? 0))
    ? share(amount, apart.all, apart.next, true)
    : null;
}

function allAfterOf(items: readonly Item[], at: number): { all: number; next: number } | null {
  const of = items[at];
  if (of?.kind !== 'word' || of.sound !== 'de') return null;
  const article = items[at + 1];
  const place = article?.kind === 'word' && /^l[ao]s$/.test(article.sound) ? at + 2 : at + 1;
  const total = items[place];
  if (total?.kind !== 'number' || total.signed) return null;
  const all = whole(total);
  return all === null ? null : { all, next: place + 1 };
}

function partOf(items: readonly Item[], at: number, amount: number, counted: boolean): Fraction | null {
  const item = items[at];
  if (item?.kind !== 'word') return null;
  const size = PARTS.find(([sound]) => sound.test(item.sound))?.[1];
  if (size === undefined) return null;
  const after = items[at + 1];
  const isPart = after?.kind === 'word' && /^partes?$/.test(after.sound);
  const alone = /^(?:mita|tersio|kuarto)/.test(item.sound);
  if (!isPart && !(alone && (counted || item.sound.startsWith('mita')))) return null;
  return share(amount, size, isPart ? at + 2 : at + 1);
}

function whole(item: NumberItem): number | null {
  const { reading } = item;
  if (reading === null || reading.negative || reading.fraction !== '') return null;
  return reading.whole.length <= 4 && !/^(?:19|20)\d\d$/.test(reading.whole) ? Number(reading.whole) : null;
}

function share(amount: number, all: number, next: number, counts = false): Fraction | null {
  if (all < 1 || amount > all) return null;
  return { tenths: Math.round((amount * 1000) / all), next, counts };
}
