import { cleanUpAfterLoss } from '../actions/clean-up-after-loss.ts';
import { type Assignment, handoversBetween, postOf, spansOf } from '../db/assignments.ts';
import type { Db } from '../db/open.ts';
import { isEnrolled, personById } from '../db/people.ts';
import { type DaysOff, nextReminderHour } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { notifyAssigned } from '../notices/kinds/assigned.ts';
import { notifyGiven } from '../notices/kinds/given.ts';

/** Older handovers have been notified, or no longer matter. */
const daysBack = 14;

/**
 * Acts on what begins, returns or ends by itself. The assignment was written when it was decided and holds
 * from its midnight on; here only the consequences follow. What waited about it ends at once. At 08:00 of
 * that day (or the next working one) the person who receives the post reads what is pending, and the one who
 * gives it up is notified. Each once; never anything from before the enrolment.
 */
export function writeHandovers(db: Db, now: Moment, daysOff: DaysOff): void {
  for (const row of handoversBetween(db, now - daysBack * 24 * 3_600_000, now)) {
    if (row.decidedAt === null) continue;
    if (row.fromAt <= now && row.fromAt > row.decidedAt) begun(db, row, now, daysOff);
    if (row.untilAt !== null && row.untilAt <= now && row.untilAt > row.decidedAt)
      ended(db, row, row.untilAt, now, daysOff);
  }
}

function begun(db: Db, row: Assignment, now: Moment, daysOff: DaysOff): void {
  const over = row.untilAt !== null && row.untilAt <= now;
  if (over || now < nextReminderHour(row.fromAt, daysOff)) return;
  if (!wasThere(db, row.personId, nextReminderHour(row.fromAt, daysOff))) return;
  notifyAssigned(db, row, now);
}

function ended(db: Db, row: Assignment, untilAt: Moment, now: Moment, daysOff: DaysOff): void {
  const held = postOf(row);
  const stillHolds = spansOf(db, held, now).some(
    (span) => span.personId === row.personId && span.fromAt <= now,
  );
  if (stillHolds) return;
  const asked = cleanUpAfterLoss(db, row.personId, now);
  const due = nextReminderHour(untilAt, daysOff);
  if (now < due || !wasThere(db, row.personId, due)) return;
  const later = spansOf(db, held, untilAt);
  const after = later.filter((span) => span.fromAt === untilAt);
  const acting = after.find((span) => span.acting && span.inPlaceOf === row.personId);
  notifyGiven(
    db,
    {
      held,
      span: row,
      at: untilAt,
      until: acting?.untilAt ?? null,
      returns: later.some((span) => span.personId === row.personId && span.fromAt === acting?.untilAt),
      to: after.map((span) => span.personId),
      asked,
    },
    now,
  );
}

function wasThere(db: Db, personId: number, due: Moment): boolean {
  const person = personById(db, personId);
  return person !== undefined && isEnrolled(person) && person.enrolledAt <= due;
}
