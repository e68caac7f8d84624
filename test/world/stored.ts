/** What tests read from the database. */
import { sql } from '../../src/db/drizzle.ts';
import type { Db, Store } from '../../src/db/open.ts';
import { activitiesOf, allPlans, type PlannedCut, plannedCuts } from '../../src/db/plans.ts';
import { person } from '../../src/db/schema/index.ts';

export function personId(db: Db, who: { readonly id: number }): number {
  const found = db
    .select()
    .from(person)
    .all()
    .find((each) => each.telegramUserId === who.id);
  if (!found) throw new Error('not enrolled');
  return found.id;
}

/** The plan that the story began with. */
function firstPlan(db: Db) {
  return allPlans(db).toSorted((a, b) => a.id - b.id)[0];
}

export function activityId(db: Db, number: string): number {
  const plan = firstPlan(db);
  const found = plan && activitiesOf(db, plan.id).find((each) => each.number === number);
  if (!found) throw new Error(`no activity ${number}`);
  return found.id;
}

/** A cut of that plan, with its number. */
export function cutOf(db: Db, number = 1): PlannedCut {
  const found = plannedCuts(db).find(
    (each) => each.plan.id === firstPlan(db)?.id && each.cut.number === number,
  );
  if (!found) throw new Error(`no cut ${number}`);
  return found;
}

export function countRevisions(db: Db, activity: string, cut: number): number {
  return (
    db.all<{ n: number }>(
      sql`select count(*) as n from report where activityId = ${activityId(db, activity)} and cutId = ${cutOf(db, cut).cut.id}`,
    )[0]?.n ?? 0
  );
}

/** Tables and columns that contain a text or a number. */
export function whereStored({ sqlite }: Store, what: string): readonly string[] {
  const tables = sqlite
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
    .all();
  return tables.flatMap(({ name }) => {
    const rows = sqlite.prepare<[], Record<string, unknown>>(`select * from "${name}"`).all();
    const columns = rows.flatMap((row) =>
      Object.entries(row).filter(([, value]) => String(value).includes(what)),
    );
    return [...new Set(columns.map(([column]) => `${name}.${column}`))];
  });
}
