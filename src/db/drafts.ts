import { and, eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { prepared } from './prepared.ts';
import { draft } from './schema/index.ts';

/** Half a report: a percentage or an observation that waits for the other. */
export type Draft = typeof draft.$inferSelect;

const halves = prepared((db) =>
  db
    .select()
    .from(draft)
    .where(eq(draft.personId, sql.placeholder('personId')))
    .prepare(),
);

export function draftsOf(db: Db, personId: number): readonly Draft[] {
  return halves(db).all({ personId });
}

export function draftsOfCut(db: Db, cutId: number): readonly Draft[] {
  return db.select().from(draft).where(eq(draft.cutId, cutId)).all();
}

/** Keeps a half of a report; the other half, if it is known, stays. */
export function keepDraft(
  db: Db,
  of: {
    readonly personId: number;
    readonly activityId: number;
    readonly cutId: number;
    readonly updatedAt: number;
  },
  half: { readonly progress?: number; readonly observation?: string },
): void {
  db.insert(draft)
    .values({ ...of, ...half })
    .onConflictDoUpdate({
      target: [draft.personId, draft.cutId, draft.activityId],
      set: { ...half, updatedAt: of.updatedAt },
    })
    .run();
}

export function dropDraft(db: Db, personId: number, activityId: number, cutId: number): void {
  db.delete(draft)
    .where(and(eq(draft.personId, personId), eq(draft.activityId, activityId), eq(draft.cutId, cutId)))
    .run();
}
