import type { LocalDate, Moment } from '../../domain/dates.ts';
import { type FormStatus, statusLines } from '../../texts/print/pdf.ts';
import type { ExportForm } from '../export-form.ts';
import type { Form } from '../form.ts';

/** The official form as it is to be printed: plain data that can be handed to another process. */
export type PdfModel = {
  readonly form: ExportForm;
  /** Stamped in the file: the same model gives the same bytes. */
  readonly madeAt: Moment;
};

/** A form with the monitoring of every cut up to and with the one that falls on `upTo`, and what it says of itself. */
export function pdfModel(
  form: Form,
  of: { readonly upTo: LocalDate; readonly standing: FormStatus; readonly madeAt: Moment },
): PdfModel {
  const upToCut = Math.max(0, ...form.cuts.filter((cut) => cut.date <= of.upTo).map((cut) => cut.number));
  const status = {
    preliminary: of.standing.kind === 'preliminary',
    lines: statusLines(of.standing, of.madeAt),
  };
  return { form: { ...form, upToCut, status }, madeAt: of.madeAt };
}
