/** Reading raw UTF-8 byte by byte, since Telegram counts the offsets of its HTML refusals in bytes. */
import { badRequest, type Refusal } from './refusal.ts';

/** A reading position over the raw UTF-8 bytes. Past the end it reads 0, as the server's C strings do. */
export type Bytes = { readonly bytes: Buffer; at: number };

export function byteAt(source: Bytes, index = source.at): number {
  return source.bytes[index] ?? 0;
}

/** Space, tab, line break, vertical tab, and the end of the text. */
export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 9 || byte === 10 || byte === 13 || byte === 0 || byte === 11;
}

export function atEnd(source: Bytes): boolean {
  return source.at >= source.bytes.length;
}

export function cannotParse(reason: string): Refusal {
  return badRequest(`can't parse entities: ${reason}`);
}
