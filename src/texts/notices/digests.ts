import { daysBetween, type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { cutOfPlan } from '../cuts/cuts.ts';
import { bold, html, plain } from '../html.ts';
import { amount, count } from '../words/amounts.ts';
import { day } from '../words/days.ts';
import { type VacantPosition, vacantLines } from './reminders.ts';

export type CutDigest = {
  readonly kind: 'opening' | 'eve' | 'closed';
  readonly plan: { readonly title: string; readonly fiscalYear: number };
  readonly cutNumber: number;
  readonly closingDate: LocalDate;
  /** The last day that still takes something missing; null: there is none. */
  readonly lastDay: LocalDate | null;
  readonly activities: number;
  readonly reported: number;
  /** Who is missing, one line per position. */
  readonly missing: readonly Html[];
  /** The vacant positions among them. */
  readonly vacant: readonly VacantPosition[];
};

const mostPositions = 20;

/**
 * To a coordinator: the state of a cut on its opening day, and before and after it closes. It names who is
 * missing and never scolds.
 */
export function cutDigest(of: CutDigest, now: Moment): readonly Html[] {
  switch (of.kind) {
    case 'opening':
      return [
        html`Abrió el ${bold(cutOfPlan(of))}: ${plain(count(of.activities, 'actividad', 'actividades'))}, cierra el ${bold(day(of.closingDate))}.`,
        ...(of.reported === 0 ? [] : [reportedLine(of)]),
        ...vacantLines(of.vacant),
      ];
    case 'eve':
      return [
        html`${plain(whenItCloses(of.closingDate, now))} el ${bold(cutOfPlan(of))}.`,
        reportedLine(of),
        ...missingLines(of),
      ];
    case 'closed':
      return [
        html`Cerró el ${plain(day(of.closingDate))} el ${bold(cutOfPlan(of))}.`,
        reportedLine(of),
        ...missingLines(of),
        ...(of.lastDay === null
          ? []
          : [plain(`Lo que falta se recibe hasta el ${day(of.lastDay)}, como extemporáneo.`)]),
      ];
  }
}

function whenItCloses(date: LocalDate, now: Moment): string {
  const ahead = daysBetween(localDate(now), date);
  if (ahead === 0) return `Hoy, ${day(date)}, cierra`;
  return ahead === 1 ? `Mañana, ${day(date)}, cierra` : `El ${day(date)} cierra`;
}

function reportedLine({ activities, reported, kind }: CutDigest): Html {
  if (reported === activities)
    return plain(`Reportadas ${amount(reported)} de ${amount(activities)}: está todo.`);
  const left = activities - reported;
  const missing =
    kind === 'closed' ? `sin reporte ${amount(left)}` : `${left === 1 ? 'falta' : 'faltan'} ${amount(left)}`;
  return plain(`Reportadas ${amount(reported)} de ${amount(activities)}, ${missing}.`);
}

function missingLines({ missing }: CutDigest): readonly Html[] {
  const more = missing.length - mostPositions;
  return [
    ...missing.slice(0, mostPositions).map((each) => html`• ${each}`),
    ...(more > 0 ? [plain(`y ${count(more, 'cargo más', 'cargos más')}: están en /pendientes.`)] : []),
  ];
}
