import { aboutFile } from '../texts/importing/form-problems.ts';

/** What a file is by how it begins, when it is neither a zip nor a text with a table; undefined when it may be one. */
export function otherKind(bytes: Uint8Array): string | undefined {
  for (const [magic, kind] of BEGINNINGS) {
    if (magic.every((byte, place) => byte === null || bytes[place] === byte)) return kind(bytes);
  }
  return undefined;
}

type Magic = readonly (number | null)[];
const letters = (text: string): Magic => [...text].map((letter) => letter.charCodeAt(0));
const any = (count: number): Magic => Array<null>(count).fill(null);

const picture = () => aboutFile.picture;
const compressed = () => aboutFile.compressed;
const oldWorkbook = () => aboutFile.oldWorkbook;
const binary = () => aboutFile.binary;

const BEGINNINGS: readonly (readonly [Magic, (bytes: Uint8Array) => string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], compoundKind],
  // Workbooks of Excel 2 to 4, which stood in no compound file.
  [[0x09, 0x00, 0x04, 0x00], oldWorkbook],
  [[0x09, 0x02, 0x06, 0x00], oldWorkbook],
  [[0x09, 0x04, 0x06, 0x00], oldWorkbook],
  [letters('%PDF'), () => aboutFile.pdf],
  [[0x89, ...letters('PNG')], picture],
  [[0xff, 0xd8, 0xff], picture],
  [letters('GIF8'), picture],
  [letters('II*\u0000'), picture],
  [letters('MM\u0000*'), picture],
  [[...letters('BM'), ...any(4), 0, 0, 0, 0], picture],
  [[...letters('RIFF'), ...any(4), ...letters('WEBP')], picture],
  [[...any(4), ...letters('ftyphei')], picture],
  [[...any(4), ...letters('ftypmif')], picture],
  [[...any(4), ...letters('ftyp')], binary],
  [letters('Rar!'), compressed],
  [[...letters('7z'), 0xbc, 0xaf], compressed],
  [[0x1f, 0x8b, 0x08], compressed],
  [letters('{\\rtf'), () => aboutFile.richText],
  [letters('ID;P'), () => aboutFile.otherSheet],
  [letters('TABLE\r\n0,1'), () => aboutFile.otherSheet],
];

/** Workbooks, locked ones and documents share their first bytes; the names of their streams tell them apart. */
function compoundKind(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string) => view.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return aboutFile.locked;
  if (holds('WordDocument') || holds('PowerPoint Document')) return aboutFile.oldDocument;
  return holds('Workbook') || holds('Book') ? aboutFile.oldWorkbook : aboutFile.oldOrLocked;
}

/** What a text is that holds no table of cells parted by a mark. */
export function otherText(text: string): string | undefined {
  const beginning = text.slice(0, 4_000).trimStart();
  if (/^<\?xml|^<Workbook/i.test(beginning) && /schemas-microsoft-com:office:spreadsheet/.test(beginning))
    return aboutFile.xmlSheet;
  if (/^(?:<!--[^>]*-->\s*)?<(?:!doctype|html|head|body|table|meta|style|\?xml|div)\b/i.test(beginning))
    return aboutFile.page;
  if (
    /^(?:MIME-Version|From|Content-Type|X-Document-Type)\s*:/i.test(beginning) &&
    /^(?:MIME-Version|Content-Type)\s*:/im.test(beginning)
  )
    return aboutFile.webArchive;
  if (/^[{[]/.test(beginning) && isJson(text))
    return /docs\.google|"doc_id"/.test(beginning) ? aboutFile.shortcut : aboutFile.noColumns;
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
