import { figure, type ShownFigure, shortFigure } from '../words/units.ts';

type Of = { readonly cut: number; readonly plan: string; readonly number: string };

const which = (of: Of): string => `la actividad ${of.number} en el corte ${of.cut} de ${of.plan}`;

/** Printed for the operator after a report was corrected or voided. */
export const correctionDone = {
  corrected: (of: Of, before: ShownFigure, after: ShownFigure) =>
    `Quedó corregida ${which(of)}: de ${figure(before)} a ${figure(after)}. Se le avisará a su responsable.`,
  /** `--progress 75` where both are possible. */
  whichFigure: (figures: readonly ShownFigure[]) =>
    `¿${figures.map(shortFigure).join(' o ')}? Escríbalo con la unidad o con %.`,
  voided: (of: Of) =>
    `Quedó anulado el reporte de ${which(of)}. Sus revisiones se conservan y se le avisará a su responsable.`,
} as const;
