import { describe, expect, it } from 'vitest';
import type { ExportEvidence } from '../../../src/forms/export-form.ts';
import { findHeader } from '../../../src/forms/find-header.ts';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { EVIDENCE_HEADINGS } from '../../../src/forms/xlsx/evidence-rows.ts';
import { templateWorkbook } from '../../../src/forms/xlsx/template.ts';
import { zipParts } from '../../../src/forms/xlsx/write-zip.ts';
import { processorTime } from '../../processor-time.ts';
import { realForm } from '../../world/form.ts';
import { formOf } from '../real-form.ts';
import { APPROVED, asRead, EVIDENCE, exported, PRELIMINARY, reported } from './export-forms.ts';
import { cell, filled, partsOf, touched, xmlOf } from './workbook-parts.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const ANNEX = 'xl/worksheets/sheet4.xml';
const WORKBOOK = 'xl/workbook.xml';
const [FILE, LINK] = EVIDENCE;
const withEvidence = (evidence: readonly ExportEvidence[], status = PRELIMINARY) =>
  exported(reported(realForm(), 1), 1, status, evidence);
const form = withEvidence(EVIDENCE);

/** The workbook with one of its parts edited as text. */
function edited(bytes: Uint8Array, part: string, edit: (xml: string) => string): Uint8Array {
  const parts = partsOf(bytes);
  parts.set(part, new TextEncoder().encode(edit(xmlOf(bytes, part))));
  return zipParts(parts);
}

function sheetNames(bytes: Uint8Array): string[] {
  return [...xmlOf(bytes, WORKBOOK).matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name ?? '');
}

function warnings(bytes: Uint8Array) {
  const reading = readFormFile(bytes);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.warnings;
}

describe('evidence in a workbook of ours', () => {
  const bytes = templateWorkbook(form);
  const annex = xmlOf(bytes, 'xl/worksheets/sheet2.xml');

  it('stands in a sheet after the form, a row a piece', () => {
    expect(sheetNames(bytes)).toEqual(['PL-PC-01 2022', 'Soportes']);
    const texts = [...annex.matchAll(/<t xml:space="preserve">([^<]*)<\/t>|<v>(\d+)<\/v>/g)].map(
      ([, text, number]) => text ?? Number(number),
    );
    expect(texts.slice(0, -1)).toEqual([
      ...EVIDENCE_HEADINGS,
      ...['1', 1, 'archivo', 'PDF', 1_234_567, 'ab12'.repeat(16), '16/03/2022 09:40'],
      ...['2.1', 1, 'enlace', 'https://example.org/acta?a=1&amp;b=&lt;2&gt;', '30/03/2022 16:05'],
    ]);
    expect(texts.at(-1)).toContain('2 soportes hasta el corte 1.');
  });

  it('keeps its headings in sight and on each page, landscape and fitted to the width', () => {
    expect(annex).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(annex).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(xmlOf(bytes, WORKBOOK)).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="1">\'Soportes\'!$1:$1</definedName>',
    );
  });

  it('says PRELIMINAR until it is approved, as the form does', () => {
    expect(annex).toContain('PRELIMINAR');
    const approved = templateWorkbook(withEvidence(EVIDENCE, APPROVED));
    expect(xmlOf(approved, 'xl/worksheets/sheet2.xml')).not.toContain('PRELIMINAR');
  });

  it('is missing when there is nothing to list', () => {
    expect(sheetNames(templateWorkbook(withEvidence([])))).toEqual(['PL-PC-01 2022']);
  });

  it('holds text as text and links as text, whatever they begin with', () => {
    const links = ['=1+1', '+57 300', '-5', '@SUM(A1)', '=HYPERLINK("http://x")'];
    const strange = links.map((link) => ({ ...(LINK ?? never()), activity: link, link }));
    const out = templateWorkbook(withEvidence(strange));
    const xml = xmlOf(out, 'xl/worksheets/sheet2.xml');
    for (const link of links) expect(xml).toContain(`<is><t xml:space="preserve">${link}</t></is>`);
    expect(xml).not.toMatch(/<f>|hyperlink>/i);
    expect([...partsOf(out).keys()].filter((part) => part.includes('worksheets/_rels'))).toEqual([]);
    expect(formOf(readFormFile(out))).toEqual(asRead(form));
  });

  it('lists five thousand pieces and counts the rest, within what a reader takes', () => {
    const many = Array.from({ length: 6_000 }, (_, index) => ({
      ...(FILE ?? never()),
      sha256: String(index).padStart(64, '0'),
    }));
    const spent = processorTime();
    const out = templateWorkbook(withEvidence(many));
    expect(spent()).toBeLessThan(2_000);
    expect(xmlOf(out, 'xl/worksheets/sheet2.xml')).toContain(
      '6000 soportes hasta el corte 1. Aquí van los primeros 5000',
    );
    expect(formOf(readFormFile(out))).toEqual(asRead(form));
  });
});

