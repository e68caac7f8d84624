import { type ActiveContent, activeContent } from './active-content.ts';
import { type OfficePackage, readPackage } from './package.ts';
import { type Budget, budgetOfFile, openStrictly } from './strict-zip.ts';

export type OfficeFile =
  | { readonly kind: 'docx' | 'xlsx' }
  /** `other`: no Word document or workbook, or one that two programs could read differently. */
  | { readonly kind: null; readonly why: 'other' | ActiveContent };

const TYPES: ReadonlyMap<string, 'docx' | 'xlsx'> = new Map([
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
]);
/** Where Word and Excel put their main part. A package that declares nothing of it opens in neither. */
const USUAL_NAMES: ReadonlyMap<string, 'docx' | 'xlsx'> = new Map([
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
]);

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Programs of macros and embedded objects are such files (MS-CFB), whatever they are called. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * What a zip is, when it is a Word document or a workbook that does nothing by itself. A document inside, as a chart
 * has its numbers, is looked at in the same way. Never throws.
 */
export function officeFile(bytes: Uint8Array): OfficeFile {
  return looked(bytes, 0, budgetOfFile());
}

function looked(bytes: Uint8Array, depth: number, budget: Budget): OfficeFile {
  try {
    const zip = openStrictly(bytes, budget);
    const pack = readPackage(zip.names, zip.read);
    const active = activeContent(pack, zip.read);
    if (active !== null) return { kind: null, why: active };
    for (const name of zip.names) {
      const beginning = zip.beginningOf(name);
      if (startsWith(beginning, COMPOUND)) return { kind: null, why: 'objects' };
      if (!startsWith(beginning, ZIP)) continue;
      const inside = depth === 0 ? looked(zip.read(name) ?? new Uint8Array(), 1, budget) : null;
      if (inside === null || inside.kind === null) return { kind: null, why: 'objects' };
    }
    const kind = kindOf(pack);
    return kind === undefined ? { kind: null, why: 'other' } : { kind };
  } catch {
    return { kind: null, why: 'other' };
  }
}

/** By the type of the one main part. */
function kindOf(pack: OfficePackage): 'docx' | 'xlsx' | undefined {
  const mains = pack.relations.filter(
    ({ from, type }) => from.toLowerCase() === '_rels/.rels' && type === 'officedocument',
  );
  const [main] = mains;
  if (mains.length > 1 || main?.external) return undefined;
  const wanted = main ? main.target.replace(/^\.?\//, '').toLowerCase() : undefined;
  const part = pack.names.find((name) =>
    wanted === undefined ? USUAL_NAMES.has(name) : name.toLowerCase() === wanted,
  );
  if (part === undefined) return undefined;
  const type = pack.typeOf(part);
  return type === undefined ? USUAL_NAMES.get(part) : TYPES.get(type);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, place) => bytes[place] === byte);
}
