import { describe, expect, it } from 'vitest';
import { cutsToPrint, extraHeadings } from '../../../src/forms/export-form.ts';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { withPreliminary } from '../../../src/forms/xlsx/page-header.ts';
import { templateWorkbook } from '../../../src/forms/xlsx/template.ts';
import { openZip } from '../../../src/forms/xlsx/zip-gate.ts';
import { processorTime } from '../../processor-time.ts';
import { realForm } from '../../world/form.ts';
import { formOf } from '../real-form.ts';
import { APPROVED, asRead, exported, reported } from './export-forms.ts';

function part(bytes: Uint8Array, name: string): string {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return new TextDecoder().decode(opened.parts.get(name));
}

const sheetOf = (bytes: Uint8Array) => part(bytes, 'xl/worksheets/sheet1.xml');
const widthsOf = (sheet: string) =>
  [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
const four = exported(reported(realForm(), 4), 4);

describe('the form as a workbook of ours', () => {
  const bytes = templateWorkbook(four);
  const sheet = sheetOf(bytes);

  it('has a block for every cut up to the chosen one, two headings each', () => {
    const text = [...sheet.matchAll(/<t xml:space="preserve">([A-Z]+ MONITOREO|CORTE [^<]*)<\/t>/g)].map(
      ([, words]) => words,
    );
    expect(text).toEqual([
      'PRIMER MONITOREO',
      'SEGUNDO MONITOREO',
      'TERCER MONITOREO',
      'CUARTO MONITOREO',
      'CORTE MARZO 31',
      'CORTE JUNIO 30',
      'CORTE SEPTIEMBRE 30',
      'CORTE DICIEMBRE 31',
    ]);
    expect(sheetOf(templateWorkbook(exported(realForm(), 1)))).not.toContain('SEGUNDO');
  });

  it('prints on one sheet of legal paper across while its letters stay at seven points', () => {
    const one = templateWorkbook(exported(reported(realForm(), 1), 1));
    expect(sheetOf(one)).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheetOf(one)).toContain(
      '<pageSetup paperSize="5" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(part(one, 'xl/workbook.xml')).toMatch(
      /Print_Area" localSheetId="0">'PL-PC-01 2022'!\$A\$1:\$O\$\d+</,
    );
    const width = widthsOf(sheetOf(one)).reduce((sum, each) => sum + each, 0);
    expect((9 * 13.5 * 72) / (width * 5.25)).toBeGreaterThanOrEqual(7);
  });

  it('prints four blocks after the plan, with number and activity again, its headings and numbers on each page', () => {
    expect(sheet).toContain('<pageSetup paperSize="5" scale="78" orientation="landscape"/>');
    expect(sheet).not.toContain('fitToPage');
    expect(sheet).toContain('<oddFooter>&amp;CPágina &amp;P de &amp;N</oddFooter>');
    const workbook = part(bytes, 'xl/workbook.xml');
    expect(workbook).toContain(`>'PL-PC-01 2022'!$A:$B,'PL-PC-01 2022'!$9:$10<`);
    expect(workbook).toMatch(/>'PL-PC-01 2022'!\$A\$1:\$M\$\d+,'PL-PC-01 2022'!\$N\$9:\$U\$17</);
    const widths = widthsOf(sheet);
    const across = (columns: number[]) => columns.reduce((sum, each) => sum + each, 0) * 5.25 * 0.78;
    expect(across(widths.slice(0, 13))).toBeLessThan(13.5 * 72);
    expect(across([...widths.slice(0, 2), ...widths.slice(13)])).toBeLessThan(13.5 * 72);
  });

  it('has merges, borders and wrapped text, and a place for two signatures', () => {
    expect(sheet).toContain('<mergeCell ref="G9:H9"/>');
    expect(sheet).toContain('<mergeCell ref="N9:O9"/><mergeCell ref="N10:O10"/>');
    expect(part(bytes, 'xl/styles.xml')).toContain('wrapText="1"');
    for (const words of ['ELABORÓ', 'REVISÓ Y APROBÓ', 'Firma:', 'Julio Cesar Biojó Estacio'])
      expect(sheet).toContain(`>${words}<`);
  });

  it('says PRELIMINAR on every page until it is approved', () => {
    expect(sheet).toContain('<oddHeader>&amp;C&amp;"-,Bold"&amp;14PRELIMINAR</oddHeader>');
    const approved = sheetOf(templateWorkbook({ ...four, status: APPROVED }));
    expect(approved).not.toContain('PRELIMINAR');
    expect(approved).toContain('>Huella (SHA-256): 1f2e<');
  });

  it('is the plan when it is imported, and the same bytes each time', () => {
    expect(formOf(readFormFile(bytes))).toEqual(asRead(four));
    expect(Buffer.from(templateWorkbook(four)).equals(bytes)).toBe(true);
  });

  it('holds 10,000 activities, and no more', () => {
    const [model] = four.activities;
    const many = (count: number) => ({
      ...four,
      activities: Array.from({ length: count }, (_, index) => ({
        ...(model ?? never()),
        number: `${index + 1}`,
      })),
    });
    const spent = processorTime();
    const large = templateWorkbook(many(10_000));
    expect(spent()).toBeLessThan(20_000);
    const read = formOf(readFormFile(large));
    expect(read?.activities).toHaveLength(10_000);
    expect(read?.activities.at(-1)).toEqual(asRead(many(10_000)).activities.at(-1));
    expect(() => templateWorkbook(many(10_001))).toThrow(RangeError);
  });
});

