import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { adviceFor } from '../../../src/texts/importing/form-problems.ts';
import { makeWorkbook, partsOfWorkbook, zipFiles } from '../../data/workbook-spec.ts';
import { processorTime } from '../../processor-time.ts';
import { problemsOf } from '../real-form.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const MOST_MS = 2_000;
const MOST_MB = 350;
const FORM = 'se esperaba el formato como libro de Excel (.xlsx), CSV o texto separado por tabulaciones.';
/** What is told of a fault of the whole file. */
const faultOf = (fault: string) => `Fila 1, columna A: ${fault}; se esperaba ${adviceFor(fault)}.`;
const DAMAGED = faultOf('el archivo está dañado o incompleto');
const SMALLER =
  'se esperaba un archivo más pequeño: quite hojas e imágenes, o divida el plan por dependencia.';
const TOO_LARGE = faultOf('el archivo es demasiado grande por dentro');
const BOUNDS =
  'se esperaba un plan de hasta 11.000 filas y 100 columnas: divídalo por dependencia, un archivo para cada una.';

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads a file in a process of its own, which must end well, soon and small. */
function readApart(name: string, bytes: Uint8Array): string[] {
  const file = join(folder, 'file');
  writeFileSync(file, bytes);
  const script = fileURLToPath(new URL('./read-one.ts', import.meta.url));
  const out = execFileSync(process.execPath, ['-r', './src/node-version.cjs', script, file], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  const { ms, mb, problems }: { ms: number; mb: number; problems: string[] } = JSON.parse(out);
  if (process.env.SHOW_MEASURES) process.stdout.write(`${name}: ${ms} ms, ${mb} MB\n`);
  expect(ms).toBeLessThan(MOST_MS);
  expect(mb - bytes.length / 1024 / 1024).toBeLessThan(MOST_MB);
  return problems;
}

type RawEntry = { name: string; content?: Uint8Array; size?: number; flags?: number; crc?: number };

/** A zip written by hand, so that it can lie. */
function rawZip(entries: readonly RawEntry[], comment = ''): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = entry.content ?? new Uint8Array();
    const packed = deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(entry.flags ?? 0, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(entry.crc ?? crc32(content), 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(entry.size ?? content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, name, packed);
    directory.push(central, name);
    offset += 30 + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, listing, end, Buffer.from(comment)]);
}

const book = () => new WorkbookVariant();
const withPart = (name: string, content: string | Uint8Array) =>
  book()
    .change((spec) => {
      spec.parts = { ...spec.parts, [name]: { content } };
    })
    .bytes();

/** The real workbook with its first sheet replaced. */
function withSheet(xml: string): Uint8Array {
  const variant = book();
  variant.sheet.rows = [];
  variant.sheet.merges = [];
  variant.sheet.before = '';
  variant.sheet.relations = '';
  variant.sheet.after = `@@`;
  variant.change((spec) => spec.sheets.splice(1));
  return replacing(variant, '<sheetData></sheetData>@@', xml);
}

function replacing(variant: WorkbookVariant, from: string, to: string): Uint8Array {
  const parts = Object.entries(partsOfWorkbook(variant.spec)).map(
    ([name, content]) =>
      [name, typeof content === 'string' ? content.replace(from, () => to) : content] as const,
  );
  return zipFiles(Object.fromEntries(parts));
}

const rowsOf = (count: number, row: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index + 1)).join('');
const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
  ]);

