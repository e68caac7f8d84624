import { type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { day, longDay, longDayToDay } from '../words/days.ts';
import { type Role, roleNames } from './enrolment.ts';

/** A post that somebody holds or held, and its last day. */
export type PostLine = {
  readonly held: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly acting: boolean;
  readonly over: boolean;
  readonly contractEndsOn: LocalDate | null;
};

/** The last twelve lines of a long history. */
function historyLines(history: readonly PostLine[]): readonly Html[] {
  const most = 12;
  const shown = history.slice(-most).map((each) => {
    const notes = [
      `${each.acting ? 'encargo ' : ''}${each.until === null ? `desde el ${longDay(each.from)}` : onDays(each.from, each.until)}`,
      ...(each.contractEndsOn === null ? [] : [`contrato hasta el ${longDay(each.contractEndsOn)}`]),
    ];
    return html`• ${plain(shorten(each.held, 100))}: ${plain(notes.join(', '))}`;
  });
  const more = history.length - shown.length;
  return more > 0 ? [...shown, plain(`y ${more} más, anteriores.`)] : shown;
}

function onDays(from: LocalDate, until: LocalDate): string {
  return from === until ? `el ${longDay(from)}` : `del ${longDayToDay(from, until)}`;
}

/** `/misdatos`: everything that is stored about a person (Ley 1581 of 2012, art. 8). */
export function myData(of: {
  readonly name: string;
  readonly telegramUserId: number;
  readonly telegramName: string | null;
  readonly enrolledAt: Moment;
  readonly consentVersion: string | null;
  readonly role: Role;
  readonly reports: number;
  /** Number of drafts. */
  readonly drafts: number;
  /** Number of files and links. */
  readonly evidence: number;
  /** Changes of a plan that this person asked for. */
  readonly changesAsked: number;
  /** Oldest first. */
  readonly history: readonly PostLine[];
  /** Whether the pseudonym of an account through which this person acted is kept. */
  readonly pseudonym: boolean;
  readonly contact: string;
}): Html {
  return paragraphs(
    plain('Esto es lo que guardamos de usted:'),
    lines(
      html`${italic('Nombre:')} ${plain(of.name)}`,
      html`${italic('Cargo:')} ${plain(roleNames(of.role) || 'ninguno')}`,
      html`${italic('Número de usuario en Telegram:')} ${plain(of.telegramUserId)}${
        of.telegramName === null ? nothing : html` («${plain(of.telegramName)}»)`
      }`,
      html`${italic('Autorización:')} ${plain(day(localDate(of.enrolledAt)))} de ${plain(localDate(of.enrolledAt).slice(0, 4))}, aviso ${plain(of.consentVersion ?? '')}`,
      html`${italic('Reportes y correcciones:')} ${plain(of.reports)}${plain(of.drafts === 0 ? '' : `, y ${of.drafts} a medias`)}`,
      of.evidence === 0 ? nothing : html`${italic('Soportes enviados:')} ${plain(of.evidence)}`,
      of.changesAsked === 0
        ? nothing
        : html`${italic('Cambios del plan que pidió:')} ${plain(of.changesAsked)}`,
      of.pseudonym
        ? html`${italic('Seudónimo de su cuenta:')} un código que no muestra cuál es; sirve para que nadie apruebe ni verifique sus propias cifras`
        : nothing,
      html`${italic('Mensajes:')} ${plain('los textos que le enviamos, por 30 días; de los suyos, solo una huella para contarlos una vez')}`,
    ),
    of.history.length === 0
      ? nothing
      : lines(italic('Lo que ha tenido a su cargo:'), ...historyLines(of.history)),
    html`Para corregir un dato escriba a: ${plain(of.contact)}. Para retirarse: /salir`,
  );
}
