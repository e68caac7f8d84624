import { lastAuditHash } from '../db/audit.ts';
import { lastReportId } from '../db/last-word.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { type PlannedCut, plannedCut } from '../db/plans.ts';
import { presentationsOf, presentedCuts } from '../db/review.ts';
import type { DaysOff } from '../domain/calendar.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import { whyNotNow } from '../domain/due-interval.ts';
import { type ChangedCut, changedCut, notifyChanged } from '../notices/kinds/changed.ts';
import { notifyPresented } from '../notices/kinds/presented.ts';
import { pendingActivities } from '../summary/missing.ts';
import { figuresReview } from '../summary/review/review-state.ts';

const seen = 'reviewsSeen';

/**
 * Asks a mayor who came after the presentation for the approval, and notifies of changes since a cut was
 * presented or approved, once everything asked for is in again. Compares only after a new act or report, and
 * once a day.
 */
export function writeReviewNotices(db: Db, now: Moment, daysOff: DaysOff, entityName: string | null): void {
  if (whyNotNow(now, daysOff) !== null) return;
  const cuts = presentedCuts(db);
  if (cuts.length === 0) return;
  const state = `${lastAuditHash(db)}/${lastReportId(db)}/${localDate(now)}`;
  const compares = readMeta(db, seen) !== state;
  const changes: ChangedCut[] = [];
  for (const cutId of cuts) {
    const planned = plannedCut(db, cutId);
    const [latest] = presentationsOf(db, cutId);
    if (!planned || !latest) continue;
    if (latest.outcome === null) notifyPresented(db, { planned, presentation: latest, entityName }, now);
    const found = compares ? changedSince(db, planned, now) : null;
    if (found) changes.push(found);
  }
  notifyChanged(db, changes, now);
  if (compares) writeMeta(db, seen, state);
}

function changedSince(db: Db, planned: PlannedCut, now: Moment): ChangedCut | null {
  if (pendingActivities(db, planned, now).length > 0) return null;
  const { standing } = figuresReview(db, planned, now);
  if (standing.kind !== 'presented' && standing.kind !== 'approved') return null;
  return changedCut(planned, standing);
}
