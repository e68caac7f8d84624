import { check, index, integer, primaryKey, real, sql, sqliteTable, text } from '../drizzle.ts';
import { person } from './people.ts';
import { activity, cut } from './plans.ts';

export const causes = ['resources', 'contracting', 'time', 'others', 'other'] as const;
export type Cause = (typeof causes)[number];

export const reportOrigins = ['chat', 'import', 'planning', 'correction'] as const;

/** Every revision of every report. The highest id of an activity at a cut is the last word. */
export const report = sqliteTable(
  'report',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    activityId: integer()
      .notNull()
      .references(() => activity.id),
    cutId: integer()
      .notNull()
      .references(() => cut.id),
    /** Whole tenths of a percent, 0..1000. */
    progress: integer().notNull(),
    /** How many of the activity's measure had been reached; null: reported as a percentage. */
    amount: real(),
    observation: text().notNull(),
    /**
     * `planning`: *registrado por Planeación*, for a vacant position. `correction`: a coordinator's (null:
     * the operator's) word over a responsible's, with a reason.
     */
    origin: text({ enum: reportOrigins }).notNull(),
    personId: integer().references(() => person.id),
    /** The person who imported the figure; null: the operator. */
    importedBy: integer().references(() => person.id),
    /** The moment of the message that completed it. */
    moment: integer().notNull(),
    recordedAt: integer().notNull(),
    /** *Extemporáneo*: the first revision decides it, and all later ones keep it. */
    late: integer({ mode: 'boolean' }).notNull(),
    /** Set when it no longer counts: it is kept, but is never the last word. */
    voidedAt: integer(),
    /** The person who voided it; null: the operator, or it is not voided. */
    voidedBy: integer().references(() => person.id),
    /**
     * A coordinator's reason for voiding it; null: it is not voided, or its sender proved to be somebody
     * else.
     */
    voidReason: text(),
    /** The reason of a correction. */
    reason: text(),
  },
  (t) => [
    index('report_last_word').on(t.activityId, t.cutId, t.id),
    index('report_cut').on(t.cutId),
    index('report_person').on(t.personId).where(sql`${t.personId} is not null`),
    check('report_progress', sql`${t.progress} between 0 and 1000`),
    check('report_origin', sql`${t.origin} in ('chat', 'import', 'planning', 'correction')`),
    check('report_imported', sql`${t.origin} <> 'import' or ${t.personId} is null`),
    check('report_person', sql`${t.origin} not in ('chat', 'planning') or ${t.personId} is not null`),
    check('report_reason', sql`${t.origin} <> 'correction' or length(${t.reason}) > 0`),
    check('report_observation', sql`length(${t.observation}) > 0 or ${t.origin} = 'import'`),
    check('report_late', sql`${t.late} in (0, 1)`),
  ],
);

/**
 * A part of one person's report (both parts while the words are too long), kept until the report is complete.
 * It is in no figure and no form.
 */
export const draft = sqliteTable(
  'draft',
  {
    activityId: integer()
      .notNull()
      .references(() => activity.id),
    cutId: integer()
      .notNull()
      .references(() => cut.id),
    personId: integer()
      .notNull()
      .references(() => person.id),
    progress: integer(),
    /** How many of the activity's measure; null: said as a percentage. */
    amount: real(),
    observation: text(),
    updatedAt: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.cutId, t.activityId] }),
    index('draft_cut').on(t.cutId),
    check('draft_half', sql`${t.progress} is not null or ${t.observation} is not null`),
    check('draft_progress', sql`${t.progress} is null or ${t.progress} between 0 and 1000`),
  ],
);

/** The cause that holds an activity back at a cut, in its responsible's words; the highest id counts. */
export const cause = sqliteTable(
  'cause',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    activityId: integer()
      .notNull()
      .references(() => activity.id),
    cutId: integer()
      .notNull()
      .references(() => cut.id),
    cause: text({ enum: causes }).notNull(),
    personId: integer()
      .notNull()
      .references(() => person.id),
    moment: integer().notNull(),
  },
  (t) => [
    index('cause_activity').on(t.activityId, t.cutId),
    index('cause_cut').on(t.cutId),
    check('cause_known', sql`${t.cause} in ('resources', 'contracting', 'time', 'others', 'other')`),
  ],
);
