import type { Role } from '../../src/actions/access.ts';
import type { Db } from '../../src/db/open.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { type Holds, settle } from '../world/people.ts';

/** The first cut of the real form is open, everything has been reported once. */
export const NOW = momentAt('2022-03-16', 10);
export const LONG_AGO = momentAt('2022-03-01', 9);

/** Everybody who may stand before the bot. */
const cast = {
  responsible: { holds: { positions: [1] } },
  colleague: { holds: { positions: [2] } },
  mayor: { holds: { offices: ['mayor'] } },
  coordinator: { holds: { offices: ['coordinator'] } },
  control: { holds: { offices: ['control'] } },
  /** Holds a position and is Control Interno. */
  two: { holds: { positions: [3], offices: ['control'] } },
  /** Enrolled, holds nothing. */
  none: {},
  /** Held the first position until yesterday, and was being asked about it. */
  former: { holds: { positions: [1] }, until: NOW - 24 * 3_600_000 },
  /** Holds an office from tomorrow on. */
  coming: { holds: { offices: ['coordinator'] }, from: NOW + 24 * 3_600_000 },
  /** Was coordinator and has left. */
  left: { holds: { offices: ['coordinator'] } },
} as const satisfies Readonly<Record<string, { holds?: Holds; from?: number; until?: number }>>;

export type Somebody = keyof typeof cast | 'stranger';

const roles: Readonly<Record<Somebody, readonly Role[] | null>> = {
  responsible: ['responsible'],
  colleague: ['responsible'],
  mayor: ['mayor'],
  coordinator: ['coordinator'],
  control: ['control'],
  two: ['responsible', 'control'],
  none: [],
  former: [],
  coming: [],
  left: null,
  stranger: null,
};
export const everybody = [...(Object.keys(cast) as (keyof typeof cast)[]), 'stranger'] as const;

export const accountOf = (who: Somebody): number => 1_000 + everybody.indexOf(who);

/** What each of them is now, whatever the code makes of it; null: nobody here. */
export const rolesOf = (who: Somebody): ReadonlySet<Role> | null => roles[who] && new Set(roles[who]);

/** All of them but the stranger. @returns their ids */
export function settleEverybody(db: Db): ReadonlyMap<Somebody, number> {
  return new Map(
    (Object.keys(cast) as (keyof typeof cast)[]).map((who): [Somebody, number] => {
      const account = { userId: accountOf(who), name: who };
      return [who, settle(db, { name: `Nombre de ${who}`, ...cast[who], account }, LONG_AGO)];
    }),
  );
}
