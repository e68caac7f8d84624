import { type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import { day, longDay } from '../words/days.ts';
import { monitoring } from '../words/names.ts';
import { enumerate } from '../words/sentences.ts';
import { figure, type ShownFigure } from '../words/units.ts';

export const handoverWords = {
  title: 'Relación de entrega',
  position: 'Cargo',
  entity: 'Entidad',
  giver: 'Entrega',
  receiver: 'Recibe',
  on: 'Fecha',
  plan: 'Plan',
  target: 'Meta',
  pending: 'Pendiente',
  noPending: 'nada en los cortes abiertos',
  next: 'Próximo corte',
  last: 'Último reporte',
  noReport: 'sin reporte',
  evidence: 'Soportes',
  givesSign: 'Entrega',
  receivesSign: 'Recibe',
} as const;

/** `7 actividades, 2 con reporte pendiente.` */
export function sumOfHandover(of: { readonly activities: number; readonly pending: number }): string {
  const activities = of.activities === 1 ? '1 actividad' : `${of.activities} actividades`;
  const pending = of.pending === 0 ? 'ninguna con reporte pendiente' : `${of.pending} con reporte pendiente`;
  return `${activities}, ${pending}.`;
}

/** `primer monitoreo (corte 31 de marzo), se recibe hasta el 7 de abril` */
export function pendingCut(cutNumber: number, date: LocalDate, lastDay: LocalDate): string {
  return `${monitoring(cutNumber)} (corte ${day(date)}), se recibe hasta el ${day(lastDay)}`;
}

export function pendingCuts(cuts: readonly string[]): string {
  return cuts.length === 0 ? handoverWords.noPending : enumerate(cuts);
}

/** `30 de junio de 2022, abre el 15 de junio` */
export function nextCut(date: LocalDate, opensOn: LocalDate): string {
  return `${longDay(date)}, abre el ${day(opensOn)}`;
}

/** `25 %, corte 31 de marzo, el 16 de marzo por Ana Arboleda` */
export function lastReportWords(
  of: ShownFigure & { readonly cutDate: LocalDate; readonly at: Moment; readonly by: string },
): string {
  return `${figure(of)}, corte ${day(of.cutDate)}, el ${day(localDate(of.at))} por ${of.by}`;
}

export function evidenceOfCut(cutDate: LocalDate, piece: string): string {
  return `Corte ${day(cutDate)}: ${piece}`;
}

/** Who entered a report that no person sent. */
export const planning = 'Planeación';

export function dateOfPaper(at: Moment): string {
  return longDay(localDate(at));
}

/** Under the paper: what it is drawn from. */
export function asItWas(at: Moment): string {
  return `Así estaba el ${longDay(localDate(at))} en el bot de seguimiento. Los soportes se conservan en la entidad; la huella (SHA-256) permite comprobar cada archivo.`;
}

export function handoverFileName(at: Moment): string {
  return `relacion-de-entrega_${localDate(at)}.pdf`;
}
