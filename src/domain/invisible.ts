/**
 * Characters that nobody sees. Some mean something where a script or an emoji needs them. Anywhere else they
 * make two texts that look the same differ, carry words that nobody reads, or stand for nothing.
 */

/**
 * Never kept: bidi and zero-width marks, fillers of Hangul and similar (Unicode,
 * Default_Ignorable_Code_Point).
 */
const NEVER =
  /(?!\u200c|\u200d|[\t\n\p{Variation_Selector}\u{e0000}-\u{e007f}])[\p{Default_Ignorable_Code_Point}\p{Cc}\ufff9-\ufffc]/gu;
/** Tags write the three flags that Unicode recommends: England, Scotland, Wales (UTS #51, annex C). */
const FLAG =
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/u;
const TAGS = new RegExp(`(${FLAG.source})|[\\u{e0000}-\\u{e007f}]`, 'gu');
const SELECTORS = /\p{Variation_Selector}+/gu;
const JOINERS = /[\u200c\u200d]+/gu;
const BLANK_BRAILLE = /\u2800/gu;

/** The text without them, except where a script or an emoji needs one. A second run changes nothing more. */
export function withoutInvisible(text: string): string {
  return text
    .replace(NEVER, '')
    .replace(TAGS, '$1')
    .replace(BLANK_BRAILLE, ' ')
    .replace(SELECTORS, (run, at: number, whole: string) => neededSelector(run, around(whole, at, run)))
    .replace(JOINERS, (run, at: number, whole: string) => neededJoiner(run, around(whole, at, run)));
}

/** They look blank, though Unicode has them as letters or signs. */
const BLANK = /[\p{Default_Ignorable_Code_Point}\u{13441}\u{13442}]/gu;

/** Whether somebody would see a letter in the text: a name or an observation needs one. */
export function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text.replace(BLANK, ''));
}

type Around = { readonly before: string; readonly after: string };

function around(whole: string, at: number, run: string): Around {
  const after = whole.codePointAt(at + run.length);
  return {
    before: [...whole.slice(Math.max(0, at - 2), at)].at(-1) ?? '',
    after: after === undefined ? '' : String.fromCodePoint(after),
  };
}

const EMOJI = /^\p{Extended_Pictographic}$/u;
const END_OF_EMOJI = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f|\u20e3)$/u;

/**
 * At most one selector, and only after a sign that it changes: an emoji, a keycap, a Chinese or Mongolian
 * character.
 */
function neededSelector(run: string, { before, after }: Around): string {
  const [first = ''] = run;
  const ofEmoji = first === '\ufe0f' || first === '\ufe0e';
  if (ofEmoji && EMOJI.test(before)) return first;
  if (first === '\ufe0f' && after === '\u20e3') return /^[\d#*]$/.test(before) ? first : '';
  if (/^[\u180b-\u180f]$/u.test(first)) return /^\p{Script=Mongolian}$/u.test(before) ? first : '';
  return !ofEmoji && /^\p{Script=Han}$/u.test(before) ? first : '';
}

/**
 * Scripts in which joiners change the letters: Arabic (also Persian and Urdu), Syriac, and those of India and
 * its neighbours.
 */
const JOINING =
  /^(?=[\p{L}\p{M}])[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]$/u;

/**
 * A joiner is needed between two letters of such a script, after a mark that ends one, and in an emoji made
 * of several.
 */
function neededJoiner(run: string, { before, after }: Around): string {
  if (END_OF_EMOJI.test(before) && EMOJI.test(after)) return run.includes('\u200d') ? '\u200d' : '';
  if (!JOINING.test(before)) return '';
  return JOINING.test(after) || /^\p{M}$/u.test(before) ? run.slice(0, 1) : '';
}
