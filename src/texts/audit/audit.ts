import type { LocalDate, Moment } from '../../domain/dates.ts';
import { localTime } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, lines, nothing, paragraphs, plain } from '../html.ts';
import { count } from '../words/amounts.ts';
import { longDay, longDayToDay } from '../words/days.ts';

/**
 * The words of each act, after the person who acted. `…` is replaced by the person concerned, who is left out
 * when it is the same person.
 */
export const actTexts = {
  personAdded: 'agregó a …',
  invited: 'invitó a …',
  invitationWithdrawn: 'anuló la invitación de …',
  consented: 'autorizó el tratamiento de sus datos e ingresó',
  declined: 'anotó un «No autorizo» en la invitación de …',
  enrolmentUndone: 'deshizo el ingreso de …',
  formerUndone: 'deshizo un ingreso anterior de …',
  accountMoved: 'pasó a otra cuenta de Telegram',
  left: 'se retiró',
  assigned: 'asignó a …',
  assignmentEnded: 'terminó la asignación de …',
  officeConfirmed: 'confirmó el nombramiento de …',
  officeChangeAsked: 'pidió un cambio de despacho o de cuenta de …',
  officeChangeEnded: 'respondió el cambio pedido de …',
  contractDated: 'anotó el fin del contrato de …',
  personRenamed: 'corrigió el nombre de …',
  planImported: 'importó el formato',
  planSettings: 'cambió los ajustes del plan',
  programmed: 'programó la actividad',
  planChangeAsked: 'pidió un cambio del plan',
  planChangeEnded: 'respondió un cambio pedido del plan',
  planVersion: 'dejó en firme una versión nueva del plan',
  dayOffAdded: 'agregó un día no hábil',
  dayOffRemoved: 'quitó un día no hábil',
  excluded: 'dejó como no programada',
  included: 'volvió a programar',
  reopened: 'reabrió el corte',
  closedEarly: 'cerró el corte antes de tiempo',
  reported: 'reportó',
  reportCorrected: 'corrigió el reporte',
  reportVoided: 'anuló el reporte',
  causeGiven: 'dijo qué frena la actividad',
  causeVoided: 'anuló una causa dada a nombre de …',
  evidenceReceived: 'dejó un soporte',
  evidenceVoided: 'anuló un soporte dejado a nombre de …',
  evidenceRemoved: 'quitó un soporte suyo',
  reminderSent: 'envió un recordatorio a …',
  reminderAsked: 'pidió recordar a …',
  summarySent: 'envió el resumen a …',
  noticeResent: 'volvió a enviar un aviso a …',
  presented: 'presentó el consolidado',
  approved: 'aprobó el corte',
  returned: 'devolvió el corte',
  verified: 'verificó el reporte',
  verdictVoided: 'anuló una verificación hecha a nombre de …',
  exported: 'descargó',
  published: 'publicó el corte',
  accessRefused: 'intentó algo que no le corresponde',
  strangers: 'contó intentos de personas sin invitación',
  backedUp: 'hizo una copia de seguridad',
  restored: 'restauró una copia de seguridad',
} as const;

export const actorTexts = { operator: 'La línea de órdenes', bot: 'El bot' } as const;

/** A person whose row no longer exists. */
export function unknownPerson(id: number): string {
  return `n.º ${id}`;
}

/** The words of an act, with the person concerned in place of `…`. */
export function actPhrase(text: string, concerning: string | null): string {
  return text.replace(/ (?:a|de) …/, (place) => (concerning === null ? '' : place.replace('…', concerning)));
}

export const auditButtons = {
  filter: 'Filtrar',
  all: 'Quitar el filtro',
  person: 'Por persona',
  activity: 'Por actividad',
  cut: 'Por corte',
  day: 'Por fecha',
  back: 'Volver a la lista',
  verify: 'Verificar la cadena',
} as const;

export type AuditLine = {
  readonly at: Moment;
  readonly who: string;
  readonly what: string;
  /** Activity, cut, plan. */
  readonly where: string;
  readonly change: string;
};

export type ChainState =
  | { readonly kind: 'whole'; readonly rows: number; readonly hash: string }
  | { readonly kind: 'broken'; readonly at: number }
  /** The audit is too long to check it for every page. */
  | { readonly kind: 'notLooked'; readonly rows: number; readonly hash: string };

