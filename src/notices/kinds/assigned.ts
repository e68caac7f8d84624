import { type Assignment, assignmentById, heldIn, spansOf } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import type { OutboxRow } from '../../db/outbox-rows.ts';
import { type Person, personById } from '../../db/people.ts';
import { daysOff } from '../../db/plans.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import { received } from '../../texts/people/assign.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { countAsReminder, giveBackReminder } from '../count-as-reminder.ts';
import { pendingOf } from '../pending-of-position.ts';
import { spanWords } from '../span-words.ts';

/** That something is theirs now, with what is pending in it, or that it will be. */
export type ReceivedNotice = {
  readonly message: Message;
  /** The day for which it lists what is pending; null: it lists nothing. */
  readonly listsFor: LocalDate | null;
};

/** Whether a notice tells of what has begun by then, or of what is planned: each is told once. */
type Which = 'now' | 'planned';

export function receivedKey(row: Pick<Assignment, 'id' | 'personId'>, which: Which): string {
  return `assigned:${row.id}:${row.personId}:${which}`;
}

/** What whoever receives a position or an office is told, as it is true when it can go out: at `now` or soonest after it. */
export function receivedNotice(
  db: Db,
  row: Assignment,
  person: Person,
  which: Which,
  now: Moment,
): ReceivedNotice {
  const when = soonestAllowed(now, daysOff(db));
  const { lines, amount, inAll } = pendingOf(db, row, which === 'now' ? when : null);
  const givers = gaveWay(db, row);
  const returns = givers.some((giver) => giver.acting && giver.inPlaceOf === row.personId);
  const html = received({
    ...spanWords(db, person, row, row.fromAt, now),
    instead: returns ? [] : givers.flatMap((giver) => personById(db, giver.personId)?.name ?? []),
    acting: row.acting,
    returns,
    pending: lines,
    inAll: inAll > amount && amount > 0 ? inAll : null,
  });
  if (amount === 0) return { message: { html }, listsFor: null };
  const keyboard = [[{ text: buttons.report, data: writeButton({ to: 'report' }) }]];
  return { message: { html, keyboard }, listsFor: localDate(when) };
}

/** The notice of a row as it is true now; null when the row is none, or of what is nobody's any more. */
export function receivedNow(db: Db, row: OutboxRow, now: Moment): ReceivedNotice | null {
  const [, id, which] = /^assigned:(\d+):\d+:(now|planned)$/.exec(row.key ?? '') ?? [];
  const held = id === undefined ? undefined : assignmentById(db, Number(id));
  const person = held && personById(db, held.personId);
  if (!held || !person) return null;
  return receivedNotice(db, held, person, which === 'now' ? 'now' : 'planned', now);
}

/**
 * A notice of this kind that waits takes the place of the reminder of the day on which it can go out, by what it lists
 * by now, and gives back every place it took when that is nothing. Does nothing to any other row.
 */
export function placeReceived(db: Db, row: OutboxRow, now: Moment): void {
  const notice = receivedNow(db, row, now);
  if (notice === null || row.personId === null) return;
  if (notice.listsFor === null) giveBackReminder(db, row);
  else countAsReminder(db, row.personId, notice.listsFor, now, row.id);
}

/** Those whose time ended when this one's began. */
function gaveWay(db: Db, row: Assignment): readonly Assignment[] {
  return spansOf(db, heldIn(row), row.fromAt - 1).filter(
    (span) => span.id !== row.id && span.untilAt === row.fromAt && span.personId !== row.personId,
  );
}
