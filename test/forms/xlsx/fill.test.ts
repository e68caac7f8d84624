import { describe, expect, it } from 'vitest';
import type { ExportForm } from '../../../src/forms/export-form.ts';
import type { Form } from '../../../src/forms/form.ts';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { fillWorkbook } from '../../../src/forms/xlsx/fill.ts';
import { zipParts } from '../../../src/forms/xlsx/write-zip.ts';
import { openZip, type Parts } from '../../../src/forms/xlsx/zip-gate.ts';
import { formOf, realForm } from '../real-form.ts';
import { APPROVED, asRead, changed, exported, PRELIMINARY, reported } from './export-forms.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const book = () => new WorkbookVariant();

function filled(original: Uint8Array, form: ExportForm): Uint8Array {
  const result = fillWorkbook(original, form);
  if (!result.ok) throw new Error(result.reason);
  return result.bytes;
}

function partsOf(bytes: Uint8Array): Parts {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.parts;
}

function xmlOf(bytes: Uint8Array, part = 'xl/worksheets/sheet1.xml'): string {
  return new TextDecoder().decode(partsOf(bytes).get(part));
}

/** The names of the parts that are not the same bytes. */
function touched(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  expect([...now.keys()]).toEqual([...old.keys()]);
  return [...now]
    .filter(([name, content]) => !Buffer.from(old.get(name) ?? []).equals(content))
    .map(([name]) => name)
    .sort();
}

function cell(bytes: Uint8Array, name: string, part?: string): string {
  return new RegExp(`<c r="${name}"(?:[^>]*/>|.*?</c>)`).exec(xmlOf(bytes, part))?.[0] ?? '';
}

