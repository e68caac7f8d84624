import { crc32, inflateRawSync } from 'node:zlib';
import { partKey, plainName } from './part-names.ts';
import { type Entry, type GateReason, Refusal, readAnyDirectory } from './zip-directory.ts';

/** The parts of a package by name, in the order of its directory. */
export type Parts = Map<string, Uint8Array>;

export type GateResult =
  | { readonly ok: true; readonly parts: Parts }
  | { readonly ok: false; readonly reason: GateReason };

/** A workbook of sixty sheets, each with its drawing, comments and printer, has some 400; one with photos more. */
export const MAX_PARTS = 2_000;
const MAX_PART_BYTES = 32 * 1024 * 1024;
const MAX_TOTAL_BYTES = 48 * 1024 * 1024;
const MAX_PICTURE = 64 * 1024 * 1024;
const MAX_PICTURES = 128 * 1024 * 1024;
const NOTHING = new Uint8Array();

const LOCAL_SIGNATURE = 0x04034b50;

/**
 * Opens a zip that somebody sent, as any program writes it (`readAnyDirectory`). Nothing is inflated before its directory
 * was found harmless: at most 2,000 parts, 32 MB each, 48 MB in all as declared, and pictures of 64 MB, 128 MB in all,
 * which need only be named: a reader looks at none; no encryption, double names or names that
 * leave the package. A part may not hold more than it declares, and its checksum must be right. No XML part may declare a
 * document type. Never throws.
 */
export function openZip(bytes: Uint8Array, pictures: 'whole' | 'named' = 'whole'): GateResult {
  try {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries = readAnyDirectory(view, MAX_PARTS).map((entry) => ({
      ...entry,
      name: plainName(entry.name),
    }));
    checkEntries(entries);
    const parts: Parts = new Map();
    for (const entry of entries) {
      if (entry.name.endsWith('/')) continue;
      const onlyNamed = pictures === 'named' && isPicture(entry.name);
      parts.set(entry.name, onlyNamed ? NOTHING : inflate(view, entry));
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

function checkEntries(entries: readonly Entry[]): void {
  checkNames(entries);
  const pictures = entries.filter(({ name }) => isPicture(name));
  const others = entries.filter(({ name }) => !isPicture(name));
  if (!areWithin(others, MAX_PART_BYTES, MAX_TOTAL_BYTES) || !areWithin(pictures, MAX_PICTURE, MAX_PICTURES))
    throw new Refusal('too-large-inside');
}

function areWithin(entries: readonly Entry[], each: number, all: number): boolean {
  return entries.every(({ size }) => size <= each) && entries.reduce((sum, { size }) => sum + size, 0) <= all;
}

/** Excel keeps what people paste as drawings that pack well: 20 MB of one may take 1 MB of the file. */
function isPicture(name: string): boolean {
  return /\/media\/[^/]+\.(?:png|jpe?g|gif|bmp|dib|tiff?|emf|wmf|webp)$/i.test(name);
}

/** Nothing encrypted, no size left open, no name twice, none that leaves the package. @throws {Refusal} */
export function checkNames(entries: readonly Entry[]): void {
  const names = new Set<string>();
  for (const { name, flags, method, size, packed, offset } of entries) {
    if ((flags & 0x41) !== 0 || method === 99) throw new Refusal('encrypted');
    if ((method !== 0 && method !== 8) || [size, packed, offset].includes(0xffffffff))
      throw new Refusal('damaged');
    if (isStrange(name) || names.has(partKey(name))) throw new Refusal('strange-names');
    names.add(partKey(name));
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
