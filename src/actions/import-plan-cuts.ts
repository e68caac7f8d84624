import type { Db } from '../db/open.ts';
import { addCut, cutsOf, isCutUsed, removeCut, renumberCut } from '../db/plan-changes.ts';
import type { Cut } from '../db/plans.ts';
import type { LocalDate } from '../domain/dates.ts';

type PlanCut = { readonly number: number; readonly date: LocalDate };

/** Cuts that the form no longer has and that cannot go, because something was reported or decided in them. */
export function cutsInUse(db: Db, planId: number, wanted: readonly PlanCut[]): readonly LocalDate[] {
  return gone(cutsOf(db, planId), wanted)
    .filter((cut) => isCutUsed(db, cut.id))
    .map((cut) => cut.date);
}

/** Gives a plan exactly these cuts. A cut is its date: one that stays keeps what was reported in it, whatever its number. */
export function setCuts(
  db: Db,
  planId: number,
  wanted: readonly PlanCut[],
): { readonly added: readonly PlanCut[]; readonly removed: readonly LocalDate[] } {
  const before = cutsOf(db, planId);
  const removed = gone(before, wanted);
  for (const cut of removed) removeCut(db, cut.id);
  const kept = before.flatMap((cut) => {
    const number = wanted.find((each) => each.date === cut.date)?.number;
    return number === undefined ? [] : [{ cut, number }];
  });
  // Dates keep their order, so moving the last ones up first and the first ones down first never meets a taken number.
  const up = kept.filter(({ cut, number }) => number > cut.number).reverse();
  const down = kept.filter(({ cut, number }) => number < cut.number);
  for (const { cut, number } of [...up, ...down]) renumberCut(db, cut.id, number);
  const added = wanted.filter((each) => !before.some((cut) => cut.date === each.date));
  for (const each of added) addCut(db, planId, each.number, each.date);
  return { added, removed: removed.map((cut) => cut.date) };
}

function gone(before: readonly Cut[], wanted: readonly PlanCut[]): readonly Cut[] {
  return before.filter((cut) => !wanted.some((each) => each.date === cut.date));
}
