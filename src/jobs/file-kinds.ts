/** What evidence may be, by content (specification: Evidence). */
export type FileKind = { readonly mime: string; readonly extension: 'pdf' | 'jpg' | 'png' | 'docx' | 'xlsx' };

const zipMagic = [0x50, 0x4b, 0x03, 0x04];

/**
 * The kind of a file by its first bytes and, for Office files, by the names of the parts in its zip
 * directory; null for anything else, workbooks and documents with macros included. Nothing is unpacked.
 */
export function kindOf(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return { mime: 'application/pdf', extension: 'pdf' };
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { mime: 'image/jpeg', extension: 'jpg' };
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return { mime: 'image/png', extension: 'png' };
  if (!startsWith(bytes, zipMagic)) return null;
  const names = partNames(bytes);
  if (names.some((name) => /vbaProject|\.bin$|macrosheets/i.test(name) && !/printerSettings/i.test(name)))
    return null;
  if (names.includes('word/document.xml')) {
    return {
      mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      extension: 'docx',
    };
  }
  if (names.includes('xl/workbook.xml')) {
    return { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' };
  }
  return null;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, place) => bytes[place] === byte);
}

/** Names in the central directory of a zip (APPNOTE 4.3.12); empty when there is none that can be read. */
function partNames(bytes: Uint8Array): readonly string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > view.length) return [];
  const count = view.readUInt16LE(end + 10);
  let at = view.readUInt32LE(end + 16);
  const names: string[] = [];
  for (let entry = 0; entry < Math.min(count, 5_000); entry++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) break;
    const nameLength = view.readUInt16LE(at + 28);
    names.push(view.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return names;
}
