import type { Command } from 'commander';
import { type CutActRefusal, closeCut, reopenCut } from '../actions/cut-acts.ts';
import { type PlannedCut, plannedCuts } from '../db/plans.ts';
import { cutState, openReopenings } from '../domain/calendar.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import { cutDone, cutRefusals, cutStates } from '../texts/cli.ts';
import { help } from '../texts/cli-help.ts';
import { longDay } from '../texts/words.ts';
import { cutNamed, planKey, plansNamed } from './choose.ts';
import { group } from './group.ts';
import { printJson, printLine, printTable } from './print.ts';
import { reading, writing } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type ListFlags = { readonly plan?: string; readonly json?: true };
type ActFlags = { readonly plan?: string; readonly cut: string; readonly reason: string };
type ReopenFlags = ActFlags & { readonly activity: readonly string[]; readonly until?: string };

/** `cut list`, `cut reopen`, `cut close`. */
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
    .requiredOption('--activity <número...>', help.cutReopenActivity)
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
}

async function listCuts(around: Surroundings, flags: ListFlags): Promise<void> {
  const now = around.clock.now();
  const cuts = await reading(around, (db) => {
    const plans = new Set(plansNamed(db, flags.plan).map((plan) => plan.id));
    return plannedCuts(db)
      .filter((each) => plans.has(each.plan.id))
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

/** `closing`: the end of *abierto*; `lastDay`: the last that takes reports, of a reopening under way if it is later. */
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
    numbers: flags.activity.flatMap((numbers) => numbers.split(',')),
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
