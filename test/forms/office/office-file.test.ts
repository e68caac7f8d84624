import { readFileSync } from 'node:fs';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { describe, expect, it } from 'vitest';
import { officeFile } from '../../../src/forms/office/office-file.ts';
import { fillWorkbook } from '../../../src/forms/xlsx/fill.ts';
import { processorTime } from '../../processor-time.ts';
import { realForm } from '../../world/form.ts';
import { exported } from '../xlsx/export-forms.ts';
import { WorkbookVariant } from '../xlsx/workbook-variant.ts';
import { docx, external, override, relation, relations, xlsx, zipOf } from './packages.ts';

const VBA = 'application/vnd.ms-office.vbaProject';
const MICROSOFT = 'http://schemas.microsoft.com/office/2006/relationships';
const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 7)]);
const photo = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5_000, 3)]);
const said = (bytes: Uint8Array) => {
  const file = officeFile(bytes);
  return file.kind ?? file.why;
};

/** Written while it is not known how long the parts are, as some programs do. */
function streamed(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => void chunks.push(chunk));
  const source = docx().toString('latin1');
  expect(source).toContain('word/document.xml');
  const parts = {
    '[Content_Types].xml': `<Types>${override('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')}</Types>`,
    '_rels/.rels': relations(relation('officeDocument', '/word/document.xml')),
    'word/document.xml': '<x/>',
  };
  for (const [name, content] of Object.entries(parts)) {
    const part = name.startsWith('_') ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(part);
    part.push(strToU8(content), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

describe('a document that does nothing by itself is taken', () => {
  const many = Object.fromEntries(
    Array.from({ length: 4_000 }, (_, i) => [`word/media/${i}.png`, strToU8('x')]),
  );
  const printer =
    '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>';
  const taken: Readonly<Record<string, [Uint8Array, 'docx' | 'xlsx']>> = {
    'a letter': [docx(), 'docx'],
    'a workbook': [xlsx(), 'xlsx'],
    'one with photos': [docx({ parts: { 'word/media/image1.png': photo } }), 'docx'],
    'one with four thousand parts': [docx({ parts: many }), 'docx'],
    'one with links to click': [
      docx({ relations: external('hyperlink', 'https://example.org/acta') }),
      'docx',
    ],
    'one made from a template of that machine': [
      docx({ relations: external('attachedTemplate', 'file:///C:\\Users\\Ana\\Plantillas\\Alcaldia.dotx') }),
      'docx',
    ],
    'one with a chart and its numbers': [
      docx({
        parts: { 'word/embeddings/Microsoft_Excel_Sheet.xlsx': xlsx() },
        relations: relation('package', 'embeddings/Microsoft_Excel_Sheet.xlsx'),
      }),
      'docx',
    ],
    'a workbook with the settings of a printer': [
      xlsx({ parts: { 'xl/printerSettings/printerSettings1.bin': Buffer.alloc(300, 1) }, types: printer }),
      'xlsx',
    ],
    'a workbook that reads another': [
      xlsx({
        parts: {
          'xl/externalLinks/externalLink1.xml': '<externalLink><externalBook/></externalLink>',
          'xl/externalLinks/_rels/externalLink1.xml.rels': relations(
            external('externalLinkPath', 'file:///\\\\servidor\\planeacion\\presupuesto.xlsx'),
          ),
        },
        types: override(
          'xl/externalLinks/externalLink1.xml',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml',
        ),
      }),
      'xlsx',
    ],
    'one written as a stream': [streamed(), 'docx'],
    'the real form': [readFileSync(new URL('../../data/PL-PC-01-2022.xlsx', import.meta.url)), 'xlsx'],
  };
  it.each(Object.entries(taken))('%s', (_, [bytes, kind]) => {
    expect(said(bytes)).toBe(kind);
  });
});

describe('a program in a document is found, whatever its part is called', () => {
  const planted: Readonly<Record<string, Uint8Array>> = {
    'under its own name': docx({ parts: { 'word/vbaProject.bin': 'x' } }),
    'renamed, by its type': docx({
      parts: { 'word/notas.xml': 'x' },
      types: override('word/notas.xml', VBA),
    }),
    'renamed, by the type of its ending': docx({
      parts: { 'word/notas.dat': 'x' },
      types: `<Default Extension="DAT" ContentType="${VBA.toUpperCase()}"/>`,
    }),
    'renamed, by its relation': docx({
      parts: { 'word/notas.xml': '<x/>' },
      relations: relation(`${MICROSOFT}/vbaProject`, 'notas.xml'),
    }),
    'by a relation of any part': docx({
      parts: {
        'word/notas.xml': '<x/>',
        'word/theme/_RELS/theme1.xml.RELS': relations(relation(`${MICROSOFT}/vbaProject`, '../notas.xml')),
      },
    }),
    'by a name written in percent': docx({
      parts: { 'word/notas.xml': 'x' },
      types: override('word/n%6Ftas.xml', VBA),
    }),
    'by a type with a number for a letter': docx({
      parts: { 'word/notas.xml': 'x' },
      types: override('word/notas.xml', VBA.replace('P', '&#x50;')),
    }),
    'behind a type inside another value': docx({
      parts: { 'word/notas.xml': '<x/>' },
      relations: `<Relationship Id='a Type="${MICROSOFT}/hyperlink"' Type="${MICROSOFT}/vbaProject" Target="notas.xml"/>`,
    }),
    'a document of macros with another name': docx({
      mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml',
    }),
    'a workbook of macros': xlsx({ mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
    'a binary workbook': xlsx({ mainType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }),
    'a sheet of Excel 4 macros among the others': xlsx({
      parts: { 'xl/worksheets/sheet2.xml': '<x/>' },
      relations: relation(`${MICROSOFT}/xlMacrosheet`, 'worksheets/sheet2.xml'),
    }),
  };
  it.each(Object.entries(planted))('%s', (_, bytes) => {
    expect(said(bytes)).toBe('macros');
  });
});

describe('what is put in, or brought from elsewhere, when a document is opened', () => {
  const media = (content: Uint8Array) => docx({ parts: { 'word/media/image1.png': content } });
  const objects: Readonly<Record<string, Uint8Array>> = {
    'a compound file that says it is a photo': media(compound),
    'the same, not packed': zipOf({
      ...Object.fromEntries(
        ['[Content_Types].xml', 'word/document.xml'].map((name) => [name, strToU8('<x/>')]),
      ),
      'word/media/image1.png': [compound, { level: 0 }],
    }),
    'a control of ActiveX': docx({ relations: relation('control', 'controles/c1.xml') }),
    'an object, by its relation': docx({ relations: relation('oleObject', 'x.dat') }),
    'a page put in': docx({ relations: relation('aFChunk', 'x.mht') }),
    'a document of macros inside': docx({
      parts: {
        'word/embeddings/hoja.xlsx': xlsx({ parts: { 'xl/n.xml': 'x' }, types: override('xl/n.xml', VBA) }),
      },
    }),
    'a zip inside': media(zipOf({ 'fotos/1.jpg': strToU8('x') })),
    'a document in a document in a document': docx({
      parts: { 'word/a.docx': docx({ parts: { 'word/b.docx': docx() } }) },
    }),
    'something binary that nothing tells about': docx({ parts: { 'word/notas.bin': 'x' } }),
  };
  it.each(Object.entries(objects))('%s', (_, bytes) => {
    expect(said(bytes)).toBe('objects');
  });

  const template = (target: string) => docx({ relations: external('attachedTemplate', target) });
  const fetched: Readonly<Record<string, Uint8Array>> = {
    'a template of the web': template('https://example.org/a.dotm'),
    'a template of another machine': template('\\\\10.0.0.7\\c\\a.dotm'),
    'the same as a link': template('file:////10.0.0.7/c/a.dotm'),
    'the same as a link of a host': template('file://servidor/c/a.dotm'),
    'the same behind percent signs': template('file:///%5C%5Cservidor/c/a.dotm'),
    'a picture of another machine': docx({ relations: external('image', '//10.0.0.7/c/a.png') }),
    'a page in a frame': docx({ relations: external('frame', 'mhtml:http://example.org/a!x') }),
    'a link that starts a program': xlsx({
      parts: {
        'xl/externalLinks/externalLink1.xml': '<externalLink><x:ddeLink ddeService="cmd"/></externalLink>',
      },
    }),
  };
  it.each(Object.entries(fetched))('%s', (_, bytes) => {
    expect(said(bytes)).toBe('elsewhere');
  });
});

describe('a package that two programs could read differently is none', () => {
  const macro = { 'word/notas.xml': strToU8('x') };
  /** The directory of a zip, and where it begins. */
  const directoryOf = (zip: Buffer) => {
    const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
    return { end, start: zip.readUInt32LE(end + 16) };
  };
  /** The zip with bytes put before its directory, which still tells only its own parts. */
  const hiding = (zip: Buffer, hidden: Buffer) => {
    const { start, end } = directoryOf(zip);
    const whole = Buffer.concat([zip.subarray(0, start), hidden, zip.subarray(start)]);
    whole.writeUInt32LE(start + hidden.length, end + hidden.length + 16);
    return whole;
  };
  const hiddenPart = () => {
    const zip = zipOf(macro);
    return zip.subarray(0, directoryOf(zip).start);
  };
  const renamedInside = () => {
    const zip = docx({ parts: { 'word/vba.xml': 'x' } });
    const place = zip.indexOf('word/vba.xml');
    zip.write('word/abc.xml', place);
    return zip;
  };
  const withFewer = () => {
    const zip = docx({ parts: macro });
    const { end } = directoryOf(zip);
    for (const at of [8, 10]) zip.writeUInt16LE(zip.readUInt16LE(end + at) - 1, end + at);
    return zip;
  };
  const parts = Object.fromEntries(
    Array.from({ length: 5_001 }, (_, i) => [`word/media/${i}.png`, strToU8('x')]),
  );
  const changed: Readonly<Record<string, () => Uint8Array>> = {
    'a part that the directory does not tell': () => hiding(docx(), hiddenPart()),
    'another name in the directory than at the part': renamedInside,
    'a directory that tells fewer parts than it has': withFewer,
    'something before the first part': () => Buffer.concat([hiddenPart(), docx()]),
    'something behind the end': () => Buffer.concat([docx(), hiddenPart()]),
    'two packages, one behind the other': () => Buffer.concat([docx({ parts: macro }), docx()]),
    'the same name twice, case aside': () => docx({ parts: { 'WORD/document.xml': '<x/>' } }),
    '5,001 parts': () => docx({ parts }),
    '5,001 parts and a program behind them': () =>
      docx({ parts: { ...parts, 'word/z.xml': 'x' }, types: override('word/z.xml', VBA) }),
    'types with entities of its own': () =>
      docx({ parts: { '[Content_Types].xml': '<!DOCTYPE a [<!ENTITY v "vba">]><Types/>' } }),
    'no types': () => zipOf({ 'word/document.xml': strToU8('<x/>') }),
    'two main parts': () =>
      docx({
        parts: { '_rels/.rels': relations(relation('officeDocument', 'word/document.xml').repeat(2)) },
      }),
    'a presentation': () =>
      docx({
        mainType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
      }),
    'half of one': () => docx().subarray(0, 400),
  };
  it.each(Object.entries(changed))('%s', (_, make) => {
    expect(said(make())).toBe('other');
  });

  it('nor one that fills the memory when it is read', () => {
    const bomb = docx({ parts: { '_rels/x.rels': Buffer.alloc(64 * 1024 * 1024) } });
    expect(bomb.length).toBeLessThan(200_000);
    expect(said(bomb)).toBe('other');
  });
});

describe('a file that is made to hold up the bot', () => {
  const times = (count: number, of: (place: number) => readonly [string, Uint8Array]) =>
    Object.fromEntries(Array.from({ length: count }, (_, place) => of(place)));
  const inside = docx({ parts: { 'word/media/a.png': Buffer.alloc(8 * 1024 * 1024, 1) } });
  const made: Readonly<Record<string, () => Uint8Array>> = {
    'a thousand documents inside': () =>
      docx({ parts: times(1_000, (i) => [`word/embeddings/${i}.docx`, inside]) }),
    'two thousand parts that unpack to much': () =>
      docx({ parts: times(2_000, (i) => [`word/media/${i}.png`, Buffer.alloc(10_000, 7)]) }),
    'relations without end': () =>
      docx({ parts: { 'word/_rels/a.xml.rels': relations(external('hyperlink', 'x').repeat(150_000)) } }),
    'types without end': () => docx({ types: override('word/a.xml', 'x').repeat(300_000) }),
  };
  it.each(Object.entries(made))('is looked at in no time: %s', (_, make) => {
    const bytes = make();
    const spent = processorTime();
    said(bytes);
    expect(spent()).toBeLessThan(1_000);
  });
});

it('a form with a program under another name is read, and never filled in place', () => {
  const book = new WorkbookVariant().change((spec) => {
    spec.parts = { ...spec.parts, 'xl/notas.xml': { content: 'x', type: VBA } };
  });
  expect(fillWorkbook(book.bytes(), exported(realForm(), 1))).toEqual({ ok: false, reason: 'macros' });
});
