/** Why a zip is not opened; the words for people are in `texts/form-problems.ts`. */
export type GateReason =
  | 'damaged'
  | 'encrypted'
  | 'too-many-parts'
  | 'too-large-inside'
  | 'strange-names'
  | 'document-type';

export class Refusal extends Error {
  readonly reason: GateReason;
  constructor(reason: GateReason) {
    super(reason);
    this.reason = reason;
  }
}

/** A line of a zip's directory. */
export type Entry = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

/** Of zip64 (APPNOTE 4.3.14 to 4.3.16 and 4.5.3), where a number of the older records is all ones. */
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_LENGTH = 20;
const END64_SIGNATURE = 0x06064b50;
const END64_LENGTH = 56;
const EXTRA64 = 0x0001;
const OPEN = 0xffffffff;
/** What a careless program may write before a zip: a byte, a blank line, a mark of UTF-8. */
const LONGEST_BEFORE = 4_096;

/** The directory, and where it begins. @throws {Refusal} when it is not whole, or has more than `most` lines. */
export function readDirectory(
  view: Buffer,
  most: number,
): { readonly entries: readonly Entry[]; readonly start: number } {
  const end = endRecord(view);
  const count = view.readUInt16LE(end + 10);
  const size = view.readUInt32LE(end + 12);
  const start = view.readUInt32LE(end + 16);
  if (isOfSeveral(view, end) || start + size > end) throw new Refusal('damaged');
  if (count > most) throw new Refusal('too-many-parts');
  return { entries: entriesAt(view, start, size, count), start };
}

/**
 * The directory as any program writes it: in zip64, and with something before the zip; offsets count from the first
 * byte of the file here. @throws {Refusal}
 */
export function readAnyDirectory(view: Buffer, most: number): readonly Entry[] {
  const end = endRecord(view);
  if (isOfSeveral(view, end)) throw new Refusal('damaged');
  const { count, size, start, at } = end64(view, end) ?? {
    count: view.readUInt16LE(end + 10),
    size: view.readUInt32LE(end + 12),
    start: view.readUInt32LE(end + 16),
    at: end,
  };
  const before = at - size - start;
  if (before < 0 || before > LONGEST_BEFORE) throw new Refusal('damaged');
  if (count > most) throw new Refusal('too-many-parts');
  return entriesAt(view, start + before, size, count).map((entry) => ({
    ...entry,
    offset: entry.offset + before,
  }));
}

/** Whether bytes that do not begin as a zip end as one: something stands before it. */
export function endsAsZip(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readAnyDirectory(view, Number.POSITIVE_INFINITY).length > 0;
  } catch {
    return false;
  }
}

function isOfSeveral(view: Buffer, end: number): boolean {
  const disks = view.readUInt16LE(end + 4) + view.readUInt16LE(end + 6);
  return disks > 0 || view.readUInt16LE(end + 8) !== view.readUInt16LE(end + 10);
}

/** What the end record of zip64 says; undefined when there is none. */
function end64(view: Buffer, end: number) {
  const locator = end - LOCATOR_LENGTH;
  if (locator < END64_LENGTH || view.readUInt32LE(locator) !== LOCATOR_SIGNATURE) return undefined;
  const at = locator - END64_LENGTH;
  if (view.readUInt32LE(at) !== END64_SIGNATURE) throw new Refusal('damaged');
  return { count: long(view, at + 32), size: long(view, at + 40), start: long(view, at + 48), at };
}

/** Eight bytes. @throws {Refusal} on a number beyond any file */
function long(view: Buffer, at: number): number {
  const number = view.readBigUInt64LE(at);
  if (number > 0xffffffffffn) throw new Refusal('damaged');
  return Number(number);
}

function entriesAt(view: Buffer, start: number, size: number, count: number): readonly Entry[] {
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (view.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Refusal('damaged');
    const nameEnd = at + 46 + view.readUInt16LE(at + 28);
    const extraEnd = nameEnd + view.readUInt16LE(at + 30);
    const sizes = {
      size: view.readUInt32LE(at + 24),
      packed: view.readUInt32LE(at + 20),
      offset: view.readUInt32LE(at + 42),
    };
    entries.push({
      name: view.subarray(at + 46, nameEnd).toString('utf8'),
      flags: view.readUInt16LE(at + 8),
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      ...filledIn(sizes, view.subarray(nameEnd, extraEnd)),
    });
    at = extraEnd + view.readUInt16LE(at + 32);
  }
  if (at !== start + size) throw new Refusal('damaged');
  return entries;
}

type Sizes = { readonly size: number; readonly packed: number; readonly offset: number };

/** Numbers that are all ones stand, in this order, in the extra field of zip64. */
function filledIn(sizes: Sizes, extra: Buffer): Sizes {
  if (![sizes.size, sizes.packed, sizes.offset].includes(OPEN)) return sizes;
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === EXTRA64) {
      let next = at + 4;
      const take = (number: number) => {
        if (number !== OPEN) return number;
        next += 8;
        return long(extra, next - 8);
      };
      return { size: take(sizes.size), packed: take(sizes.packed), offset: take(sizes.offset) };
    }
    at += 4 + length;
  }
  return sizes;
}

/** Where the end record stands; it is the last thing in the file, but for its comment. */
function endRecord(view: Buffer): number {
  const lowest = Math.max(0, view.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.length - END_LENGTH; at >= lowest; at -= 1) {
    if (
      view.readUInt32LE(at) === END_SIGNATURE &&
      at + END_LENGTH + view.readUInt16LE(at + 20) === view.length
    ) {
      return at;
    }
  }
  throw new Refusal('damaged');
}
