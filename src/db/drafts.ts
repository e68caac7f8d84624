import { and, eq, getTableColumns, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { prepared, selecting } from './prepared.ts';
import { draft } from './schema/index.ts';

/** A draft: a percentage or an observation that waits for the other. */
export type Draft = typeof draft.$inferSelect;

const halves = selecting(getTableColumns(draft), (rows) =>
  rows.from(draft).where(eq(draft.personId, sql.placeholder('personId'))),
);

const isOf = () =>
  and(
    eq(draft.personId, sql.placeholder('personId')),
    eq(draft.activityId, sql.placeholder('activityId')),
    eq(draft.cutId, sql.placeholder('cutId')),
  );
const half = selecting(getTableColumns(draft), (rows) => rows.from(draft).where(isOf()));

export function draftOf(
  db: Db,
  of: { readonly personId: number; readonly activityId: number; readonly cutId: number },
): Draft | undefined {
  return half(db).get(of);
}

export function draftsOf(db: Db, personId: number): readonly Draft[] {
  return halves(db).all({ personId });
}

export function draftsOfCut(db: Db, cutId: number): readonly Draft[] {
  return db.select().from(draft).where(eq(draft.cutId, cutId)).all();
}

/** Keeps one part of a report; the other part stays if it is known. */
export function keepDraft(
  db: Db,
  of: {
    readonly personId: number;
    readonly activityId: number;
    readonly cutId: number;
    readonly updatedAt: number;
  },
  part: { readonly progress?: number | null; readonly amount?: number | null; readonly observation?: string },
): void {
  const said = part.progress === undefined ? part : { ...part, amount: part.amount ?? null };
  db.insert(draft)
    .values({ ...of, ...said })
    .onConflictDoUpdate({
      target: [draft.personId, draft.cutId, draft.activityId],
      set: { ...said, updatedAt: of.updatedAt },
    })
    .run();
}

const drop = prepared((db) => db.delete(draft).where(isOf()).prepare());

export function dropDraft(db: Db, personId: number, activityId: number, cutId: number): void {
  drop(db).run({ personId, activityId, cutId });
}
