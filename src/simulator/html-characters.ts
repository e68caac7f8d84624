/** Character references of Telegram's HTML mode: four names, and numbers; `;` is optional. */
import { atEnd, type Bytes, byteAt } from './html-bytes.ts';

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Reads a reference at the current `&`. Undefined (without moving) where Telegram shows it literally. */
export function decodeEntity(source: Bytes): string | undefined {
  const begin = source.at;
  let end = begin + 1;
  let decoded: string | undefined;
  if (byteAt(source, end) === 0x23) {
    const hex = (byteAt(source, end + 1) | 0x20) === 0x78;
    const digits = hex ? /^[0-9a-f]+/i : /^[0-9]+/;
    const start = end + (hex ? 2 : 1);
    const found = digits.exec(source.bytes.toString('latin1', start, start + 10))?.[0] ?? '';
    const code = found === '' ? 0 : Number.parseInt(found, hex ? 16 : 10);
    if (code > 0 && code < 0x10ffff) decoded = String.fromCodePoint(code);
    end = start + found.length;
  } else {
    while (isLetter(byteAt(source, end))) end += 1;
    decoded = NAMED[source.bytes.toString('latin1', begin + 1, end)];
  }
  if (decoded === undefined) return undefined;
  source.at = byteAt(source, end) === 0x3b ? end + 1 : end;
  return decoded;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** Reads a quoted attribute value after its opening quote; stops at the closing quote or the end. */
export function readQuoted(source: Bytes, quote: number): string {
  const chunks: Buffer[] = [];
  while (!atEnd(source) && byteAt(source) !== quote) {
    const decoded = byteAt(source) === 0x26 ? decodeEntity(source) : undefined;
    if (decoded !== undefined) chunks.push(Buffer.from(decoded, 'utf8'));
    else {
      chunks.push(source.bytes.subarray(source.at, source.at + 1));
      source.at += 1;
    }
  }
  if (byteAt(source) === quote) source.at += 1;
  return Buffer.concat(chunks).toString('utf8');
}
