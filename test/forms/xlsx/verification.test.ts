import { describe, expect, it } from 'vitest';
import type { ExportForm, ExportVerdict } from '../../../src/forms/export-form.ts';
import type { Form } from '../../../src/forms/form.ts';
import { textAt } from '../../../src/forms/grid.ts';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { verificationOf } from '../../../src/forms/verification-columns.ts';
import { fillWorkbook } from '../../../src/forms/xlsx/fill.ts';
import { readWorkbookForm } from '../../../src/forms/xlsx/read-workbook.ts';
import { templateWorkbook } from '../../../src/forms/xlsx/template.ts';
import { realForm } from '../../world/form.ts';
import { formOf } from '../real-form.ts';
import { APPROVED, asRead, exported, reported } from './export-forms.ts';
import { WorkbookVariant } from './workbook-variant.ts';

const verdict = (activity: string, cut: number, of: Partial<ExportVerdict> = {}): ExportVerdict => ({
  activity,
  cut,
  verdict: 'Avalado',
  progressTenths: null,
  remark: '',
  ...of,
});

const said = [
  verdict('1', 1),
  verdict('2', 1, { verdict: 'Con observación', progressTenths: 333, remark: '=Falta el acta' }),
];

function out(form: Form, verification: readonly ExportVerdict[]): ExportForm {
  return { ...exported(form, 1, APPROVED), verification };
}

/** What stands in our columns: heading, then the activities from the first. */
function columnsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const [only] = readWorkbookForm(bytes, {}).where?.sheets ?? [];
  if (!only) throw new Error('not a form');
  const { grid, places } = only;
  return places.verification.map(({ column }) => [
    textAt(grid, places.headerFirst, column),
    ...places.rows.map((row) => textAt(grid, row, column)),
  ]);
}

function filled(original: Uint8Array, form: ExportForm): Uint8Array {
  const result = fillWorkbook(original, form);
  if (!result.ok) throw new Error(result.reason);
  return result.bytes;
}

const plan = reported(realForm(), 1);
const own = new WorkbookVariant().bytes();

describe('what Control Interno says', () => {
  it.each([
    ['our workbook', () => templateWorkbook(out(plan, said))],
    ['the entity’s own', () => filled(own, out(plan, said))],
  ])('stands in columns of its own in %s', (_, make) => {
    const columns = columnsOf(make());
    expect(columns.map((column) => column[0])).toEqual([
      'CONTROL INTERNO · PRIMER MONITOREO · VEREDICTO',
      'CONTROL INTERNO · PRIMER MONITOREO · % VERIFICADO',
      'CONTROL INTERNO · PRIMER MONITOREO · OBSERVACIÓN',
    ]);
    expect(columns[0]?.slice(1, 4)).toEqual(['Avalado', 'Con observación', '']);
    expect(columns[1]?.[2]).toMatch(/33[,.]3/);
    expect(columns[2]?.slice(1, 4)).toEqual(['', '=Falta el acta', '']);
    expect(formOf(readFormFile(make()))).toEqual(asRead(out(plan, said)));
  });

  it('adds no column to a form without verdicts', () => {
    expect(columnsOf(templateWorkbook(out(plan, [])))).toEqual([]);
    expect(columnsOf(filled(own, out(plan, [])))).toEqual([]);
  });

  it('is written into the same columns when an export comes back as the entity’s own', () => {
    const once = filled(own, out(plan, said));
    const twice = filled(once, out(plan, [verdict('3', 1)]));
    const columns = columnsOf(twice);
    expect(columns).toHaveLength(3);
    expect(columns[0]?.slice(1, 4)).toEqual(['', '', 'Avalado']);
    expect(columns[1]?.slice(1).join('')).toBe('');
    expect(formOf(readFormFile(twice))).toEqual(asRead(out(plan, said)));
  });

  it('goes on beside the blocks of a later cut', () => {
    const later = reported(realForm(), 2);
    const once = filled(own, out(plan, said));
    const wanted = { ...exported(later, 2), verification: [...said, verdict('1', 2)] };
    const twice = filled(once, wanted);
    expect(columnsOf(twice)).toHaveLength(6);
    expect(formOf(readFormFile(twice))).toEqual(asRead(wanted));
  });

  it('is not mistaken: a column that the entity keeps for its own Control Interno is kept as it is', () => {
    for (const heading of [
      'CONTROL INTERNO',
      'CONTROL INTERNO PRIMER MONITOREO VEREDICTO',
      'VERIFICACIÓN DE CONTROL INTERNO',
      'CONTROL INTERNO · PRIMER MONITOREO · VEREDICTO · OTRO',
      'CONTROL INTERNO · OTRO MONITOREO · VEREDICTO',
    ])
      expect(verificationOf(heading)).toBeUndefined();
  });
});
