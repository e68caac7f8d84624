import { describe, expect, it } from 'vitest';
import type { ExportForm } from '../../../src/forms/export-form.ts';
import { fillWorkbook } from '../../../src/forms/xlsx/fill.ts';
import { realForm } from '../../world/form.ts';
import { formOf } from '../real-form.ts';
import { exported, reported } from './export-forms.ts';
import { grown } from './workbook-parts.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const book = () => new WorkbookVariant();

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
    'an activity that the plan no longer has': [
      book(),
      { ...form, activities: form.activities.slice(1) },
      'retired-activities',
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
    'more than 10,000 activities': [book(), exported(grown(realForm(), 9_994), 1), 'too-many-activities'],
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
      book().set('CU10', 'NOTA').set('CU12', 'x'),
      exported(reported(formOf(book().set('CU10', 'NOTA').set('CU12', 'x').read()), 2), 2),
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