describe('evidence in the entity’s own workbook', () => {
  const original = new WorkbookVariant().bytes();
  const after = filled(original, form);

  it('comes as a part of its own; only what names the parts and the styles changes besides', () => {
    const without = partsOf(filled(original, withEvidence([])));
    const parts = partsOf(after);
    expect([...parts.keys()]).toEqual([...without.keys(), ANNEX]);
    const different = [...without].filter(
      ([name, content]) => !Buffer.from(parts.get(name) ?? []).equals(content),
    );
    expect(different.map(([name]) => name).sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      WORKBOOK,
    ]);
    expect(sheetNames(after)).toEqual([...sheetNames(original), 'Soportes']);
    const id =
      /<sheet name="Soportes" sheetId="4" r:id="(\w+)"\/>/.exec(xmlOf(after, WORKBOOK))?.[1] ?? 'none';
    expect(xmlOf(after, 'xl/_rels/workbook.xml.rels')).toContain(
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet4.xml"/>`,
    );
    expect(xmlOf(after, '[Content_Types].xml')).toContain(`<Override PartName="/${ANNEX}"`);
  });

  it('has styles behind those of the entity, that stay as they were', () => {
    const formats = (bytes: Uint8Array) =>
      /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xmlOf(bytes, 'xl/styles.xml'))?.[1] ?? '';
    expect(formats(after).startsWith(formats(original))).toBe(true);
    const [, count] = /<cellXfs count="(\d+)"/.exec(xmlOf(after, 'xl/styles.xml')) ?? [];
    expect(formats(after).match(/<xf[ /]/g)).toHaveLength(Number(count));
    const used = [...xmlOf(after, ANNEX).matchAll(/ s="(\d+)"/g)].map(([, style]) => Number(style));
    expect(Math.max(...used)).toBeLessThan(Number(count));
  });

  it('is no form for who reads it, and nothing to warn of', () => {
    expect(formOf(readFormFile(after))).toEqual(asRead(form));
    expect(warnings(after)).toEqual(warnings(filled(original, withEvidence([]))));
  });

  it('takes the place of the list of a former export, and the same again changes nothing', () => {
    expect(touched(after, filled(after, form))).toEqual([]);
    const one = filled(after, withEvidence(EVIDENCE.slice(0, 1)));
    expect(touched(after, one)).toEqual([ANNEX]);
    expect(xmlOf(one, ANNEX)).toContain('1 soporte hasta el corte 1.');
    expect(xmlOf(one, ANNEX)).not.toContain('example.org');
  });

  it('says that there is none any more where a former export listed some', () => {
    const none = filled(after, withEvidence([]));
    expect(touched(after, none)).toEqual([ANNEX]);
    expect(xmlOf(none, ANNEX)).toContain('Sin soportes hasta el corte 1.');
    expect(xmlOf(none, ANNEX)).not.toContain('ab12');
    expect(formOf(readFormFile(none))).toEqual(asRead(form));
  });

  it('leaves a list that somebody wrote in, and lists beside it', () => {
    const marked = edited(after, ANNEX, (xml) => xml.replace('>archivo<', '>archivo, revisado<'));
    const again = filled(marked, form);
    expect(sheetNames(again).slice(-2)).toEqual(['Soportes', 'Soportes (2)']);
    expect(xmlOf(again, ANNEX)).toBe(xmlOf(marked, ANNEX));
    expect(formOf(readFormFile(again))).toEqual(asRead(form));
    expect(warnings(again)).toEqual(warnings(after));
  });

  it('leaves a sheet of the entity that has the same name', () => {
    const own = new WorkbookVariant().change((spec) => {
      spec.sheets.push({ name: 'SOPORTES', rows: [[...EVIDENCE_HEADINGS], ['1', '1', 'acta']], merges: [] });
    });
    const out = filled(own.bytes(), form);
    expect(sheetNames(out).slice(-2)).toEqual(['SOPORTES', 'Soportes (2)']);
    expect(cell(out, 'C2', ANNEX)).toBe(cell(own.bytes(), 'C2', ANNEX));
    expect(xmlOf(out, WORKBOOK)).toContain("'Soportes (2)'!$1:$1");
  });

  it('follows producers that write their elements with a prefix', () => {
    const prefixed = edited(
      edited(original, WORKBOOK, (xml) =>
        xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x='),
      ),
      'xl/styles.xml',
      (xml) => xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x='),
    );
    const out = filled(prefixed, form);
    expect(xmlOf(out, WORKBOOK)).toContain('<x:sheet name="Soportes"');
    expect(xmlOf(out, 'xl/styles.xml')).toContain('<x:name val="Arial"/>');
    expect(formOf(readFormFile(out))).toEqual(asRead(form));
    expect(touched(out, filled(out, form))).toEqual([]);
  });

  it('has headings that nobody takes for those of a form', () => {
    const rows = [EVIDENCE_HEADINGS.map((text) => ({ text }))];
    expect(findHeader({ sheet: 'Soportes', rows })).toBeUndefined();
  });
});

function never(): never {
  throw new Error('no evidence');
}
