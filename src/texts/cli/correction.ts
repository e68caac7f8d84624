import { percent } from '../words/amounts.ts';

type Of = { readonly cut: number; readonly plan: string; readonly number: string };

const which = (of: Of): string => `la actividad ${of.number} en el corte ${of.cut} de ${of.plan}`;

/** Printed for the operator after a report was corrected or voided. */
export const correctionDone = {
  corrected: (of: Of, before: number, after: number) =>
    `Quedó corregida ${which(of)}: de ${percent(before)} a ${percent(after)}. Se le avisará a su responsable.`,
  voided: (of: Of) =>
    `Quedó anulado el reporte de ${which(of)}. Sus revisiones se conservan y se le avisará a su responsable.`,
} as const;
