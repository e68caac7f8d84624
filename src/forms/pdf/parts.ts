import type { PdfDocument } from './document.ts';
import type { Sheet } from './sheets.ts';

/**
 * Rows of all sheets: the compiler needs a quarter of a MB for each until it is done (measured; docs/reliability.md,
 * *Memory*). 300 activities with four cuts are set at once, more in parts, so that 3,000 and the bot fit into 512 MB.
 */
const MOST_AT_ONCE = 600;
const ROWS_OF_A_PART = 400;

/** A part of the form: some rows, between the title block of the first part and the signatures of the last. */
export type PdfPart = Omit<PdfDocument, 'sheets'> & {
  readonly sheets: readonly (Sheet & { readonly continued: boolean })[];
  readonly begins: boolean;
  readonly ends: boolean;
  /** Pages of the parts before. */
  readonly pagesBefore: number;
  /** Of all parts; null: this is the only one. */
  readonly pages: number | null;
};

/** The document in parts, in order; most forms are one. */
export function partsOf(document: PdfDocument): readonly PdfPart[] {
  const parts: (Sheet & { readonly continued: boolean })[][] = [[]];
  const rows = document.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const most = rows <= MOST_AT_ONCE ? MOST_AT_ONCE : ROWS_OF_A_PART;
  let room: number = most;
  for (const sheet of document.sheets) {
    for (let from = 0; from === 0 || from < sheet.rows.length; ) {
      if (room === 0) {
        parts.push([]);
        room = most;
      }
      const next = sheet.rows.slice(from, from + room);
      parts.at(-1)?.push({ ...sheet, rows: next, continued: from > 0 });
      room -= next.length;
      from += Math.max(1, next.length);
    }
  }
  return parts.map((sheets, place) => ({
    ...document,
    sheets,
    begins: place === 0,
    ends: place === parts.length - 1,
    pagesBefore: 0,
    pages: null,
  }));
}
