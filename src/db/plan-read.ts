import { activityAt } from '../domain/plan-change.ts';
import { asc, eq, getTableColumns, isNull, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import type { Position } from './people.ts';
import { planById } from './plan-changes.ts';
import { type Activity, activitiesOf, type Plan, type PlannedCut, plannedCutsOf } from './plans.ts';
import { selecting } from './prepared.ts';
import { activity, activityPosition, position, report } from './schema/index.ts';

/** What figures and files need of a revision of a report. */
export type Word = ReturnType<typeof wordsOf>[number];

/**
 * A plan with what all its cuts share, so that an act that looks at several cuts reads it once. It shows one moment:
 * the next act reads its own.
 */
export type PlanRead = {
  readonly plan: Plan;
  /** By date. */
  readonly cuts: readonly PlannedCut[];
  /** As they are stored, of the newest version, in the form's order. */
  readonly activities: readonly Activity[];
  /** By activity, in the form's order. */
  readonly positions: ReadonlyMap<number, readonly Position[]>;
  /** Every revision of a cut that counts, oldest first. */
  readonly words: (cutId: number) => readonly Word[];
};

/** @throws {Error} when there is no such plan */
export function readPlan(db: Db, planId: number): PlanRead {
  const plan = planById(db, planId);
  if (!plan) throw new Error(`plan ${planId} does not exist`);
  const known = new Map<number, readonly Word[]>();
  return {
    plan,
    cuts: plannedCutsOf(db, [planId]),
    activities: activitiesOf(db, planId),
    positions: positionsInPlan(db, planId),
    words: (cutId) => {
      const words = known.get(cutId) ?? wordsOf(db, cutId);
      known.set(cutId, words);
      return words;
    },
  };
}

/** The activities as they hold for one of its cuts. */
export function activitiesAt({ activities }: PlanRead, planned: PlannedCut): readonly Activity[] {
  if (planned.version.later.length === 0) return activities;
  return activities.map((each) => activityAt(each, planned));
}

/** The last word on every reported activity of a cut, by activity. */
export function lastWords(read: PlanRead, cutId: number): ReadonlyMap<number, Word> {
  return new Map(read.words(cutId).map((word) => [word.activityId, word]));
}

const placesInPlan = selecting(
  { activityId: activityPosition.activityId, positionId: activityPosition.positionId },
  (rows) =>
    rows
      .from(activity)
      .innerJoin(activityPosition, eq(activityPosition.activityId, activity.id))
      .where(eq(activity.planId, sql.placeholder('planId')))
      .orderBy(asc(activityPosition.place)),
);

const positionsOfIds = selecting(getTableColumns(position), (rows) =>
  rows.from(position).where(sql`${position.id} in (select value from json_each(${sql.placeholder('ids')}))`),
);

/** The names are read once each: one position may have thousands of activities. */
function positionsInPlan(db: Db, planId: number): PlanRead['positions'] {
  const places = placesInPlan(db).all({ planId });
  const ids = JSON.stringify([...new Set(places.map(({ positionId }) => positionId))]);
  const positions = new Map(
    positionsOfIds(db)
      .all({ ids })
      .map((each) => [each.id, each]),
  );
  const found = new Map<number, Position[]>();
  for (const { activityId, positionId } of places) {
    const held = positions.get(positionId);
    if (!held) continue;
    const own = found.get(activityId);
    if (own) own.push(held);
    else found.set(activityId, [held]);
  }
  return found;
}

const wordsOfCut = selecting(
  {
    activityId: report.activityId,
    progress: report.progress,
    amount: report.amount,
    observation: report.observation,
    origin: report.origin,
    moment: report.moment,
    recordedAt: report.recordedAt,
    late: report.late,
  },
  (rows) =>
    rows
      .from(report)
      .where(sql`${eq(report.cutId, sql.placeholder('cutId'))} and ${isNull(report.voidedAt)}`)
      .orderBy(asc(report.id)),
);

function wordsOf(db: Db, cutId: number) {
  return wordsOfCut(db).all({ cutId });
}

const progressOfCut = selecting({ activityId: report.activityId, progress: report.progress }, (rows) =>
  rows
    .from(report)
    .where(sql`${eq(report.cutId, sql.placeholder('cutId'))} and ${isNull(report.voidedAt)}`)
    .orderBy(asc(report.id)),
);

/** The last progress of every reported activity of a cut, in tenths of a percent, by activity. */
export function lastProgress(db: Db, cutId: number): ReadonlyMap<number, number> {
  const words = progressOfCut(db).all({ cutId });
  return new Map(words.map(({ activityId, progress }) => [activityId, progress]));
}
