import type { LocalDate } from '../../domain/dates.ts';
import type { CopyButton, Keyboard, OutgoingFile } from '../../domain/events.ts';
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
import { officeChange } from './office-changes.ts';
import { assignment, person } from './people.ts';
import { planChange } from './plan-versions.ts';
import { activity, cut, plan } from './plans.ts';
import { report } from './reports.ts';
import { presentation, verification } from './review.ts';

/** Small facts that must survive a restart: the bot's id and username, when it was last alive. */
export const meta = sqliteTable('meta', { key: text().primaryKey(), value: text().notNull() });

/**
 * What Telegram last accepted about the bot's own account, by `commands`, `commands:<chat>`, `description` …,
 * as a hash: it is set again only when that changes. A chat's row is deleted with its menu.
 */
export const accountSetting = sqliteTable('account_setting', {
  key: text().primaryKey(),
  value: text().notNull(),
});

/** Every handled update of each bot: a redelivered one changes nothing. Kept 8 days. */
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
 * `payload` of a message's row: what its message shows, or will show after the edits under way. Null: the
 * text is made when it is sent (a reminder), or taken from the row that it edits.
 */
export type OutboxPayload =
  | {
      readonly html: string;
      readonly keyboard?: Keyboard | undefined;
      readonly file?: OutgoingFile | undefined;
      readonly copy?: CopyButton | undefined;
      /** After the sending only the buttons are kept. */
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

/**
 * Everything that we send, from the decision to Telegram's acceptance. A `waiting` row blocks no other.
 * Within a chat, released rows leave in the order of `releaseSeq`.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    chatId: integer().notNull(),
    personId: integer().references(() => person.id),
    kind: text({ enum: outboxKinds }).notNull(),
    payload: text({ mode: 'json' }).$type<OutboxPayload>(),
    /** The row whose message an `edit` or `buttons` row (which only removes them) changes. */
    edits: integer(),
    /** The kind of a notice (`src/notices/kinds`). Null: an answer to what a person just did. */
    notice: text(),
    /**
     * A notice goes out once per key. Its kind builds the key; it is looked up whole and nobody reads its
     * parts: for that there are `notice` and the columns below.
     */
    key: text(),
    /**
     * What a notice is about, in the columns that its kind names (`about`); null also when that thing is
     * gone.
     */
    planId: integer().references(() => plan.id),
    cutId: integer().references(() => cut.id, { onDelete: 'set null' }),
    activityId: integer().references(() => activity.id),
    reportId: integer().references(() => report.id),
    assignmentId: integer().references(() => assignment.id, { onDelete: 'set null' }),
    presentationId: integer().references(() => presentation.id),
    verificationId: integer().references(() => verification.id),
    officeChangeId: integer().references(() => officeChange.id),
    planChangeId: integer().references(() => planChange.id),
    /** The day of a reminder, `YYYY-MM-DD`. */
    day: text().$type<LocalDate>(),
    /** Which variant of its kind: an `assigned` that has begun or is planned, which summary. */
    variant: text(),
    /** The part of a notice in several messages, from 1. */
    part: integer(),
    /**
     * On a reminder that was not needed: the notice that took its place, and gives it back when it is not
     * sent.
     */
    supersededBy: integer().references((): SQLiteColumn => outbox.id),
    createdAt: integer().notNull(),
    /** The row is not released before this moment. */
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
    /**
     * SQLite writes an index with every row that the index names. Most rows have no key, end or message when
     * they are written, so these indexes are partial.
     */
    uniqueIndex('outbox_key').on(t.key).where(sql`${t.key} is not null`),
    /** Finds waiting rows by kind, however many rows there are. */
    index('outbox_waiting').on(t.notice, t.personId).where(sql`${t.state} = 'waiting'`),
    index('outbox_reminder').on(t.personId, t.day).where(sql`${t.kind} = 'reminder'`),
    index('outbox_superseded').on(t.supersededBy).where(sql`${t.supersededBy} is not null`),
    /** SQLite searches it when a report is added, because of the reference. */
    index('outbox_report').on(t.reportId).where(sql`${t.reportId} is not null`),
    index('outbox_open').on(t.state, t.releaseSeq),
    index('outbox_release').on(t.releaseSeq),
    index('outbox_chat').on(t.chatId, t.id),
    index('outbox_settled').on(t.settledAt).where(sql`${t.settledAt} is not null`),
    index('outbox_message').on(t.chatId, t.messageId).where(sql`${t.messageId} is not null`),
    /** Finds what is still to be erased, every minute, without the other rows of the year. */
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

/** Decided automatic summaries, so that none goes out twice and the next one knows what has changed since. */
export const automaticSummary = sqliteTable(
  'automatic_summary',
  {
    cutId: integer()
      .notNull()
      .references(() => cut.id),
    kind: text({ enum: summaryKinds }).notNull(),
    /** 0, or n for the n-th reopening of the cut. */
    reopening: integer('round').notNull(),
    decidedAt: integer().notNull(),
    /** A text that changes with any report, correction or change of what is asked. */
    basis: text().notNull(),
    /** How many people got it; 0: nobody was enrolled. */
    recipients: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.cutId, t.kind, t.reopening] }),
    check('automatic_summary_kind', sql`${t.kind} in ('allIn', 'afterClosing', 'afterGrace')`),
  ],
);
