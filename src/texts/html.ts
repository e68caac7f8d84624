import type { Html } from '../domain/events.ts';
import { graphemesIn } from './graphemes.ts';

/** Telegram's HTML mode knows these four entities only (Bot API, HTML style). */
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes outside text. Shorten before escaping, so that no entity is cut in two. */
export function plain(text: string | number): Html {
  return String(text).replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign) as Html;
}

/** A sentence of ours with Html in it; outside text enters through `plain`, `bold`, `italic`. */
export function html(strings: TemplateStringsArray, ...values: readonly Html[]): Html {
  return String.raw({ raw: strings }, ...values) as Html;
}

export const nothing = '' as Html;
export const bold = (text: string | number): Html => `<b>${plain(text)}</b>` as Html;
export const italic = (text: string | number): Html => `<i>${plain(text)}</i>` as Html;

/**
 * A line of a long list that the phone folds: it shows the first three lines, and all on a tap (Bot API 7.4). Lines that
 * stand one under another are one quote once `splitAtLines` has put them together.
 */
export const folded = (line: Html): Html => `${FOLDED.begin}${line}${FOLDED.end}` as Html;
export const FOLDED = { begin: '<blockquote expandable>', end: '</blockquote>' } as const;

/** Lines one under another; empty ones are left out. */
export function lines(...parts: readonly Html[]): Html {
  return parts.filter((part) => part !== nothing).join('\n') as Html;
}

/** Paragraphs with a blank line between; empty ones are left out. */
export function paragraphs(...parts: readonly Html[]): Html {
  return parts.filter((part) => part !== nothing).join('\n\n') as Html;
}

/** Shortens to at most `most` UTF-16 units at the end of a word, never inside a character, with `…`. */
export function shorten(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= most) return flat;
  let cut = '';
  for (const { segment } of graphemesIn(flat)) {
    if (cut.length + segment.length > most - 1) break;
    cut += segment;
  }
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`;
}
