import type { Moment } from '../domain/dates.ts';
import type { Assignment } from './assignments.ts';
import type { Db } from './open.ts';
import { holdingsOf, positionById } from './people.ts';
import type { Office } from './schema/index.ts';

/** The name of a position or an office. */
export function nameOfPost(
  db: Db,
  of: { readonly positionId?: number | null; readonly office?: Assignment['office'] },
): { readonly office: Office } | { readonly position: string } {
  if (of.office) return { office: of.office };
  const held = of.positionId == null ? undefined : positionById(db, of.positionId);
  return { position: held?.name ?? '' };
}

/** The posts of a person now, as the texts need them. */
export function roleOf(db: Db, personId: number, now: Moment) {
  const { positions, offices } = holdingsOf(db, personId, now);
  return { positions: positions.map((each) => each.name), offices };
}
