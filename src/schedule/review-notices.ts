import { cutsActedOnSince, lastAnchor } from '../db/audit.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { type PlannedCut, plannedCut } from '../db/plans.ts';
import { presentationsOf, presentedCuts } from '../db/review.ts';
import type { DaysOff } from '../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../domain/dates.ts';
import { whyNotNow } from '../domain/due-interval.ts';
import { type ChangedCut, changedCut, notifyChanged } from '../notices/kinds/changed.ts';
import { notifyPresented } from '../notices/kinds/presented.ts';
import { pendingActivities } from '../summary/missing.ts';
import { figuresReview } from '../summary/review/review-state.ts';

const seen = 'reviewsSeen';

/**
 * Asks a mayor who came after the presentation for the approval, and notifies of changes since a cut was
 * presented or approved, once everything asked for is in again. It looks at a cut only after an act about it or about no
 * cut, and at all of them once a day, since offices change hands and reopenings end at midnight.
 */
export function writeReviewNotices(db: Db, now: Moment, daysOff: DaysOff, entityName: string | null): void {
  if (whyNotNow(now, daysOff) !== null) return;
  const { row } = lastAnchor(db);
  const today = localDate(now);
  const looked = `${row}/${today}`;
  const before = readMeta(db, seen);
  if (before === looked) return;
  const changes: ChangedCut[] = [];
  for (const cutId of concernedCuts(db, before, row, today)) {
    const planned = plannedCut(db, cutId);
    const [latest] = presentationsOf(db, cutId);
    if (!planned || !latest) continue;
    if (latest.outcome === null) notifyPresented(db, { planned, presentation: latest, entityName }, now);
    const found = changedSince(db, planned, now);
    if (found) changes.push(found);
  }
  notifyChanged(db, changes, now);
  writeMeta(db, seen, looked);
}

/** The presented cuts that may have changed since all of them were looked at. */
function concernedCuts(db: Db, before: string | undefined, row: number, today: LocalDate): readonly number[] {
  const [lastRow, day] = before?.split('/') ?? [];
  // An earlier version kept a hash here; a copy that was restored may have fewer rows.
  if (day !== today || !(Number(lastRow) <= row)) return presentedCuts(db);
  const acts = cutsActedOnSince(db, Number(lastRow));
  return presentedCuts(db).filter((cutId) => acts.has(null) || acts.has(cutId));
}

function changedSince(db: Db, planned: PlannedCut, now: Moment): ChangedCut | null {
  if (pendingActivities(db, planned, now).length > 0) return null;
  const { standing } = figuresReview(db, planned, now);
  if (standing.kind !== 'presented' && standing.kind !== 'approved') return null;
  return changedCut(planned, standing);
}
