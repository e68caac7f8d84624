import { type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import { type VerdictWords, verdictWords } from '../review/verification.ts';
import { percent } from '../words/amounts.ts';
import { day, longDay, longDayToDay } from '../words/days.ts';
import { monitoring } from '../words/names.ts';
import { capital } from '../words/sentences.ts';
import { figure, type ShownFigure } from '../words/units.ts';

export const ownReportWords = {
  title: 'Informe de actividades',
  person: 'Nombre',
  position: 'Cargo',
  entity: 'Entidad',
  period: 'Fechas',
  cut: 'Corte',
  progress: 'Avance',
  now: 'Después',
  verdict: 'Control Interno',
  evidence: 'Soportes',
  onlyEvidence: 'En estas fechas no se reportó avance; se enviaron soportes.',
} as const;

/** `Del 1 al 31 de marzo de 2022`; one day: `El 1 de marzo de 2022`. */
export function periodWords(from: LocalDate, to: LocalDate): string {
  return from === to ? `El ${longDay(from)}` : `Del ${longDayToDay(from, to)}`;
}

export function sumOfPeriod(of: { readonly activities: number; readonly evidence: number }): string {
  const evidence = of.evidence === 1 ? '1 soporte' : `${of.evidence} soportes`;
  return `${of.activities === 1 ? '1 actividad' : `${of.activities} actividades`} y ${evidence}.`;
}

export function activityHeading(number: string, name: string): string {
  return `N.º ${number}. ${name}`;
}

/** `Primer monitoreo, corte 31 de marzo de 2022` */
export function cutWords(cutNumber: number, date: LocalDate): string {
  return `${capital(monitoring(cutNumber))}, corte ${longDay(date)}`;
}

/** `25 %, reportado el 16 de marzo` */
export function progressWords(of: ShownFigure, at: Moment): string {
  return `${figure(of)}, reportado el ${day(localDate(at))}`;
}

/** What stands today, when it is another report. */
export function laterWords(of: ShownFigure, by: 'entity' | 'other' | 'self', at: Moment): string {
  const who = {
    entity: 'corregido por la entidad',
    other: 'reportado por otra persona',
    self: 'reportado de nuevo',
  };
  return `${figure(of)}, ${who[by]} el ${day(localDate(at))}`;
}

export function verdictOfReport({ verdict, progress, remark }: Omit<VerdictWords, 'current'>): string {
  const own = progress === null ? '' : `, ${percent(progress)}`;
  return `${verdictWords[verdict]}${own}${remark === '' ? '' : `: ${remark}`}`;
}

const kinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'Foto',
  'image/png': 'Imagen',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
};

/** `Foto, 16 de marzo (SHA-256 4f2a91c07be3)`, or the link: the beginning of the digest tells files apart. */
export function evidenceWords(of: {
  readonly url: string | null;
  readonly mime: string | null;
  readonly sha256: string | null;
  readonly at: Moment;
}): string {
  const when = day(localDate(of.at));
  if (of.url !== null) return `${of.url} (${when})`;
  const digest = of.sha256 === null ? '' : ` (SHA-256 ${of.sha256.slice(0, 12)})`;
  return `${kinds[of.mime ?? ''] ?? 'Archivo'}, ${when}${digest}`;
}

/** Under the paper: what it is drawn from. */
export function drawnFrom(at: Moment): string {
  return `Tomado el ${longDay(localDate(at))} de los reportes registrados en el bot de seguimiento. Cada reporte queda en la auditoría con su fecha y su autor.`;
}

export function ownReportFileName({
  from,
  to,
}: {
  readonly from: LocalDate;
  readonly to: LocalDate;
}): string {
  return `informe_${from}_${to}.pdf`;
}
