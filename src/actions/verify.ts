import { record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { announce, replaceWaiting } from '../db/outbox.ts';
import { waitingRowsAbout } from '../db/outbox-rows.ts';
import { type EnrolledPerson, isEnrolled, personById } from '../db/people.ts';
import { type Activity, activitiesOf, type PlannedCut, plannedCuts } from '../db/plans.ts';
import { lastReportsOfCut, type Report, revisionsOfCuts } from '../db/reports.ts';
import { addVerification, type Verdict, type Verification, verdictsOfCut } from '../db/review.ts';
import type { Moment } from '../domain/dates.ts';
import { cleanReason } from '../domain/reason.ts';
import { responsiblesOf } from '../summary/responsibles.ts';
import { verdictsNotice } from '../texts/review/verification.ts';
import { type Conflict, verificationConflict } from './review-conflicts.ts';

/** Verdicts that follow one another within this time are told together. */
const TOGETHER_MS = 10 * 60_000;

/** A report that waits for a verdict of Control Interno. */
export type ToVerify = {
  readonly activity: Activity;
  readonly report: Report;
  /** The last verdict on an earlier revision of it. */
  readonly earlier: Verification | null;
};

/** Whether the reports of a cut can be verified: after its closing, also in the grace days. */
export function isVerifiable({ window }: Pick<PlannedCut, 'window'>, now: Moment): boolean {
  return now >= Math.min(window.graceFrom, window.locksAt);
}

/** The reports of a cut without a verdict on their last revision, in the form's order. */
export function unverified(db: Db, planned: PlannedCut): readonly ToVerify[] {
  const verdicts = verdictsOfCut(db, planned.cut.id);
  return reportsToVerify(db, planned).filter(({ report }) => !verdicts.has(report.id));
}

/** Every report of a cut, with a verdict or without. */
export function reportsToVerify(db: Db, planned: PlannedCut): readonly ToVerify[] {
  const verdicts = verdictsOfCut(db, planned.cut.id);
  const reports = lastReportsOfCut(db, planned.cut.id);
  const revisions = Map.groupBy(revisionsOfCuts(db, [planned.cut.id]), (each) => each.activityId);
  return activitiesOf(db, planned.plan.id).flatMap((activity): ToVerify[] => {
    const report = reports.get(activity.id);
    if (!report || planned.excluded.has(activity.id)) return [];
    const former = (revisions.get(activity.id) ?? []).findLast(
      (each) => each.id !== report.id && verdicts.has(each.id),
    );
    return [{ activity, report, earlier: verdicts.get(former?.id ?? 0) ?? null }];
  });
}

/** The cuts with reports that wait for a verdict, the latest first. */
export function cutsToVerify(
  db: Db,
  now: Moment,
): readonly { readonly planned: PlannedCut; readonly left: number }[] {
  return plannedCuts(db)
    .filter((planned) => isVerifiable(planned, now))
    .map((planned) => ({ planned, left: unverified(db, planned).length }))
    .filter(({ left }) => left > 0)
    .toReversed();
}

export type VerifyResult =
  | { readonly ok: true; readonly verification: Verification }
  | { readonly ok: false; readonly why: 'changed' | 'notClosed' | 'remark' }
  | { readonly ok: false; readonly why: 'conflict'; readonly conflict: Conflict };

/**
 * Control Interno's verdict beside one revision of a report, which must be its last word; the report itself stays as it
 * is. An own percentage is kept only where it differs. The responsible is told.
 */
export function verifyReport(
  db: Db,
  planned: PlannedCut,
  of: {
    readonly reportId: number;
    readonly personId: number;
    readonly verdict: Verdict;
    readonly progress: number | null;
    readonly remark: string | null;
  },
  now: Moment,
): VerifyResult {
  if (!isVerifiable(planned, now)) return { ok: false, why: 'notClosed' };
  const conflict = verificationConflict(db, planned.cut.id, of.personId);
  if (conflict) return { ok: false, why: 'conflict', conflict };
  const found = reportsToVerify(db, planned).find(({ report }) => report.id === of.reportId);
  if (!found) return { ok: false, why: 'changed' };
  const remark = of.remark === null ? null : cleanReason(of.remark);
  if (remark === null && (of.verdict === 'observed' || of.remark !== null))
    return { ok: false, why: 'remark' };
  const before = verdictsOfCut(db, planned.cut.id).get(of.reportId);
  const said = {
    verdict: of.verdict,
    progress: of.progress === found.report.progress ? null : of.progress,
    remark,
  };
  const verification = addVerification(db, {
    reportId: of.reportId,
    personId: of.personId,
    at: now,
    ...said,
  });
  record(db, {
    at: now,
    act: 'verified',
    by: { personId: of.personId },
    planId: planned.plan.id,
    activityId: found.activity.id,
    cutId: planned.cut.id,
    before: before ? { verdict: before.verdict, progress: before.progress, remark: before.remark } : null,
    after: { report: of.reportId, ...said },
  });
  tellResponsible(db, planned, found, verification, now);
  return { ok: true, verification };
}

/** One message of what was said in the last minutes, to each who holds a position of the activity or reported it. */
function tellResponsible(
  db: Db,
  planned: PlannedCut,
  { activity, report }: ToVerify,
  verification: Verification,
  now: Moment,
): void {
  const reporter = report.personId === null ? undefined : personById(db, report.personId);
  const people = [
    ...responsiblesOf(db, [activity], now).map(({ person }) => person),
    ...(reporter && isEnrolled(reporter) ? [reporter] : []),
  ];
  for (const person of new Map(people.map((each) => [each.id, each])).values()) {
    const start = `verified:${planned.cut.id}:${person.id}:`;
    const [waiting] = waitingRowsAbout(db, start);
    const from = waiting?.key ? Number(waiting.key.slice(start.length)) : verification.id;
    const message = { html: noticeTo(db, planned, person, from, now) };
    const notBefore = now + TOGETHER_MS;
    if (waiting) replaceWaiting(db, waiting.id, message, notBefore);
    else {
      const to = { chatId: person.telegramUserId, personId: person.id };
      announce(db, to, { kind: 'notice', key: `${start}${from}`, message, now, notBefore });
    }
  }
}

/** What was said of a person's reports since a verdict. */
function noticeTo(db: Db, planned: PlannedCut, person: EnrolledPerson, from: number, now: Moment) {
  const verdicts = verdictsOfCut(db, planned.cut.id);
  const all = reportsToVerify(db, planned);
  const held = new Set(
    responsiblesOf(
      db,
      all.map((each) => each.activity),
      now,
    )
      .filter((each) => each.person.id === person.id)
      .flatMap((each) => each.activities.map((activity) => activity.id)),
  );
  return verdictsNotice({
    ...planned,
    name: person.name,
    verdicts: all.flatMap(({ activity, report }) => {
      const said = verdicts.get(report.id);
      const isTheirs = held.has(activity.id) || report.personId === person.id;
      if (!said || said.id < from || !isTheirs) return [];
      const { verdict, progress, remark } = said;
      const words = { verdict, progress, remark: remark ?? '', current: true };
      return [{ ...words, number: activity.number, reported: report.progress }];
    }),
  });
}
