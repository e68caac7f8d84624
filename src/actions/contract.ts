import { type Assignment, assignmentById, setContractEnd } from '../db/assignments.ts';
import { actorOf, record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { announce, settle } from '../db/outbox.ts';
import { waitingRowsAbout } from '../db/outbox-rows.ts';
import { daysOff } from '../db/plans.ts';
import { type DaysOff, nextReminderHour } from '../domain/calendar.ts';
import { HOURS, PEOPLE } from '../domain/constants.ts';
import { addDays, type LocalDate, localDate, type Moment, momentAt } from '../domain/dates.ts';
import type { AssignRefusal } from './assign.ts';

/** A contract further away than this is a slip of the keyboard. */
const DAYS_MOST = 5 * 366;

/** The last day of the contract of whoever holds something, or that none is known. */
export function dateContract(
  db: Db,
  asked: {
    readonly assignmentId: number;
    readonly endsOn: LocalDate | null;
    readonly by: number | null;
  },
  now: Moment,
):
  | { readonly ok: true; readonly assignment: Assignment }
  | { readonly ok: false; readonly refusal: AssignRefusal } {
  const row = assignmentById(db, asked.assignmentId);
  if (!row || (row.untilAt !== null && row.untilAt <= now)) return { ok: false, refusal: { why: 'over' } };
  const today = localDate(now);
  const { endsOn } = asked;
  if (endsOn !== null && endsOn < today) return { ok: false, refusal: { why: 'past', date: endsOn, today } };
  if (endsOn !== null && endsOn > addDays(today, DAYS_MOST))
    return { ok: false, refusal: { why: 'tooFar', date: endsOn } };
  setContractEnd(db, row.id, endsOn);
  for (const waiting of waitingRowsAbout(db, `contract:${row.id}:`))
    settle(db, waiting.id, 'cancelled', 'superseded', now);
  if (endsOn !== null && asked.by !== null) needNotBeWarned(db, row, endsOn, asked.by, now);
  record(db, {
    at: now,
    act: 'contractDated',
    by: actorOf(asked.by),
    personId: row.personId,
    before: { assignment: row.id, endsOn: row.contractEndsOn },
    after: { assignment: row.id, endsOn },
  });
  return { ok: true, assignment: { ...row, contractEndsOn: endsOn } };
}

/** Who sets a date that is near knows it: no warning a minute later. */
function needNotBeWarned(db: Db, row: Assignment, endsOn: LocalDate, by: number, now: Moment): void {
  if (now < contractWarningAt(endsOn, daysOff(db))) return;
  const id = announce(
    db,
    { chatId: 0, personId: by },
    { kind: 'notice', key: contractKey(row.id, endsOn, by), message: null, now },
  );
  if (id !== undefined) settle(db, id, 'notNeeded', 'superseded', now);
}

/** When the coordinators hear of a contract's end: 15 days before, at 08:00 of that day or of the next working one. */
export function contractWarningAt(endsOn: LocalDate, off: DaysOff): Moment {
  return nextReminderHour(momentAt(addDays(endsOn, -PEOPLE.contractWarningDays), HOURS.reminder), off);
}

/** One warning a date and coordinator. */
export function contractKey(assignmentId: number, endsOn: LocalDate, coordinatorId: number): string {
  return `contract:${assignmentId}:${endsOn}:${coordinatorId}`;
}
