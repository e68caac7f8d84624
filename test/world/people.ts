/** People put straight into the tables. The acts that add them have tests of their own. */
import { linkAccount } from '../../src/db/accounts.ts';
import type { Db } from '../../src/db/open.ts';
import { assignment, type Office, person } from '../../src/db/schema/index.ts';
import type { Moment } from '../../src/domain/dates.ts';

export type Holds = {
  /** Ids of positions: the positions of the form imported first have 1, 2, 3 in its order. */
  readonly positions?: readonly number[];
  readonly offices?: readonly Office[];
};

export type Newcomer = {
  readonly name: string;
  readonly holds?: Holds;
  /** When their assignments begin. Default: when they are added. */
  readonly from?: Moment;
  readonly until?: Moment | null;
  /** Null: not enrolled. */
  readonly account: { readonly userId: number; readonly name: string } | null;
  /** Default: when they are added. */
  readonly enrolledAt?: Moment;
};

/** @returns the person's id */
export function settle(db: Db, of: Newcomer, at: Moment): number {
  const { positions = [], offices = [] } = of.holds ?? {};
  const { id } = db.insert(person).values({ name: of.name, createdAt: at }).returning().get();
  const held = [
    ...positions.map((positionId) => ({ positionId, office: null })),
    ...offices.map((office) => ({ positionId: null, office })),
  ];
  for (const each of held)
    db.insert(assignment)
      .values({ ...each, personId: id, fromAt: of.from ?? at, untilAt: of.until ?? null })
      .run();
  if (of.account) linkAccount(db, id, of.account, 'test', of.enrolledAt ?? at);
  return id;
}
