import { describe, expect, it } from 'vitest';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { zipParts } from '../../../src/forms/xlsx/write-zip.ts';
import { processorTime } from '../../processor-time.ts';
import { realForm } from '../../world/form.ts';
import { formOf } from '../real-form.ts';
import { asRead, changed, exported, reported } from './export-forms.ts';
import { cell, filled, grown, partsOf, xmlOf } from './workbook-parts.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const book = () => new WorkbookVariant();

describe('what hangs on the cells that are filled follows them', () => {
  const original = book().bytes();

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

  it('three hundred activities take less than two seconds', () => {
    const form = exported(reported(grown(realForm(), 293), 4), 4);
    const spent = processorTime();
    const after = filled(original, form);
    expect(spent()).toBeLessThan(2_000);
    expect(formOf(readFormFile(after))).toEqual(asRead(form));
  });
});
