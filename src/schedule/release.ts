import { reportableTask } from '../actions/reportable.ts';
import type { Db } from '../db/open.ts';
import { settle } from '../db/outbox.ts';
import { type OutboxRow, rowById } from '../db/outbox-rows.ts';
import { isEnrolled, type Person, personById } from '../db/people.ts';
import { openQuestion } from '../db/questions.ts';
import { roundOf } from '../db/rounds.ts';
import { noteWhyWaiting, readdress, release, requeueReleased, setText, waitingRows } from '../db/waiting.ts';
import { type DaysOff, withinHours } from '../domain/calendar.ts';
import { HOURS, REMINDERS } from '../domain/constants.ts';
import { localDate, type Moment, momentAt } from '../domain/dates.ts';
import type { FromConversations } from '../notices/kind.ts';
import { kindOf } from '../notices/registry.ts';
import { atAnyHour } from '../notices/sending.ts';
import { recheck } from '../notices/still-true.ts';
import { isNews, oneMessage } from '../notices/together.ts';

/** Settles every waiting row whose time is over, at any hour. */
export function expireWaiting(db: Db, now: Moment): void {
  for (const row of waitingRows(db)) {
    if (row.expiresAt === null || row.expiresAt > now) continue;
    settle(db, row.id, 'expired', row.reason === 'conversation' ? 'conversation' : 'outsideHours', now);
  }
}

/**
 * Releases waiting rows to the sender in the order in which they were written. They go only within the hours
 * (what fell due outside them goes from 08:00; the loss of an office goes at any hour), not before their moment, and never into a conversation under
 * way, which holds them until the person is done or silent for 30 minutes (specification: Hours). A row that
 * is not needed or cannot arrive is settled with the reason. News for one person go as one message.
 * @returns how many rows were released.
 */
export function releaseWaiting(db: Db, now: Moment, daysOff: DaysOff, from: FromConversations): number {
  const inHours = withinHours(now, daysOff);
  const today = localDate(now);
  const oldToo = now >= momentAt(today, HOURS.reminder);
  let released = 0;
  const news = new Map<number, OutboxRow[]>();
  for (const row of inOrder(waitingRows(db))) {
    const anyHour = atAnyHour(db, row);
    if (!inHours && !anyHour) continue;
    const waitsForEight = !anyHour && !oldToo && row.notBefore < momentAt(today, HOURS.from);
    if (row.notBefore <= now && !waitsForEight && mayGo(db, row, now, from)) {
      if (row.personId !== null && isNews(row)) {
        // Read again: it may go to another account of that person now.
        news.set(row.personId, [...(news.get(row.personId) ?? []), rowById(db, row.id) ?? row]);
        continue;
      }
      release(db, row.id);
      released++;
    }
  }
  for (const rows of news.values())
    for (const id of oneMessage(db, rows, now)) {
      release(db, id);
      released++;
    }
  return released;
}

/** As written; some kinds after the others. */
function inOrder(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const isLast = (row: OutboxRow) => kindOf(row)?.comesLast === true;
  return [...rows.filter((row) => !isLast(row)), ...rows.filter(isLast)];
}

/**
 * Re-queues automatic messages that were unsent at shutdown, before the sender starts: the tick decides about
 * them again, so none goes at night or after its end.
 * @returns how many rows.
 */
export function requeueUnsent(db: Db): number {
  return requeueReleased(db);
}

/** Whether a row may go now. Settles one that never will. */
function mayGo(db: Db, row: OutboxRow, now: Moment, from: FromConversations): boolean {
  if (row.personId === null) return true;
  const person = personById(db, row.personId);
  if (!person || !isEnrolled(person)) return end(db, row, 'cancelled', 'left', now);
  if (person.unreachableSince !== null)
    return end(db, row, 'refused', person.unreachableReason ?? 'unreachable', now);
  if (person.telegramUserId !== row.chatId) readdress(db, row.id, person.telegramUserId);
  const notice = { ...row, personId: person.id };
  if (!recheck(db, notice, now)) return false;
  const kind = kindOf(row);
  if (!kind?.interrupts && isUnderWay(db, person, now)) {
    noteWhyWaiting(db, row, 'conversation');
    return false;
  }
  if (kind?.waits?.(db, notice, now)) return false;
  const text = kind?.textAtRelease?.(db, notice, now, from) ?? null;
  if (text === null) return true;
  if ('notNeeded' in text) return end(db, row, 'notNeeded', text.notNeeded, now);
  setText(db, row.id, text);
  return true;
}

/**
 * Whether a question or a round is open and the person was heard less than 30 minutes ago, forwards or
 * backwards by the clock. A question that nothing can answer any more, since its cut was closed, holds
 * nothing back: the notice of the closing must not wait.
 */
function isUnderWay(db: Db, person: Person, now: Moment): boolean {
  if (person.lastHeardAt === null) return false;
  if (Math.abs(now - person.lastHeardAt) >= REMINDERS.silentMinutes * 60_000) return false;
  const question = openQuestion(db, person.id);
  if (question === undefined) return roundOf(db, person.id) !== undefined;
  const { activityId, cutId } = question;
  return (
    activityId === null ||
    cutId === null ||
    reportableTask(db, person.id, { activityId, cutId }, now) !== undefined
  );
}

function end(
  db: Db,
  row: OutboxRow,
  state: 'refused' | 'notNeeded' | 'cancelled',
  reason: string,
  now: Moment,
): false {
  settle(db, row.id, state, reason, now);
  return false;
}
