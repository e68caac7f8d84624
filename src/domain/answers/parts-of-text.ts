import { type Carrying, carryingWords } from './carrier-words.ts';
import { listMarks } from './counted-lists.ts';
import { dateAt, isYear } from './dates-in-text.ts';
import { fractionAt } from './fractions-in-text.ts';
import { lately } from './lately.ts';
import { numberWordsIn } from './number-words.ts';
import { phraseBook } from './phrase-book.ts';
import { type Item, itemsOf, type NumberItem, tenthsOf } from './typed-numbers.ts';

type Place = {
  readonly start: number;
  readonly end: number;
  /** A line break stands before it. */
  readonly newLine: boolean;
};

/** A number that may be the percentage. */
export type Figure = Place & {
  readonly kind: 'figure';
  /** Null: outside 0..100, or unreadable (`8p%`). */
  readonly tenths: number | null;
  readonly signed: boolean;
  readonly item: NumberItem;
};

/** A text seen from its percentage: figures, and the words around them. */
export type Part =
  | Figure
  | (Place & {
      readonly kind: 'fraction';
      readonly tenths: number;
      /** The text names the thing that is counted: `un taller de dos`. */
      readonly counts: boolean;
    })
  | (Place & { readonly kind: 'date' })
  | (Place & { readonly kind: 'words'; readonly meaning: Carrying })
  /** `separator` ends the words that carry the figure; `silent` says nothing; `odd` makes a figure doubtful. */
  | (Place & {
      readonly kind: 'mark';
      readonly mark: string;
      readonly role: 'separator' | 'silent' | 'odd' | 'question';
    })
  | (Place & { readonly kind: 'sign' })
  /** Everything else: what was done, counts, amounts, numbers of contracts and laws. */
  | (Place & { readonly kind: 'content' });

export const partsOf = lately(readParts);

function readParts(text: string): readonly Part[] {
  const items = itemsOf(text);
  const sounds = items.map((item) => (item.kind === 'word' ? item.sound : ''));
  const parts: Part[] = [];
  for (let at = 0; at < items.length; ) {
    const read = partAt(text, items, sounds, at);
    const first = items[at];
    const last = items[read.next - 1];
    parts.push({
      ...read.part,
      start: first?.start ?? 0,
      end: last?.end ?? 0,
      newLine: first?.newLine ?? false,
    } as Part);
    at = read.next;
  }
  return withoutCounts(text, parts);
}

type Bare<T> = T extends unknown ? Omit<T, keyof Place> : never;
type Read = { readonly part: Bare<Part>; readonly next: number };

function partAt(text: string, items: readonly Item[], sounds: readonly string[], at: number): Read {
  const item = items[at];
  if (item === undefined) return { part: { kind: 'content' }, next: at + 1 };
  const date = dateAt(text, items, at);
  if (date > at) return { part: { kind: 'date' }, next: date };
  const fraction = fractionAt(text, items, at);
  if (fraction !== null) {
    const { tenths, counts, next } = fraction;
    return { part: { kind: 'fraction', tenths, counts }, next };
  }
  switch (item.kind) {
    case 'number':
      // *Mil gracias*
      if (item.inWords && sounds[at + 1] === 'grasias')
        return { part: { kind: 'words', meaning: 'courtesy' }, next: at + 2 };
      return figureAt(at, item);
    case 'sign':
      return { part: { kind: 'sign' }, next: at + 1 };
    case 'mark':
      return markAt(items, at, item.mark);
    case 'word': {
      // The tax *IVA*, not *iba*; the *m* of *a. m.*, not *mmm*.
      if (/^(?:iva|m)$/i.test(item.word)) return { part: { kind: 'content' }, next: at + 1 };
      const spoken = spokenMarks.at(sounds, at);
      if (spoken !== null) return { part: { kind: 'mark', mark: '.', role: 'separator' }, next: spoken.next };
      if (isSoundOfYear(item.sound) && isYear(items[at + 1])) return { part: { kind: 'date' }, next: at + 2 };
      const found = carryingWords.at(sounds, at);
      if (found === null) return { part: { kind: 'content' }, next: at + 1 };
      return { part: { kind: 'words', meaning: found.meaning }, next: found.next };
    }
  }
}

/** Punctuation as dictation sometimes writes it. */
const spokenMarks = phraseBook<'mark'>({
  mark: 'punto, coma, punto y aparte, punto seguido, punto y seguido, punto y coma, dos puntos',
});

function isSoundOfYear(sound: string): boolean {
  return sound === 'bijensia' || sound === 'año' || sound === 'ano';
}

function figureAt(at: number, item: NumberItem): Read {
  if (item.reading === null && !item.signed) return { part: { kind: 'content' }, next: at + 1 };
  const tenths = item.reading === null ? null : tenthsOf(item.reading);
  return { part: { kind: 'figure', tenths, signed: item.signed, item }, next: at + 1 };
}

const SEPARATORS = /^[.,;:\-–—−=/|)\]…→>]$/;
const ODD = /^[+±<>°º&@^]$/;
const EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F}|\u{200D}|\u{20E3})$/u;

