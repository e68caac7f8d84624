import { blob, check, index, integer, sql, sqliteTable, text } from '../drizzle.ts';
import { question } from './conversation.ts';
import { person } from './people.ts';
import { activity, cut, plan } from './plans.ts';

export const jobKinds = ['evidence', 'render', 'readForm', 'qr', 'account', 'handout'] as const;
export type JobKind = (typeof jobKinds)[number];

/**
 * Jobs that wait for network, files or rendering. They run outside the transaction and are retried like a
 * message.
 */
export const job = sqliteTable(
  'job',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: jobKinds }).notNull(),
    /** The worker of the job reads it (`jobs/`). */
    payload: text({ mode: 'json' }).notNull(),
    state: text({ enum: ['waiting', 'done', 'failed'] }).notNull(),
    attempts: integer().notNull().default(0),
    notBefore: integer().notNull(),
    createdAt: integer().notNull(),
    settledAt: integer(),
    /** Why it failed, without personal data. */
    error: text(),
  },
  (t) => [
    index('job_waiting').on(t.state, t.notBefore),
    check('job_kind', sql`${t.kind} in ('evidence', 'render', 'readForm', 'qr', 'account', 'handout')`),
    check('job_state', sql`${t.state} in ('waiting', 'done', 'failed')`),
  ],
);

/** A piece of evidence for an activity at a cut: a file, kept under a name of ours, or a link. */
export const evidence = sqliteTable(
  'evidence',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    activityId: integer()
      .notNull()
      .references(() => activity.id),
    cutId: integer()
      .notNull()
      .references(() => cut.id),
    personId: integer()
      .notNull()
      .references(() => person.id),
    kind: text({ enum: ['file', 'link'] }).notNull(),
    /** A link, as text; it is never fetched. */
    url: text(),
    /** Telegram's id of the file, until it is fetched. */
    fileId: text(),
    /** What the file was sent as; null: a link, or a file of a former version. */
    sentAs: text({ enum: ['photo', 'document'] }),
    /**
     * The outbox row whose message says that it was received: one message for an album, and for what was asked about
     * together. Null: no message says so by itself.
     */
    confirmedIn: integer(),
    /** All items of an album have the same value, and go to the activity of the first item. */
    mediaGroupId: text(),
    /** `refused`: not kept; `voided`: kept until its sender removed it or turned out to be somebody else. */
    state: text({ enum: ['fetching', 'stored', 'refused', 'voided'] }).notNull(),
    /** The name in the folder of files: ours, never the sender's. Rows with the same bytes share it. */
    storedName: text(),
    mime: text(),
    /** The announced size until the file is fetched. */
    bytes: integer(),
    sha256: text(),
    moment: integer().notNull(),
    /** By our clock; `moment` is by Telegram's. */
    recordedAt: integer().notNull().default(0),
  },
  (t) => [
    index('evidence_cut').on(t.cutId),
    index('evidence_activity').on(t.activityId, t.cutId),
    index('evidence_album').on(t.personId, t.mediaGroupId),
    index('evidence_person').on(t.personId, t.cutId),
    index('evidence_bytes').on(t.sha256),
    index('evidence_confirmed').on(t.confirmedIn).where(sql`${t.confirmedIn} is not null`),
    check('evidence_kind', sql`${t.kind} in ('file', 'link')`),
    check('evidence_state', sql`${t.state} in ('fetching', 'stored', 'refused', 'voided')`),
    check('evidence_link', sql`(${t.kind} = 'link') = (${t.url} is not null)`),
    check(
      'evidence_stored_whole',
      sql`${t.state} <> 'stored' or ${t.kind} = 'link' or (${t.storedName} is not null and ${t.sha256} is not null)`,
    ),
  ],
);

/** The workbook that a plan came in, byte for byte. Exports fill in and return this very workbook. */
export const planWorkbook = sqliteTable('plan_workbook', {
  planId: integer()
    .primaryKey()
    .references(() => plan.id),
  workbook: blob({ mode: 'buffer' }).notNull(),
  importedAt: integer().notNull(),
  /** What was answered about it, so that it is read the same way when it is filled. */
  answers: text({ mode: 'json' })
    .$type<Readonly<Record<string, string | readonly string[]>>>()
    .notNull()
    .default({}),
});

/** What was answered about files with these headings: the next one like them is not asked about again. */
export const layout = sqliteTable('layout', {
  /** The headings, as `layoutKey` gives them. */
  key: text().primaryKey(),
  answers: text({ mode: 'json' }).$type<LayoutAnswers>().notNull(),
  answeredAt: integer().notNull(),
});

/** By the headings of a column, by the sub-heading of the blocks, and for the whole table. */
export type LayoutAnswers = {
  readonly columns: Readonly<Record<string, string>>;
  readonly blocks: Readonly<Record<string, string>>;
  readonly percent?: string;
  readonly accumulation?: string;
  readonly cuts?: string;
};

/** A workbook received in the chat, until its import is confirmed or dropped. */
export const receivedWorkbook = sqliteTable('received_workbook', {
  questionId: integer()
    .primaryKey()
    .references(() => question.id),
  workbook: blob({ mode: 'buffer' }).notNull(),
});
