import { and, eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { selecting } from './prepared.ts';
import { cutExclusion } from './schema/index.ts';

const exclusionsOfOne = selecting(
  { activityId: cutExclusion.activityId, reason: cutExclusion.reason },
  (rows) => rows.from(cutExclusion).where(eq(cutExclusion.cutId, sql.placeholder('cutId'))),
);

/** The reason for each activity that is *no programada* in a cut, by activity. */
export function exclusionReasons(db: Db, cutId: number): ReadonlyMap<number, string> {
  const rows = exclusionsOfOne(db).all({ cutId });
  return new Map(rows.map(({ activityId, reason }) => [activityId, reason]));
}

const exclusionOf = selecting({ activityId: cutExclusion.activityId }, (rows) =>
  rows
    .from(cutExclusion)
    .where(
      and(
        eq(cutExclusion.cutId, sql.placeholder('cutId')),
        eq(cutExclusion.activityId, sql.placeholder('activityId')),
      ),
    ),
);
/** Who asks for more activities than this looks at a whole plan. */
const FEW = 30;

export type Excluded = Pick<ReadonlySet<number>, 'has'>;

/**
 * Whether a cut leaves out an activity. It is looked up: a cut may leave out half of a plan, and one person's act asks
 * for few activities.
 */
export function excludedFrom(db: Db, cutId: number): Excluded {
  let asked = 0;
  let all: ReadonlySet<number> | undefined;
  return {
    has: (activityId) => {
      if (asked++ < FEW) return exclusionOf(db).get({ cutId, activityId }) !== undefined;
      all ??= new Set(
        exclusionsOfOne(db)
          .all({ cutId })
          .map((row) => row.activityId),
      );
      return all.has(activityId);
    },
  };
}