function markAt(items: readonly Item[], at: number, mark: string): Read {
  const signs = items
    .slice(at, at + 3)
    .map((item) => (item.kind === 'mark' ? item.mark : item.kind === 'word' ? item.sound : ''));
  if (signs[0] === '+' && (signs[1] === 'o' || signs[1] === '/') && signs[2] === '-') {
    return { part: { kind: 'words', meaning: 'carrier' }, next: at + 3 };
  }
  if (mark === '-' && signs[1] === '>') return { part: { kind: 'words', meaning: 'instead' }, next: at + 2 };
  const role = /^[?¿]$/.test(mark)
    ? 'question'
    : ODD.test(mark) || (mark === '/' && at === 0)
      ? 'odd'
      : SEPARATORS.test(mark) || EMOJI.test(mark)
        ? 'separator'
        : mark === '$' || mark === '#'
          ? 'odd'
          : 'silent';
  return { part: { kind: 'mark', mark, role }, next: at + 1 };
}

function isBare(part: Part | undefined): part is Figure {
  return part?.kind === 'figure' && !part.signed;
}

/**
 * Numbers that count things (`80 personas`), number things (`contrato 80`) or stand inside words are no figures. Works
 * from the end, so that all of `15, 16 y 17 de marzo` and `20-25 personas` is treated alike.
 */
function withoutCounts(text: string, parts: readonly Part[]): readonly Part[] {
  const kept = [...parts];
  if (!parts.some(isBare)) return parts;
  const listed = listMarks(text);
  const said = parts.some((part) => part.kind === 'content');
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = kept[at];
    if (
      isBare(part) &&
      (listed.has(part.start) ||
        (said && isYear({ ...part.item, newLine: false })) ||
        isCount(text, kept, at))
    ) {
      kept[at] = { kind: 'content', start: part.start, end: part.end, newLine: part.newLine };
    }
  }
  return kept;
}

const UNITS =
  /^(?:mil|millon|millones|millonadas?|pesos?|cop|smlv|smmlv|smldv|am|pm|hrs?|km|m2|mts?|kg|hectareas?|usd|ext|jac|pqrs|pqrsd)$/i;

function isCount(text: string, parts: readonly Part[], at: number): boolean {
  const before = parts[at - 1];
  const after = parts[at + 1];
  if (before?.kind === 'mark' && /^[$#]$/.test(before.mark)) return true;
  const directlyBefore = before !== undefined && parts[at]?.newLine === false;
  if (directlyBefore && before.kind === 'content') return true;
  if (after === undefined || after.newLine) return false;
  const word = text.slice(after.start, after.end);
  if (after.kind === 'content') {
    if (/^(?:1|uno?|una)$/i.test(text.slice(parts[at]?.start ?? 0, parts[at]?.end ?? 0)))
      return /\p{L}/u.test(word);
    return (
      UNITS.test(word) ||
      (/s$/iu.test(word) && !/^(?:pts|puntos|es|pues|tras|mas|menos)$/iu.test(word)) ||
      !/\p{L}/u.test(word)
    );
  }
  if (after.kind === 'figure' && !after.signed && after.item.inWords && after.item.reading?.whole === '1000')
    return true;
  if (after.kind === 'words' && after.meaning === 'of') return isOfThings(parts, at + 2);
  if (isHour(text, parts, at)) return true;
  return isListed(text, parts, at + 1);
}

/** `10: 30` */
function isHour(text: string, parts: readonly Part[], at: number): boolean {
  const [hour, colon, minutes] = parts.slice(at, at + 3);
  if (hour === undefined || colon?.kind !== 'mark' || minutes === undefined) return false;
  return minutes.kind !== 'figure' && /^\d{1,2}\s*:\s*[0-5]\d$/.test(text.slice(hour.start, minutes.end));
}

/** `50 de los asistentes`: followed by something that is neither progress nor a date. */
function isOfThings(parts: readonly Part[], from: number): boolean {
  let at = from;
  for (let part = parts[at]; part?.kind === 'words' && part.meaning === 'carrier'; part = parts[at]) at += 1;
  return parts[at]?.kind === 'content';
}

/** `15, 16 y 17 de marzo`, `20-25 personas`: joined to a date or a count. */
function isListed(text: string, parts: readonly Part[], from: number): boolean {
  const joint = parts[from];
  if (joint === undefined) return false;
  const written = text.slice(joint.start, joint.end).toLowerCase();
  if (!/^(?:[-–—,/~]|al?|y|e|o|u|hasta)$/.test(written)) return false;
  const article = parts[from + 1];
  const skipped =
    article?.kind === 'words' && /^(?:el|la|los|las|y|o|u)$/i.test(text.slice(article.start, article.end));
  const place = skipped ? from + 2 : from + 1;
  const other = parts[place];
  if (other === undefined || other.newLine) return false;
  if (other.kind === 'date') return !/^al?$/.test(written) || isDayOfMonth(parts[from - 1]);
  return other.kind === 'content' && isNumber(text.slice(other.start, other.end));
}

function isDayOfMonth(part: Part | undefined): boolean {
  return part?.kind === 'figure' && part.tenths !== null && part.tenths <= 310;
}

function isNumber(written: string): boolean {
  return /^\d/.test(written) || numberWordsIn(written) !== null;
}
