import type { LocalDate, Moment } from '../../domain/dates.ts';
import type { PdfStanding } from '../../texts/pdf.ts';
import type { Form, FormCut } from '../form.ts';

/** The official form as it is to be printed: plain data that can be handed to another thread. */
export type PdfModel = {
  /** Monitoring of later cuts than the last one printed is left out by `pdfModel`. */
  readonly form: Form;
  /** The monitoring blocks to print, by date. */
  readonly cuts: readonly FormCut[];
  readonly standing: PdfStanding;
  /** Stamped in the file: the same model gives the same bytes. */
  readonly madeAt: Moment;
};

/** A plan longer than this is exported as CSV only (issue 4, point 3). */
export const MOST_ACTIVITIES = 700;

/** The form with the monitoring of every cut up to and with the one that falls on `upTo`. */
export function pdfModel(
  form: Form,
  of: { readonly upTo: LocalDate; readonly standing: PdfStanding; readonly madeAt: Moment },
): PdfModel {
  const cuts = form.cuts.filter((cut) => cut.date <= of.upTo);
  const numbers = new Set(cuts.map((cut) => cut.number));
  const activities = form.activities.map((activity) => ({
    ...activity,
    monitoring: activity.monitoring.filter((each) => numbers.has(each.cut)),
  }));
  return { form: { ...form, activities }, cuts, standing: of.standing, madeAt: of.madeAt };
}
