import { appointmentOf } from '../db/appointments.ts';
import { lastAuditHash, record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { type Activity, type PlannedCut, plannedCut } from '../db/plans.ts';
import { decide, dropWorkbook, type Presentation, presentationById, presentationsOf } from '../db/review.ts';
import { askedActivities } from '../db/tasks.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';
import { cleanReason } from '../domain/reason.ts';
import { type Change, changesBetween } from '../summary/review/changes.ts';
import { liveFigures } from '../summary/review/live-document.ts';
import { readForReview } from '../summary/review/review-read.ts';
import { reopenCut } from './cut-acts.ts';
import { approvalConflict, type Conflict } from './review-conflicts.ts';

/** What the holder of the mayor's office can do with a presentation now. */
export type Decidable =
  | { readonly can: true; readonly planned: PlannedCut; readonly presentation: Presentation }
  /** There is no such presentation. */
  | { readonly can: false; readonly why: 'unknown' }
  | {
      readonly can: false;
      readonly why: 'superseded';
      readonly planned: PlannedCut;
      readonly latest: Presentation;
    }
  | {
      readonly can: false;
      readonly why: 'decided';
      readonly planned: PlannedCut;
      readonly presentation: Presentation;
    }
  | {
      readonly can: false;
      readonly why: 'conflict';
      readonly planned: PlannedCut;
      readonly conflict: Conflict;
    }
  /** It must be presented anew first: only a presented state can be approved. */
  | {
      readonly can: false;
      readonly why: 'changed';
      readonly planned: PlannedCut;
      readonly changes: readonly Change[];
    };

/** @param toApprove false for returning, which is also allowed to people who may not approve it, and after changes */
export function decidable(db: Db, presentationId: number, personId: number, toApprove: boolean): Decidable {
  const presentation = presentationById(db, presentationId);
  const planned = presentation && plannedCut(db, presentation.cutId);
  if (!presentation || !planned) return { can: false, why: 'unknown' };
  const [latest] = presentationsOf(db, presentation.cutId);
  if (presentation.outcome !== null) return { can: false, why: 'decided', planned, presentation };
  if (latest && latest.id !== presentation.id) return { can: false, why: 'superseded', planned, latest };
  if (!toApprove) return { can: true, planned, presentation };
  const conflict = approvalConflict(db, planned.cut.id, personId);
  if (conflict) return { can: false, why: 'conflict', planned, conflict };
  const read = readForReview(db, planned.plan.id);
  const changes = changesBetween(read.documentOf(presentation), liveFigures(db, planned, read));
  if (changes.length > 0) return { can: false, why: 'changed', planned, changes };
  return { can: true, planned, presentation };
}

/**
 * The mayor approves a presentation. It records who, when, the fingerprint, and the audit's last hash, which
 * covers this very act.
 */
export function approveCut(
  db: Db,
  of: { readonly presentationId: number; readonly personId: number },
  now: Moment,
): Decidable {
  const found = decidable(db, of.presentationId, of.personId, true);
  if (!found.can) return found;
  const { planned, presentation } = found;
  const appointedBy = appointedAlone(db, of.personId);
  record(db, {
    at: now,
    act: 'approved',
    by: { personId: of.personId },
    planId: planned.plan.id,
    cutId: planned.cut.id,
    after: {
      presentation: presentation.id,
      fingerprint: presentation.fingerprint,
      appointedBy: appointedBy ?? undefined,
    },
  });
  decide(db, presentation.id, {
    outcome: 'approved',
    decidedAt: now,
    decidedBy: of.personId,
    appointedBy,
    auditHash: lastAuditHash(db),
  });
  return found;
}

/** Who appointed the mayor alone: their approvals say so (specification: Guarded offices). */
export function appointedAlone(db: Db, personId: number): number | null {
  const found = appointmentOf(db, personId, 'mayor');
  return found?.alone ? found.appointedBy : null;
}

export type ReturnResult =
  | {
      readonly ok: true;
      readonly planned: PlannedCut;
      readonly presentation: Presentation;
      readonly activities: readonly Activity[];
      readonly lastDay: LocalDate;
    }
  | { readonly ok: false; readonly why: 'remark' | 'activities' }
  | { readonly ok: false; readonly why: 'cannot'; readonly because: Decidable };

/**
 * The mayor returns a presentation with a remark: the named activities take reports again for five working
 * days.
 */
export function returnCut(
  db: Db,
  of: {
    readonly presentationId: number;
    readonly personId: number;
    readonly remark: string;
    readonly activityIds: readonly number[];
  },
  now: Moment,
): ReturnResult {
  const found = decidable(db, of.presentationId, of.personId, false);
  if (!found.can) return { ok: false, why: 'cannot', because: found };
  const remark = cleanReason(of.remark);
  if (remark === null) return { ok: false, why: 'remark' };
  const { planned, presentation } = found;
  const numbers = askedActivities(db, planned, now)
    .filter((activity) => of.activityIds.includes(activity.id))
    .map((activity) => activity.number);
  const reopened = reopenCut(
    db,
    planned,
    { personId: of.personId, reason: remark, numbers, lastDay: null, returns: true },
    now,
  );
  if (!reopened.ok) return { ok: false, why: 'activities' };
  const { activities, lastDay } = reopened;
  decide(db, presentation.id, { outcome: 'returned', decidedAt: now, decidedBy: of.personId, remark });
  dropWorkbook(db, presentation.id);
  record(db, {
    at: now,
    act: 'returned',
    by: { personId: of.personId },
    planId: planned.plan.id,
    cutId: planned.cut.id,
    after: {
      presentation: presentation.id,
      fingerprint: presentation.fingerprint,
      remark,
      activities: activities.map((activity) => activity.number),
      lastDay,
    },
  });
  return { ok: true, planned, presentation, activities, lastDay };
}
