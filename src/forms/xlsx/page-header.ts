const WORD = 'PRELIMINAR';
const MARK = `&"-,Bold"&14${WORD}`;

/** Excel takes no more than this in one header. */
const LONGEST = 255;

/**
 * The header of a page (`&L…&C…&R…`) with or without *PRELIMINAR* at the end of its middle; the rest stays as it
 * was, and doing it twice changes nothing.
 */
export function withPreliminary(header: string, preliminary: boolean): string {
  const without = header.replaceAll(`\n${MARK}`, '').replaceAll(`&C${MARK}`, '').replaceAll(MARK, '');
  if (!preliminary) return without;
  const marked = insertInMiddle(without);
  return marked.length > LONGEST ? `&C${MARK}` : marked;
}

function insertInMiddle(header: string): string {
  const middle = header.indexOf('&C');
  if (middle < 0) {
    const right = header.indexOf('&R');
    const at = right < 0 ? header.length : right;
    const bare = header !== '' && !/&[LR]/.test(header);
    return bare ? `${header}\n${MARK}` : `${header.slice(0, at)}&C${MARK}${header.slice(at)}`;
  }
  const next = /&[LR]/.exec(header.slice(middle + 2));
  const end = next === null ? header.length : middle + 2 + next.index;
  return `${header.slice(0, end)}\n${MARK}${header.slice(end)}`;
}
