import { readForm } from './read-form.ts';
import { MAX_BYTES, readTextGrid } from './read-text.ts';
import { type FormReading, type ReadOptions, refused } from './reading/plan-reading.ts';
import { readWorkbookForm } from './xlsx/read-workbook.ts';

/**
 * Reads a received file as the official form, by what it holds and not by its name: a workbook of Excel (.xlsx) or
 * tab-separated text. Never throws; what cannot be read is refused with its reasons.
 */
export function readFormFile(bytes: Uint8Array, options: ReadOptions = {}): FormReading {
  if (isZip(bytes) && bytes.length <= MAX_BYTES) return readWorkbookForm(bytes, options).reading;
  const text = readTextGrid(bytes);
  return text.ok ? readForm(text.grid, options) : refused(text.problems);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}
