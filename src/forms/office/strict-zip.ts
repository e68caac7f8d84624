import { constants, inflateRawSync } from 'node:zlib';
import { type Entry, Refusal, readDirectory } from '../xlsx/zip-directory.ts';
import { checkNames, inflate } from '../xlsx/zip-gate.ts';

/** A zip whose directory tells all there is in the file, and nothing else. */
export type StrictZip = {
  readonly names: readonly string[];
  /** A part whole; undefined when there is none of that name. @throws {Refusal} beyond the bounds */
  readonly read: (name: string) => Uint8Array | undefined;
  /** How a part begins: at least eight bytes, if it has them. @throws {Refusal} */
  readonly beginningOf: (name: string) => Uint8Array;
};

/** A report with hundreds of pictures has some hundred parts. */
const MOST_PARTS = 5_000;
/** Declared bytes of all entries. A file with more is made to fill the memory of the program that opens it. */
const MOST_DECLARED = 512 * 1024 * 1024;
/** How many bytes may still be unpacked, in a file and in all that is packed into it. */
export type Budget = { left: number };
export const budgetOfFile = (): Budget => ({ left: 32 * 1024 * 1024 });
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
/** What stands behind a part whose sizes were not known before: with or without mark, in 32 or 64 bits (APPNOTE 4.3.9). */
const DESCRIPTORS = [12, 16, 20, 24];

/**
 * Opens a zip strictly: its parts stand one behind the other from the first byte to the directory, each under the same
 * name in both places. A reader that goes by the directory and one that goes through the file see the same.
 * @throws {Refusal} @throws {Error}
 */
export function openStrictly(bytes: Uint8Array, budget: Budget): StrictZip {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { entries, start } = readDirectory(view, MOST_PARTS);
  checkNames(entries);
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_DECLARED) throw new Refusal('too-large-inside');
  checkPlaces(view, entries, start);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const read = (name: string) => {
    const entry = byName.get(name);
    if (entry === undefined) return undefined;
    spend(budget, entry.size);
    return inflate(view, entry);
  };
  return {
    names: [...byName.keys()],
    read,
    beginningOf: (name) => beginning(view, byName.get(name), budget),
  };
}

function spend(budget: Budget, bytes: number): void {
  budget.left -= bytes;
  if (budget.left < 0) throw new Refusal('too-large-inside');
}

function checkPlaces(view: Buffer, entries: readonly Entry[], start: number): void {
  let at = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const gap = entry.offset - at;
    if (gap !== 0) throw new Refusal('damaged');
    const data = dataOf(view, entry);
    at = data + entry.packed;
    if ((entry.flags & 8) !== 0) at += descriptorLength(view, at, start);
  }
  if (at !== start) throw new Refusal('damaged');
}

/** Where the bytes of a part begin. @throws {Refusal} when what stands before them says otherwise than the directory. */
function dataOf(view: Buffer, entry: Entry): number {
  const { offset, name, method, packed, size, flags } = entry;
  const nameLength = view.readUInt16LE(offset + 26);
  const ownName = view.toString('utf8', offset + LOCAL_LENGTH, offset + LOCAL_LENGTH + nameLength);
  const late = (flags & 8) !== 0;
  const agrees =
    view.readUInt32LE(offset) === LOCAL_SIGNATURE &&
    ownName === name &&
    view.readUInt16LE(offset + 6) === flags &&
    view.readUInt16LE(offset + 8) === method &&
    (late || (view.readUInt32LE(offset + 18) === packed && view.readUInt32LE(offset + 22) === size));
  if (!agrees) throw new Refusal('damaged');
  return offset + LOCAL_LENGTH + nameLength + view.readUInt16LE(offset + 28);
}

/** The length of the descriptor at `at`: the next part, or the directory at `start`, stands right behind it. */
function descriptorLength(view: Buffer, at: number, start: number): number {
  const found = DESCRIPTORS.find((length) => {
    const next = at + length;
    return next === start || (next + 4 <= start && view.readUInt32LE(next) === LOCAL_SIGNATURE);
  });
  if (found === undefined) throw new Refusal('damaged');
  return found;
}

/** Little is tried first: a thousand packed bytes may become a million. */
const PACKED_TRIED = [64, 1_024];

function beginning(view: Buffer, entry: Entry | undefined, budget: Budget): Uint8Array {
  if (entry === undefined || entry.size === 0) return new Uint8Array();
  const at = dataOf(view, entry);
  if (entry.method === 0) return view.subarray(at, at + Math.min(entry.packed, 8));
  for (const tried of PACKED_TRIED) {
    const packed = view.subarray(at, at + Math.min(entry.packed, tried));
    const found = inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
    spend(budget, found.length);
    if (found.length >= Math.min(8, entry.size)) return found;
  }
  throw new Refusal('damaged');
}
