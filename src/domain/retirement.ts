import { type LocalDate, localDate, type Moment } from './dates.ts';

/** When an activity was, and is, out of its plan's form (epoch ms). */
export type Retirements = {
  /** Out of it now. */
  readonly retiredAt: Moment | null;
  /** Times from which a later form brought it back. */
  readonly absences: readonly { readonly from: Moment; readonly until: Moment }[];
};

/** Whether the form had no such activity at a moment. */
export function isAwayAt(activity: Retirements, moment: Moment): boolean {
  return spans(activity).some((away) => away.from <= moment && moment < away.until);
}

/**
 * How a cut treats an activity that was out of the form when it locked, whatever came of it later (specification:
 * Figures): gone on the cut date or before, it is none of that cut's; gone while the cut still took reports, it
 * counts with the report it had, and cannot be missing without one.
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
