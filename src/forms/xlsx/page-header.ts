const WORD = 'PRELIMINAR';
const MARK = `&"-,Bold"&14${WORD}`;

/** Excel takes no more than this in one header. */
const LONGEST = 255;

/**
 * The header of a page (`&L…&C…&R…`) with or without *PRELIMINAR* in its middle; the rest stays as it was, and
 * doing it twice changes nothing.
 */
export function withPreliminary(header: string, preliminary: boolean): string {
  const without = header
    .replaceAll(MARK, '')
    .replace(/&C(?=&[LR]|\s*$)/, '')
    .trim();
  if (!preliminary) return without;
  const marked = insertInMiddle(without);
  return marked.length > LONGEST ? `&C${MARK}` : marked;
}

/** Text before any `&L`, `&C` or `&R` stands in the middle by itself. */
function insertInMiddle(header: string): string {
  const middle = /(?<!&)((?:&&)*)&C/.exec(header);
  if (middle !== null) {
    const at = middle.index + middle[0].length;
    return `${header.slice(0, at)}${MARK} ${header.slice(at)}`.trimEnd();
  }
  const right = header.indexOf('&R');
  return right < 0 ? `${header}&C${MARK}` : `${header.slice(0, right)}&C${MARK}${header.slice(right)}`;
}
