import type { Db } from '../db/open.ts';
import type { OutboxRow } from '../db/outbox.ts';
import { pendingTasksOf } from '../db/tasks.ts';
import type { Moment } from '../domain/dates.ts';

/**
 * Whether a notice that waited says what is no longer so: that a form gave activities, or that a cut was reopened, of
 * which nothing is pending any more (product.md, *A cut* 4: dropped when no longer true).
 */
export function isMoot(db: Db, row: OutboxRow, personId: number, now: Moment): boolean {
  const [, kind, id] = /^(received|reopened):(\d+):/.exec(row.key ?? '') ?? [];
  if (kind === undefined || row.createdAt === now) return false;
  const pending = pendingTasksOf(db, personId, now);
  return !pending.some((task) => (kind === 'received' ? task.plan.id : task.cut.id) === Number(id));
}
