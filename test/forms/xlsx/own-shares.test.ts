import { describe, expect, it } from 'vitest';
import { fillWorkbook } from '../../../src/forms/xlsx/fill.ts';
import { formOf } from '../real-form.ts';
import { exported } from './export-forms.ts';
import { cell } from './workbook-parts.ts';
import { ACTIVITY_ROWS, WorkbookVariant } from './workbook-variant.ts';

const answers = { accumulation: 'perPeriod' };

/** The official form whose three blocks hold what was reached in each quarter alone: 25 %, 25 % and nothing yet. */
function quarters(): WorkbookVariant {
  const variant = new WorkbookVariant()
    .set('P10', 'SEGUNDO MONITOREO')
    .set('P11', 'CORTE JUNIO 30')
    .set('R10', 'TERCER MONITOREO')
    .set('R11', 'CORTE SEPTIEMBRE 30');
  for (const row of ACTIVITY_ROWS)
    variant.set(`N${row}`, '25 %').set(`O${row}`, 'Uno').set(`P${row}`, '25 %').set(`Q${row}`, 'Dos');
  return variant;
}

function reportedTo(tenths: number) {
  const form = formOf(quarters().read({ answers }));
  const report = { cut: 3, progressTenths: tenths, observation: 'Tres' };
  const activities = form.activities.map((one) => ({ ...one, monitoring: [...one.monitoring, report] }));
  return exported({ ...form, activities }, 3);
}

describe('a workbook whose percentages are those of each quarter', () => {
  it('gets what was reached in the new quarter, and says the same when it comes back', () => {
    const original = quarters().bytes();
    const filled = fillWorkbook(original, reportedTo(600), [], answers);
    if (!filled.ok) throw new Error(filled.reason);
    expect(cell(filled.bytes, 'R12')).toContain('<v>0.1</v>');
    expect(cell(filled.bytes, 'P12')).toBe(cell(original, 'P12'));
    const again = fillWorkbook(filled.bytes, reportedTo(600), [], answers);
    expect(again.ok && cell(again.bytes, 'R12')).toBe(cell(filled.bytes, 'R12'));
  });

  it('cannot say that a percentage went down', () => {
    const filled = fillWorkbook(quarters().bytes(), reportedTo(400), [], answers);
    expect(filled).toEqual({ ok: false, reason: 'per-period' });
  });
});
