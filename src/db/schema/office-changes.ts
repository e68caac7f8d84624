import type { LocalDate } from '../../domain/dates.ts';
import { check, index, integer, sql, sqliteTable, text } from '../drizzle.ts';
import { invitation, offices, person } from './people.ts';

export const officeChangeOutcomes = ['agreed', 'refused', 'withdrawn', 'expired', 'void'] as const;
export type OfficeChangeOutcome = (typeof officeChangeOutcomes)[number];

/**
 * A change of an office that a coordinator asked for and that waits for somebody else's yes (specification: Guarded
 * offices): another account for whoever holds one, or another holder. `outcome` null: it waits.
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
    /** Whose account it is, or who receives the office. */
    personId: integer()
      .notNull()
      .references(() => person.id),
    /** When that person had enrolled as it was asked (null: no account then): with another account it is another change. */
    enrolledAt: integer(),
    invitationId: integer().references(() => invitation.id),
    /** Of an account: who waits to be linked, and what was consented to. Erased with the outcome. */
    account: integer(),
    accountName: text(),
    consentVersion: text(),
    /** Of a holder: what was asked for, as `actions/assign.ts` takes it. */
    office: text({ enum: offices }),
    instead: text({ mode: 'json' }).$type<readonly number[]>(),
    fromDay: text().$type<LocalDate>(),
    untilDay: text().$type<LocalDate>(),
    outcome: text({ enum: officeChangeOutcomes }),
    /** Who agreed, refused or withdrew. */
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

/** Who appointed whom to an office, and who agreed: the last row of a person and office counts. None: the operator did. */
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
    /** Nobody agreed who does not owe their own office to who appoints. */
    alone: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    index('appointment_of').on(t.personId, t.office, t.id),
    check('appointment_office', sql`${t.office} in ('mayor', 'coordinator', 'control')`),
    check('appointment_alone', sql`${t.alone} = 0 or ${t.appointedBy} is not null`),
  ],
);
