import type { Db } from '../db/open.ts';
import { cutsOf } from '../db/plan-changes.ts';
import { type Imported, lastReportsOfCut } from '../db/reports.ts';
import { countedOf } from '../domain/units.ts';
import type { FormActivity, FormMonitoring } from '../forms/form.ts';

/** Progress in whole tenths of a percent. */
export type Figures = { readonly progress: number; readonly observation: string };
export type ImportedReport = Figures & { readonly number: string; readonly cut: number };
export type Difference = {
  readonly number: string;
  readonly cut: number;
  readonly stored: Figures;
  readonly form: Figures;
};

/**
 * What of the form's figures is to be stored as *importado*: those of activities without a report at that cut. Where a
 * different report is stored, it lists both, and nothing is overwritten. A row without a percentage is not a report.
 */
export function readMonitoring(
  db: Db,
  planId: number,
  activities: readonly { readonly id: number; readonly form: FormActivity }[],
): {
  readonly reports: readonly ImportedReport[];
  readonly differing: readonly Difference[];
  readonly toAdd: readonly Imported[];
} {
  const reports: ImportedReport[] = [];
  const differing: Difference[] = [];
  const toAdd: Imported[] = [];
  for (const cut of cutsOf(db, planId)) {
    const stored = lastReportsOfCut(db, cut.id);
    for (const { id, form } of activities) {
      const printed = form.monitoring.find((each) => each.cut === cut.number);
      if (printed === undefined || printed.progressTenths === null) continue;
      const figures = { progress: printed.progressTenths, observation: printed.observation };
      const at = { number: form.number, cut: cut.number };
      const last = stored.get(id);
      if (last === undefined) {
        toAdd.push({ activityId: id, cutId: cut.id, ...figures, amount: amountOf(form, printed) });
        reports.push({ ...at, ...figures });
      } else if (last.progress !== figures.progress || last.observation !== figures.observation) {
        const { progress, observation } = last;
        differing.push({ ...at, stored: { progress, observation }, form: figures });
      }
    }
  }
  return { reports, differing, toAdd };
}

/** The amount that an export of ours says beside a percentage, as long as it is that percentage. */
function amountOf({ programming }: FormActivity, { progressTenths, amount }: FormMonitoring): number | null {
  const { measure = null, yearAmount = null } = programming ?? {};
  if (amount === undefined || measure === null || yearAmount === null) return null;
  return countedOf(amount, { measure, yearAmount }).tenths === progressTenths ? amount : null;
}
