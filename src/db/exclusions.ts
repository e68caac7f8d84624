import { and, eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { prepared } from './prepared.ts';
import { cutExclusion } from './schema/index.ts';

const exclusionsOfOne = prepared((db) =>
  db
    .select({ activityId: cutExclusion.activityId, reason: cutExclusion.reason })
    .from(cutExclusion)
    .where(eq(cutExclusion.cutId, sql.placeholder('cutId')))
    .prepare(),
);

/** The reason for each activity that is *no programada* in a cut, by activity. */
export function exclusionReasons(db: Db, cutId: number): ReadonlyMap<number, string> {
  const rows = exclusionsOfOne(db).all({ cutId });
  return new Map(rows.map(({ activityId, reason }) => [activityId, reason]));
}

const exclusionOf = prepared((db) =>
  db
    .select({ activityId: cutExclusion.activityId })
    .from(cutExclusion)
    .where(
      and(
        eq(cutExclusion.cutId, sql.placeholder('cutId')),
        eq(cutExclusion.activityId, sql.placeholder('activityId')),
      ),
    )
    .prepare(),
);
const firstOfOne = prepared((db) =>
  db
    .select({ activityId: cutExclusion.activityId })
    .from(cutExclusion)
    .where(eq(cutExclusion.cutId, sql.placeholder('cutId')))
    .limit(sql.placeholder('most'))
    .prepare(),
);
/** No limit (SQLite, LIMIT). */
const everyOne = -1;
/** Who asks for more activities than this looks at a whole plan. */
const FEW = 30;

export type Excluded = Pick<ReadonlySet<number>, 'has'>;

/**
 * Whether a cut leaves out an activity. Most cuts leave out few, which are read at once. One may leave out half of a
 * plan, and one person's act asks for few activities: they are looked up.
 */
export function excludedFrom(db: Db, cutId: number): Excluded {
  let asked = 0;
  let all: ReadonlySet<number> | undefined;
  const read = (most: number) => {
    const rows = firstOfOne(db).all({ cutId, most });
    return most < 0 || rows.length < most ? new Set(rows.map((row) => row.activityId)) : undefined;
  };
  return {
    has: (activityId) => {
      if (asked === 0) all = read(FEW + 1);
      else if (asked === FEW) all ??= read(everyOne);
      asked++;
      return all ? all.has(activityId) : exclusionOf(db).get({ cutId, activityId }) !== undefined;
    },
  };
}
