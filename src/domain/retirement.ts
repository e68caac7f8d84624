import { type LocalDate, localDate, type Moment } from './dates.ts';

/** When an activity was, and is, out of its plan's form (epoch ms). */
export type Retirements = {
  /** Since when it is out; null: it is in the form. */
  readonly retiredAt: Moment | null;
  /** Earlier times out of the form, each ended by a later form. */
  readonly absences: readonly { readonly from: Moment; readonly until: Moment }[];
};

/** Whether the activity was out of the form at a moment. */
export function isAwayAt(activity: Retirements, moment: Moment): boolean {
  return spans(activity).some((away) => away.from <= moment && moment < away.until);
}

/**
 * How a cut treats an activity that was out of the form when the cut locked, whatever happened to it later
 * (specification: Figures). One that left on the cut date or before does not belong to the cut. One that left
 * while the cut still took reports counts with the report that it had, and is not missing without one.
 */
export function retiredFrom(
  activity: Retirements,
  cut: { readonly date: LocalDate; readonly locksAt: Moment },
): 'before' | 'meanwhile' | null {
  const away = spans(activity).find((each) => each.from < cut.locksAt && cut.locksAt <= each.until);
  if (!away) return null;
  return localDate(away.from) <= cut.date ? 'before' : 'meanwhile';
}

function spans({ retiredAt, absences }: Retirements): Retirements['absences'] {
  return retiredAt === null ? absences : [...absences, { from: retiredAt, until: Number.POSITIVE_INFINITY }];
}
