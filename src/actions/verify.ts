import { record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import type { PlannedCut } from '../db/plans.ts';
import { reportById } from '../db/reports.ts';
import { addVerification, type Verdict, type Verification, verdictOn } from '../db/review.ts';
import type { Moment } from '../domain/dates.ts';
import { cleanReason } from '../domain/reason.ts';
import { notifyNotEffective } from '../notices/kinds/not-effective.ts';
import { notifyVerified } from '../notices/kinds/verified.ts';
import { isVerifiable, reportToVerify, type ToVerify, unverified } from '../summary/review/to-verify.ts';
import { type Conflict, verificationConflict } from './review-conflicts.ts';

export type VerifyResult =
  | { readonly ok: true; readonly verification: Verification }
  | { readonly ok: false; readonly why: 'changed' | 'notClosed' | 'remark' }
  | { readonly ok: false; readonly why: 'conflict'; readonly conflict: Conflict };

/**
 * Adds Control Interno's verdict to one revision of a report, which must be its last word; the report itself
 * stays as it is. Control's own percentage is kept only where it differs. The responsible is notified.
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
  const asked = reportById(db, of.reportId);
  const found = asked && reportToVerify(db, planned, asked.activityId);
  if (found?.report.id !== of.reportId) return { ok: false, why: 'changed' };
  const remark = of.remark === null ? null : cleanReason(of.remark);
  if (remark === null && (of.verdict !== 'endorsed' || of.remark !== null))
    return { ok: false, why: 'remark' };
  const said = {
    verdict: of.verdict,
    progress: of.progress === found.report.progress ? null : of.progress,
    remark,
  };
  const before = verdictOn(db, of.reportId);
  const verification = store(db, planned, found, { personId: of.personId, before, ...said }, now);
  notifyVerified(db, planned, [found], verification, now);
  if (of.verdict === 'ineffective') notifyNotEffective(db, planned, found, verification, now);
  return { ok: true, verification };
}

export type EndorsedAll =
  | { readonly ok: true; readonly endorsed: readonly ToVerify[] }
  | { readonly ok: false; readonly why: 'notClosed' }
  | { readonly ok: false; readonly why: 'conflict'; readonly conflict: Conflict };

/**
 * Endorses these reports as they were reported, where each is still the last word of its activity and has no verdict.
 * The others are left.
 */
export function endorseAll(
  db: Db,
  planned: PlannedCut,
  of: {
    readonly listed: readonly { readonly activityId: number; readonly reportId: number }[];
    readonly personId: number;
  },
  now: Moment,
): EndorsedAll {
  if (!isVerifiable(planned, now)) return { ok: false, why: 'notClosed' };
  const conflict = verificationConflict(db, planned.cut.id, of.personId);
  if (conflict) return { ok: false, why: 'conflict', conflict };
  const listed = new Map(of.listed.map((each) => [each.activityId, each.reportId]));
  const endorsed = unverified(db, planned).filter(
    ({ activity, report }) => listed.get(activity.id) === report.id,
  );
  const said = { verdict: 'endorsed', progress: null, remark: null } as const;
  const given = endorsed.map((each) =>
    store(db, planned, each, { personId: of.personId, before: undefined, ...said }, now),
  );
  const [first] = given;
  if (first) notifyVerified(db, planned, endorsed, first, now);
  return { ok: true, endorsed };
}

type Said = Pick<Verification, 'personId' | 'verdict' | 'progress' | 'remark'> & {
  /** The verdict that this one replaces. */
  readonly before: Verification | undefined;
};

function store(
  db: Db,
  planned: PlannedCut,
  { activity, report }: ToVerify,
  { personId, before, ...said }: Said,
  now: Moment,
): Verification {
  const verification = addVerification(db, { reportId: report.id, personId, at: now, ...said });
  record(db, {
    at: now,
    act: 'verified',
    by: { personId },
    planId: planned.plan.id,
    activityId: activity.id,
    cutId: planned.cut.id,
    before: before ? { verdict: before.verdict, progress: before.progress, remark: before.remark } : null,
    after: { report: report.id, ...said },
  });
  return verification;
}