describe('a file that is no such workbook is refused for what it is', () => {
  const refused: Record<string, [() => Uint8Array, string]> = {
    'an empty file': [() => new Uint8Array(), faultOf('el archivo está vacío')],
    'an old .xls': [() => ole('Workbook'), faultOf('el archivo es un libro de Excel antiguo (.xls)')],
    'a workbook with a password': [
      () => ole('EncryptedPackage'),
      faultOf('el archivo está protegido con contraseña'),
    ],
    'a page saved as .xls': [
      () => Buffer.from('\n<html><table><tr><td>No</td></tr></table></html>'),
      faultOf('el archivo es una página web guardada con otro nombre'),
    ],
    'a PDF': [() => Buffer.from('%PDF-1.7\n'), faultOf('el archivo es un PDF')],
    'a Word document': [
      () => zipFiles({ 'word/document.xml': '<x/>' }),
      faultOf('el archivo es un documento de Word'),
    ],
    'a sheet of OpenDocument': [
      () => zipFiles({ mimetype: 'application/vnd.oasis', 'content.xml': '<x/>' }),
      faultOf('el archivo es un documento de OpenDocument (.ods, .odt)'),
    ],
    'a binary workbook': [
      () => zipFiles({ 'xl/workbook.bin': 'x' }),
      faultOf('el archivo es un libro binario de Excel (.xlsb)'),
    ],
    'some other zip': [
      () => zipFiles({ 'foto.jpg': 'x' }),
      faultOf('el archivo es un comprimido (.zip), no un libro de Excel'),
    ],
    'a workbook without sheets': [() => makeWorkbook({ sheets: [] }), faultOf('el libro no tiene hojas')],
    'a workbook with empty sheets': [
      () => makeWorkbook({ sheets: [{ name: 'Hoja1', rows: [], merges: [] }] }),
      faultOf('el archivo está vacío'),
    ],
    'one cut off at two thirds': [() => book().bytes().subarray(0, 6_000), DAMAGED],
    'one with bytes after its end': [() => Buffer.concat([book().bytes(), Buffer.alloc(30)]), DAMAGED],
    'one with a byte flipped in its sheet': [
      () => {
        const bytes = Uint8Array.from(book().bytes());
        const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 200;
        bytes[at] = (bytes[at] ?? 0) ^ 0xff;
        return bytes;
      },
      DAMAGED,
    ],
    'parts that are encrypted': [
      () => rawZip([{ name: 'xl/workbook.xml', flags: 1 }]),
      faultOf('el archivo está protegido con contraseña'),
    ],
    'a part outside the package': [
      () => withPart('../../evil.xml', '<x/>'),
      faultOf('el archivo tiene partes con nombres que Excel no usa'),
    ],
    'two parts of one name': [
      () => rawZip([{ name: 'xl/workbook.xml' }, { name: 'XL/workbook.xml' }]),
      faultOf('el archivo tiene partes con nombres que Excel no usa'),
    ],
    'a wrong checksum': [() => rawZip([{ name: 'a.xml', content: Buffer.from('x'), crc: 1 }]), DAMAGED],
    'a document type with entities': [
      () => withPart('xl/extra.xml', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'),
      faultOf('el archivo tiene definiciones (DTD) que Excel no usa'),
    ],
    'a document type in another encoding': [
      () => withPart('xl/extra.xml', Buffer.from('\uFEFF<!DOCTYPE x><x/>', 'utf16le')),
      faultOf('el archivo tiene definiciones (DTD) que Excel no usa'),
    ],
    'XML that is none': [() => withSheet('<sheetData><row></sheetData>'), DAMAGED],
    'a sheet named like a property of every object': [
      () => makeWorkbook({ sheets: [{ name: '__proto__', rows: [['x']], merges: [] }] }),
      'Hoja «__proto__», fila 1, columna A: no se encontró la fila de encabezados; se esperaba el plan con una fila de encabezados: No, ACTIVIDAD, META, RESPONSABLE, FECHA DE INICIO y FECHA DE TERMINACION.',
    ],
  };
  for (const [name, [bytes, problem]] of Object.entries(refused)) {
    it(name, () => {
      const file = bytes();
      const spent = processorTime();
      expect(problemsOf(readFormFile(file))).toEqual([problem]);
      expect(spent()).toBeLessThan(MOST_MS);
    });
  }
});

describe('no file takes the process with it, two seconds or 350 MB', () => {
  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
  const hostile: Record<string, [() => Uint8Array, string | undefined]> = {
    'a file of 100 MB': [
      () => Buffer.concat([book().bytes(), zeros(100)]),
      faultOf('el archivo pasa de 20 MB'),
    ],
    'a picture of 100 MB of zeros': [() => withPart('xl/media/image2.png', zeros(100)), TOO_LARGE],
    'a part that says 12 KB and holds 100 MB': [
      () => rawZip([{ name: 'xl/workbook.xml', content: zeros(100), size: 12_000 }]),
      DAMAGED,
    ],
    'many parts that are large together': [
      () => zipFiles(Object.fromEntries([1, 2].map((n) => [`${n}.xml`, zeros(31)]))),
      TOO_LARGE,
    ],
    'six thousand parts': [
      () => rawZip(Array.from({ length: 6_000 }, (_, index) => ({ name: `${index}` }))),
      TOO_LARGE,
    ],
    'a cell at XFD1048576': [
      () => withSheet('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
      `Hoja «Plan de Acción», fila 1048576, columna XFD: hay datos después de la fila 11.000; ${BOUNDS}`,
    ],
    'a merge over the whole sheet': [
      () => {
        const variant = book();
        variant.sheet.merges = [...variant.sheet.merges, 'A40:XFD1048576'];
        return variant.bytes();
      },
      undefined,
    ],
    'a merge over the whole form': [
      () => {
        const variant = book();
        variant.sheet.merges = ['A1:XFD1048576'];
        return variant.bytes();
      },
      'Hoja «Resumen», fila 1, columna A: no se encontró la fila de encabezados; se esperaba el plan con una fila de encabezados: No, ACTIVIDAD, META, RESPONSABLE, FECHA DE INICIO y FECHA DE TERMINACION.',
    ],
    'twenty thousand merges over everything': [
      () =>
        withSheet(
          `<sheetData>${rowsOf(1_900, (row) => `<row r="${row}"><c r="BH${row}"><v>1</v></c></row>`)}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(19_999)}</mergeCells>`,
        ),
      `Hoja «Plan de Acción», fila 1, columna A: el libro tiene demasiadas celdas combinadas; ${FORM}`,
    ],
    'a validation over the whole sheet': [
      () => {
        const variant = book();
        variant.sheet.after = variant.sheet.after?.replace('I12:I19', 'A8:XFD1048576') ?? '';
        return variant.bytes();
      },
      undefined,
    ],
    'eight megabytes of cells': [
      () =>
        withSheet(
          `<sheetData>${rowsOf(1_990, (row) => `<row>${`<c t="inlineStr"><is><t>abc${row}</t></is></c>`.repeat(60)}</row>`)}</sheetData>`,
        ),
      'Hoja «Plan de Acción», fila 1, columna A: no se encontró la fila de encabezados; se esperaba el plan con una fila de encabezados: No, ACTIVIDAD, META, RESPONSABLE, FECHA DE INICIO y FECHA DE TERMINACION.',
    ],
    'a million rows': [
      () => withSheet(`<sheetData>${rowsOf(250_000, () => '<row><c><v>1</v></c></row>')}</sheetData>`),
      `Hoja «Plan de Acción», fila 11001, columna A: hay datos después de la fila 11.000; ${BOUNDS}`,
    ],
    'a million blank rows far away': [
      () => withSheet(`<sheetData>${rowsOf(350_000, () => '<row><c s="1"/></row>')}</sheetData>`),
      faultOf('el archivo está vacío'),
    ],
    'one long text in every cell': [
      () => {
        const variant = book().set('A40', 'x'.repeat(1_000_000));
        for (let row = 40; row < 1_900; row += 1)
          variant.sheet.rows[row] = Array(60).fill({ raw: '<c t="s"><v>0</v></c>' });
        return replacing(
          variant,
          '<si><t xml:space="preserve">SIST',
          `<si><t>${'y'.repeat(1_000_000)}</t></si><si><t>`,
        );
      },
      `Hoja «Plan de Acción», fila 51, columna E: el libro tiene demasiado texto; ${SMALLER}`,
    ],
    'tags 100,000 deep': [() => withSheet(`${'<a>'.repeat(100_000)}`), DAMAGED],
    'a tag with a million attributes': [
      () => withSheet(`<sheetData ${'a="" '.repeat(1_000_000)}></sheetData>`),
      DAMAGED,
    ],
    'a million blanks in a tag': [() => withSheet(`<sheetData ${' '.repeat(7_000_000)}<>`), DAMAGED],
    'a million quotation marks': [() => withSheet(`<sheetData a="${`'"=`.repeat(2_000_000)}`), DAMAGED],
    'a million signs of less': [() => withSheet('<'.repeat(7_000_000)), DAMAGED],
    'a format code without end': [
      () => replacing(book(), '[$-240A]', `${'&quot;'.repeat(1_001)}${'[$'.repeat(5_000)}`),
      undefined,
    ],
    'twenty sheets of a megabyte': [
      () => {
        const xml = `<sheetData>${rowsOf(500, () => `<row>${'<c t="inlineStr"><is><t>No</t></is></c>'.repeat(60)}</row>`)}</sheetData>`;
        const variant = book();
        const sheets = Array.from({ length: 19 }, (_, index) => ({
          name: `Hoja ${index}`,
          rows: [],
          merges: [],
          after: `${xml}`,
        }));
        return variant.change((spec) => spec.sheets.push(...sheets)).bytes();
      },
      faultOf('el libro tiene demasiadas celdas con datos'),
    ],
  };
  for (const [name, [bytes, problem]] of Object.entries(hostile)) {
    it(name, () => {
      expect(readApart(name, bytes())).toEqual(problem === undefined ? [] : [problem]);
    });
  }
});