/** A page of the audit, newest first, with the days as headings. */
export function auditList(of: {
  readonly lines: readonly AuditLine[];
  readonly filter: string | null;
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly chain: ChainState;
}): Html {
  const byDay = Map.groupBy(of.lines, (line) => localTime(line.at).date);
  const days = [...byDay].map(([date, own]) => lines(bold(longDay(date)), ...own.map(auditLine)));
  const place = of.pages > 1 ? `, página ${of.page} de ${of.pages}` : '';
  return paragraphs(
    lines(
      bold('Auditoría'),
      of.filter === null ? nothing : html`Filtro: ${plain(of.filter)}`,
      plain(`${count(of.found, 'acto', 'actos')}${place} · ${chainShort(of.chain)}`),
    ),
    ...(days.length === 0 ? [plain('No hay nada con ese filtro.')] : days),
  );
}

function auditLine({ at, who, what, where, change }: AuditLine): Html {
  const { hour, minute } = localTime(at);
  const time = `${hour}:${String(minute).padStart(2, '0')}`;
  return html`${plain(time)} · ${bold(who)} ${plain(`${what}${where}`)}${plain(change === '' ? '' : `: ${change}`)}`;
}

function chainShort(chain: ChainState): string {
  switch (chain.kind) {
    case 'whole':
      return 'cadena íntegra';
    case 'broken':
      return `la cadena se rompe en el registro ${chain.at}`;
    case 'notLooked':
      return `${count(chain.rows, 'registro', 'registros')} en la cadena`;
  }
}

/** The result of *Verificar la cadena*, with the hash that a person can keep and compare later. */
export function chainVerified(chain: ChainState): Html {
  if (chain.kind === 'broken')
    return html`La cadena ${bold('no está íntegra')}: el registro ${bold(chain.at)} no es el que se escribió. Avise a quien administra el bot y compare con la última copia.`;
  return paragraphs(
    html`La cadena está ${bold('íntegra')}: ${plain(count(chain.rows, 'registro', 'registros'))}, ninguno cambiado ni borrado por en medio.`,
    html`Última huella (SHA-256): ${plain(chain.hash)}`,
    plain('Si la guarda, más adelante podrá comprobar que nada anterior se quitó.'),
  );
}

export const auditFilterTexts = {
  choose: plain('¿Qué quiere ver de la auditoría?'),
  people: plain('Verá lo que hizo y lo que trata de ella. ¿De qué persona?'),
  activities: plain('¿De qué actividad?'),
  cuts: plain('¿De qué corte?'),
  days: plain('¿De qué día?'),
  nothing: plain('Todavía no hay nada para elegir.'),
} as const;

/** The words after the command match nothing. */
export function auditNotFound(words: string): Html {
  return paragraphs(
    html`No encontré «${plain(words)}» en la auditoría.`,
    plain(
      'Puede escribir un nombre, un mes, una fecha o el número de una actividad: /auditoria marzo, /auditoria Ana, /auditoria 16/03/2022, /auditoria 3.',
    ),
  );
}

export function spanLabel(from: LocalDate, until: LocalDate): string {
  return longDayToDay(from, until);
}

/** The command line. */
export const auditCli = {
  columns: ['N.º', 'Cuándo', 'Quién', 'Qué', 'Antes y después'],
  nothing: 'No hay nada con ese filtro.',
  whole: (rows: number, hash: string) =>
    `La cadena está íntegra: ${count(rows, 'registro', 'registros')}. Última huella: ${hash}`,
  broken: (row: number) => `la cadena de la auditoría se rompe en el registro ${row}`,
  stands: (row: number, when: string) => `El ancla es el registro ${row} (${when}): está en la cadena.`,
  missing: (anchor: string) =>
    `el ancla ${anchor} no está en la cadena: algo hasta ese registro se quitó o se cambió, o es de otra base de datos`,
  notAnAnchor: 'un ancla es el número del registro, dos puntos y su huella de 64 letras y números (0-9, a-f)',
  asRecorded: 'Reportes, veredictos, soportes y aprobaciones guardados son los registrados.',
  differs: (amount: number) =>
    amount === 1
      ? 'lo guardado difiere de la auditoría en 1 punto'
      : `lo guardado difiere de la auditoría en ${amount} puntos`,
  notADate: (text: string) => `«${text}» no es una fecha como 2026-05-22`,
  bothFormats: 'elija --json o --csv, no los dos',
  unknownActivity: (number: string) => `no hay una actividad ${number} en esos planes`,
  csv: [
    'registro',
    'fecha',
    'acto',
    'actor',
    'quien',
    'nombre_quien',
    'persona',
    'nombre_persona',
    'plan',
    'actividad',
    'corte',
    'antes',
    'despues',
    'huella',
  ],
} as const;
