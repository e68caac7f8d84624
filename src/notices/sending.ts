import type { Db } from '../db/open.ts';
import type { OutboxRow } from '../db/outbox-rows.ts';
import type { Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import type { NotNeeded } from './kind.ts';
import { kindOf } from './registry.ts';

/** The text of a row that is made at the moment of sending. On the open transaction. */
export function textAtSending(db: Db, row: OutboxRow, now: Moment): Message | NotNeeded {
  return kindOf(row)?.textAtSending?.(db, row, now) ?? { notNeeded: 'done' };
}

/** Whether it goes out at any hour (specification: Hours). */
export function atAnyHour(db: Db, row: OutboxRow): boolean {
  return kindOf(row)?.atAnyHour?.(db, row) === true;
}

/** Records what a notice's kind records when Telegram has taken it. */
export function onSent(db: Db, row: OutboxRow, now: Moment): void {
  kindOf(row)?.onSent?.(db, row, now);
}