function never(): never {
  throw new Error('no activity');
}

describe('what an export prints', () => {
  const plan = [
    { number: 1, date: '2022-06-30' },
    { number: 2, date: '2022-11-30' },
    { number: 3, date: '2023-01-15' },
  ];
  it('all cuts of a calendar of its own, since it is known by them only', () => {
    expect(cutsToPrint(plan, [], 1, 2022).map(({ headingDate }) => headingDate)).toEqual([
      'CORTE JUNIO 30',
      'CORTE NOVIEMBRE 30',
      'CORTE ENERO 15 DE 2023',
    ]);
  });

  it('the headings of the form where it has them', () => {
    const printed = [{ number: 1, date: '2022-06-30', label: 'I SEMESTRE', headingDate: '' }];
    expect(cutsToPrint(plan.slice(0, 1), printed, 1, 2022)).toEqual(printed);
  });

  it('columns nobody knows in an order that agrees with every activity', () => {
    const extra = (headings: string) => ({ extra: [...headings].map((heading) => ({ heading, text: 'x' })) });
    const [model] = realForm().activities;
    const activities = ['C', 'A', 'AC', 'ABBC'].map((headings) => ({
      ...(model ?? never()),
      ...extra(headings),
    }));
    expect(extraHeadings({ activities }).join('')).toBe('ABBC');
  });
});

describe('the header of a page', () => {
  const MARK = '&"-,Bold"&14PRELIMINAR';
  it('keeps what it says, and says PRELIMINAR only once', () => {
    const headers = ['', '&LAlcaldía', '&RCódigo', '&LA&CPlan&RB', 'Plan', '&L&G&CPlan'];
    for (const header of headers) {
      const marked = withPreliminary(header, true);
      expect(marked.split(MARK)).toHaveLength(2);
      expect(withPreliminary(marked, true)).toBe(marked);
      expect(withPreliminary(marked, false)).toBe(header);
    }
    expect(withPreliminary('&LA&CPlan&RB', true)).toBe(`&LA&CPlan\n${MARK}&RB`);
    expect(withPreliminary('&RB', true)).toBe(`&C${MARK}&RB`);
  });

  it('is not longer than Excel takes', () => {
    expect(withPreliminary(`&L${'x'.repeat(250)}`, true)).toBe(`&C${MARK}`);
  });
});
