import { hasLetter } from '../invisible.ts';
import { type Part, partsOf } from './parts-of-text.ts';

const SIGNATURE = /(?:^|\n)[ \t]*(?:atentamente|cordialmente|respetuosamente|atte?)\b[^\p{L}\n]*(?:\n|$)/iu;
const SIGNED_INLINE =
  /(?:^|[\s.,;])(?:[Aa]tentamente|[Cc]ordialmente|[Aa]tte?)[.,:] ?\p{Lu}[\p{L}.]*(?: \p{L}[\p{L}.]*){0,5}$/u;

/** `att luz dary`: the abbreviation is no other word, so it needs neither a colon nor capitals. */
const SIGNED_SHORT = /(?:^|[\s.,;])atte?[.,:]? \p{L}[\p{L}.]*(?: \p{L}[\p{L}.]*){0,4}$/iu;

/** *Gracias*, and below it at the end up to three lines that are names: each word has a capital. */
const THANKS_AND_NAME =
  /(?:^|\n)[ \t]*(?:(?:[Mm]uchas|[Mm]il|[Mm]uchísimas)[ \t]+)?[Gg]racias(?:[ \t]+por(?:[ \t]+\p{L}+){1,3})?(?:[ \t,.;]+(?:[Qq]uedo|[Qq]uedamos)[ \t]+(?:muy[ \t]+)?atent[ao]s?)?[ \t.,!]*(?:\n[ \t]*)+\p{Lu}[\p{L}.]*(?:[ \t]+(?:de|del|la|los|y|e|\p{Lu}[\p{L}.]*)){0,6}(?:\n[ \t]*\p{Lu}[\p{L}.]*(?:[ \t]+(?:de|del|la|los|y|e|\p{Lu}[\p{L}.]*)){0,6}){0,2}\s*$/u;

/**
 * A text without its signature: without the lines below *Atentamente* or *Cordialmente*, the name below *Gracias*, or the
 * words behind *Att:*.
 */
export function withoutSignature(text: string): string {
  const line = SIGNATURE.exec(text) ?? THANKS_AND_NAME.exec(text);
  const cut = line === null ? text : text.slice(0, line.index);
  const inline = SIGNED_INLINE.exec(cut) ?? SIGNED_SHORT.exec(cut);
  return (inline === null ? cut : cut.slice(0, inline.index)).trimEnd();
}

/**
 * An observation without the greetings before it and the thanks after it that stand by themselves: *Buenos días, …*,
 * *…, gracias*. The text itself when nothing else is left.
 * @param known the parts of the text, when it has no signature any more
 */
export function withoutCourtesies(text: string, known?: readonly Part[]): string {
  const signed = known === undefined ? withoutSignature(text) : text;
  const parts = known ?? partsOf(signed);
  const from = parts[placeAfterGreeting(parts)]?.start ?? 0;
  const until = parts[placeOfThanks(parts) - 1]?.end ?? signed.length;
  const kept = from < until ? signed.slice(from, until).trim() : '';
  const clean = withoutEnd(kept, ' \n\t,;:-–—');
  return hasLetter(clean) ? clean : text.trim();
}

/** A text without the given characters at its end. Linear in its length. */
function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function placeAfterGreeting(parts: readonly Part[]): number {
  let after = 0;
  let courteous = false;
  for (const [at, part] of parts.entries()) {
    if (courteous && part.newLine) after = at;
    if (isCourtesy(part)) courteous = true;
    else if (isSeparator(part)) after = courteous ? at + 1 : after;
    else break;
  }
  return after;
}

function placeOfThanks(parts: readonly Part[]): number {
  let until = parts.length;
  let courteous = false;
  for (let at = parts.length - 1; at > 0; at -= 1) {
    const part = parts[at];
    if (part === undefined) break;
    if (isCourtesy(part)) courteous = true;
    else if (isSeparator(part)) {
      if (courteous) until = /^[.…)]$/.test(part.mark) ? at + 1 : at;
      courteous = false;
      continue;
    } else if (!isMark(part)) break;
    if (courteous && part.newLine) {
      until = at;
      courteous = false;
    }
  }
  return until;
}

function isCourtesy(part: Part): boolean {
  return part.kind === 'words' && part.meaning === 'courtesy';
}

function isMark(part: Part): boolean {
  return part.kind === 'mark';
}

function isSeparator(part: Part): part is Extract<Part, { kind: 'mark' }> {
  return part.kind === 'mark' && part.role === 'separator' && /^[.,;:…!\-–—)]$/.test(part.mark);
}