/** A form with so many more activities, numbered on. */
function grown(form: Form, count: number): Form {
  const [model] = form.activities;
  if (model === undefined) throw new Error('no activities');
  const more = Array.from({ length: count }, (_, index) => ({
    ...model,
    number: String(form.activities.length + index + 1),
    name: `Actividad nueva ${index + 1}`,
  }));
  return { ...form, activities: [...form.activities, ...more] };
}

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
    expect(xmlOf(after, 'xl/workbook.xml')).toContain("'Plan de Acción'!$A$1:$Q$31");
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
    expect(cell(before, 'B31')).toContain('Estado del monitoreo: preliminar, sin aprobar');
    const after = filled(before, exported(realForm(), 1, APPROVED));
    expect(xmlOf(after)).not.toContain('PRELIMINAR');
    expect(cell(after, 'B31')).toContain('Estado del monitoreo: Elaboró: Aracelly');
    expect(cell(after, 'B32')).toContain('Estado del monitoreo: Huella: 1f2e');
    expect(formOf(readFormFile(after))).toEqual(realForm());
  });

  it('results of formulas follow: reckoned where it is easy, left to Excel where it is not', () => {
    const variant = book().set('N20', { formula: 'AVERAGE(N12:N19)', number: 0.2857, style: 'percent' });
    variant
      .set('A20', 'TOTAL')
      .set('P20', { formula: 'N20*2', number: 0.57 })
      .set('P21', { formula: '1+1', number: 2 });
    const form = exported(reported(realForm(), 1), 1);
    const after = filled(variant.bytes(), form);
    expect(cell(after, 'N20')).toMatch(/<f>AVERAGE\(N12:N19\)<\/f><v>0.239[\d]*<\/v>/);
    expect(cell(after, 'P20')).toBe('<c r="P20"><f>N20*2</f></c>');
    expect(cell(after, 'P21')).toBe('<c r="P21"><f>1+1</f><v>2</v></c>');
    expect(cell(after, 'B1', 'xl/worksheets/sheet2.xml')).toMatch(
      /<f>AVERAGE\('Plan de Acción'!N12:N19\)<\/f><v>0.239/,
    );
    expect(cell(after, 'B2', 'xl/worksheets/sheet2.xml')).toContain('<v>2</v>');
    expect(xmlOf(after, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  it('grows by rows: everything below moves, and what covered the activities covers the new ones', () => {
    const variant = book().set('N20', { formula: 'AVERAGE(N12:N19)', number: 0.2857, style: 'percent' });
    variant
      .set('A20', 'TOTAL')
      .set('P12', { formula: 'N12*2', number: 0 })
      .set('P19', { formula: 'N19*$N$20', number: 0 });
    variant.set('P10', 'DOBLE');
    const form = exported(reported(grown(formOf(variant.read()), 5), 1), 1);
    const after = filled(variant.bytes(), form);
    const withoutReckoned = changed(asRead(form), (one) => ({ ...one, extra: [] }));
    expect(formOf(readFormFile(after))).toEqual(withoutReckoned);
    expect(cell(after, 'N25')).toContain('<f>AVERAGE(N12:N24)</f><v>');
    expect(cell(after, 'P19')).toContain('<f>N19*$N$25</f>');
    expect(cell(after, 'P24')).toContain('<f>N24*$N$25</f>');
    expect(xmlOf(after)).toContain('<conditionalFormatting sqref="N12:N24">');
    expect(xmlOf(after)).toContain('sqref="I12:I24"');
    expect(cell(after, 'B1', 'xl/worksheets/sheet2.xml')).toContain("'Plan de Acción'!N12:N24");
    expect(xmlOf(after, 'xl/workbook.xml')).toContain("'Plan de Acción'!$A$1:$O$36");
    expect(cell(after, 'A26') + cell(after, 'A27')).toContain('<c r="A26" t="s">');
  });

  it('grows with its names, its charts and the pictures below', () => {
    const variant = book().change((spec) => {
      spec.definedNames = `${spec.definedNames}<definedName name="Avances">'Plan de Acción'!$N$12:$N$19</definedName>`;
      const drawing = spec.parts?.['xl/drawings/drawing1.xml'];
      const content = String(drawing?.content).replace('<xdr:row>2<', '<xdr:row>26<');
      const chart = "<c:chartSpace xmlns:c='x'><c:f>'Plan de Acción'!$N$12:$N$19</c:f></c:chartSpace>";
      spec.parts = {
        ...spec.parts,
        'xl/drawings/drawing1.xml': { ...drawing, content },
        'xl/charts/chart1.xml': { content: chart },
      };
      spec.sheets[1]?.rows.push(
        [{ formula: 'SUM(Avances)', number: 2 }],
        [{ formula: 'SUM(Otros)', number: 3 }],
      );
    });
    const after = filled(variant.bytes(), exported(reported(grown(realForm(), 3), 1), 1));
    expect(xmlOf(after, 'xl/drawings/drawing1.xml')).toContain('<xdr:row>29<');
    expect(xmlOf(after, 'xl/charts/chart1.xml')).toContain("'Plan de Acción'!$N$12:$N$22");
    expect(xmlOf(after, 'xl/workbook.xml')).toContain("'Plan de Acción'!$N$12:$N$22</definedName>");
    expect(cell(after, 'A3', 'xl/worksheets/sheet2.xml')).toBe('<c r="A3"><f>SUM(Avances)</f></c>');
    expect(cell(after, 'A4', 'xl/worksheets/sheet2.xml')).toContain('<v>3</v>');
  });

  it('formulas that share one lose their results only where they hang on what changed', () => {
    const shared = (column: string, of: string) =>
      [12, 13, 14].map((row) =>
        row === 12
          ? `<c r="${column}12"><f t="shared" ref="${column}12:${column}14" si="${column.charCodeAt(0)}">${of}12*2</f><v>1</v></c>`
          : `<c r="${column}${row}"><f t="shared" si="${column.charCodeAt(0)}"/><v>1</v></c>`,
      );
    const variant = book().set('Q10', 'DOBLE').set('R10', 'AÑO');
    [12, 13, 14].forEach((row, index) => {
      variant
        .set(`Q${row}`, { raw: shared('Q', 'N')[index] ?? '' })
        .set(`R${row}`, { raw: shared('R', 'A')[index] ?? '' });
    });
    const after = filled(variant.bytes(), exported(reported(formOf(variant.read()), 1), 1));
    expect(cell(after, 'Q13')).not.toContain('<v>');
    expect(cell(after, 'R13')).toContain('<v>1</v>');
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

  it('a chain of calculation that names a formula that is gone goes too', () => {
    const variant = book().set('N12', { formula: '1/2', number: 0.5, style: 'percent' });
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml';
    variant.change((spec) => {
      spec.parts = { ...spec.parts, 'xl/calcChain.xml': { content: '<calcChain/>', type } };
    });
    const parts = partsOf(variant.bytes());
    const relations = 'xl/_rels/workbook.xml.rels';
    const link =
      '<Relationship Id="rId99" Type="http://x/calcChain" Target="calcChain.xml"/></Relationships>';
    const linked = new TextDecoder().decode(parts.get(relations)).replace('</Relationships>', link);
    parts.set(relations, new TextEncoder().encode(linked));
    const after = filled(zipParts(parts), exported(realForm(), 1));
    expect([...partsOf(after).keys()]).not.toContain('xl/calcChain.xml');
    expect(xmlOf(after, relations)).not.toContain('calcChain');
    expect(xmlOf(after, '[Content_Types].xml')).not.toContain('calcChain');
    expect(cell(after, 'N12')).toBe('<c r="N12" s="5"><v>0</v></c>');
  });

  it('a row with a height of its own grows with what is written in it, and never shrinks', () => {
    const variant = book();
    variant.sheet.heights = { ...variant.sheet.heights, 12: 40, 13: 200 };
    const form = exported(
      changed(realForm(), (one) => ({
        ...one,
        monitoring: [{ cut: 1, progressTenths: 0, observation: 'palabra '.repeat(60).trim() }],
      })),
      1,
    );
    const rows = xmlOf(filled(variant.bytes(), form));
    expect(Number(/<row r="12" ht="(\d+)"/.exec(rows)?.[1])).toBeGreaterThan(190);
    expect(rows).toContain('<row r="13" ht="200"');
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

  it('three hundred activities take less than two seconds', () => {
    const form = exported(reported(grown(realForm(), 293), 4), 4);
    const start = performance.now();
    const after = filled(original, form);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(formOf(readFormFile(after))).toEqual(asRead(form));
  });
});

describe('a workbook that cannot be filled without breaking it is refused with the reason', () => {
  const form = exported(realForm(), 1);
  const refused: Record<string, [WorkbookVariant, ExportForm, string]> = {
    macros: [
      book().change((spec) => {
        spec.parts = { ...spec.parts, 'xl/vbaProject.bin': { content: 'MACRO' } };
      }),
      form,
      'macros',
    ],
    'another plan': [book().set('O3', 'PL-PC-02'), form, 'other-form'],
    'a formula that others share': [
      book().set('N12', { raw: '<c r="N12" s="5"><f t="shared" ref="N12:N19" si="0">Z12</f><v>0.5</v></c>' }),
      form,
      'shared-formula',
    ],
    'a table of Excel under the rows to come': [
      book().change((spec) => {
        for (const sheet of spec.sheets.slice(0, 1)) sheet.after = `${sheet.after}<tableParts count="0"/>`;
      }),
      exported(grown(realForm(), 1), 1),
      'cannot-grow',
    ],
    'more than 700 activities': [book(), exported(grown(realForm(), 694), 1), 'too-many-activities'],
    'a report that would stand under a merge': [
      (() => {
        const variant = book();
        variant.sheet.merges = [...variant.sheet.merges, 'O12:O13'];
        return variant;
      })(),
      form,
      'merged-cells',
    ],
    'no room for another block': [
      book().set('BG10', 'NOTA').set('BG12', 'x'),
      exported(reported(formOf(book().set('BG10', 'NOTA').set('BG12', 'x').read()), 2), 2),
      'too-wide',
    ],
  };
  for (const [name, [variant, wanted, reason]] of Object.entries(refused)) {
    it(name, () => {
      expect(fillWorkbook(variant.bytes(), wanted)).toEqual({ ok: false, reason });
    });
  }

  it('what is no workbook at all', () => {
    expect(fillWorkbook(new Uint8Array(10), form)).toEqual({ ok: false, reason: 'unreadable' });
  });
});
