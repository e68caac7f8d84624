import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { realForm } from '../../world/form.ts';
import { formOf, problemsOf } from '../real-form.ts';
import { asRead, EVIDENCE, exported, PRELIMINARY, reported } from './export-forms.ts';
import { type ZipManner, zipBy } from './raw-zip.ts';
import { filled, partsOf } from './workbook-parts.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const isXml = (name: string) => /\.(xml|rels)$/.test(name);
const inText =
  (change: (text: string, name: string) => string) =>
  (content: Buffer, name: string): Buffer =>
    isXml(name) ? Buffer.from(change(content.toString(), name)) : content;
const inSheet = (change: (text: string) => string) =>
  inText((text, name) => (name === SHEET ? change(text) : text));
const utf16 = (swap: boolean, mark: string) => (content: Buffer, name: string) => {
  if (!isXml(name)) return content;
  const text = content.toString().replace('encoding="UTF-8"', 'encoding="UTF-16"');
  const wide = Buffer.from(mark + text, 'utf16le');
  return swap ? wide.swap16() : wide;
};
/** Elements with a prefix of their own, as the SDK of .NET writes them. */
const prefixed = (text: string) =>
  text
    .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')
    .replace(/ xmlns="(http:\/\/[^"]*spreadsheetml[^"]*)"/, ' xmlns:x="$1"');

const manners: Record<string, ZipManner> = {
  'zip64 fields': { zip64: true },
  'sizes behind the parts': { descriptors: true },
  both: { zip64: true, descriptors: true },
  'a byte before the zip': { before: '\n' },
  'a mark of UTF-8 before a zip64': { before: '\u00ef\u00bb\u00bf', zip64: true },
  'backslashes in names': { name: (name) => name.replaceAll('/', '\\') },
  'a slash before names': { name: (name) => `/${name}` },
  './ before names': { name: (name) => `./${name}` },
  'names in capitals': { name: (name) => name.toUpperCase() },
  'names with percent signs': {
    name: (name) => name.replace('[', '%5B').replace(']', '%5D').replace('sheet1', 'sheet%31'),
  },
  'targets from the root, in another case': {
    part: inText((text, name) =>
      name === 'xl/_rels/workbook.xml.rels'
        ? text.replace(/Target="(?!http)([^"]*)"/g, 'Target="/XL/$1"')
        : text,
    ),
  },
  'targets with backslashes and dots': {
    part: inText((text, name) =>
      name === 'xl/_rels/workbook.xml.rels'
        ? text.replace(/Target="worksheets\//g, 'Target=".\\worksheets\\')
        : text,
    ),
  },
  'UTF-16 parts': { part: utf16(false, '\ufeff') },
  'UTF-16 parts, swapped': { part: utf16(true, '\ufeff') },
  'UTF-16 parts without mark': { part: utf16(false, '') },
  'windows-1252 parts': {
    part: (content, name) =>
      isXml(name)
        ? Buffer.from(content.toString().replace('encoding="UTF-8"', 'encoding="windows-1252"'), 'latin1')
        : content,
  },
  'a prefix on every element': {
    part: inText((text, name) =>
      /^xl\/(worksheets|workbook|styles|shared)[^/]*/.test(name) && name.endsWith('.xml')
        ? prefixed(text)
        : text,
    ),
  },
  'the strict namespaces': {
    part: inText((text) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/',
          'http://purl.oclc.org/ooxml/officeDocument/',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        ),
    ),
  },
  'attributes of 100,000 characters': {
    part: inSheet((text) =>
      text.replace(
        '<pageMargins',
        `<conditionalFormatting sqref="${'N12 '.repeat(25_000).trim()}"><cfRule type="expression" dxfId="0" priority="9"><formula>1</formula></cfRule></conditionalFormatting><pageMargins`,
      ),
    ),
  },
  'cells and rows without names': { part: inSheet((text) => unnamed(text)) },
  'rows without names': { part: inSheet((text) => text.replace(/<row r="\d+"/g, '<row')) },
  'rows out of order': {
    part: inSheet((text) =>
      text.replace(/<sheetData>(.*)<\/sheetData>/s, (_, rows: string) => {
        const each = rows.split(/(?=<row )/);
        return `<sheetData>${each.reverse().join('')}</sheetData>`;
      }),
    ),
  },
  'CDATA, entities and comments': {
    part: inText((text, name) =>
      name === 'xl/sharedStrings.xml'
        ? text
            .replace(/(<t[^>]*>)([^<&ó]+)(<\/t>)/g, '$1<!-- a --><![CDATA[$2]]>$3')
            .replaceAll('ó', '&#xF3;')
        : text,
    ),
  },
};

/** Blank cells fill the gaps, since nothing but their order tells where cells stand. */
function unnamed(sheet: string): string {
  return sheet.replace(/<row r="(\d+)"([^>]*)>(.*?)<\/row>/gs, (_, _number, attributes, cells: string) => {
    let column = 0;
    const named = [...cells.matchAll(/<c r="([A-Z])\d+"([^>]*?)(\/>|>.*?<\/c>)/gs)].map(
      ([, letter = 'A', more, end]) => {
        const gap = letter.charCodeAt(0) - 65 - column;
        column += gap + 1;
        return `${'<c/>'.repeat(Math.max(0, gap))}<c${more}${end}`;
      },
    );
    return `<row${attributes}>${named.join('')}</row>`;
  });
}

