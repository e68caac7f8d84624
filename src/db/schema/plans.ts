import type { Figure } from '../../domain/programming.ts';
import { check, index, integer, primaryKey, real, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { person, position } from './people.ts';

export type Signature = { readonly name: string; readonly position: string };

/** The time (epoch ms, `until` excluded) in which an activity was out of its plan's form. */
export type Absence = { readonly from: number; readonly until: number };

/** One official form for one year, identified by its code and its year. */
export const plan = sqliteTable(
  'plan',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    code: text().notNull(),
    fiscalYear: integer().notNull(),
    system: text().notNull(),
    title: text().notNull(),
    version: text().notNull(),
    versionDate: text(),
    entity: text().notNull(),
    drawnUpOn: text(),
    scope: text().notNull(),
    objectives: text().notNull(),
    drawnUpBy: text({ mode: 'json' }).$type<readonly Signature[]>().notNull(),
    approvedBy: text({ mode: 'json' }).$type<readonly Signature[]>().notNull(),
    openingDays: integer().notNull(),
    graceWorkingDays: integer().notNull(),
    /**
     * Whether the mayor approves each cut. Without approval, files say *PRELIMINAR* until the cut is closed.
     */
    needsApproval: integer({ mode: 'boolean' }).notNull().default(true),
    /** Whether the mayor accepts each change of the plan, and no coordinator does. */
    mayorAcceptsChanges: integer({ mode: 'boolean' }).notNull().default(false),
    importedAt: integer().notNull(),
    /** Its file prints no numbers, so we numbered the activities: a later import knows them by their text. */
    numberedByUs: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    uniqueIndex('plan_identity').on(t.code, t.fiscalYear),
    check('plan_year', sql`${t.fiscalYear} between 2000 and 2200`),
    check('plan_opening', sql`${t.openingDays} between 1 and 60`),
    check('plan_grace', sql`${t.graceWorkingDays} between 0 and 30`),
    check('plan_approval', sql`${t.needsApproval} in (0, 1)`),
  ],
);

/** One numbered row of the form; dates are local, `YYYY-MM-DD`. */
export const activity = sqliteTable(
  'activity',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    planId: integer()
      .notNull()
      .references(() => plan.id),
    number: text().notNull(),
    /** Order in the form, from 1. */
    place: integer().notNull(),
    name: text().notNull(),
    target: text().notNull(),
    responsible: text().notNull(),
    indicator: text().notNull(),
    phase: text().notNull(),
    startsOn: text().notNull(),
    endsOn: text().notNull(),
    participationLevel: text().notNull(),
    channels: text().notNull(),
    stakeholderGroup: text().notNull(),
    means: text().notNull(),
    resources: text().notNull(),
    weight: real(),
    extra: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    /** What should be reached by each cut, and what was counted by it, where the form says so; never a report. */
    planned: text({ mode: 'json' }).$type<readonly Figure[]>().notNull().default([]),
    executed: text({ mode: 'json' }).$type<readonly Figure[]>().notNull().default([]),
    /**
     * What Planeación set should be reached by each cut, cumulative; null: what the form plans holds. An import never
     * touches it, nor the three columns below.
     */
    programmed: text({ mode: 'json' }).$type<readonly Figure[]>(),
    /** What is counted, as people say it (*talleres*); null: nothing is. */
    measure: text(),
    /** How many of the measure the whole year asks for. */
    yearAmount: real(),
    /** *Permanente*: to keep instead of to raise, so every cut expects 100 % and asks about itself alone. */
    keeps: integer({ mode: 'boolean' }).notNull().default(false),
    retiredAt: integer(),
    /**
     * Earlier times out of the form, from which a later form brought it back: the cuts of that time stay
     * without it.
     */
    absences: text({ mode: 'json' }).$type<readonly Absence[]>().notNull().default([]),
  },
  (t) => [
    uniqueIndex('activity_identity').on(t.planId, t.number),
    /**
     * Finds the number that a text begins with, in small or capital letters. With the number itself in it: otherwise SQLite
     * searches the index above for the plan alone (seen without ANALYZE).
     */
    index('activity_number').on(t.planId, sql`lower(${t.number})`, t.number),
    check('activity_dates', sql`${t.startsOn} <= ${t.endsOn}`),
  ],
);

export const activityPosition = sqliteTable(
  'activity_position',
  {
    activityId: integer()
      .notNull()
      .references(() => activity.id),
    positionId: integer()
      .notNull()
      .references(() => position.id),
    place: integer().notNull(),
    /**
     * When an import gave the activity to the position: nothing automatic is due to its holders for an
     * earlier moment.
     */
    addedAt: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.positionId] }),
    index('activity_position_of').on(t.positionId),
  ],
);

/** A cut of a plan: its date. Everything else about it is computed (`domain/cut-window.ts`). */
export const cut = sqliteTable(
  'cut',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    planId: integer()
      .notNull()
      .references(() => plan.id),
    number: integer().notNull(),
    date: text().notNull(),
    /** The date in the form, when a setting moved the cut; an import finds the cut by it. */
    formDate: text(),
    /** When an import brought it. A cut that was over then belongs to the past. */
    addedAt: integer().notNull().default(0),
    /**
     * The plan's settings at the opening, and at the closing, if they changed since: the cut keeps its dates.
     */
    openingDays: integer(),
    graceWorkingDays: integer(),
  },
  (t) => [
    uniqueIndex('cut_identity').on(t.planId, t.number),
    uniqueIndex('cut_date').on(t.planId, t.date),
    check('cut_number', sql`${t.number} between 1 and 12`),
    check('cut_opening', sql`${t.openingDays} between 1 and 60`),
    check('cut_grace', sql`${t.graceWorkingDays} between 0 and 30`),
  ],
);

/** Reopening and early close: who (null: the operator), when and why. */
export const cutAct = sqliteTable(
  'cut_act',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    cutId: integer()
      .notNull()
      .references(() => cut.id),
    kind: text({ enum: ['reopen', 'close'] }).notNull(),
    at: integer().notNull(),
    lastDay: text(),
    activityIds: text({ mode: 'json' }).$type<readonly number[]>().notNull(),
    personId: integer().references(() => person.id),
    reason: text().notNull(),
  },
  (t) => [
    index('cut_act_cut').on(t.cutId),
    check('cut_act_kind', sql`${t.kind} in ('reopen', 'close')`),
    check('cut_act_last_day', sql`(${t.kind} = 'reopen') = (${t.lastDay} is not null)`),
  ],
);

/** *No programada en este corte*: one activity taken out of one cut, with the reason. */
export const cutExclusion = sqliteTable(
  'cut_exclusion',
  {
    cutId: integer()
      .notNull()
      .references(() => cut.id),
    activityId: integer()
      .notNull()
      .references(() => activity.id),
    reason: text().notNull(),
    at: integer().notNull(),
    personId: integer().references(() => person.id),
  },
  (t) => [primaryKey({ columns: [t.cutId, t.activityId] })],
);

/** Local days off that the coordinator added to the legal holidays. */
export const dayOff = sqliteTable('day_off', {
  date: text().primaryKey(),
  name: text().notNull(),
  addedAt: integer().notNull(),
});
