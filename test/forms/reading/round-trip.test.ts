import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { fillWorkbook } from '../../../src/forms/xlsx/fill.ts';
import { templateWorkbook } from '../../../src/forms/xlsx/template.ts';
import { formOf } from '../real-form.ts';
import { exported } from '../xlsx/export-forms.ts';

const folder = new URL('../../data/cases/', import.meta.url);

/** Plans of other shapes with what was answered about them. */
const plans: Record<string, Record<string, string>> = {
  'w07-c08f-meta-ejec-pct-obs.xlsx': { 'block:% DE AVANCE': 'progress' },
  'r05-b13m-cali-mended.xlsx': {},
  'w11-b01-paac-floridablanca.xlsx': { code: 'PAAC' },
  'w08-acum.xlsx': {},
  'r02-c27b-rango-en-una-celda.xlsx': {},
  'r03-b09-cgr-riesgos.xlsx': {},
  'w10-b02-paac-seis-hojas.xlsx': { sheets: 'all' },
};

describe('a plan of another shape goes out and comes back', () => {
  for (const [file, answers] of Object.entries(plans)) {
    const bytes = readFileSync(new URL(file, folder));
    const form = formOf(readFormFile(bytes, { answers }));
    const cut = form.cuts[0]?.number ?? 1;
    const reported = [{ cut, progressTenths: 420, observation: 'nuevo' }];
    const activities = form.activities.map((one) => ({ ...one, monitoring: reported }));
    const out = exported({ ...form, activities }, 4);
    const reports = (written: Uint8Array, given = {}) =>
      formOf(readFormFile(written, { answers: given })).activities.map(({ number, name, monitoring }) => [
        number,
        name,
        monitoring,
      ]);
    const right = form.activities.map(({ number, name }) => [number, name, reported]);

    it(`${file} filled in place`, () => {
      const filled = fillWorkbook(bytes, out, [], answers);
      if (!filled.ok) throw new Error(filled.reason);
      expect(reports(filled.bytes, answers)).toEqual(right);
    });

    it(`${file} in a workbook of ours`, () => {
      expect(reports(templateWorkbook(out))).toEqual(right);
    });
  }
});

describe('a plan of six sheets', () => {
  const bytes = readFileSync(new URL('w10-b02-paac-seis-hojas.xlsx', folder));
  const answers = { sheets: 'all' };

  it('takes a new activity in the sheet of its component', () => {
    const read = readFormFile(bytes, { answers });
    const form = formOf(read);
    const third = (read.draft?.activities ?? []).findIndex(
      ({ sheet }) => sheet === '3. Rendición de Cuentas',
    );
    const model = form.activities[third];
    if (model === undefined) throw new Error('no third component');
    const fresh = { ...model, number: '3.9', name: 'Una más' };
    const filled = fillWorkbook(
      bytes,
      exported({ ...form, activities: [...form.activities, fresh] }, 3),
      [],
      answers,
    );
    if (!filled.ok) throw new Error(filled.reason);
    const again = readFormFile(filled.bytes, { answers }).draft?.activities ?? [];
    expect(again).toHaveLength(form.activities.length + 1);
    const sheets = again.filter(({ name }) => name === 'Una más').map(({ sheet }) => sheet);
    expect(sheets).toEqual(['3. Rendición de Cuentas']);
  });
});
