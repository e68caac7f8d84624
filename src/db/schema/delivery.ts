import type { LocalDate } from '../../domain/dates.ts';
import type { Keyboard, OutgoingFile } from '../../domain/events.ts';
import {
  check,
  index,
  integer,
  primaryKey,
  type SQLiteColumn,
  sql,
  sqliteTable,
  text,
  uniqueIndex,
} from '../drizzle.ts';
import { assignment, person } from './people.ts';
import { activity, cut, plan } from './plans.ts';
import { report } from './reports.ts';
import { presentation, verification } from './review.ts';

/** Small facts that must survive a restart: the bot's id and username, when it was last alive. */
export const meta = sqliteTable('meta', { key: text().primaryKey(), value: text().notNull() });

/**
 * What Telegram was last told of the bot's own account, by `commands`, `commands:<chat>`, `description` …, as a hash: it
 * is told again only when that changes. A chat's row goes when its menu does.
 */
export const accountSetting = sqliteTable('account_setting', {
  key: text().primaryKey(),
  value: text().notNull(),
});

/** Every update ever handled, one by one, per bot: a redelivered one changes nothing. Kept 8 days. */
export const update = sqliteTable(
  'update',
  {
    botId: integer().notNull(),
    updateId: integer().notNull(),
    receivedAt: integer().notNull(),
    state: text({ enum: ['begun', 'done', 'setAside'] }).notNull(),
    /** Why it was set aside, without personal data. */
    error: text(),
  },
  (t) => [
    primaryKey({ columns: [t.botId, t.updateId] }),
    index('update_received').on(t.receivedAt),
    check('update_state', sql`${t.state} in ('begun', 'done', 'setAside')`),
  ],
);

/**
 * `payload` of a message's row: what its message shows, or is to show once the edits under way have gone.
 * Null: made when it is sent (a reminder), or taken from the row it edits.
 */
export type OutboxPayload =
  | {
      readonly html: string;
      readonly keyboard?: Keyboard | undefined;
      readonly file?: OutgoingFile | undefined;
      /** Once it is sent nothing but the buttons is kept. */
      readonly forget?: true | undefined;
      /** The question that it shows, or has shown before its buttons went. */
      readonly asks?: number | undefined;
    }
  | { readonly queryId: string; readonly text?: string | undefined };

export const outboxKinds = ['reply', 'tap', 'edit', 'buttons', 'reminder', 'summary', 'notice'] as const;
export type OutboxKind = (typeof outboxKinds)[number];
export const outboxStates = [
  'waiting',
  'released',
  'sent',
  'refused',
  'expired',
  'notNeeded',
  'cancelled',
] as const;
export type OutboxState = (typeof outboxStates)[number];

/**
 * Everything we tell anyone, from decision to Telegram's yes. `waiting` rows hold nobody; within a chat
 * released rows leave in the order of `releaseSeq`.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    chatId: integer().notNull(),
    personId: integer().references(() => person.id),
    kind: text({ enum: outboxKinds }).notNull(),
    payload: text({ mode: 'json' }).$type<OutboxPayload>(),
    /** `edit` and `buttons` (only takes them off) name the row whose message they change. */
    edits: integer(),
    /** What goes out by itself: the name of its kind (`src/notices/kinds`). Null: an answer to what a person just did. */
    notice: text(),
    /** What goes out by itself goes out once a key. Built by the kind, looked up whole, read by nobody: see `notice` and the columns below. */
    key: text(),
    /** What a notice is about, the columns that its kind names (`about`); null also when that is gone. */
    planId: integer().references(() => plan.id),
    cutId: integer().references(() => cut.id, { onDelete: 'set null' }),
    activityId: integer().references(() => activity.id),
    reportId: integer().references(() => report.id),
    assignmentId: integer().references(() => assignment.id, { onDelete: 'set null' }),
    presentationId: integer().references(() => presentation.id),
    verificationId: integer().references(() => verification.id),
    /** The day of a reminder, `YYYY-MM-DD`. */
    day: text().$type<LocalDate>(),
    /** Which one of its kind, where a kind has several: an `assigned` that has begun or is planned, which summary. */
    variant: text(),
    /** Of a notice in several messages: which one, from 1. */
    part: integer(),
    /** Of a reminder that was not needed: the notice that took its place, and gives it back when it is not sent. */
    supersededBy: integer().references((): SQLiteColumn => outbox.id),
    createdAt: integer().notNull(),
    /** Not released before this moment. */
    notBefore: integer().notNull(),
    expiresAt: integer(),
    releaseSeq: integer(),
    state: text({ enum: outboxStates }).notNull(),
    reason: text(),
    attempts: integer().notNull().default(0),
    settledAt: integer(),
    messageId: integer(),
  },
  (t) => [
    /** An index is written with every row that it names: most have no key, no end and no message when they are written. */
    uniqueIndex('outbox_key').on(t.key).where(sql`${t.key} is not null`),
    /** What waits is found by its kind, however many rows there are. */
    index('outbox_waiting').on(t.notice, t.personId).where(sql`${t.state} = 'waiting'`),
    index('outbox_reminder').on(t.personId, t.day).where(sql`${t.kind} = 'reminder'`),
    index('outbox_superseded').on(t.supersededBy).where(sql`${t.supersededBy} is not null`),
    /** SQLite looks for it when a report is added, for the sake of the reference. */
    index('outbox_report').on(t.reportId).where(sql`${t.reportId} is not null`),
    index('outbox_open').on(t.state, t.releaseSeq),
    index('outbox_release').on(t.releaseSeq),
    index('outbox_chat').on(t.chatId, t.id),
    index('outbox_settled').on(t.settledAt).where(sql`${t.settledAt} is not null`),
    index('outbox_message').on(t.chatId, t.messageId).where(sql`${t.messageId} is not null`),
    /** What is still to be erased, which the minute asks: a year's rows are none of it. */
    index('outbox_text').on(t.settledAt).where(sql`${t.payload} is not null and ${t.settledAt} is not null`),
    index('outbox_visitor').on(t.settledAt).where(sql`${t.personId} is null`),
    check(
      'outbox_kind',
      sql`${t.kind} in ('reply', 'tap', 'edit', 'buttons', 'reminder', 'summary', 'notice')`,
    ),
    check(
      'outbox_state',
      sql`${t.state} in ('waiting', 'released', 'sent', 'refused', 'expired', 'notNeeded', 'cancelled')`,
    ),
    check('outbox_released', sql`${t.state} <> 'released' or ${t.releaseSeq} is not null`),
  ],
);

export const summaryKinds = ['allIn', 'afterClosing', 'afterGrace'] as const;

/** Automatic summaries already decided, so that none goes out twice and the next knows what has changed since. */
export const automaticSummary = sqliteTable(
  'automatic_summary',
  {
    cutId: integer()
      .notNull()
      .references(() => cut.id),
    kind: text({ enum: summaryKinds }).notNull(),
    /** 0; n: the n-th reopening of the cut. */
    round: integer().notNull(),
    decidedAt: integer().notNull(),
    /** Changes with any report, correction or change of what is asked. */
    basis: text().notNull(),
    /** How many people got it; 0: nobody was enrolled. */
    recipients: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.cutId, t.kind, t.round] }),
    check('automatic_summary_kind', sql`${t.kind} in ('allIn', 'afterClosing', 'afterGrace')`),
  ],
);
