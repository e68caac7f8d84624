import type { Command } from 'commander';
import { remindMissing } from '../actions/remind.ts';
import { isoLocal } from '../domain/dates.ts';
import { roundHalfUp } from '../domain/progress.ts';
import { type CutSummary, cutSummary } from '../summary/cut-summary.ts';
import { summaryTexts } from '../summary/message.ts';
import { help } from '../texts/cli/help.ts';
import { reminded } from '../texts/cli/remind.ts';
import { clockTime } from '../texts/words/days.ts';
import { type CutAsked, cutNamed, planKey } from './choose.ts';
import { personNumbered } from './describe-people.ts';
import { printJson, printLine, withoutHtml } from './print.ts';
import { resendFailed } from './resend.ts';
import { reading, writing } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { whyNothing } from './why.ts';

type Flags = CutAsked & { readonly json?: true };
type RemindFlags = Flags & {
  readonly person?: string;
  readonly why?: string;
  readonly date?: string;
  readonly failed?: true;
};

/** `summary` and `remind`. */
export function summaryVerbs(program: Command, around: Surroundings): void {
  program
    .command('summary')
    .description(help.summary)
    .option('--plan <plan>', help.planOption)
    .option('--cut <corte>', help.cutOption)
    .option('--json', help.json)
    .action((flags: Flags) => printSummary(around, flags));
  program
    .command('remind')
    .description(help.remind)
    .option('--plan <plan>', help.planOption)
    .option('--cut <corte>', help.cutOption)
    .option('--person <persona>', help.remindPerson)
    .option('--why <persona>', help.remindWhy)
    .option('--date <fecha>', help.remindDate)
    .option('--failed', help.remindFailed)
    .option('--json', help.json)
    .action((flags: RemindFlags) => {
      if (flags.why !== undefined) return whyNothing(around, flags.why, flags);
      return flags.failed ? resendFailed(around, flags) : remind(around, flags);
    });
}

async function printSummary(around: Surroundings, flags: Flags): Promise<void> {
  const now = around.clock.now();
  const summary = await reading(around, (db, settings) =>
    cutSummary(db, cutNamed(db, flags, now).cut.id, now, settings.entityName),
  );
  if (flags.json) return printJson(around, summaryJson(summary));
  printLine(around, summaryTexts(summary).map(withoutHtml).join('\n'));
}

/** Figures in percent as they are shown: rounded half-up to one decimal. */
function summaryJson(summary: CutSummary): object {
  return {
    entity: summary.entity,
    plan: planKey(summary.plan),
    cut: summary.cut.number,
    date: summary.cut.date,
    state: summary.state,
    ...reviewJson(summary.standing),
    moment: isoLocal(summary.moment),
    progress: rounded(summary.overall),
    expected: rounded(summary.expected),
    reported: summary.rows.length - summary.coverage.missing,
    activities: summary.rows.length,
    coverage: summary.coverage,
    trafficLights: summary.lights,
    previous: summary.previous && {
      cut: summary.previous.cut.number,
      date: summary.previous.cut.date,
      progress: rounded(summary.previous.overall),
    },
    causes: summary.causes.map(({ cause, numbers }) => ({ cause, activities: numbers })),
    reports: summary.rows.map((row) => ({
      activity: row.activity.number,
      name: row.activity.name,
      progress: row.report ? row.report.progress / 10 : null,
      ...(row.report?.amount === undefined ? {} : { amount: row.report.amount }),
      ...(row.activity.measure === undefined ? {} : { measure: row.activity.measure }),
      observation: row.report?.observation ?? null,
      coverage: row.report?.coverage ?? 'missing',
      expected: rounded(row.expected),
      expectedBy: row.basis,
      compliance: rounded(row.compliance),
      trafficLight: row.light,
      cause: row.cause,
      verification: row.verdict && {
        verdict: row.verdict.verdict,
        progress: row.verdict.progress === null ? null : row.verdict.progress / 10,
        remark: row.verdict.remark,
        current: row.verdict.current,
      },
    })),
    leftOut: summary.leftOut.map(({ activity, why, reason }) => ({ activity: activity.number, why, reason })),
    missing: summary.missing.map(({ position, holders, items }) => ({
      position: position.name,
      holders: holders.map((holder) => holder.name),
      activities: items.map((item) => item.activity.number),
    })),
  };
}

/** The approval of the cut, and what was approved. */
function reviewJson(standing: CutSummary['standing']): object {
  const approval =
    standing.kind === 'approved'
      ? {
          by: standing.approval.name,
          at: isoLocal(standing.approval.at),
          presentedBy: standing.by.name,
          fingerprint: standing.by.fingerprint,
          auditHash: standing.approval.auditHash,
          changesSince: standing.changes.length,
        }
      : null;
  return { standing: standing.kind, approval };
}

function rounded(value: number | null): number | null {
  return value === null ? null : roundHalfUp(value);
}

/** Without plan and cut, everything pending counts. The running bot sends the reminders. */
async function remind(around: Surroundings, flags: RemindFlags): Promise<void> {
  const now = around.clock.now();
  const anywhere = flags.plan === undefined && flags.cut === undefined;
  const done = await writing(around, (db) =>
    remindMissing(
      db,
      now,
      {
        cutId: anywhere ? null : cutNamed(db, flags, now).cut.id,
        personId: flags.person === undefined ? null : personNumbered(db, flags.person).id,
      },
      null,
    ),
  );
  const names = (people: typeof done.queued) => people.map((person) => person.name);
  if (flags.json) {
    const people = (some: typeof done.queued) => some.map(({ id, name }) => ({ id, name }));
    return printJson(around, {
      when: isoLocal(done.when),
      queued: people(done.queued),
      alreadyToday: people(done.alreadyToday),
      unreachable: people(done.unreachable),
    });
  }
  printLine(around, reminded.queued(names(done.queued), clockTime(done.when)));
  if (done.alreadyToday.length > 0) printLine(around, reminded.alreadyToday(names(done.alreadyToday)));
  if (done.unreachable.length > 0) printLine(around, reminded.unreachable(names(done.unreachable)));
}
