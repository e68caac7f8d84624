import { changedNothing, type PlanImported } from '../actions/import-plan.ts';
import type { Figures } from '../actions/import-plan-monitoring.ts';
import { describeMending, describeNote } from '../forms/findings.ts';
import type { FormReading } from '../forms/read-form.ts';
import { fieldNames, imported } from '../texts/cli-import.ts';
import { planName, properName } from '../texts/words.ts';
import { planKey } from './choose.ts';
import { printLine } from './print.ts';
import type { Surroundings } from './surroundings.ts';

/** Tells people what an import did, or (not `stored`) would do. */
export function printImport(around: Surroundings, result: PlanImported, stored: boolean): void {
  const line = (text: string) => printLine(around, text);
  if (!stored) line(imported.dryRun);
  line(`${planKey(result.plan)} · ${planName(result.plan)} · ${properName(result.plan.entity)}`);
  if (changedNothing(result)) line(imported.nothingChanged);
  else line(result.isNew ? imported.newPlan : imported.corrected);
  line(`${imported.activities(result.activities)}.`);
  line(imported.positions);
  const isNew = new Set(result.newPositions.map((position) => position.id));
  for (const { id, name } of result.positions) {
    line(`  ${id}  ${name}${isNew.has(id) && !result.isNew ? imported.newPosition : ''}`);
  }
  line(imported.cuts);
  for (const cut of result.cuts) line(`  ${imported.cut(cut.number, cut.date)}`);
  if (!result.isNew) printChanges(around, result);
  if (result.reports.length > 0 || result.isNew) line(imported.reports(result.reports.length));
  if (result.differing.length === 0) return;
  line(imported.differing(result.differing.length));
  for (const each of result.differing) {
    line(imported.difference(each.number, each.cut, each.stored, each.form));
  }
}

function printChanges(around: Surroundings, result: PlanImported): void {
  const line = (text: string) => printLine(around, text);
  if (result.header.length > 0) line(imported.header(result.header.map((field) => fieldNames[field])));
  if (result.added.length > 0) line(imported.added(result.added));
  for (const { number, fields } of result.changed) {
    line(
      imported.changed(
        number,
        fields.map((field) => fieldNames[field]),
      ),
    );
  }
  if (result.retired.length > 0) line(imported.retired(result.retired));
  if (result.cutsAdded.length > 0) line(imported.cutsAdded(result.cutsAdded.map((cut) => cut.date)));
  if (result.cutsRemoved.length > 0) line(imported.cutsRemoved(result.cutsRemoved));
}

/** The same for programs; progress in percent. */
export function importJson(
  result: PlanImported,
  form: Extract<FormReading, { ok: true }>,
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
