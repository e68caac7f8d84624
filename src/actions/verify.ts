import { record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import type { PlannedCut } from '../db/plans.ts';
import { addVerification, type Verdict, type Verification, verdictsOfCut } from '../db/review.ts';
import type { Moment } from '../domain/dates.ts';
import { cleanReason } from '../domain/reason.ts';
import { notifyNotEffective } from '../notices/kinds/not-effective.ts';
import { notifyVerified } from '../notices/kinds/verified.ts';
import { isVerifiable, reportsToVerify } from '../summary/review/to-verify.ts';
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
  const found = reportsToVerify(db, planned).find(({ report }) => report.id === of.reportId);
  if (!found) return { ok: false, why: 'changed' };
  const remark = of.remark === null ? null : cleanReason(of.remark);
  if (remark === null && (of.verdict !== 'endorsed' || of.remark !== null))
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
  notifyVerified(db, planned, found, verification, now);
  if (of.verdict === 'ineffective') notifyNotEffective(db, planned, found, verification, now);
  return { ok: true, verification };
}
