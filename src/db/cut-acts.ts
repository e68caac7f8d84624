import type { LocalDate, Moment } from '../domain/dates.ts';
import type { Db } from './open.ts';
import { cutAct } from './schema/index.ts';

/** Who (null: the operator), when and why. */
type Act = {
  readonly cutId: number;
  readonly at: Moment;
  readonly personId: number | null;
  readonly reason: string;
};

export function addReopening(
  db: Db,
  act: Act & { readonly lastDay: LocalDate; readonly activityIds: readonly number[] },
): void {
  db.insert(cutAct)
    .values({ ...act, kind: 'reopen' })
    .run();
}

export function addEarlyClose(db: Db, act: Act): void {
  db.insert(cutAct)
    .values({ ...act, kind: 'close', lastDay: null, activityIds: [] })
    .run();
}
