import { check, index, integer, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';

/** Offices are held like positions. A `responsible` is the holder of a position. */
export const offices = ['mayor', 'coordinator', 'control'] as const;
export type Office = (typeof offices)[number];

/** The only table that ties a name and a Telegram account to the internal id that everything else uses. */
export const person = sqliteTable(
  'person',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    name: text().notNull(),
    createdAt: integer().notNull(),
    telegramUserId: integer(),
    telegramName: text(),
    consentVersion: text(),
    enrolledAt: integer(),
    /**
     * Set when Telegram said that this person blocked the bot or no longer exists; any sign of life clears
     * it.
     */
    unreachableSince: integer(),
    unreachableReason: text(),
    /** Moment of the last message or tap. */
    lastHeardAt: integer(),
    /**
     * The highest outbox id when this person last wrote. Nothing of theirs follows a later message of ours.
     */
    lastWroteAfterRow: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('person_telegram').on(t.telegramUserId),
    check('person_name', sql`length(${t.name}) between 1 and 200`),
    check('person_enrolled', sql`(${t.telegramUserId} is null) = (${t.enrolledAt} is null)`),
  ],
);

export const position = sqliteTable(
  'position',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    name: text().notNull(),
    /** The name without case, accents and doubled spaces: equal keys are the same position in every plan. */
    key: text().notNull(),
  },
  (t) => [uniqueIndex('position_key').on(t.key)],
);

/** Who holds a position or an office, from when until when (epoch ms, `untilAt` excluded). */
export const assignment = sqliteTable(
  'assignment',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    personId: integer()
      .notNull()
      .references(() => person.id),
    positionId: integer().references(() => position.id),
    office: text({ enum: offices }),
    fromAt: integer().notNull(),
    untilAt: integer(),
    /**
     * *Encargo*: in somebody's place from one day to another. It returns by itself, because both spans are
     * stored.
     */
    acting: integer({ mode: 'boolean' }).notNull().default(false),
    /** The person whose place it is, if there was one: it returns to them. */
    inPlaceOf: integer().references(() => person.id),
    /** When it was decided. A later span begins by itself and is notified then. */
    decidedAt: integer(),
    /**
     * Last day of the contract, local `YYYY-MM-DD`, when it is known; the coordinators are notified 15 days
     * before.
     */
    contractEndsOn: text(),
  },
  (t) => [
    index('assignment_person').on(t.personId),
    index('assignment_position').on(t.positionId),
    index('assignment_office').on(t.office),
    check('assignment_one', sql`(${t.positionId} is null) <> (${t.office} is null)`),
    check('assignment_office', sql`${t.office} in ('mayor', 'coordinator', 'control')`),
    check('assignment_acting', sql`${t.acting} = 0 or (${t.acting} = 1 and ${t.untilAt} is not null)`),
    check('assignment_span', sql`${t.untilAt} is null or ${t.untilAt} >= ${t.fromAt}`),
  ],
);

export const invitation = sqliteTable(
  'invitation',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    personId: integer()
      .notNull()
      .references(() => person.id),
    /** SHA-256 of the token, hex. The token itself is shown once and never stored. */
    tokenHash: text().notNull(),
    createdAt: integer().notNull(),
    /** Null when the operator made it on the command line. */
    createdBy: integer().references(() => person.id),
    expiresAt: integer().notNull(),
    /**
     * The office of an invitation from the chat; it begins when the inviter confirms the name that came in.
     */
    office: text({ enum: offices }),
    officeConfirmedAt: integer(),
    /** The person who gives the office up when it begins. */
    replaces: integer().references(() => person.id),
    usedAt: integer(),
    withdrawnAt: integer(),
    declinedAt: integer(),
  },
  (t) => [
    uniqueIndex('invitation_token').on(t.tokenHash),
    index('invitation_person').on(t.personId),
    check('invitation_office', sql`${t.office} in ('mayor', 'coordinator', 'control')`),
  ],
);

/** A keyed hash of a stranger's id, kept 24 hours so that the refusal is sent once. Nothing else is kept. */
export const stranger = sqliteTable('stranger', {
  hash: text().primaryKey(),
  refusedAt: integer(),
  /** Moments of the last opened invitations, newest last: at most 10 an hour are answered. */
  openings: text({ mode: 'json' }).$type<readonly number[]>().notNull(),
  seenAt: integer().notNull(),
});
