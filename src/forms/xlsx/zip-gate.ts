import { crc32, inflateRawSync } from 'node:zlib';

/** The parts of a package by name, in the order of its directory. */
export type Parts = Map<string, Uint8Array>;

/** Why a zip is not opened; the words for people are in `texts/form-problems.ts`. */
export type GateReason =
  | 'damaged'
  | 'encrypted'
  | 'too-many-parts'
  | 'too-large-inside'
  | 'strange-names'
  | 'document-type';

export type GateResult =
  | { readonly ok: true; readonly parts: Parts }
  | { readonly ok: false; readonly reason: GateReason };

export const MAX_PARTS = 200;
const MAX_PART_BYTES = 32 * 1024 * 1024;
const MAX_TOTAL_BYTES = 48 * 1024 * 1024;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

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

export class Refusal extends Error {
  readonly reason: GateReason;
  constructor(reason: GateReason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Opens a zip that somebody sent. Nothing is inflated before its directory was found harmless: at most 200 parts,
 * 32 MB each, 48 MB in all as declared; no zip64, encryption, double names or names that leave the package. A part
 * may not hold more than it declares, and its checksum must be right. No XML part may declare a document type.
 * Never throws.
 */
export function openZip(bytes: Uint8Array): GateResult {
  try {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { entries } = readDirectory(view, MAX_PARTS);
    checkEntries(entries);
    const parts: Parts = new Map();
    for (const entry of entries) {
      if (!entry.name.endsWith('/')) parts.set(entry.name, inflate(view, entry));
    }
    for (const [name, content] of parts) {
      if (/\.(xml|rels|vml)$/i.test(name) && declaresDocumentType(content))
        throw new Refusal('document-type');
    }
    return { ok: true, parts };
  } catch (error) {
    return { ok: false, reason: error instanceof Refusal ? error.reason : 'damaged' };
  }
}

/** The directory, and where it begins. @throws {Refusal} when it is not whole, or has more than `most` lines. */
export function readDirectory(
  view: Buffer,
  most: number,
): { readonly entries: readonly Entry[]; readonly start: number } {
  const end = endRecord(view);
  const count = view.readUInt16LE(end + 10);
  const size = view.readUInt32LE(end + 12);
  const start = view.readUInt32LE(end + 16);
  const disks = view.readUInt16LE(end + 4) + view.readUInt16LE(end + 6);
  if (disks > 0 || count !== view.readUInt16LE(end + 8) || start + size > end) throw new Refusal('damaged');
  if (count > most) throw new Refusal('too-many-parts');
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (view.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Refusal('damaged');
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    entries.push({
      name,
      flags: view.readUInt16LE(at + 8),
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packed: view.readUInt32LE(at + 20),
      size: view.readUInt32LE(at + 24),
      offset: view.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  if (at !== start + size) throw new Refusal('damaged');
  return { entries, start };
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

function checkEntries(entries: readonly Entry[]): void {
  checkNames(entries);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_TOTAL_BYTES || entries.some(({ size }) => size > MAX_PART_BYTES))
    throw new Refusal('too-large-inside');
}

/** Nothing encrypted, no zip64, no name twice, none that leaves the package. @throws {Refusal} */
export function checkNames(entries: readonly Entry[]): void {
  const names = new Set<string>();
  for (const { name, flags, method, size, packed, offset } of entries) {
    if ((flags & 0x41) !== 0 || method === 99) throw new Refusal('encrypted');
    if ((method !== 0 && method !== 8) || [size, packed, offset].includes(0xffffffff))
      throw new Refusal('damaged');
    if (isStrange(name) || names.has(name.toLowerCase())) throw new Refusal('strange-names');
    names.add(name.toLowerCase());
  }
}

function isStrange(name: string): boolean {
  return (
    name === '' ||
    name.length > 200 ||
    name.startsWith('/') ||
    /[\\:\u0000-\u001f\ufffd]/.test(name) ||
    name.split('/').some((step) => step === '..' || step === '.')
  );
}

/** A part whole, never more than it declares, its checksum right. @throws {Refusal} @throws {Error} zlib's */
export function inflate(view: Buffer, entry: Entry): Uint8Array {
  if (view.readUInt32LE(entry.offset) !== LOCAL_SIGNATURE) throw new Refusal('damaged');
  const start =
    entry.offset + 30 + view.readUInt16LE(entry.offset + 26) + view.readUInt16LE(entry.offset + 28);
  const packed = view.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw new Refusal('damaged');
  const content =
    entry.method === 0
      ? Uint8Array.from(packed)
      : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new Refusal('damaged');
  return content;
}

function declaresDocumentType(content: Uint8Array): boolean {
  const wide = (content[0] === 0xff && content[1] === 0xfe) || content[1] === 0;
  const wideSwapped = (content[0] === 0xfe && content[1] === 0xff) || content[0] === 0;
  if (wide || wideSwapped) {
    const text = new TextDecoder(wide ? 'utf-16le' : 'utf-16be').decode(content);
    return text.includes('<!DOCTYPE') || text.includes('<!ENTITY');
  }
  const view = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return view.includes('<!DOCTYPE') || view.includes('<!ENTITY');
}
