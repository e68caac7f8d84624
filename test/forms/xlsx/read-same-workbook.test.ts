import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { bytesToCommit } from '../../data/make-workbook.ts';
import { realForm } from '../../world/form.ts';
import { formOf, problemsOf, Variant, warningsOf } from '../real-form.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const book = () => new WorkbookVariant();
const HOJA = 'Hoja «Plan de Acción»,';

describe('the workbook of the real plan', () => {
  it('is the committed file', () => {
    const committed = readFileSync(new URL('../../data/PL-PC-01-2022.xlsx', import.meta.url));
    expect(Buffer.from(bytesToCommit()).equals(committed)).toBe(true);
  });

  it('gives the very form its text gives, with nothing to say', () => {
    const reading = book().read();
    expect(formOf(reading)).toEqual(realForm());
    expect(warningsOf(reading)).toEqual([]);
  });
});

describe('a workbook made another way is the same form', () => {
  const same: Record<string, () => WorkbookVariant> = {
    'columns in another order': () => book().reorder('BANOCDGHEFIJKLM'),
    'blank columns between': () => book().reorder('ABC.DEFGHIJ.KLMN.O'),
    'blank rows at the top': () => book().insertRow(1).insertRow(1),
    'numbers as text, percentages as text': () =>
      book()
        .column('A', ['1', '2', '3', '4', '5', '6', '7'])
        .column('N', ['0%', '100 %', '100,0%', '0%', '0 %', '0.0%', '0%']),
    'dates as text': () =>
      book().column('G', Array(7).fill('01/01/2022')).column('H', Array(7).fill('31 de diciembre de 2022')),
    'dates with a format of their own': () =>
      book().column('G', Array(7).fill({ date: '2022-01-01', style: 'date-long' })),
    'the date system of 1904': () =>
      book().change((spec) => {
        spec.date1904 = true;
      }),
    'rich text in a heading and in a cell': () =>
      book()
        .set('B10', { runs: ['ACTI', 'VIDAD'], style: 'header' })
        .set('E12', { runs: ['Caracterización ', 'realizada'], style: 'cell' }),
    'text in the cells and not in the shared strings': () =>
      book().set('E12', { text: 'Caracterización realizada', inline: true, style: 'cell' }),
    'formulas, of which the last result counts': () =>
      book()
        .set('N12', { formula: '0/7', number: 0, style: 'percent' })
        .set('E12', { formula: 'Listas!A1', text: 'Caracterización realizada', style: 'cell' })
        .set('H12', { formula: 'DATE(2022,12,31)', date: '2022-12-31' }),
    'headings repeated in the middle of the data': () => {
      const variant = book();
      return variant.insertRow(14, variant.row(10)).insertRow(15, variant.row(11));
    },
    'a row of totals': () =>
      book().insertRow(20, ['TOTAL', ...Array(12).fill(null), { formula: 'AVERAGE(N12:N19)', number: 0.28 }]),
    'wrapped headings': () => book().set('J10', 'CANAL DE\nCOMUNICACIÓN').set('H11', 'Fecha de\nterminación'),
    'leftovers under a merge, which nobody sees': () => book().set('D6', 'ISLA VIEJA').set('N5', 'FECHA'),
    'the form on the second sheet': () =>
      book().change((spec) => {
        spec.sheets.push(...spec.sheets.splice(0, 1));
      }),
    'the year as text and the version as a number': () =>
      book().set('J7', '2022').set('O4', { raw: '<c r="O4" t="str"><v>1.0</v></c>' }),
    'an activity printed over two rows with merges': () => {
      const variant = book().insertRow(13, Array(15).fill({ style: 'cell' }));
      variant.sheet.merges = [...'ABCDEFGHIJKLMNO'].map((letter) => `${letter}12:${letter}13`);
      return variant;
    },
    'cells and rows without names': () => {
      const variant = book().set('E13', { raw: '<c t="inlineStr"><is><t>Plan publicado</t></is></c>' });
      return variant;
    },
    'a workbook with macros, not run': () =>
      book().change((spec) => {
        spec.workbookType = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
        spec.parts = { ...spec.parts, 'xl/vbaProject.bin': { content: 'MACRO' } };
      }),
    'links to other files, not followed': () =>
      book().change((spec) => {
        spec.parts = {
          ...spec.parts,
          'xl/externalLinks/externalLink1.xml': { content: '<externalLink/>' },
          'xl/externalLinks/_rels/externalLink1.xml.rels': {
            content:
              '<Relationships><Relationship Id="rId1" Type="x/externalLinkPath" Target="http://127.0.0.1:9/x.xlsx" TargetMode="External"/></Relationships>',
          },
        };
      }),
    'a hidden row, read as the others': () =>
      book().change((spec) => {
        for (const sheet of spec.sheets.slice(0, 1)) sheet.hiddenRows = [13];
      }),
  };
  const told: Record<string, string[]> = {
    'a workbook with macros, not run': [`${HOJA} fila 1, columna A: el libro tiene macros; no se ejecutan.`],
    'links to other files, not followed': [
      `${HOJA} fila 1, columna A: el libro tiene vínculos a otros archivos; no se siguen.`,
    ],
    'a hidden row, read as the others': [
      `${HOJA} fila 13, columna A: la fila está oculta; se lee como las demás.`,
    ],
  };
  for (const [name, variant] of Object.entries(same)) {
    it(name, () => {
      const reading = variant().read();
      expect(problemsOf(reading)).toEqual([]);
      expect(formOf(reading)).toEqual(realForm());
      expect(warningsOf(reading)).toEqual(told[name] ?? []);
    });
  }

  it('renamed text is read for what it is: tabs, semicolons or commas', () => {
    const { rows } = new Variant();
    for (const separator of ['\t', ';', ',']) {
      const text = rows
        .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
        .join('\r\n');
      expect(formOf(readFormFile(new TextEncoder().encode(text)))).toEqual(realForm());
    }
  });
});
