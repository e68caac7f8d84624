/** People put straight into the tables. Acts that add them have tests of their own. */
import { linkAccount } from '../../src/db/accounts.ts';
import type { Db } from '../../src/db/open.ts';
import { assignment, type Office, person, position } from '../../src/db/schema/index.ts';
import type { Moment } from '../../src/domain/dates.ts';

export type Holds = {
  /** Places of the positions in the order of the form, from 1. */
  readonly positions?: readonly number[];
  readonly offices?: readonly Office[];
};

export type Newcomer = {
  readonly name: string;
  readonly holds?: Holds;
  /** When what they hold begins. Default: when they are added. */
  readonly from?: Moment;
  readonly until?: Moment | null;
  /** Null: not enrolled. */
  readonly account: { readonly userId: number; readonly name: string } | null;
};

/** @returns the person's id */
export function settle(db: Db, of: Newcomer, at: Moment): number {
  const { positions = [], offices = [] } = of.holds ?? {};
  const { id } = db.insert(person).values({ name: of.name, createdAt: at }).returning().get();
  const all = db.select().from(position).all();
  const held = [
    ...positions.map((place) => ({ positionId: all[place - 1]?.id ?? missing(place), office: null })),
    ...offices.map((office) => ({ positionId: null, office })),
  ];
  for (const each of held)
    db.insert(assignment)
      .values({ ...each, personId: id, fromAt: of.from ?? at, untilAt: of.until ?? null })
      .run();
  if (of.account) linkAccount(db, id, of.account, 'test', at);
  return id;
}

function missing(place: number): never {
  throw new Error(`the form has no position ${place}`);
}
