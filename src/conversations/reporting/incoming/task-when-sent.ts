import { reportableActivity, reportableTask } from '../../../actions/reportable.ts';
import { plannedCut } from '../../../db/plans.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Moment } from '../../../domain/dates.ts';
import { activityAt } from '../../../domain/plan-change.ts';
import type { Turn } from '../../turn.ts';
import type { About } from '../about.ts';

/** How long after the lock a person may confirm what they sent before it. Telegram keeps a text as long. */
const confirmMs = 24 * 3_600_000;

/**
 * The task of something that was sent earlier and is confirmed now. The activity must still be this person's, and its
 * cut must take reports now, or have taken them when it was sent, at most a day ago. Later it would change a closed
 * cut.
 */
export function taskWhenSent(turn: Turn, about: About, sentAt: Moment): Task | undefined {
  const open = reportableTask(turn.db, turn.person.id, about, turn.now);
  if (open || turn.now - sentAt > confirmMs) return open;
  const theirs = reportableActivity(turn.db, turn.person.id, about.activityId, turn.now);
  const planned = plannedCut(turn.db, about.cutId);
  if (!theirs || !planned || activityAt(theirs, planned).retiredAt !== null) return undefined;
  return reportableTask(turn.db, turn.person.id, about, sentAt);
}
