import { record } from './audit.ts';
import { and, asc, desc, eq, getTableColumns, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { selecting } from './prepared.ts';
import { type Cause, cause } from './schema/index.ts';

/** Stores and records why an activity is held back at a cut, in its responsible's words. */
export function addCause(
  db: Db,
  row: { activityId: number; cutId: number; cause: Cause; personId: number; moment: number },
): void {
  const { activityId, cutId } = row;
  const before = db
    .select({ cause: cause.cause })
    .from(cause)
    .where(and(eq(cause.activityId, activityId), eq(cause.cutId, cutId)))
    .orderBy(desc(cause.id))
    .limit(1)
    .get();
  db.insert(cause).values(row).run();
  const after = { cause: row.cause };
  const by = { personId: row.personId };
  record(db, { at: row.moment, act: 'causeGiven', by, activityId, cutId, before: before ?? null, after });
}

/** Whether somebody gave a cause for an activity at a cut. */
export function hasCause(db: Db, of: { readonly activityId: number; readonly cutId: number }): boolean {
  return ofActivity(db).get(of) !== undefined;
}

const ofActivity = selecting({ id: cause.id }, (rows) =>
  rows
    .from(cause)
    .where(
      and(eq(cause.activityId, sql.placeholder('activityId')), eq(cause.cutId, sql.placeholder('cutId'))),
    )
    .limit(1),
);

const ofCut = selecting(getTableColumns(cause), (rows) =>
  rows
    .from(cause)
    .where(eq(cause.cutId, sql.placeholder('cutId')))
    .orderBy(asc(cause.id)),
);

/** The last cause given for each activity of a cut. */
export function causesOfCut(db: Db, cutId: number): ReadonlyMap<number, Cause> {
  const rows = ofCut(db).all({ cutId });
  return new Map(rows.map((row) => [row.activityId, row.cause]));
}