const written = (manner: ZipManner) => zipBy(partsOf(new WorkbookVariant().bytes()), manner);

describe('a package as another program writes it', () => {
  for (const [name, manner] of Object.entries(manners)) {
    it(`with ${name} is the same form, and is written back as one that opens`, () => {
      const bytes = written(manner);
      const reading = readFormFile(bytes);
      expect(problemsOf(reading)).toEqual([]);
      expect(formOf(reading)).toEqual(realForm());
      const form = exported(reported(realForm(), 2), 2, PRELIMINARY, EVIDENCE);
      const back = filled(bytes, form);
      expect(formOf(readFormFile(back))).toEqual(asRead(form));
      for (const [part, content] of partsOf(back)) {
        expect(part).not.toMatch(/\\|^\.?\//);
        const text = Buffer.from(content).toString();
        if (isXml(part.toLowerCase()) && text.startsWith('<?xml'))
          expect(text).not.toContain('encoding="UTF-16"');
      }
    });
  }

  const drawing = (megabytes: number) =>
    Buffer.concat([randomBytes(1024 * 1024), Buffer.alloc((megabytes - 1) * 1024 * 1024)]);
  const withDrawings = (...megabytes: readonly number[]) => {
    const pictures = megabytes.map((each, index) => [`xl/media/i${index}.emf`, drawing(each)] as const);
    return zipBy(new Map([...partsOf(new WorkbookVariant().bytes()), ...pictures]), {});
  };
  it('pictures of 20 MB take no part in it, and are written back', () => {
    const bytes = withDrawings(20, 20, 20);
    expect(formOf(readFormFile(bytes))).toEqual(realForm());
    const back = partsOf(filled(bytes, exported(realForm(), 1)));
    const picture = (parts: typeof back) => Buffer.from(parts.get('xl/media/i2.emf') ?? []);
    expect(picture(back).length).toBe(20 * 1024 * 1024);
    expect(picture(back).equals(picture(partsOf(bytes)))).toBe(true);
  });

  it('pictures that would fill the memory refuse it', () => {
    for (const sizes of [[65], [50, 50, 50]])
      expect(problemsOf(readFormFile(withDrawings(...sizes)))).toEqual([
        expect.stringContaining('demasiado grande por dentro'),
      ]);
  });

  it('a thousand pictures take no part in it', () => {
    const variant = new WorkbookVariant().change((spec) => {
      const pictures = Array.from({ length: 1_000 }, (_, index) => [
        `xl/media/i${index}.png`,
        { content: 'x' },
      ]);
      spec.parts = { ...spec.parts, ...Object.fromEntries(pictures) };
    });
    expect(formOf(variant.read())).toEqual(realForm());
  });
});

describe('cells as other programs write them', () => {
  const DATED = [44_926 - 1e-9, 44_926 - 0.4 / 86_400, 44_926, 44_926 + 0.3 / 86_400, 44_926.5];
  it('a date that a rounding error puts before midnight is the day that was meant', () => {
    for (const number of DATED) {
      const variant = new WorkbookVariant().set('H12', { number, style: 'date' });
      expect(formOf(variant.read()).activities[0]?.end).toBe('2022-12-31');
    }
    const before = new WorkbookVariant().set('H12', { number: 44_926 - 2 / 86_400, style: 'date' });
    expect(formOf(before.read()).activities[0]?.end).toBe('2022-12-30');
  });

  const raws: Record<string, [string, string]> = {
    'an ISO date': ['<c r="H12" t="d"><v>2022-12-31T00:00:00</v></c>', '2022-12-31'],
    'an ISO date a rounding error before midnight': [
      '<c r="H12" t="d"><v>2022-12-30T23:59:59.9997</v></c>',
      '2022-12-31',
    ],
  };
  for (const [name, [raw, day]] of Object.entries(raws))
    it(name, () => {
      expect(formOf(new WorkbookVariant().set('H12', { raw }).read()).activities[0]?.end).toBe(day);
    });

  const texts: Record<string, [string, string]> = {
    'rich text with hints of its sound': [
      '<c r="E12" t="inlineStr"><is><r><t>uno </t></r><r><rPr><b/></rPr><t xml:space="preserve"> dos</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>',
      'uno  dos',
    ],
    'a text that should stand in the cell and stands as its value': [
      '<c r="E12" t="inlineStr"><v>uno</v></c>',
      'uno',
    ],
    'a text in the cell without its type': ['<c r="E12"><is><t>uno</t></is></c>', 'uno'],
    'the escapes of Excel': [
      '<c r="E12" t="str"><v>uno_x000D__x000A_dos _x005F_x0041_</v></c>',
      'uno\ndos _x0041_',
    ],
    'a truth value in words': ['<c r="E12" t="b"><v>true</v></c>', 'VERDADERO'],
  };
  for (const [name, [raw, text]] of Object.entries(texts))
    it(name, () => {
      expect(formOf(new WorkbookVariant().set('E12', { raw }).read()).activities[0]?.indicator).toBe(text);
    });

  it('a text that is missing in the package is no blank cell', () => {
    const variant = new WorkbookVariant().set('E12', { raw: '<c r="E12" t="s"><v>99999</v></c>' });
    expect(problemsOf(variant.read())).toEqual([expect.stringContaining('dañado')]);
  });
});
