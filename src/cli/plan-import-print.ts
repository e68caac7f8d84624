import { changedNothing, type PlanImported } from '../actions/import-plan.ts';
import type { Figures } from '../actions/import-plan-monitoring.ts';
import { describeImport } from '../conversations/importing/describe-import.ts';
import { programmedLines } from '../conversations/importing/programmed-lines.ts';
import { describeMending, describeNote } from '../forms/findings.ts';
import type { Form } from '../forms/form.ts';
import type { FormReading } from '../forms/read-form.ts';
import { imported } from '../texts/importing/report.ts';
import { planKey } from './choose.ts';
import { printLine } from './print.ts';
import type { Surroundings } from './surroundings.ts';

/** Prints what an import did, or (not `stored`) would do, for people. */
export function printImport(
  around: Surroundings,
  result: PlanImported,
  form: Pick<Form, 'activities' | 'cuts'>,
  stored: boolean,
): void {
  if (!stored) printLine(around, imported.dryRun);
  for (const line of [...describeImport(result), ...programmedLines(form)]) printLine(around, line);
}

/** The same for programs; progress in percent. */
export function importJson(
  result: PlanImported,
  form: Pick<FormReading, 'warnings' | 'mendings'>,
  stored: boolean,
): object {
  const isNew = new Set(result.newPositions.map((position) => position.id));
  return {
    plan: planKey(result.plan),
    id: result.plan.id,
    stored,
    new: result.isNew,
    unchanged: changedNothing(result),
    activities: result.activities,
    header: result.header,
    added: result.added,
    changed: result.changed.map(({ number, fields }) => ({ activity: number, fields })),
    retired: result.retired,
    positions: result.positions.map(({ id, name }) => ({ number: id, name, new: isNew.has(id) })),
    cuts: result.cuts.map((cut) => ({ cut: cut.number, date: cut.date })),
    reports: result.reports.map((each) => ({ activity: each.number, cut: each.cut, ...shown(each) })),
    unopenedCuts: result.unopenedCuts.map((cut) => ({ cut: cut.number, date: cut.date })),
    differing: result.differing.map((each) => ({
      activity: each.number,
      cut: each.cut,
      stored: shown(each.stored),
      form: shown(each.form),
    })),
    warnings: form.warnings.map(describeNote),
    mendings: form.mendings.map(describeMending),
  };
}

function shown({ progress, observation }: Figures) {
  return { progress: progress / 10, observation };
}
