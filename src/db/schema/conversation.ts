import { check, index, integer, primaryKey, sql, sqliteTable, text } from '../drizzle.ts';
import { person } from './people.ts';
import { activity, cut } from './plans.ts';

export type RoundItem = {
  readonly activityId: number;
  readonly cutId: number;
  readonly state: 'todo' | 'skipped' | 'skippedTwice' | 'done' | 'gone';
};

/** The activities that a person is asked for, one after another; a new round replaces the former one. */
export const round = sqliteTable('round', {
  personId: integer()
    .primaryKey()
    .references(() => person.id),
  startedAt: integer().notNull(),
  items: text({ mode: 'json' }).$type<readonly RoundItem[]>().notNull(),
});

/** Kinds of questions: about one activity at one cut, or (below) about none. */
export const activityQuestionKinds = [
  'progress',
  'observation',
  'shorten',
  'lower',
  'doubtful',
  'overwrite',
  'misplaced',
] as const;
export const generalQuestionKinds = [
  'causes',
  'several',
  'evidence',
  'import',
  'administration',
  'leave',
] as const;
export type GeneralQuestionKind = (typeof generalQuestionKinds)[number];

/**
 * One question, asked once; a button carries its id. Its first answer closes it. The conversation that asks
 * it reads `payload` (`conversations/reporting/questions/question.ts` and others).
 */
export const question = sqliteTable(
  'question',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    personId: integer()
      .notNull()
      .references(() => person.id),
    kind: text({ enum: [...activityQuestionKinds, ...generalQuestionKinds] }).notNull(),
    activityId: integer().references(() => activity.id),
    cutId: integer().references(() => cut.id),
    /**
     * The last report of the activity when the question was shown (0: there was none). A newer report is
     * somebody else's.
     */
    basedOnReport: integer().notNull().default(0),
    payload: text({ mode: 'json' }).notNull(),
    state: text({ enum: ['open', 'suspended', 'closed'] }).notNull(),
    askedAt: integer().notNull(),
    closedAt: integer(),
    /** When the message that shows it was sent or edited, by Telegram's date. Null: Telegram has not taken it yet. */
    shownAt: integer(),
    /** That message, when it was sent as the question; null when it was edited into it: its number says nothing. */
    shownMessageId: integer(),
  },
  (t) => [
    index('question_person').on(t.personId, t.state),
    check('question_state', sql`${t.state} in ('open', 'suspended', 'closed')`),
  ],
);

/** Extra days on which a person gets a reminder: requested, or after a long outage. */
export const reminderRequest = sqliteTable(
  'reminder_request',
  {
    personId: integer()
      .notNull()
      .references(() => person.id),
    /** Local date `YYYY-MM-DD`. */
    date: text().notNull(),
    reason: text({ enum: ['snooze', 'outage'] }).notNull(),
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.date, t.reason] }),
    index('reminder_request_date').on(t.date),
    check('reminder_request_reason', sql`${t.reason} in ('snooze', 'outage')`),
  ],
);

/**
 * Messages already handled, by chat and number. One that arrives twice counts once; an edit is compared with
 * the hash.
 */
export const received = sqliteTable(
  'received',
  {
    chatId: integer().notNull(),
    messageId: integer().notNull(),
    /** SHA-256 of the text as answered, hex. */
    textHash: text().notNull(),
    activityId: integer().references(() => activity.id),
    cutId: integer().references(() => cut.id),
    at: integer().notNull(),
    /** The album that it is an item of. */
    mediaGroupId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.chatId, t.messageId] }),
    index('received_at').on(t.at),
    index('received_album').on(t.chatId, t.mediaGroupId).where(sql`${t.mediaGroupId} is not null`),
  ],
);
