import type { Db } from '../db/open.ts';
import { type Involved, involvedIn, sameAccountAs } from '../db/review.ts';

/** Why somebody may not judge a cut: they, or somebody who used the same account, are involved in it. */
export type Conflict = { readonly why: keyof Involved; readonly sameAccount: boolean };

const forApproval = ['presented', 'reported', 'imported'] as const;
const forVerification = ['reported', 'imported', 'presented', 'approved'] as const;

/** Nobody approves a cut that they presented, reported in, corrected or imported figures of: by person and by account. */
export function approvalConflict(db: Db, cutId: number, personId: number): Conflict | null {
  return conflictOf(db, cutId, personId, forApproval);
}

/** Nobody verifies a cut that they reported in, corrected, imported figures of, presented or approved: likewise. */
export function verificationConflict(db: Db, cutId: number, personId: number): Conflict | null {
  return conflictOf(db, cutId, personId, forVerification);
}

function conflictOf(
  db: Db,
  cutId: number,
  personId: number,
  kinds: readonly (keyof Involved)[],
): Conflict | null {
  const involved = involvedIn(db, cutId);
  const own = kinds.find((kind) => involved[kind].has(personId));
  if (own) return { why: own, sameAccount: false };
  const sharers = sameAccountAs(db, personId);
  const shared = kinds.find((kind) => [...involved[kind]].some((each) => sharers.has(each)));
  return shared ? { why: shared, sameAccount: true } : null;
}
