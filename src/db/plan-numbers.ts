import { type PlanNumbers, planNumbers } from '../domain/answers/plan-numbers.ts';
import { and, asc, eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { prepared, selecting } from './prepared.ts';
import { activity } from './schema/index.ts';
import type { Task } from './tasks.ts';

const ofPlan = selecting({ number: activity.number }, (rows) =>
  rows.from(activity).where(eq(activity.planId, sql.placeholder('planId'))),
);
const exact = selecting({ id: activity.id }, (rows) =>
  rows
    .from(activity)
    .where(
      and(eq(activity.planId, sql.placeholder('planId')), eq(activity.number, sql.placeholder('number'))),
    ),
);
/** `cross join`: each way is searched in the index, instead of each number among the ways. */
const inSmallLetters = prepared((db) =>
  db
    .selectDistinct({ number: activity.number })
    .from(sql`json_each(${sql.placeholder('ways')}) as way`)
    .crossJoin(activity)
    .where(and(eq(activity.planId, sql.placeholder('planId')), sql`lower(${activity.number}) = way.value`))
    .orderBy(asc(activity.number))
    .prepare(),
);

/** All activity numbers of the plans of some tasks, colleagues' ones too. */
export function numbersOfPlans(db: Db, tasks: readonly Task[]): PlanNumbers {
  const plans = [...new Set(tasks.map((task) => task.plan.id))];
  const own = planNumbers(tasks.map((task) => task.activity.number));
  let read: PlanNumbers | undefined;
  const all = () => {
    read ??= planNumbers(
      plans.flatMap((planId) =>
        ofPlan(db)
          .all({ planId })
          .map(({ number }) => number),
      ),
    );
    return read;
  };
  return {
    has: (number) =>
      own.has(number) || plans.some((planId) => exact(db).get({ planId, number }) !== undefined),
    // What is like no number of theirs is seldom like another one of the plan.
    hasShape: (shape) => own.hasShape(shape) || all().hasShape(shape),
    largest: () => all().largest(),
    writtenAs: (written) => {
      const ways = JSON.stringify([...new Set(written.flatMap(inCases))]);
      return plans.flatMap((planId) =>
        inSmallLetters(db)
          .all({ planId, ways })
          .map(({ number }) => number),
      );
    },
  };
}

/** As SQLite's `lower` writes it, which knows only the letters of ASCII: `Ñ-1` stays, so both are looked for. */
function inCases(written: string): readonly string[] {
  return [
    written.toLowerCase(),
    written.toUpperCase().replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  ];
}
