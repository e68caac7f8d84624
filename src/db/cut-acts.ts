import type { LocalDate, Moment } from '../domain/dates.ts';
import { and, asc, eq } from './drizzle.ts';
import type { Db } from './open.ts';
import { cutAct, cutExclusion } from './schema/index.ts';

/** Who acted (null: the operator), when and why. */
type Act = {
  readonly cutId: number;
  readonly at: Moment;
  readonly personId: number | null;
  readonly reason: string;
};

export type StoredAct = typeof cutAct.$inferSelect;

/** @returns the id of the act */
export function addReopening(
  db: Db,
  act: Act & { readonly lastDay: LocalDate; readonly activityIds: readonly number[] },
): number {
  return db
    .insert(cutAct)
    .values({ ...act, kind: 'reopen' })
    .returning({ id: cutAct.id })
    .get().id;
}

/** @returns the id of the act */
export function addEarlyClose(db: Db, act: Act): number {
  return db
    .insert(cutAct)
    .values({ ...act, kind: 'close', lastDay: null, activityIds: [] })
    .returning({ id: cutAct.id })
    .get().id;
}

/** The acts on a cut, in order. */
export function actsOfCut(db: Db, cutId: number): readonly StoredAct[] {
  return db.select().from(cutAct).where(eq(cutAct.cutId, cutId)).orderBy(asc(cutAct.id)).all();
}

/** *No programada en este corte*. */
export function addExclusion(db: Db, act: Act & { readonly activityId: number }): void {
  db.insert(cutExclusion).values(act).run();
}

export function dropExclusion(db: Db, cutId: number, activityId: number): void {
  db.delete(cutExclusion)
    .where(and(eq(cutExclusion.cutId, cutId), eq(cutExclusion.activityId, activityId)))
    .run();
}
