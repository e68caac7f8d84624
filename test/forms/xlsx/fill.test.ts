import { describe, expect, it } from 'vitest';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { zipParts } from '../../../src/forms/xlsx/write-zip.ts';
import { realForm } from '../../world/form.ts';
import { formOf } from '../real-form.ts';
import { APPROVED, asRead, changed, exported, PRELIMINARY, reported } from './export-forms.ts';
import { cell, filled, grown, partsOf, touched, xmlOf } from './workbook-parts.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const book = () => new WorkbookVariant();

describe('the entity’s own workbook, filled in place', () => {
  const original = book().bytes();

  it('with nothing new only its state changes: every cell of the form is as received', () => {
    const after = filled(original, exported(realForm(), 1));
    expect(touched(original, after)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    const withoutStatus = xmlOf(after)
      .replace(/<row r="31">.*?<\/row>/, '')
      .replace(/<oddHeader>.*?<\/oddHeader>/, '');
    expect(withoutStatus).toBe(xmlOf(original));
  });

  it('the second cut brings its block, and import of the export is the plan', () => {
    const form = exported(reported(realForm(), 2), 2);
    const after = filled(original, form);
    expect(formOf(readFormFile(after))).toEqual(asRead(form));
    expect(touched(original, after)).toEqual([
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect(xmlOf(after)).toContain('<mergeCell ref="P10:Q10"/><mergeCell ref="P11:Q11"/>');
    expect(xmlOf(after)).toContain('sqref="N12:N19 P12:P19"');
    expect(xmlOf(after)).toContain('<col min="16" max="16" width="10" customWidth="1"/>');
    expect(xmlOf(after, 'xl/workbook.xml')).toContain(
      "'Plan de Acción'!$A$1:$O$31,'Plan de Acción'!$P$10:$Q$19</definedName>",
    );
    expect(xmlOf(after, 'xl/workbook.xml')).toContain(
      "'Plan de Acción'!$A:$B,'Plan de Acción'!$10:$11</definedName>",
    );
  });

  it('four cuts in one go, and the first of them again', () => {
    const form = exported(reported(realForm(), 4), 4, APPROVED);
    const after = filled(original, form);
    expect(formOf(readFormFile(after))).toEqual(asRead(form));
    const first = exported(reported(realForm(), 1), 1);
    const withFour = { ...first, cuts: form.cuts };
    expect(formOf(readFormFile(filled(after, withFour)))).toEqual(asRead(withFour));
  });

  it('twice the same gives the same bytes, and once more changes nothing', () => {
    const form = exported(reported(realForm(), 2), 2);
    const once = filled(original, form);
    expect(Buffer.from(filled(original, form)).equals(once)).toBe(true);
    expect(touched(once, filled(once, form))).toEqual([]);
  });

  it('text is text: what begins like a formula is none', () => {
    const texts = ['=1+1', '+57 300', '-5', '@SUM(A1)', '<b>&amp;</b>', ' con\nsaltos ', '_x000D_', '\u0001'];
    const form = exported(
      changed(realForm(), (activity, index) => ({
        ...activity,
        monitoring: [{ cut: 1, progressTenths: 500, observation: texts[index]?.trim() ?? '' }],
      })),
      1,
    );
    const after = filled(original, form);
    expect(cell(after, 'O12')).toBe(
      '<c r="O12" s="4" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>',
    );
    expect(formOf(readFormFile(after)).activities.map((one) => one.monitoring[0]?.observation)).toEqual(
      texts.map((text) => text.trim()).slice(0, 7),
    );
  });

  it('percentages with a decimal show it; whole ones keep the style they had', () => {
    const tenths = [333, 1000, 0, 5, 0, 0, 0];
    const form = changed(realForm(), (activity, index) => ({
      ...activity,
      monitoring: [{ cut: 1, progressTenths: tenths[index] ?? 0, observation: 'x' }],
    }));
    const after = filled(original, exported(form, 1));
    expect(cell(after, 'N12')).toBe('<c r="N12" s="9"><v>0.333</v></c>');
    expect(cell(after, 'N13')).toBe('<c r="N13" s="5"><v>1</v></c>');
    expect(cell(after, 'N16')).toBe('<c r="N16" s="9"><v>0.005</v></c>');
    expect(xmlOf(after, 'xl/styles.xml')).toContain('<numFmt numFmtId="165" formatCode="0.0%"/>');
  });

  it('says PRELIMINAR in the page header until approved, and then who approved', () => {
    const before = filled(original, exported(realForm(), 1, PRELIMINARY));
    expect(xmlOf(before)).toContain(
      '<headerFooter><oddHeader>&amp;C&amp;"-,Bold"&amp;14PRELIMINAR</oddHeader><oddFooter>',
    );
    expect(cell(before, 'B31')).toContain('>Estado: PRELIMINAR, sin aprobar<');
    const after = filled(before, exported(realForm(), 1, APPROVED));
    expect(xmlOf(after)).not.toContain('PRELIMINAR');
    expect(cell(after, 'B31')).toContain('>Estado: APROBADO. Elaboró el consolidado: Aracelly');
    expect(cell(after, 'B32')).toContain('>Huella (SHA-256): 1f2e<');
    expect(formOf(readFormFile(after))).toEqual(realForm());
    const again = filled(after, exported(realForm(), 1, PRELIMINARY));
    expect(cell(again, 'B31')).toContain('>Estado: PRELIMINAR, sin aprobar<');
    expect(xmlOf(again)).not.toContain('Huella');
  });

  it('an observation that begins like the state stays an observation', () => {
    const report = { cut: 1, progressTenths: 100, observation: 'Estado: en contratación' };
    const form = exported(
      changed(realForm(), (one) => ({ ...one, monitoring: [report] })),
      1,
    );
    const once = filled(original, form);
    expect(formOf(readFormFile(filled(once, { ...form, status: APPROVED })))).toEqual(asRead(form));
  });

  it('a corrected text, a date and a weight are written where they stand', () => {
    const variant = book()
      .set('P10', 'PONDERACIÓN')
      .numbers('P', [10, 20, 10, 10, 20, 20, 10])
      .set('G13', '01/01/2022');
    const plan = formOf(variant.read());
    const form = exported(
      changed(plan, (one, index) =>
        index > 1 ? one : { ...one, name: 'Otro nombre', start: '2022-02-01', end: '2022-11-30', weight: 15 },
      ),
      1,
    );
    const after = filled(variant.bytes(), form);
    expect(formOf(readFormFile(after))).toEqual(asRead(form));
    expect(cell(after, 'G12')).toBe('<c r="G12" s="6"><v>44593</v></c>');
    expect(cell(after, 'G13')).toContain('>01/02/2022<');
  });

  it('with the elements prefixed, as some producers write them', () => {
    const parts = partsOf(original);
    const xml = xmlOf(original)
      .replace(/<(\/?)(?![?])(?=[a-z])/gi, '<$1x:')
      .replace(' xmlns=', ' xmlns:x=');
    parts.set('xl/worksheets/sheet1.xml', new TextEncoder().encode(xml));
    const form = exported(reported(grown(realForm(), 2), 2), 2);
    const after = filled(zipParts(parts), form);
    expect(formOf(readFormFile(after))).toEqual(asRead(form));
    expect(xmlOf(after)).not.toMatch(/<\/?(?:c|v|is|t|row|mergeCell|oddHeader|col)[ >]/);
  });

  it('in the date system of 1904, in another order, with bare numbers and with text', () => {
    const variants = [
      book().change((spec) => {
        spec.date1904 = true;
      }),
      book().reorder('BANOCDGHEFIJKLM'),
      book().numbers('N', [10, 100, 50, 0, 0, 0, 0]),
      book().column('N', ['0%', '100%', '100%', '0%', '0%', '0%', '0%']),
    ];
    for (const variant of variants) {
      const plan = changed(reported(realForm(), 2), (one) => ({ ...one, end: '2022-11-30' }));
      const form = exported({ ...plan, cuts: formOf(variant.read()).cuts }, 2);
      expect(formOf(readFormFile(filled(variant.bytes(), form)))).toEqual(asRead(form));
    }
  });

  it('reports that were taken back leave the cells blank', () => {
    const none = exported(
      changed(realForm(), (one) => ({ ...one, monitoring: [] })),
      1,
    );
    const after = filled(original, none);
    expect(formOf(readFormFile(after))).toEqual(asRead(none));
    expect(cell(after, 'N12')).toBe('<c r="N12" s="5"/>');
  });

  it('N/A stays where there is no report, and gives way to one', () => {
    const bytes = book().set('N12', 'N/A').set('O12', null).set('N13', 'N/A').set('O13', null).bytes();
    const plan = formOf(readFormFile(bytes));
    const report = [{ cut: 1, progressTenths: 400, observation: 'x' }];
    const form = exported(
      changed(plan, (one, index) => (index === 1 ? { ...one, monitoring: report } : one)),
      1,
    );
    const after = filled(bytes, form);
    expect(cell(after, 'N12')).toContain('t="s"');
    expect(cell(after, 'N13')).toContain('<v>0.4</v>');
    expect(formOf(readFormFile(after))).toEqual(asRead(form));
  });
});
