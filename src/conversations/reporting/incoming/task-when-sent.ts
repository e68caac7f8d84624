import { reportableActivity, reportableTask } from '../../../actions/reportable.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Moment } from '../../../domain/dates.ts';
import type { Turn } from '../../turn.ts';

/** How long after the lock what was sent before it may still be confirmed: Telegram keeps a text as long. */
const confirmMs = 24 * 3_600_000;

/**
 * The task that something sent earlier and confirmed now is for: still this person's, and its cut takes
 * reports or took them when it was sent, a day ago at most. Confirmed later it would change a closed cut.
 */
export function taskOfSent(
  turn: Turn,
  of: { readonly activityId: number; readonly cutId: number },
  sentAt: Moment,
): Task | undefined {
  const open = reportableTask(turn.db, turn.person.id, of, turn.now);
  if (open || turn.now - sentAt > confirmMs) return open;
  const theirs = reportableActivity(turn.db, turn.person.id, of.activityId, turn.now);
  return theirs?.retiredAt === null ? reportableTask(turn.db, turn.person.id, of, sentAt) : undefined;
}
