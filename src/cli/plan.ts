import { readFileSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import { type ImportResult, importPlan } from '../actions/import-plan.ts';
import { tryImport } from '../actions/try-import.ts';
import { type Db, inTransaction } from '../db/open.ts';
import { allPositions } from '../db/people.ts';
import { activitiesPerPlan } from '../db/plan-changes.ts';
import { allPlans } from '../db/plans.ts';
import { isWorkbook, setWorkbook } from '../db/workbooks.ts';
import { describeMending, describeNote, describeProblem } from '../forms/findings.ts';
import { readFormFile } from '../forms/read-file.ts';
import type { FormReading } from '../forms/read-form.ts';
import { nameOf } from '../log.ts';
import { errors, fileError } from '../texts/cli/errors.ts';
import { help } from '../texts/cli/help.ts';
import { importErrors, mending, warning } from '../texts/cli/import.ts';
import { properName } from '../texts/words/names.ts';
import { planKey } from './choose.ts';
import { group } from './group.ts';
import { importJson, printImport } from './plan-import-print.ts';
import { planSetVerb } from './plan-set.ts';
import { printJson, printTable, warn } from './print.ts';
import { reading, withStore } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type ImportFlags = {
  readonly dryRun?: true;
  readonly withoutMonitoring?: true;
  readonly fractions?: true;
  readonly json?: true;
};

/** `plan import FILE`, `plan list` and `plan set`. */
export function planVerbs(program: Command, around: Surroundings): void {
  const plan = group(program, 'plan', help.plan);
  plan
    .command('import')
    .description(help.planImport)
    .argument('<archivo>', help.planImportFile)
    .option('--dry-run', help.dryRun)
    .option('--without-monitoring', help.withoutMonitoring)
    .option('--fractions', help.fractions)
    .option('--json', help.json)
    .action((file: string, flags: ImportFlags) => importFile(around, file, flags));
  plan
    .command('list')
    .description(help.planList)
    .option('--json', help.json)
    .action((flags: { json?: true }) => listPlans(around, flags.json === true));
  planSetVerb(plan, around);
}

async function importFile(around: Surroundings, file: string, flags: ImportFlags): Promise<void> {
  const bytes = readBytes(file);
  await withStore(around, (store) => {
    const form = readForm(around, store.db, bytes, flags);
    const options = { withoutMonitoring: flags.withoutMonitoring === true, now: around.clock.now() };
    const result = inTransaction(store, (db) => {
      if (flags.dryRun) return tryImport(db, form.form, options);
      const done = importPlan(db, form.form, options);
      if (done.ok && isWorkbook(bytes)) setWorkbook(db, done.plan.id, bytes, options.now);
      return done;
    });
    if (!result.ok) throw refusal(result);
    if (flags.json) printJson(around, importJson(result, form, flags.dryRun !== true));
    else printImport(around, result, flags.dryRun !== true);
  });
}

function readForm(
  around: Surroundings,
  db: Db,
  bytes: Uint8Array,
  flags: ImportFlags,
): Extract<FormReading, { ok: true }> {
  const form = readFormFile(bytes, {
    knownPositions: allPositions(db).map((position) => position.name),
    withoutMonitoring: flags.withoutMonitoring === true,
    ...(flags.fractions ? { fractions: true } : {}),
  });
  if (!form.ok) {
    const ambiguous = form.problems.some((problem) => problem.kind === 'fractions');
    const hint = ambiguous ? [importErrors.fractionsHint] : [];
    throw new Refused(importErrors.problems(form.problems.length), [
      ...form.problems.map(describeProblem),
      ...hint,
    ]);
  }
  for (const note of form.warnings) warn(around, warning(describeNote(note)));
  for (const each of form.mendings) warn(around, mending(describeMending(each)));
  return form;
}

function refusal(result: Extract<ImportResult, { ok: false }>): Refused {
  return new Refused(importErrors.refused, [
    ...result.otherActivities.map((each) => importErrors.otherActivity(each.number, each.stored, each.read)),
    ...result.cutsInUse.map(importErrors.cutInUse),
  ]);
}

/** Forms are small; a file far beyond this is not even read. */
const BYTES_MOST = 50 * 1024 * 1024;

function readBytes(file: string): Uint8Array {
  try {
    if (statSync(file).size > BYTES_MOST) throw new Refused(errors.fileUnreadable(file));
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Refused) throw error;
    const code = nameOf(error);
    if (code === 'ENOENT') throw new Refused(errors.fileMissing(file));
    throw new Refused(code === 'EISDIR' ? errors.fileUnreadable(file) : fileError(code, file));
  }
}

async function listPlans(around: Surroundings, json: boolean): Promise<void> {
  const plans = await reading(around, (db) => {
    const activities = activitiesPerPlan(db);
    return allPlans(db).map((plan) => ({
      id: plan.id,
      plan: planKey(plan),
      code: plan.code,
      fiscalYear: plan.fiscalYear,
      title: plan.title,
      entity: plan.entity,
      version: plan.version,
      activities: activities.get(plan.id) ?? 0,
      openingDays: plan.openingDays,
      graceWorkingDays: plan.graceWorkingDays,
      needsApproval: plan.needsApproval,
    }));
  });
  if (json) return printJson(around, plans);
  printTable(
    around,
    ['N.º', 'Plan', 'Título', 'Entidad', 'Actividades'],
    plans.map((plan) => [
      String(plan.id),
      plan.plan,
      properName(plan.title),
      properName(plan.entity),
      String(plan.activities),
    ]),
  );
}
