import { type FormReading, type ReadOptions, readForm } from './read-form.ts';
import { readTextGrid } from './read-text.ts';

/**
 * Reads a received file as the official form: tab-separated text for now. Never throws; what cannot be read is
 * refused with its reasons.
 */
export function readFormFile(bytes: Uint8Array, options: ReadOptions = {}): FormReading {
  const text = readTextGrid(bytes);
  return text.ok ? readForm(text.grid, options) : text;
}
