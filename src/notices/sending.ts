import type { Db } from '../db/open.ts';
import type { OutboxRow } from '../db/outbox-rows.ts';
import type { Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import type { NotNeeded } from './kind.ts';
import { kindOf } from './registry.ts';

/** What the sender asks about a row: its text, when that is made at the moment of sending. On the open transaction. */
export function textAtSending(db: Db, row: OutboxRow, now: Moment): Message | NotNeeded {
  return kindOf(row)?.textAtSending?.(db, row, now) ?? { notNeeded: 'done' };
}

/** … and what goes on record when Telegram has taken it. */
export function onSent(db: Db, row: OutboxRow, now: Moment): void {
  kindOf(row)?.onSent?.(db, row, now);
}
