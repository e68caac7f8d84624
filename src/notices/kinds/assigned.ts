import { rowByKey } from '../../db/announce.ts';
import { type Assignment, assignmentById, postOf, spansOf, spansOfPerson } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import type { OutboxRow } from '../../db/outbox-rows.ts';
import { isEnrolled, type Person, personById } from '../../db/people.ts';
import { daysOff } from '../../db/plans.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import { received } from '../../texts/people/assign.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { countAsReminder } from '../count-as-reminder.ts';
import { handoverRow } from '../handover-row.ts';
import type { NoticeKind, NoticeRow } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';
import { pendingOf } from '../pending-of-position.ts';
import { spanWords } from '../span-words.ts';

/**
 * A person has or will have a position or an office (specification: Replacement): from when until when, in
 * whose place, and what is pending in it. Everything follows from the assignment, so the text is what is true
 * when it goes out.
 */
export const assigned: NoticeKind<'assignmentId'> = {
  name: 'assigned',
  about: ['assignmentId'],
  to: 'responsible',
  isLost: (db, row, now) =>
    !spansOfPerson(db, row.personId, now).some((span) => span.id === row.assignmentId),
  replacesReminder: (db, row, now) => wordsNow(db, row, now)?.listsFor ?? null,
  textAtRelease: (db, row, now) => wordsNow(db, row, now)?.message ?? null,
};

/**
 * `now`: the assignment has begun when the notice goes out. `planned`: it will begin. Each goes once to a
 * person.
 */
const variants = ['now', 'planned'] as const;
type Variant = (typeof variants)[number];

export function notifyAssigned(db: Db, row: Assignment, now: Moment): void {
  const person = personById(db, row.personId);
  if (!person || !isEnrolled(person)) return;
  const variant = row.fromAt <= soonestAllowed(now, daysOff(db)) ? 'now' : 'planned';
  const { message, listsFor } = words(db, row, person, variant, now);
  const key = assignedKey(row, variant);
  const notice = notify(db, assigned, person, {
    key,
    about: { assignmentId: row.id },
    variant,
    message,
    now,
  });
  if (notice !== undefined && listsFor !== null) countAsReminder(db, person.id, listsFor, now, notice);
}

/** The notices to a person about a span, in any state. */
export function assignedNotices(db: Db, span: Pick<Assignment, 'id' | 'personId'>): readonly OutboxRow[] {
  return variants.flatMap((variant) => rowByKey(db, assignedKey(span, variant)) ?? []);
}

function assignedKey(span: Pick<Assignment, 'id' | 'personId'>, variant: Variant): string {
  return noticeKey('assigned', span.id, span.personId, variant);
}

type Words = {
  readonly message: Message;
  /** The day whose pending activities it lists; null: it lists nothing. */
  readonly listsFor: LocalDate | null;
};

/** The text now; null when the assignment is gone. */
function wordsNow(db: Db, row: NoticeRow, now: Moment): Words | null {
  const held = row.assignmentId === null ? undefined : assignmentById(db, row.assignmentId);
  const person = held && personById(db, held.personId);
  if (!held || !person) return null;
  return words(db, held, person, row.variant === 'now' ? 'now' : 'planned', now);
}

/** The text as it is true at the moment at which it can go: `now` or the soonest after it. */
function words(db: Db, row: Assignment, person: Person, variant: Variant, now: Moment): Words {
  const when = soonestAllowed(now, daysOff(db));
  const { lines, amount, inAll } = pendingOf(db, row, variant === 'now' ? when : null);
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
  const handover = handoverRow(row);
  if (amount === 0) return { message: { html, keyboard: handover }, listsFor: null };
  const keyboard = [[{ text: buttons.report, data: writeButton({ to: 'report' }) }], ...handover];
  return { message: { html, keyboard }, listsFor: localDate(when) };
}

/** The spans that ended when this one began. */
function gaveWay(db: Db, row: Assignment): readonly Assignment[] {
  return spansOf(db, postOf(row), row.fromAt - 1).filter(
    (span) => span.id !== row.id && span.untilAt === row.fromAt && span.personId !== row.personId,
  );
}
