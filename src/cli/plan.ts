import type { Command } from 'commander';
import { type ImportResult, importPlan } from '../actions/import-plan.ts';
import { keepReading, type PlanReading } from '../actions/plan-reading.ts';
import { tryImport } from '../actions/try-import.ts';
import { inTransaction } from '../db/open.ts';
import { activitiesPerPlan } from '../db/plan-changes.ts';
import { allPlans } from '../db/plans.ts';
import { isWorkbook } from '../db/workbooks.ts';
import type { Form } from '../forms/form.ts';
import { help } from '../texts/cli/help.ts';
import { importErrors } from '../texts/cli/import.ts';
import { properName } from '../texts/words/names.ts';
import { planKey } from './choose.ts';
import { group } from './group.ts';
import { importJson, printImport } from './plan-import-print.ts';
import {
  questionLines,
  type ReadFlags,
  readAnswers,
  readBytes,
  readFile,
  readPlanFile,
  refusalOf,
  refuseUnknown,
  tellNotes,
} from './plan-read.ts';
import { readingJson } from './plan-read-json.ts';
import { planSetVerb } from './plan-set.ts';
import { printJson, printTable } from './print.ts';
import { reading, withStore } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type ImportFlags = ReadFlags & { readonly dryRun?: true };

/** `plan read FILE`, `plan import FILE`, `plan list` and `plan set`. */
export function planVerbs(program: Command, around: Surroundings): void {
  const plan = group(program, 'plan', help.plan);
  plan
    .command('read')
    .description(help.planRead)
    .argument('<archivo>', help.planImportFile)
    .option('--answers <archivo>', help.answers)
    .option('--without-monitoring', help.withoutMonitoring)
    .option('--fractions', help.fractions)
    .option('--json', help.json)
    .action((file: string, flags: ReadFlags) => readFile(around, file, flags));
  plan
    .command('import')
    .description(help.planImport)
    .argument('<archivo>', help.planImportFile)
    .option('--answers <archivo>', help.answers)
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
  const answers = readAnswers(flags.answers);
  await withStore(around, (store) => {
    const read = readPlanFile(store.db, bytes, answers, flags);
    refuseUnknown(read);
    const form = formOf(around, read, flags);
    const options = {
      withoutMonitoring: flags.withoutMonitoring === true,
      now: around.clock.now(),
      same: read.same,
    };
    const result = inTransaction(store, (db) => {
      if (flags.dryRun) return tryImport(db, form, options);
      const done = importPlan(db, form, options);
      if (done.ok) keepReading(db, done.plan.id, read.reading, isWorkbook(bytes) ? bytes : null, options.now);
      return done;
    });
    if (!result.ok) throw refusal(result);
    if (flags.json) printJson(around, importJson(result, read.reading, flags.dryRun !== true));
    else printImport(around, result, form, flags.dryRun !== true);
  });
}

/** The plan of a file of which nothing is open. @throws {Refused} with its problems, or with what is asked. */
function formOf(around: Surroundings, read: PlanReading, flags: ImportFlags): Form {
  const { reading: form, status, questions } = read;
  if (status === 'refused') throw refusalOf(read, 'whole');
  const required = questions.filter((question) => question.required);
  if (!form.ok || status === 'questions') {
    if (flags.json) printJson(around, readingJson(read));
    const asksPercent = required.some(({ id }) => id === 'percent');
    const hint = asksPercent ? [importErrors.fractionsHint] : [];
    throw new Refused(importErrors.questions(required.length), [...questionLines(required), ...hint]);
  }
  tellNotes(around, read);
  return form.form;
}

function refusal(result: Extract<ImportResult, { ok: false }>): Refused {
  return new Refused(importErrors.refused, result.cutsInUse.map(importErrors.cutInUse));
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
      mayorAcceptsChanges: plan.mayorAcceptsChanges,
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
