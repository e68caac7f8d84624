import type { Command } from 'commander';
import type { Db } from '../db/open.ts';
import { allPeople } from '../db/people.ts';
import { activitiesOfCut, type PlannedCut, plannedCutsOf } from '../db/plans.ts';
import { type Report, revisionsOfCuts } from '../db/reports.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';
import { isoLocal } from '../domain/dates.ts';
import { help } from '../texts/cli/help.ts';
import { reportColumns, reportWords } from '../texts/cli/report.ts';
import { shorten } from '../texts/html.ts';
import { clockTime } from '../texts/words/days.ts';
import { figure, shownMeasure } from '../texts/words/units.ts';
import { cutsNamed, planKey, plansNamed, unknownCut } from './choose.ts';
import { correctionVerbs } from './correction.ts';
import { group } from './group.ts';
import { printJson, printTable } from './print.ts';
import { reading } from './store.ts';
import type { Surroundings } from './surroundings.ts';

type Flags = { readonly plan?: string; readonly cut?: string; readonly all?: true; readonly json?: true };

/** `report list`. */
export function reportVerbs(program: Command, around: Surroundings): void {
  const report = group(program, 'report', help.report);
  report
    .command('list')
    .description(help.reportList)
    .option('--plan <plan>', help.planOption)
    .option('--cut <corte>', help.cutOption)
    .option('--all', help.reportAll)
    .option('--json', help.json)
    .action((flags: Flags) => listReports(around, flags));
  correctionVerbs(report, around);
}

/** One report as the command line prints it (specification: JSON of reports). */
type Listed = {
  /** `CODE/YEAR` */
  readonly plan: string;
  /** The number as printed in the form. */
  readonly activity: string;
  readonly cut: number;
  readonly date: LocalDate;
  /** Percent, at most one decimal. */
  readonly progress: number;
  /** How many of the measure were reported; null: a percentage. */
  readonly amount: number | null;
  readonly yearAmount: number | null;
  /** The activity's measure; null: it has none. */
  readonly measure: string | null;
  readonly observation: string;
  readonly late: boolean;
  /** Null when imported; `Planeación` when it was corrected on the command line. */
  readonly reportedBy: string | null;
  readonly reportedAt: Moment;
  /** Set when the word is Planeación's; else null. */
  readonly origin: 'planning' | 'correction' | null;
  /** The reason of a correction; else null. */
  readonly reason: string | null;
  readonly voided: boolean;
  readonly voidReason: string | null;
};

async function listReports(around: Surroundings, flags: Flags): Promise<void> {
  const reports = await reading(around, (db) =>
    cutsAsked(db, flags, around.clock.now()).flatMap((planned) =>
      reportsOfCut(db, planned, flags.all === true),
    ),
  );
  if (flags.json) {
    // A voided revision counts no more: only `--all` shows it, marked as voided.
    const data = reports.map(
      ({ voided, voidReason, reportedAt, origin, reason, measure, amount, yearAmount, ...report }) => ({
        ...report,
        ...(measure === null ? {} : { measure }),
        ...(measure === null || yearAmount === null ? {} : { yearAmount }),
        ...(amount === null ? {} : { amount }),
        reportedAt: isoLocal(reportedAt),
        ...(origin === null ? {} : { origin }),
        ...(reason === null ? {} : { reason }),
        ...(voided ? { voided, voidReason } : {}),
      }),
    );
    return printJson(around, data);
  }
  printTable(
    around,
    reportColumns,
    reports.map((report) => [
      report.plan,
      report.activity,
      String(report.cut),
      figure({ ...report, progress: Math.round(report.progress * 10), measure: shownMeasure(report) }),
      shorten(report.observation, 60),
      (report.reportedBy ?? reportWords.imported) +
        (report.origin === null ? '' : reportWords[report.origin]) +
        (report.late ? reportWords.late : '') +
        (report.voided ? reportWords.voided : ''),
      clockTime(report.reportedAt),
    ]),
  );
}

/**
 * The cuts of one plan or every plan: all of them, or those that a number or month names.
 * @throws {Refused}
 */
function cutsAsked(db: Db, flags: Flags, now: Moment): readonly PlannedCut[] {
  const cuts = plansNamed(db, flags.plan).flatMap((plan) => plannedCutsOf(db, [plan.id]));
  if (flags.cut === undefined) return cuts;
  const named = cutsNamed(cuts, flags.cut, now);
  if (named.length > 0) return cuts.filter((each) => named.includes(each));
  return unknownCut(cuts, flags.cut);
}

/** In the form's order; with `all`, every revision of each activity, oldest first. */
function reportsOfCut(db: Db, planned: PlannedCut, all: boolean): readonly Listed[] {
  const { plan, cut } = planned;
  const names = new Map(allPeople(db).map((person) => [person.id, person.name]));
  const revisions = Map.groupBy(revisionsOfCuts(db, [cut.id]), (report) => report.activityId);
  return activitiesOfCut(db, planned).flatMap((activity) =>
    wanted(revisions.get(activity.id) ?? [], all).map(
      (report): Listed => ({
        plan: planKey(plan),
        activity: activity.number,
        cut: cut.number,
        date: cut.date,
        progress: report.progress / 10,
        amount: report.amount,
        measure: activity.measure,
        yearAmount: activity.yearAmount,
        observation: report.observation,
        late: report.late,
        reportedBy: reporterOf(report, names),
        reportedAt: report.moment,
        origin: report.origin === 'planning' || report.origin === 'correction' ? report.origin : null,
        reason: report.reason,
        voided: report.voidedAt !== null,
        voidReason: report.voidReason,
      }),
    ),
  );
}

function reporterOf(report: Report, names: ReadonlyMap<number, string>): string | null {
  if (report.personId !== null) return names.get(report.personId) ?? null;
  return report.origin === 'import' ? null : reportWords.operator;
}

function wanted(revisions: readonly Report[], all: boolean): readonly Report[] {
  return all ? revisions : revisions.filter((report) => report.voidedAt === null).slice(-1);
}
