import { otherKind } from './file-kind.ts';
import { readForm } from './read-form.ts';
import { MAX_BYTES, readTextGrid } from './read-text.ts';
import { type FormReading, type ReadOptions, refused } from './reading/plan-reading.ts';
import { readWorkbookForm } from './xlsx/read-workbook.ts';
import { endsAsZip } from './xlsx/zip-directory.ts';

/**
 * Reads a received file as the official form, by what it holds and not by its name: a workbook of Excel (.xlsx) or
 * a text with columns. Never throws; what cannot be read is refused with its reasons.
 */
export function readFormFile(bytes: Uint8Array, options: ReadOptions = {}): FormReading {
  if (bytes.length <= MAX_BYTES && isZip(bytes)) return readWorkbookForm(bytes, options, 'named').reading;
  const text = readTextGrid(bytes);
  return text.ok ? readForm(text.grid, options) : refused(text.problems);
}

/** Also with something before it: a page that serves files may write a byte or a blank line first. */
function isZip(bytes: Uint8Array): boolean {
  const starts = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  return starts || (otherKind(bytes) === undefined && endsAsZip(bytes));
}
