import type { LocalDate } from '../../domain/dates.ts';
import { check, index, integer, sql, sqliteTable, text } from '../drizzle.ts';
import { invitation, offices, person } from './people.ts';

export const officeChangeOutcomes = ['agreed', 'refused', 'withdrawn', 'expired', 'void'] as const;
export type OfficeChangeOutcome = (typeof officeChangeOutcomes)[number];

/**
 * A change of an office that a coordinator asked for and that waits for another person's yes (specification: Guarded
 * offices): another account of a holder, or another holder. It waits while `outcome` is null.
 */
export const officeChange = sqliteTable(
  'office_change',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: ['account', 'holder'] }).notNull(),
    askedBy: integer()
      .notNull()
      .references(() => person.id),
    askedAt: integer().notNull(),
    expiresAt: integer().notNull(),
    /** The person whose account changes, or who receives the office. */
    personId: integer()
      .notNull()
      .references(() => person.id),
    /**
     * When that person enrolled, as known when it was asked (null: without an account). It differs once they have
     * another account, and the change ends.
     */
    enrolledAt: integer(),
    invitationId: integer().references(() => invitation.id),
    /** For an account: the account that waits to be linked, and the consent it gave. Erased when the change ends. */
    account: integer(),
    accountName: text(),
    consentVersion: text(),
    /** For a holder: what was asked for, in the form that `actions/assign.ts` takes. */
    office: text({ enum: offices }),
    instead: text({ mode: 'json' }).$type<readonly number[]>(),
    fromDay: text().$type<LocalDate>(),
    untilDay: text().$type<LocalDate>(),
    outcome: text({ enum: officeChangeOutcomes }),
    /** The person who agreed, refused or withdrew. */
    decidedBy: integer().references(() => person.id),
    decidedAt: integer(),
  },
  (t) => [
    index('office_change_waiting').on(t.outcome).where(sql`${t.outcome} is null`),
    check('office_change_kind', sql`${t.kind} in ('account', 'holder')`),
    check('office_change_office', sql`(${t.kind} = 'holder') = (${t.office} is not null)`),
    check('office_change_offices', sql`${t.office} in ('mayor', 'coordinator', 'control')`),
    check('office_change_account', sql`${t.account} is null or ${t.outcome} is null`),
    check(
      'office_change_outcome',
      sql`${t.outcome} in ('agreed', 'refused', 'withdrawn', 'expired', 'void')`,
    ),
    check('office_change_decided', sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
  ],
);

/**
 * Who appointed a person to an office, and who agreed. The last row of a person and office counts; without a row the
 * operator appointed them.
 */
export const appointment = sqliteTable(
  'appointment',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    personId: integer()
      .notNull()
      .references(() => person.id),
    office: text({ enum: offices }).notNull(),
    at: integer().notNull(),
    /** Null: the operator. */
    appointedBy: integer().references(() => person.id),
    agreedBy: integer().references(() => person.id),
    /** Nobody agreed, or only somebody of one party with the person who appoints. */
    alone: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    index('appointment_of').on(t.personId, t.office, t.id),
    check('appointment_office', sql`${t.office} in ('mayor', 'coordinator', 'control')`),
    check('appointment_alone', sql`${t.alone} = 0 or ${t.appointedBy} is not null`),
  ],
);
