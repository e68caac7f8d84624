import type { Db } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import { activityById, type PlannedCut } from '../../db/plans.ts';
import { revisionsOfCuts } from '../../db/reports.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import { activityAt } from '../../domain/plan-change.ts';
import { type Correction, correctionMessage, notifyCorrection } from '../corrections.ts';
import type { NoticeRow } from '../kind.ts';
import { lastWordKind } from '../last-word.ts';

/** A coordinator voided a report: its former values, the reason, and until when it can be reported again. */
export const voided = lastWordKind('voided', { onEarlyClose: withoutLastDay });

export function notifyVoided(
  db: Db,
  planned: PlannedCut,
  of: Omit<Correction, 'after'> & { readonly by: number | null },
  now: Moment,
): void {
  notifyCorrection(db, voided, planned, { ...of, after: null, reportId: of.before.id }, now);
}

/** The same without a last day: it cannot be reported again. */
function withoutLastDay(db: Db, row: NoticeRow, planned: PlannedCut): Message | null {
  const before = revisionsOfCuts(db, [planned.cut.id]).find((each) => each.id === row.reportId);
  const person = personById(db, row.personId);
  const stored = before && activityById(db, before.activityId);
  if (!before || !stored || !person) return null;
  const activity = activityAt(stored, planned);
  const of = { activity, before, after: null, reason: before.voidReason ?? '' };
  return correctionMessage(db, person, planned, of, undefined);
}
