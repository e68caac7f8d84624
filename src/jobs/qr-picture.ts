import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** Pixels per module, and white modules around the code (ISO/IEC 18004 asks for four). */
const SCALE = 12;
const QUIET = 4;

/** A text as a QR code: PNG, black on white, some 500 px wide for a link. */
export function qrPicture(text: string): Uint8Array {
  const { data } = encode(text, { ecc: 'M', border: QUIET });
  const width = data.length * SCALE;
  const rowBytes = Math.ceil(width / 8);
  const row = Buffer.alloc(1 + rowBytes);
  const rows = data.flatMap((modules) => {
    row.fill(0);
    for (let x = 0; x < width; x++) {
      if (!modules[Math.floor(x / SCALE)]) row[1 + (x >> 3)] = (row[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
    return Array.from({ length: SCALE }, () => Buffer.from(row));
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  // One bit per pixel, grey (PNG specification, 11.2.2).
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([signature, ...body]));
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
