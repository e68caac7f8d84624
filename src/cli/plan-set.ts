import { type Command, Option } from 'commander';
import { setPlanSettings, tryPlanSettings } from '../actions/plan-settings.ts';
import { DAYS_BOUNDS, type SettingsChange, type SettingsRefusal } from '../actions/settings-check.ts';
import { help } from '../texts/cli/help.ts';
import { planSet, planSetRefusals } from '../texts/cli/plan.ts';
import { planKey, planNamed } from './choose.ts';
import { printMoved } from './moved.ts';
import { printJson, printLine } from './print.ts';
import { writing } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type Flags = {
  readonly plan?: string;
  readonly cut?: readonly string[];
  readonly openingDays?: string;
  readonly graceDays?: string;
  readonly approval?: 'yes' | 'no';
  readonly mayorAcceptsChanges?: 'yes' | 'no';
  readonly dryRun?: true;
  readonly json?: true;
};

/** `plan set`: dates of cuts, opening days, grace and approval. */
export function planSetVerb(plan: Command, around: Surroundings): void {
  plan
    .command('set')
    .description(help.planSet)
    .option('--plan <plan>', help.planOption)
    .option('--cut <corte=fecha...>', help.planSetCut)
    .option('--opening-days <días>', help.planSetOpening)
    .option('--grace-days <días>', help.planSetGrace)
    .addOption(new Option('--approval <yes|no>', help.planSetApproval).choices(['yes', 'no']))
    .addOption(new Option('--mayor-accepts-changes <yes|no>', help.planSetChanges).choices(['yes', 'no']))
    .option('--dry-run', help.dryRun)
    .option('--json', help.json)
    .action((flags: Flags) => set(around, flags));
}

async function set(around: Surroundings, flags: Flags): Promise<void> {
  const now = around.clock.now();
  const change = changeOf(flags);
  const done = await writing(around, (db) => {
    const { id } = planNamed(db, flags.plan);
    const result = flags.dryRun
      ? tryPlanSettings(db, id, change, now)
      : setPlanSettings(db, id, { ...change, personId: null }, now);
    if (!result.ok) throw new Refused(refusalText(result.refusal));
    return result;
  });
  const { openingDays, graceWorkingDays, needsApproval, mayorAcceptsChanges } = done.plan;
  if (flags.json) {
    const cuts = done.moved.map(({ after }) => ({
      cut: after.number,
      date: after.date,
      opens: after.opens,
      closing: after.closing,
      lastDay: after.lastDay,
      reminders: after.reminders,
    }));
    return printJson(around, {
      plan: planKey(done.plan),
      openingDays,
      graceWorkingDays,
      needsApproval,
      mayorAcceptsChanges,
      cuts,
      stored: flags.dryRun !== true,
    });
  }
  if (flags.dryRun) printLine(around, planSet.dryRun);
  printLine(
    around,
    planSet.now(planKey(done.plan), openingDays, graceWorkingDays, needsApproval, mayorAcceptsChanges),
  );
  printMoved(around, done.moved);
}

function yesNo(said: 'yes' | 'no' | undefined): boolean | undefined {
  return said === undefined ? undefined : said === 'yes';
}

function changeOf(flags: Flags): SettingsChange {
  const days = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return {
    openingDays: days(flags.openingDays),
    graceWorkingDays: days(flags.graceDays),
    needsApproval: yesNo(flags.approval),
    mayorAcceptsChanges: yesNo(flags.mayorAcceptsChanges),
    cutDates: flags.cut?.map((text) => {
      const [, number, date] = /^\s*(\d{1,2})\s*=\s*(.+?)\s*$/.exec(text) ?? [];
      if (number === undefined || date === undefined) throw new Refused(planSetRefusals.cut(text));
      return { number: Number(number), date };
    }),
  };
}

function refusalText(refusal: SettingsRefusal): string {
  switch (refusal.why) {
    case 'days': {
      const [least, most] = DAYS_BOUNDS[refusal.setting];
      return planSetRefusals[refusal.setting](least, most);
    }
    case 'nothing':
      return planSetRefusals.nothing;
    case 'notADate':
      return planSetRefusals.notADate(refusal.text);
    case 'outsideYear':
      return planSetRefusals.outsideYear(refusal.fiscalYear);
    default:
      return planSetRefusals[refusal.why](refusal.number);
  }
}
