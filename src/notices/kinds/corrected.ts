import type { Db } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import { activityById, type PlannedCut } from '../../db/plans.ts';
import { type Report, revisionsOfCuts } from '../../db/reports.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import { activityAt } from '../../domain/plan-change.ts';
import { type Correction, correctionMessage, notifyCorrection } from '../corrections.ts';
import type { NoticeRow } from '../kind.ts';
import { lastWordKind } from '../last-word.ts';

/**
 * A coordinator corrected a report: its new values, the reason, and until when the responsible may write over
 * it.
 */
export const corrected = lastWordKind('corrected', { onEarlyClose: withoutLastDay });

export function notifyCorrected(
  db: Db,
  planned: PlannedCut,
  of: Correction & { readonly after: Report; readonly by: number | null },
  now: Moment,
): void {
  notifyCorrection(db, corrected, planned, { ...of, reportId: of.after.id }, now);
}

/** The same without a last day: nobody can write over it any more. */
function withoutLastDay(db: Db, row: NoticeRow, planned: PlannedCut): Message | null {
  const revisions = revisionsOfCuts(db, [planned.cut.id]);
  const after = revisions.find((each) => each.id === row.reportId);
  const person = personById(db, row.personId);
  const stored = after && activityById(db, after.activityId);
  if (!after || !stored || !person) return null;
  const activity = activityAt(stored, planned);
  const of = { activity, before: formerOf(after, revisions), after, reason: after.reason ?? '' };
  return correctionMessage(db, person, planned, of, undefined);
}

/** The revision before a correction. */
function formerOf(correction: Report, revisions: readonly Report[]): Report {
  const former = revisions.findLast(
    (each) => each.activityId === correction.activityId && each.id < correction.id && each.voidedAt === null,
  );
  return former ?? correction;
}
