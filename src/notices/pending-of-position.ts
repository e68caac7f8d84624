import type { Assignment } from '../db/assignments.ts';
import type { Db } from '../db/open.ts';
import { positionsOf } from '../db/plans.ts';
import { pendingTasksOf } from '../db/tasks.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import type { Html } from '../domain/events.ts';
import { nothing } from '../texts/html.ts';
import { pendingLines } from '../texts/notices/reminders.ts';
import { remindedCuts } from './reminded-cuts.ts';

/**
 * What is pending at a moment in the received position, and in all of that person's. Null: they do not have
 * it yet.
 */
export function pendingOf(
  db: Db,
  row: Pick<Assignment, 'personId' | 'positionId'>,
  moment: Moment | null,
): { readonly lines: Html; readonly amount: number; readonly inAll: number } {
  if (moment === null || row.positionId === null) return { lines: nothing, amount: 0, inAll: 0 };
  const all = pendingTasksOf(db, row.personId, moment);
  const positions = positionsOf(
    db,
    all.map((task) => task.activity.id),
  );
  const came = all.filter((task) =>
    positions.get(task.activity.id)?.some((position) => position.id === row.positionId),
  );
  const lines = pendingLines(remindedCuts(came, moment), localDate(moment));
  return { lines, amount: came.length, inAll: all.length };
}
