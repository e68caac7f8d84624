import type { LocalDate } from '../domain/dates.ts';
import type { Form } from './form.ts';

export type PlanCut = { readonly number: number; readonly date: LocalDate };

/** The four cuts a plan has unless its form prints others. */
function quarterlyCuts(fiscalYear: number): PlanCut[] {
  return ['03-31', '06-30', '09-30', '12-31'].map((day, index) => ({
    number: index + 1,
    date: `${fiscalYear}-${day}`,
  }));
}

/** Whether every printed date is one of the four quarterly ones of the year. */
export function areQuarterly(dates: readonly LocalDate[], fiscalYear: number): boolean {
  const quarterly = new Set(quarterlyCuts(fiscalYear).map((cut) => cut.date));
  return dates.every((date) => quarterly.has(date));
}

/** The cuts of a plan whose form prints these dates: the four quarterly ones, or exactly those, in order. */
export function cutsOfDates(dates: readonly LocalDate[], fiscalYear: number): PlanCut[] {
  if (areQuarterly(dates, fiscalYear)) return quarterlyCuts(fiscalYear);
  return [...new Set(dates)].sort().map((date, index) => ({ number: index + 1, date }));
}

/** The cuts of the plan of this form (specification: Cuts of a plan); the form's own blocks are among them. */
export function cutsOfPlan(form: Pick<Form, 'cuts' | 'fiscalYear'>): PlanCut[] {
  return cutsOfDates(
    form.cuts.map((cut) => cut.date),
    form.fiscalYear,
  );
}
