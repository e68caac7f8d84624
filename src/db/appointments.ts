import type { Moment } from '../domain/dates.ts';
import { and, desc, eq, gt, isNull, lt, lte, or, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { appointment, assignment, audit, type Office } from './schema/index.ts';

export type Appointment = typeof appointment.$inferSelect;

export function addAppointment(db: Db, row: Omit<Appointment, 'id'>): void {
  db.insert(appointment).values(row).run();
}

/** The last appointment of a person to an office; undefined: the operator appointed them. */
export function appointmentOf(db: Db, personId: number, office: Office): Appointment | undefined {
  return db
    .select()
    .from(appointment)
    .where(and(eq(appointment.personId, personId), eq(appointment.office, office)))
    .orderBy(desc(appointment.id))
    .limit(1)
    .get();
}

/** How a person had come to an office by a moment; undefined: the operator had appointed them. */
export function appointmentAt(db: Db, personId: number, office: Office, at: Moment): Appointment | undefined {
  return db
    .select()
    .from(appointment)
    .where(and(eq(appointment.personId, personId), eq(appointment.office, office), lte(appointment.at, at)))
    .orderBy(desc(appointment.id))
    .limit(1)
    .get();
}

/**
 * Whether anybody with an account ever held an office. The audit also knows the holders who left. A person who was
 * appointed and never enrolled does not count.
 */
export function wasEverHeld(db: Db, office: Office, now: Moment): boolean {
  const found = db
    .select({ id: assignment.id })
    .from(assignment)
    .innerJoin(audit, and(eq(audit.personId, assignment.personId), eq(audit.act, 'consented')))
    .where(
      and(
        eq(assignment.office, office),
        lte(assignment.fromAt, now),
        or(
          isNull(assignment.untilAt),
          and(gt(assignment.untilAt, assignment.fromAt), lt(audit.at, sql`${assignment.untilAt}`)),
        ),
      ),
    )
    .limit(1)
    .get();
  return found !== undefined;
}
