import { type Command, Option } from 'commander';
import { cutsInOrder, type ProgrammingChange, setProgramming } from '../actions/programming.ts';
import type { Db } from '../db/open.ts';
import { type Activity, activitiesOf, type Plan } from '../db/plans.ts';
import { formDateOf, programmedUpTo } from '../domain/programming.ts';
import { readProgramming } from '../domain/written-programming.ts';
import { activityCli, programmedWords } from '../texts/cli/activity.ts';
import { help } from '../texts/cli/help.ts';
import { notUnderstood, wrongCount } from '../texts/cuts/programming.ts';
import { shorten } from '../texts/html.ts';
import { planKey, planNamed, plansNamed } from './choose.ts';
import { group } from './group.ts';
import { printJson, printLine, printTable } from './print.ts';
import { reading, writing } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type ListFlags = { readonly plan?: string; readonly json?: true };
type SetFlags = ListFlags & {
  readonly activity: string;
  readonly program?: string;
  readonly permanent?: 'yes' | 'no';
  readonly byDates?: true;
};

/** `activity list`, `activity set`: what is programmed for each activity. */
export function activityVerbs(program: Command, around: Surroundings): void {
  const activity = group(program, 'activity', help.activity);
  activity
    .command('list')
    .description(help.activityList)
    .option('--plan <plan>', help.planOption)
    .option('--json', help.json)
    .action((flags: ListFlags) => list(around, flags));
  activity
    .command('set')
    .description(help.activitySet)
    .option('--plan <plan>', help.planOption)
    .requiredOption('--activity <número>', help.reportActivity)
    .option('--program <cifras>', help.activityProgram)
    .addOption(new Option('--permanent <yes|no>', help.activityPermanent).choices(['yes', 'no']))
    .option('--by-dates', help.activityByDates)
    .option('--json', help.json)
    .action((flags: SetFlags) => set(around, flags));
}

/** What is expected of an activity, for programs (manual). Percentages in percent; null: nothing is programmed. */
function described(db: Db, plan: Plan, activity: Activity) {
  const { number, name, target, measure, yearAmount, keeps, programmed } = activity;
  const upTo = cutsInOrder(db, plan.id).map((cut) => {
    const read = keeps ? null : programmedUpTo(activity, formDateOf(cut));
    return { cut: cut.number, date: cut.date, progress: read?.percent ?? null, amount: read?.amount ?? null };
  });
  const isProgrammed = upTo.some(({ progress }) => progress !== null);
  return {
    plan: planKey(plan),
    activity: number,
    name,
    target,
    measure,
    yearAmount,
    keeps,
    /** `set`: by Planeación; `form`: by the form; `dates`: nothing is programmed. */
    programmedBy: isProgrammed ? (programmed === null ? 'form' : 'set') : 'dates',
    programmed: isProgrammed ? upTo : [],
  } as const;
}

function present(db: Db, planId: number): readonly Activity[] {
  return activitiesOf(db, planId).filter(({ retiredAt }) => retiredAt === null);
}

async function list(around: Surroundings, flags: ListFlags): Promise<void> {
  const all = await reading(around, (db) =>
    plansNamed(db, flags.plan).flatMap((plan) =>
      present(db, plan.id).map((activity) => described(db, plan, activity)),
    ),
  );
  if (flags.json) return printJson(around, all);
  printTable(
    around,
    activityCli.columns,
    all.map((each) => [each.plan, each.activity, shorten(each.name, 60), programmedWords(each)]),
  );
}

async function set(around: Surroundings, flags: SetFlags): Promise<void> {
  const now = around.clock.now();
  const done = await writing(around, (db) => {
    const plan = planNamed(db, flags.plan);
    const activity = numbered(db, plan, flags.activity);
    setProgramming(db, activity, changeOf(flags, cutsInOrder(db, plan.id).length), null, now);
    return described(db, plan, numbered(db, plan, flags.activity));
  });
  if (flags.json) return printJson(around, done);
  printLine(around, activityCli.now(done.activity, programmedWords(done)));
}

/** @throws {Refused} */
function numbered(db: Db, plan: Plan, number: string): Activity {
  const found = present(db, plan.id).find((each) => each.number === number);
  if (!found) throw new Refused(activityCli.unknown(planKey(plan), number));
  return found;
}

/** @throws {Refused} */
function changeOf({ program, permanent, byDates }: SetFlags, cuts: number): ProgrammingChange {
  const said = [program, permanent, byDates].filter((each) => each !== undefined);
  if (said.length !== 1) throw new Refused(activityCli.one);
  if (byDates) return { kind: 'dates' };
  if (program === undefined) return { kind: permanent === 'yes' ? 'keeps' : 'raises' };
  const written = readProgramming(program, cuts);
  if (typeof written !== 'string') return { kind: 'written', written };
  throw new Refused(written === 'count' ? wrongCount(cuts) : notUnderstood[written]);
}
