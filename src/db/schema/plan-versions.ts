import type { ActivityChange } from '../../domain/plan-change.ts';
import { check, index, integer, sql, sqliteTable, text, uniqueIndex } from '../drizzle.ts';
import { person } from './people.ts';
import { plan } from './plans.ts';

export const planChangeOutcomes = ['accepted', 'refused', 'withdrawn', 'void'] as const;
export type PlanChangeOutcome = (typeof planChangeOutcomes)[number];

/** A change of a plan that somebody asked for. It waits for another person while `outcome` is null. */
export const planChange = sqliteTable(
  'plan_change',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    planId: integer()
      .notNull()
      .references(() => plan.id),
    askedBy: integer()
      .notNull()
      .references(() => person.id),
    askedAt: integer().notNull(),
    changes: text({ mode: 'json' }).$type<readonly ActivityChange[]>().notNull(),
    why: text().notNull(),
    outcome: text({ enum: planChangeOutcomes }),
    /** The person who accepted, refused or withdrew. */
    decidedBy: integer().references(() => person.id),
    decidedAt: integer(),
  },
  (t) => [
    index('plan_change_waiting').on(t.outcome).where(sql`${t.outcome} is null`),
    check('plan_change_outcome', sql`${t.outcome} in ('accepted', 'refused', 'withdrawn', 'void')`),
    check('plan_change_decided', sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
  ],
);

/** A version of a plan. The first is the plan as it was imported; each later one is an accepted change. */
export const planVersion = sqliteTable(
  'plan_version',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    planId: integer()
      .notNull()
      .references(() => plan.id),
    number: integer().notNull(),
    acceptedAt: integer().notNull(),
    /** Who imported the plan, or accepted the change. Null: the operator. */
    personId: integer().references(() => person.id),
    /** The date in the form, by which programming too knows a cut, of the first cut for which it holds. */
    fromDate: text(),
    changeId: integer().references(() => planChange.id),
  },
  (t) => [
    uniqueIndex('plan_version_identity').on(t.planId, t.number),
    check('plan_version_first', sql`(${t.number} = 1) = (${t.fromDate} is null)`),
    check('plan_version_change', sql`(${t.number} = 1) = (${t.changeId} is null)`),
  ],
);
