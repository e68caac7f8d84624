import { officeFile } from '../forms/office/office-file.ts';

/** The kinds of files that evidence may be, by content (specification: Evidence). */
export type FileKind = { readonly mime: string; readonly extension: 'pdf' | 'jpg' | 'png' | 'docx' | 'xlsx' };

/** Why a file is not accepted: another kind, or with macros; or a document that acts when it is opened. */
export type Unwanted = 'notAccepted' | 'doesSomething';

const pdf = { mime: 'application/pdf', extension: 'pdf' } as const;
const zipMagic = [0x50, 0x4b, 0x03, 0x04];
const officeMime = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The kind of a file by its first bytes and, for Office files, by the parts that they declare. */
export function kindOf(bytes: Uint8Array): FileKind | Unwanted {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { mime: 'image/jpeg', extension: 'jpg' };
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return { mime: 'image/png', extension: 'png' };
  if (!startsWith(bytes, zipMagic)) return isPdf(bytes) ? pdf : 'notAccepted';
  const office = officeFile(bytes);
  if (office.kind !== null) return { mime: officeMime[office.kind], extension: office.kind };
  return office.why === 'objects' || office.why === 'elsewhere' ? 'doesSomething' : 'notAccepted';
}

/** A reader takes a PDF whose header stands anywhere in its first 1,024 bytes (ISO 32000-1, Annex H.3, note 13). */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1_024 + 4)).includes('%PDF-');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
