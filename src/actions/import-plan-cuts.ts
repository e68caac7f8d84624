import type { Db } from '../db/open.ts';
import { addCut, cutsOf, isCutUsed, removeCut, updateCut } from '../db/plan-changes.ts';
import type { Cut } from '../db/plans.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';

type PlanCut = { readonly number: number; readonly date: LocalDate };

/**
 * Cuts that the form no longer has and that cannot be deleted, because something was reported or decided in
 * them.
 */
export function cutsInUse(db: Db, planId: number, wanted: readonly PlanCut[]): readonly LocalDate[] {
  return cutsOf(db, planId)
    .filter((cut) => inForm(cut, wanted) === undefined && isCutUsed(db, cut.id))
    .map((cut) => cut.date);
}

/**
 * Gives a plan exactly these cuts. A cut is identified by its date, or by its date in the form before a
 * setting moved it. A cut that stays keeps its reports, whatever its number, and the date that was set.
 */
export function setCuts(
  db: Db,
  planId: number,
  wanted: readonly PlanCut[],
  now: Moment,
): {
  readonly added: readonly PlanCut[];
  readonly removed: readonly LocalDate[];
  /** The cuts that a setting moved: their date stays although the form has `formDate`. */
  readonly moved: readonly { readonly date: LocalDate; readonly formDate: LocalDate }[];
} {
  const before = cutsOf(db, planId);
  const removed = before.filter((cut) => inForm(cut, wanted) === undefined);
  for (const cut of removed) removeCut(db, cut.id);
  const kept = before.flatMap((cut) => {
    const form = inForm(cut, wanted);
    return form === undefined ? [] : [{ cut, form }];
  });
  // Dates keep their order, so moving the last ones up first and the first ones down first never meets a
  // taken number.
  const up = kept.filter(({ cut, form }) => form.number > cut.number).reverse();
  const down = kept.filter(({ cut, form }) => form.number < cut.number);
  for (const { cut, form } of [...up, ...down]) updateCut(db, cut.id, { number: form.number });
  for (const { cut } of kept)
    if (cut.formDate !== null && isTaken(cut.formDate, cut, wanted))
      updateCut(db, cut.id, { formDate: null });
  const added = wanted.filter((each) => !kept.some(({ form }) => form === each));
  for (const each of added) addCut(db, { planId, ...each, addedAt: now });
  return {
    added,
    removed: removed.map((cut) => cut.date),
    moved: kept.flatMap(({ cut, form }) =>
      form.date === cut.date ? [] : [{ date: cut.date, formDate: form.date }],
    ),
  };
}

/**
 * Whether another cut of the form has the date from which a setting moved this one. Otherwise the cut keeps it, also when
 * the form prints where the cut is now: versions of the plan and what is programmed know the cut by it.
 */
function isTaken(formDate: LocalDate, cut: Cut, wanted: readonly PlanCut[]): boolean {
  return wanted.some((each) => each.date === formDate) && inForm(cut, wanted)?.date !== formDate;
}

/** The form's entry for a cut: under its date, else under the date from which a setting moved it. */
function inForm(cut: Cut, wanted: readonly PlanCut[]): PlanCut | undefined {
  return wanted.find((each) => each.date === cut.date) ?? wanted.find((each) => each.date === cut.formDate);
}
