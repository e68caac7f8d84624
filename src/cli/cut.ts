import type { Command } from 'commander';
import { type CutActRefusal, closeCut, reopenCut } from '../actions/cut-acts.ts';
import { type ExclusionRefusal, excludeActivities, includeActivities } from '../actions/exclusions.ts';
import { type PlannedCut, plannedCutsOf } from '../db/plans.ts';
import { cutState, openReopenings } from '../domain/calendar.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import { cutDone, cutRefusals, cutStates } from '../texts/cli/cut.ts';
import { help } from '../texts/cli/help.ts';
import { longDay } from '../texts/words/days.ts';
import { cutNamed, planKey, plansNamed } from './choose.ts';
import { group } from './group.ts';
import { printJson, printLine, printTable } from './print.ts';
import { reading, writing } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type ListFlags = { readonly plan?: string; readonly json?: true };
type ActFlags = { readonly plan?: string; readonly cut: string; readonly reason: string };
type ExcludeFlags = ActFlags & { readonly activity: readonly string[] };
type IncludeFlags = Omit<ExcludeFlags, 'reason'>;
type ReopenFlags = ExcludeFlags & { readonly until?: string };

/** `cut list`, `cut reopen`, `cut close`, `cut exclude`, `cut include`. */
export function cutVerbs(program: Command, around: Surroundings): void {
  const cut = group(program, 'cut', help.cut);
  cut
    .command('list')
    .description(help.cutList)
    .option('--plan <plan>', help.planOption)
    .option('--json', help.json)
    .action((flags: ListFlags) => listCuts(around, flags));
  cut
    .command('reopen')
    .description(help.cutReopen)
    .option('--plan <plan>', help.planOption)
    .requiredOption('--cut <corte>', help.cutOption)
    .requiredOption('--activity <número...>', help.cutActivity)
    .option('--until <fecha>', help.cutReopenUntil)
    .requiredOption('--reason <motivo>', help.cutReason)
    .action((flags: ReopenFlags) => reopen(around, flags));
  cut
    .command('close')
    .description(help.cutClose)
    .option('--plan <plan>', help.planOption)
    .requiredOption('--cut <corte>', help.cutOption)
    .requiredOption('--reason <motivo>', help.cutReason)
    .action((flags: ActFlags) => close(around, flags));
  exclusionVerbs(cut, around);
}

function exclusionVerbs(cut: Command, around: Surroundings): void {
  cut
    .command('exclude')
    .description(help.cutExclude)
    .option('--plan <plan>', help.planOption)
    .requiredOption('--cut <corte>', help.cutOption)
    .requiredOption('--activity <número...>', help.cutActivity)
    .requiredOption('--reason <motivo>', help.cutReason)
    .action((flags: ExcludeFlags) => exclude(around, flags));
  cut
    .command('include')
    .description(help.cutInclude)
    .option('--plan <plan>', help.planOption)
    .requiredOption('--cut <corte>', help.cutOption)
    .requiredOption('--activity <número...>', help.cutActivity)
    .action((flags: IncludeFlags) => include(around, flags));
}

async function listCuts(around: Surroundings, flags: ListFlags): Promise<void> {
  const now = around.clock.now();
  const cuts = await reading(around, (db) => {
    const plans = plansNamed(db, flags.plan).map((plan) => plan.id);
    return plannedCutsOf(db, plans)
      .map((each) => described(each, now))
      .sort((a, b) => (a.plan < b.plan ? -1 : a.plan > b.plan ? 1 : a.cut - b.cut));
  });
  if (flags.json) return printJson(around, cuts);
  printTable(
    around,
    ['Plan', 'Corte', 'Fecha', 'Abre', 'Cierra', 'Último día', 'Estado'],
    cuts.map((each) => [
      each.plan,
      String(each.cut),
      each.date,
      each.opens,
      each.closing,
      each.lastDay,
      cutStates[each.state],
    ]),
  );
}

/**
 * `closing`: the end of *abierto*. `lastDay`: the last day that takes reports; that of a reopening when it is
 * later.
 */
function described({ plan, cut, window, acts }: PlannedCut, now: Moment) {
  const reopened = openReopenings(acts, now).map((reopening) => reopening.lastDay);
  return {
    plan: planKey(plan),
    cut: cut.number,
    date: cut.date,
    opens: window.openingDate,
    closing: window.closingDate,
    lastDay: [window.lockDate, ...reopened].sort().at(-1) ?? window.lockDate,
    state: cutState(window, acts, now),
  };
}

async function reopen(around: Surroundings, flags: ReopenFlags): Promise<void> {
  const now = around.clock.now();
  const asked = {
    personId: null,
    reason: flags.reason,
    numbers: numbersIn(flags),
    lastDay: flags.until ?? null,
  };
  await writing(around, (db) => {
    const planned = cutNamed(db, flags, now);
    const result = reopenCut(db, planned, asked, now);
    if (!result.ok) throw new Refused(refusalText(result.refusal));
    const numbers = result.activities.map((activity) => activity.number);
    return cutDone.reopened(planned.cut.number, planKey(planned.plan), numbers, longDay(result.lastDay));
  }).then((line) => printLine(around, line));
}

async function close(around: Surroundings, flags: ActFlags): Promise<void> {
  const now = around.clock.now();
  await writing(around, (db) => {
    const planned = cutNamed(db, flags, now);
    const result = closeCut(db, planned, { personId: null, reason: flags.reason }, now);
    if (!result.ok) throw new Refused(refusalText(result.refusal));
    return cutDone.closed(planned.cut.number, planKey(planned.plan), longDay(localDate(now)));
  }).then((line) => printLine(around, line));
}

async function exclude(around: Surroundings, flags: ExcludeFlags): Promise<void> {
  const now = around.clock.now();
  const asked = { personId: null, numbers: numbersIn(flags), reason: flags.reason };
  const line = await writing(around, (db) => {
    const planned = cutNamed(db, flags, now);
    const result = excludeActivities(db, planned, asked, now);
    if (!result.ok) throw new Refused(exclusionRefusal(result.refusal));
    const numbers = result.activities.map((activity) => activity.number);
    return cutDone.excluded(planned.cut.number, planKey(planned.plan), numbers);
  });
  printLine(around, line);
}

async function include(around: Surroundings, flags: IncludeFlags): Promise<void> {
  const now = around.clock.now();
  const line = await writing(around, (db) => {
    const planned = cutNamed(db, flags, now);
    const result = includeActivities(db, planned, { personId: null, numbers: numbersIn(flags) }, now);
    if (!result.ok) throw new Refused(exclusionRefusal(result.refusal));
    const numbers = result.activities.map((activity) => activity.number);
    return cutDone.included(planned.cut.number, planKey(planned.plan), numbers);
  });
  printLine(around, line);
}

function numbersIn(flags: { readonly activity: readonly string[] }): readonly string[] {
  return flags.activity.flatMap((numbers) => numbers.split(','));
}

function exclusionRefusal(refusal: ExclusionRefusal): string {
  switch (refusal.why) {
    case 'reason':
    case 'noActivities':
      return cutRefusals[refusal.why];
    default:
      return cutRefusals[refusal.why](refusal.numbers);
  }
}

function refusalText(refusal: CutActRefusal): string {
  switch (refusal.why) {
    case 'reason':
    case 'notOpened':
    case 'alreadyClosed':
    case 'noActivities':
      return cutRefusals[refusal.why];
    case 'lastDay':
      return cutRefusals.lastDay(refusal.from);
    case 'unknownActivities':
    case 'notAsked':
      return cutRefusals[refusal.why](refusal.numbers);
  }
}
