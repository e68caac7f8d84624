/** What stands in place of an address of the web or of mail. */
export const ADDRESS_MARK = '[dirección omitida]';
/** What stands in place of a person's name. */
export const NAME_MARK = '[nombre omitido]';

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const WITH_SCHEME = /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s<>"«»]+/giu;
const LABELS = '(?<![\\p{L}\\p{N}@.])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?\\.)+';
/** After a full stop without a space these are words (`taller.Es`), so they count only before a slash. */
const WITH_PATH = new RegExp(
  `${LABELS}(?:ai|app|be|cc|cloud|co|com|edu|es|gl|gle|gov|info|io|link|live|ly|me|mil|ms|net|online|org|page|site|to|us|web)/[^\\s<>"«»]*`,
  'giu',
);
const BARE = new RegExp(`${LABELS}(?:com|co|edu|gov|info|mil|net|org)(?![\\p{L}\\p{N}])`, 'giu');

/** The text with a mark in place of each address of the web or of mail; the punctuation after it stays. */
export function withoutAddresses(text: string): string {
  return [MAIL, WITH_SCHEME, WITH_PATH, BARE].reduce(
    (rest, address) => rest.replace(address, (found) => ADDRESS_MARK + endOf(found)),
    text,
  );
}

function endOf(address: string): string {
  const [end = ''] = /[.,;:!?)\]}'’”*_]*$/.exec(address) ?? [];
  return end;
}

/** Words within a name that name nobody. */
const PARTICLES = new Set(['de', 'del', 'la', 'las', 'los', 'el', 'y', 'san', 'santa']);
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'aáàäâã',
  e: 'eéèëê',
  i: 'iíìïî',
  o: 'oóòöôõ',
  u: 'uúùüû',
  n: 'nñ',
  c: 'cç',
};

/**
 * A function that puts a mark in place of each of these people's names: the first word of the name followed by any of its
 * others (`Diana Mina`, `DIANA MARCELA MINA`). A name of one word is not looked for: it may be any word.
 */
export function withoutNames(names: readonly string[]): (text: string) => string {
  const byFirst = Map.groupBy([...new Set(names)].flatMap(patternOf), ({ first }) => first);
  // A plan says most of its texts many times.
  const known = new Map<string, string>();
  return (text) => {
    // Of a thousand names a text has the first words of a few.
    const before = known.get(text);
    if (before !== undefined) return before;
    const named = [...new Set(wordsOf(text))].flatMap((word) => byFirst.get(word) ?? []);
    const without = named.reduce((rest, { pattern }) => rest.replace(pattern, NAME_MARK), text);
    known.set(text, without);
    return without;
  };
}

type Name = { readonly first: string; readonly pattern: RegExp };

function patternOf(name: string): readonly Name[] {
  const words = wordsOf(name).filter((word) => !PARTICLES.has(word) && word.length > 1);
  const [first, ...others] = words;
  if (first === undefined || others.length === 0) return [];
  const other = others.map(anyAccent).join('|');
  const particles = `(?:\\s+(?:${[...PARTICLES].join('|')}))*`;
  const more = `(?:${particles}\\s+(?:\\p{L}\\.\\s*)?(?:${other})(?![\\p{L}\\p{N}]))+`;
  return [{ first, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${anyAccent(first)}${more}`, 'giu') }];
}

/** In small letters, without accents. */
function wordsOf(text: string): readonly string[] {
  return plain(text.toLocaleLowerCase('es')).match(/[\p{L}\p{N}'’-]+/gu) ?? [];
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Forms lose accents in capitals, and phones add them. */
function anyAccent(word: string): string {
  return [...word]
    .map((letter) => {
      const all = ACCENTS[letter];
      return all === undefined ? letter.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&') : `[${all}]`;
    })
    .join('');
}

/** Whether a text holds a number that may be a phone or an identity card: seven digits or more, no amount of money. */
export function hasLongNumber(text: string): boolean {
  return /(?<![\d$.,]|\$\s)\d(?:[ .-]?\d){6,}/.test(text);
}
