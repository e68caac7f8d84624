import { record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { officeHolders } from '../db/people.ts';
import { type PlannedCut, plannedCut } from '../db/plans.ts';
import { addPresentation, dropWorkbook, type Presentation, presentationsOf } from '../db/review.ts';
import { workbookOf } from '../db/workbooks.ts';
import { cutState } from '../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../domain/dates.ts';
import { pendingActivities } from '../summary/missing.ts';
import { type Sealed, sealed } from '../summary/review/document.ts';
import { liveDocument } from '../summary/review/live-document.ts';
import { type ReviewRead, readForReview } from '../summary/review/review-read.ts';
import { reviewOf } from '../summary/review/review-state.ts';
import { presentedClosing } from '../texts/review/presenting.ts';
import { closeCut } from './cut-acts.ts';
import { approvalConflict, type Conflict } from './review-conflicts.ts';

/** Whether a cut can be presented now, and what the person who presents it should know first. */
export type Presentable =
  | { readonly can: false; readonly why: 'notOpened' | 'noApproval' | 'presented' | 'approved' | 'nothing' }
  | {
      readonly can: true;
      readonly planned: PlannedCut;
      /**
       * `ready`: no more reports can come. `correctable`: everything is reported, and can still be corrected.
       */
      readonly state: 'ready' | 'correctable' | 'missing';
      /** Numbers of the activities without a report, or that wait for a revision. */
      readonly missing: readonly string[];
      /** The last day on which a report can still come; null when none can. */
      readonly lastDay: LocalDate | null;
      /** What would be presented, and what it was read from: it takes a second of a large plan. */
      readonly sealed: Sealed;
      readonly read: ReviewRead;
      readonly mayor: { readonly name: string; readonly conflict: Conflict | null } | null;
    };

export function presentable(db: Db, planned: PlannedCut, personId: number, now: Moment): Presentable {
  const no = (why: Extract<Presentable, { can: false }>['why']) => ({ can: false, why }) as const;
  if (now < planned.window.opensAt) return no('notOpened');
  if (!planned.plan.needsApproval) return no('noApproval');
  const read = readForReview(db, planned.plan.id);
  const { standing, document } = reviewOf(db, planned, now, 'now', read);
  if (standing.kind === 'presented' && standing.changes.length === 0) return no('presented');
  if (standing.kind === 'approved') {
    if (standing.again && standing.again.changes.length === 0) return no('presented');
    if (standing.changes.length === 0) return no('approved');
  }
  if (!document.activities.some((each) => each.standing === 'counted')) return no('nothing');
  const missing = pendingActivities(db, planned, now);
  const isClosed = cutState(planned.window, planned.acts, now) === 'closed';
  const [mayor] = officeHolders(db, 'mayor', now);
  return {
    can: true,
    planned,
    state: isClosed ? 'ready' : missing.length > 0 ? 'missing' : 'correctable',
    missing: missing.map((each) => each.activity.number),
    lastDay: isClosed ? null : lastDayOf(planned, missing, now),
    sealed: sealed(document),
    read,
    mayor: mayor ? { name: mayor.name, conflict: conflictIf(db, planned, mayor.id, personId) } : null,
  };
}

function lastDayOf(
  planned: PlannedCut,
  missing: readonly { readonly until: Moment }[],
  now: Moment,
): LocalDate {
  const ends = missing.map((each) => each.until);
  const lock = planned.window.locksAt > now ? [planned.window.locksAt] : [];
  const reopened = planned.acts.flatMap((act) => (act.kind === 'reopen' ? act.lastDay : []));
  const last = localDate(Math.max(now, ...ends, ...lock) - 1);
  return [last, ...(lock.length === 0 ? reopened : [])].toSorted().at(-1) ?? last;
}

/** Whether the mayor could approve it once this person has presented it. */
function conflictIf(db: Db, planned: PlannedCut, mayorId: number, presenterId: number): Conflict | null {
  if (mayorId === presenterId) return { why: 'presented', sameAccount: false };
  return approvalConflict(db, planned.cut.id, mayorId);
}

export type PresentResult =
  | {
      readonly ok: true;
      readonly presentation: Presentation;
      readonly read: ReviewRead;
      readonly mayor: string | null;
    }
  /** `changed`: something changed since it was shown, so it is shown again. */
  | { readonly ok: false; readonly why: 'changed' | 'cannot' };

/**
 * Presents a cut to the mayor as it is now, which must equal what the presenter saw. `closes`: nobody can add
 * or correct anything from this moment on. It supersedes an earlier presentation that is undecided.
 */
export function presentCut(
  db: Db,
  of: {
    readonly cutId: number;
    readonly personId: number;
    readonly fingerprint: string;
    readonly closes: boolean;
  },
  now: Moment,
): PresentResult {
  const planned = plannedCut(db, of.cutId);
  const can = planned && presentable(db, planned, of.personId, now);
  if (!can?.can || (can.state === 'missing' && !of.closes)) return { ok: false, why: 'cannot' };
  if (can.sealed.fingerprint !== of.fingerprint) return { ok: false, why: 'changed' };
  const isClosed = of.closes && can.state !== 'ready';
  if (isClosed) {
    const closed = closeCut(db, can.planned, { personId: of.personId, reason: presentedClosing() }, now);
    if (!closed.ok) return { ok: false, why: 'cannot' };
  }
  const [former] = presentationsOf(db, of.cutId);
  if (former?.outcome === null) dropWorkbook(db, former.id);
  const presentation = addPresentation(
    db,
    {
      cutId: of.cutId,
      at: now,
      presentedBy: of.personId,
      ...(isClosed
        ? sealed(liveDocument(db, plannedCut(db, of.cutId) ?? can.planned, can.read))
        : can.sealed),
    },
    workbookOf(db, can.planned.plan.id),
  );
  record(db, {
    at: now,
    act: 'presented',
    by: { personId: of.personId },
    planId: can.planned.plan.id,
    cutId: of.cutId,
    before: former?.outcome === null ? { presentation: former.id, fingerprint: former.fingerprint } : null,
    after: { presentation: presentation.id, fingerprint: presentation.fingerprint },
  });
  return { ok: true, presentation, read: can.read, mayor: can.mayor?.name ?? null };
}
