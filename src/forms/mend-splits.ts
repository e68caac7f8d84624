import { comparable } from '../domain/outside-text.ts';
import type { Grid } from './grid.ts';

/** A split found in a text: `tecnologi cos` → `tecnologicos`. */
type Mend = { readonly before: string; readonly after: string };
export type Mender = (text: string) => { readonly text: string; readonly mends: readonly Mend[] };

const SHORTEST = 4;
const SPLIT = /(?<![\p{L}\p{N}])(\p{L}+)[ \n](?=(\p{L}+)(?![\p{L}\p{N}]))/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Words that are right both as one word and as two, so that nobody can say which was meant. */
const RIGHT_BOTH_WAYS = new Set(
  `abajo acerca acordar ademas adentro afin afuera alrededor aparte apenas aportar aprobar asimismo atender aunque
  bienestar conforme conque contexto contrato debajo demas deporte detras encima enfrente enseguida entorno entretanto
  malentendido maltrato mediodia porque porvenir quehacer quizas sinfin sinnumero sino sinvergüenza sobretodo tambien
  tampoco`
    .split(/\s+/)
    .map(comparable),
);

/**
 * Puts together words that were split by a space or a line break in this form. A split is mended only when the
 * joined word stands elsewhere in the form (accents and case aside), unless both halves also stand elsewhere by
 * themselves or the joined word is right as two words too. The space goes; nothing else is changed.
 */
export function menderOf(grid: Grid): Mender {
  const words = new Map<string, number>();
  const neighbours = new Map<string, number>();
  const texts = textsIn(grid);
  for (const [text, times] of texts) {
    for (const [word] of text.matchAll(WORD)) count(words, word, times);
  }
  const beginnings = beginningsOf([...words.keys()]);
  for (const [text, times] of texts) {
    for (const [first, second] of neighbouring(text)) {
      if (beginnings.has(first) && words.has(first + second)) count(neighbours, `${first} ${second}`, times);
    }
  }
  const standsAlone = (word: string, pair: string) => (words.get(word) ?? 0) > (neighbours.get(pair) ?? 0);
  const isSplit = (pair: string): boolean => {
    const [first = '', second = ''] = pair.split(' ');
    const joined = first + second;
    if (joined.length < SHORTEST || RIGHT_BOTH_WAYS.has(joined)) return false;
    return !(standsAlone(first, pair) && standsAlone(second, pair));
  };
  const splits = new Set([...neighbours.keys()].filter(isSplit));
  return (text) => {
    if (splits.size === 0) return { text, mends: [] };
    const mends: Mend[] = [];
    const mended = text.replace(SPLIT, (whole, first: string, second: string) => {
      if (!splits.has(`${comparable(first)} ${comparable(second)}`)) return whole;
      mends.push({ before: whole + second, after: first + second });
      return first;
    });
    return { text: mended, mends };
  };
}

/** The texts of a sheet, comparable, with how many cells say each: a plan repeats its components in every row. */
function textsIn(grid: Grid): ReadonlyMap<string, number> {
  const texts = new Map<string, number>();
  for (const row of grid.rows) {
    for (const { text } of row) if (text !== '') count(texts, text, 1);
  }
  const alike = new Map<string, number>();
  for (const [text, times] of texts) count(alike, comparable(text), times);
  return alike;
}

/** Words that another word begins with: only these can be the first half of a split. */
function beginningsOf(words: readonly string[]): ReadonlySet<string> {
  const sorted = words.toSorted((a, b) => (a < b ? -1 : 1));
  return new Set(sorted.filter((word, index) => sorted[index + 1]?.startsWith(word) === true));
}

function* neighbouring(text: string): Generator<[string, string]> {
  let last: { word: string; end: number } | undefined;
  for (const match of text.matchAll(WORD)) {
    if (last !== undefined && match.index === last.end + 1 && text[last.end] === ' ')
      yield [last.word, match[0]];
    last = { word: match[0], end: match.index + match[0].length };
  }
}

function count(counts: Map<string, number>, key: string, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}
