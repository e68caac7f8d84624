/**
 * Texts as CSV: UTF-8 with BOM, commas, lines ended by CR LF (RFC 4180). No spreadsheet computes a text, whichever
 * mark it separates cells by: see `guarded`. `readCsv` gives back exactly the rows that were written.
 */
export function csvBytes(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('');
  // The mark before all is added as bytes: in the text it would double the memory of every letter.
  return Buffer.concat([BYTE_ORDER_MARK, Buffer.from(text)]);
}

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/** The rows of a CSV of ours, without the guard. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = new TextDecoder().decode(bytes);
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, inQuotes, plain, end] of text.matchAll(/(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(unguarded(inQuotes?.replaceAll('""', '"') ?? plain ?? ''));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/**
 * Where a spreadsheet may begin a cell: at the start, and after each mark that some reader takes for a separator or
 * for the end of a row. A Colombian Excel separates by `;` and does not know that our quotes hold it.
 */
const PARTS = /[^;,\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/**
 * Begins a formula (OWASP, *CSV Injection*; Excel takes the wide and small forms too). Spaces and invisible characters
 * may be skipped, quotes may be taken for those of a cell, and an apostrophe may be one of the text.
 */
const RUNS = /^[\s\p{C}"']*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;
const SIGNS = /[=+\-@＝＋－＠﹦﹢﹣﹫]/u;
const GUARDED = /^'[\s\p{C}"']*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;

/** The text with an apostrophe before each part that a spreadsheet would compute. */
function guarded(text: string): string {
  // Most texts have no such sign anywhere.
  if (!SIGNS.test(text)) return text;
  return text.replace(PARTS, (part) => (RUNS.test(part) ? `'${part}` : part));
}

/** Undoes `guarded` exactly: a part that began with an apostrophe got one more. */
function unguarded(text: string): string {
  return text.replace(PARTS, (part) => (GUARDED.test(part) ? part.slice(1) : part));
}

function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
