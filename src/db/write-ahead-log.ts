import { readFileSync } from 'node:fs';

const headerBytes = 32;
const frameHeaderBytes = 24;
/** Two 48-byte copies of the index header are at the beginning of `-shm`. */
const indexHeaderBytes = 48;

type Index = { readonly committed: number; readonly backfilled: number; readonly salts: string };

/**
 * Looks whether the write-ahead log beside a database lost something that was committed. SQLite itself reads
 * a log up to its first bad frame and takes the rest for never written, so opening such a file throws answers
 * away. A log is damaged in two cases. The index beside it (`-shm`, written after each commit was synced)
 * counts more frames than can be read. Or frames with the same salts follow a bad frame, and one torn
 * transaction does not explain them; a power cut with `synchronous=FULL` leaves nothing else. It only reads;
 * call it before opening. Format: https://sqlite.org/fileformat2.html#walformat and
 * https://sqlite.org/walformat.html
 * @returns the fault, or null.
 */
export function logDamage(databasePath: string): string | null {
  const found = inspect(databasePath);
  // Another process may have been writing meanwhile; a real fault is still there the second time.
  return found !== null && inspect(databasePath) === found ? found : null;
}

function inspect(databasePath: string): string | null {
  const index = readIndex(readOrEmpty(`${databasePath}-shm`));
  const log = readOrEmpty(`${databasePath}-wal`);
  if (log.length < headerBytes) {
    const lost = index !== null && index.committed > index.backfilled;
    return lost ? 'the write-ahead log is missing' : null;
  }
  if (log.every((byte) => byte === 0)) return null;
  const little = log.readUInt32BE(0) === 0x377f0682;
  const header = checksum(log.subarray(0, 24), [0, 0], little);
  const pageSize = log.readUInt32BE(8);
  const isHeader =
    (little || log.readUInt32BE(0) === 0x377f0683) &&
    pageSize >= 512 &&
    pageSize <= 65_536 &&
    matches(header, log, 24);
  if (!isHeader) return 'the header of the write-ahead log';
  const salts = log.toString('hex', 16, 24);
  const size = frameHeaderBytes + pageSize;
  const frames = Math.floor((log.length - headerBytes) / size);
  const good = goodFrames(log, { frames, size, salts, little, from: header });
  if (index !== null && index.salts === salts && index.committed > good) {
    return `frame ${good + 1} of the write-ahead log`;
  }
  return isOneTornTransaction(log, { first: good, frames, size, salts })
    ? null
    : `frame ${good + 1} of the write-ahead log`;
}

/** How many frames, from the first on, carry the log's salts and the right running checksum. */
function goodFrames(
  log: Buffer,
  of: { frames: number; size: number; salts: string; little: boolean; from: Sums },
): number {
  let sums = of.from;
  for (let place = 0; place < of.frames; place++) {
    const at = headerBytes + place * of.size;
    if (log.toString('hex', at + 8, at + 16) !== of.salts) return place;
    sums = checksum(log.subarray(at, at + 8), sums, of.little);
    sums = checksum(log.subarray(at + frameHeaderBytes, at + of.size), sums, of.little);
    if (!matches(sums, log, at + 16)) return place;
  }
  return of.frames;
}

/** Whether the frames with the log's salts behind the good ones can be the last transaction alone. */
function isOneTornTransaction(
  log: Buffer,
  of: { first: number; frames: number; size: number; salts: string },
): boolean {
  let ended = false;
  for (let place = of.first; place < of.frames; place++) {
    const at = headerBytes + place * of.size;
    if (log.toString('hex', at + 8, at + 16) !== of.salts) continue;
    if (ended) return false;
    ended = log.readUInt32BE(at + 4) !== 0;
  }
  return true;
}

type Sums = readonly [number, number];

/** SQLite's running checksum over 32-bit words, two at a time. */
function checksum(bytes: Buffer, [first, second]: Sums, little: boolean): Sums {
  let [a, b] = [first, second];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + view.getUint32(at, little) + b) >>> 0;
    b = (b + view.getUint32(at + 4, little) + a) >>> 0;
  }
  return [a, b];
}

function matches([a, b]: Sums, log: Buffer, at: number): boolean {
  return log.readUInt32BE(at) === a && log.readUInt32BE(at + 4) === b;
}

/** The index header; null when there is none, or it is being written: its two copies differ. */
function readIndex(index: Buffer): Index | null {
  if (index.length < 2 * indexHeaderBytes + 4) return null;
  const [first, second] = [
    index.subarray(0, indexHeaderBytes),
    index.subarray(indexHeaderBytes, 2 * indexHeaderBytes),
  ];
  if (!first.equals(second) || first[12] !== 1) return null;
  return {
    committed: first.readUInt32LE(16),
    backfilled: index.readUInt32LE(2 * indexHeaderBytes),
    salts: first.toString('hex', 32, 40),
  };
}

function readOrEmpty(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
