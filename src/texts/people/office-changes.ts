import type { LocalDate, Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { officeNames } from '../enrolment/enrolment.ts';
import { bold, html, nothing, paragraphs, plain, shorten } from '../html.ts';
import { clockTime } from '../words/days.ts';
import { firstName } from '../words/names.ts';
import { ended, enumerate } from '../words/sentences.ts';
import { dayFrom, daysFrom } from './assign.ts';

type Office = keyof typeof officeNames;

/** A change of an office that waits for a yes. */
export type OfficeChangeWords = {
  readonly kind: 'account' | 'holder';
  readonly asker: string;
  /** The person whose account changes, or who receives the office. */
  readonly name: string;
  /** The Telegram name of the account that would hold it. */
  readonly telegramName: string;
  readonly offices: readonly Office[];
  /** The people who give it up. */
  readonly instead: readonly string[];
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly today: LocalDate;
  readonly expiresAt: Moment;
};

export const officeChangeButtons = {
  yes: 'Sí, de acuerdo',
  no: 'No',
  withdraw: 'Retirar lo pedido',
  confirm: (name: string) => `Confirmar a ${shorten(name, 40)}`,
  open: (name: string) => `Cambio por confirmar: ${shorten(name, 35)}`,
} as const;

function officesOf(of: OfficeChangeWords): string {
  return enumerate(of.offices.map((office) => officeNames[office]));
}

function spanOf({ from, until, today }: OfficeChangeWords): string {
  const isNow = from === null || from <= today;
  if (until === null) return isNow ? '' : ` desde ${dayFrom(from, today)}`;
  return ` por encargo ${isNow ? `hasta ${dayFrom(until, today)}` : daysFrom(from, until, today)}`;
}

/** What was asked for, as a clause. */
function clause(of: OfficeChangeWords, own = false): Html {
  if (of.kind === 'account')
    return own
      ? html`pasar su ingreso (${plain(officesOf(of))}) a otra cuenta de Telegram`
      : html`pasar el ingreso de ${bold(of.name)} (${plain(officesOf(of))}) a otra cuenta de Telegram`;
  const instead = own ? ' en lugar de usted' : insteadOf(of);
  return html`que ${bold(of.name)} quede como ${bold(officesOf(of))}${plain(`${instead}${spanOf(of)}`)}`;
}

function insteadOf({ instead }: OfficeChangeWords): string {
  return instead.length === 0 ? '' : ` en lugar de ${enumerate(instead.map((name) => shorten(name, 60)))}`;
}

/** To a person who may say yes. @param own to the account that would lose the office */
export function officeChangeQuestion(of: OfficeChangeWords, own: boolean): Html {
  return paragraphs(
    html`${bold(of.asker)} pidió ${clause(of, own)}. En Telegram ${plain(of.kind === 'account' ? 'esa cuenta' : 'esa persona')} aparece como «${plain(shorten(of.telegramName, 60))}».`,
    plain(
      `${own ? '' : 'Confírmelo antes con esa persona. '}Sin respuesta hasta el ${clockTime(of.expiresAt)} no cambia nada.`,
    ),
    plain(of.kind === 'account' && own ? '¿Es su cuenta nueva?' : '¿Está de acuerdo?'),
  );
}

/** A question that was asked on an earlier day. */
export function askedAgain(question: Html): Html {
  return paragraphs(plain('Sigue esperando su respuesta.'), question);
}

/** To the person who waits for an office. @param who must confirm the name; empty: nobody coordinates now */
export function nameToBeConfirmed(office: Office, who: readonly string[]): Html {
  return html`Falta que ${bold(who.length === 0 ? 'Planeación' : either(who))} confirme su nombre. Entonces empieza como ${bold(officeNames[office])} y le avisamos.`;
}

/** The same, when the name is confirmed. @param who may say yes */
export function yesToBeSaid(office: Office, who: readonly string[]): Html {
  return html`Su nombre está confirmado. Falta el sí de ${bold(either(who))}, a quien ya se lo pedimos. Entonces empieza como ${bold(officeNames[office])} y le avisamos.`;
}

/** Above the list of /personas, /pendientes and /presentar. @param who the others who must confirm; null: the reader */
export function nameWaits(name: string, office: Office, who: readonly string[] | null): Html {
  const confirms = who === null ? 'usted' : who.length === 0 ? 'Planeación' : either(who);
  return html`${bold(shorten(name, 60))} espera que ${plain(confirms)} confirme su nombre para empezar como ${plain(officeNames[office])}.`;
}

/** To the person who asked. @param who may say yes */
export function officeChangeAsked(of: OfficeChangeWords, who: readonly string[]): Html {
  return paragraphs(
    html`Falta el sí de ${bold(either(who))} para ${clause(of)}. Ya se lo pedimos.`,
    plain(`Sin respuesta hasta el ${clockTime(of.expiresAt)} no cambia nada. Puede retirarlo en /personas.`),
  );
}

function either(who: readonly string[]): string {
  const names = who.map((name) => shorten(name, 60));
  return names.length <= 1 ? names.join('') : `${names.slice(0, -1).join(', ')} o ${names.at(-1)}`;
}

/** To the person who asked, who may withdraw it, and to other coordinators. */
export function officeChangeCard(of: OfficeChangeWords, isAsker: boolean): Html {
  return paragraphs(
    html`${bold(of.asker)} pidió ${clause(of)}.`,
    plain(ended(`Espera el sí de otro despacho hasta el ${clockTime(of.expiresAt)}`)),
    isAsker ? plain('¿Lo retira?') : nothing,
  );
}

/** How it ended. @param by the person who decided; null: nobody */
export function officeChangeEnded(
  of: OfficeChangeWords,
  outcome: 'agreed' | 'refused' | 'withdrawn' | 'expired' | 'void',
  by: string | null,
): Html {
  const it = clause(of);
  switch (outcome) {
    case 'agreed':
      return html`Listo: ${bold(by ?? '')} estuvo de acuerdo en ${it}.`;
    case 'refused':
      return html`${bold(by ?? '')} no estuvo de acuerdo en ${it}. No cambió nada.`;
    case 'withdrawn':
      return html`${bold(by ?? '')} retiró lo que había pedido: ${it}. No cambió nada.`;
    case 'expired':
      return html`En siete días nadie respondió lo que pidió ${bold(of.asker)}: ${it}. No cambió nada.`;
    case 'void':
      return html`Quedó sin efecto lo que pidió ${bold(of.asker)}: ${it}. No cambió nada.`;
  }
}

/** To the person who answered. */
export function officeChangeAnswered(of: OfficeChangeWords, answer: 'yes' | 'no' | 'withdraw'): Html {
  switch (answer) {
    case 'yes':
      return html`Listo, quedó hecho: ${clause(of)}. Lo sabrán los demás despachos.`;
    case 'no':
      return html`De acuerdo, no cambió nada. ${bold(of.asker)} lo sabrá.`;
    case 'withdraw':
      return plain('Listo, lo retiró. No cambió nada.');
  }
}

/** Answer to a button of a change that is decided already. */
export function officeChangeOver(): Html {
  return plain('Eso ya no espera respuesta.');
}

export function officeChangeNotYours(): Html {
  return plain('Eso lo responde otra persona de los despachos.');
}

/** Why the change was not asked for. */
export const officeChangeNotAsked = {
  waiting: plain('Ya hay un cambio de ese despacho por confirmar. Véalo en /personas.'),
  refusedLately: plain('Hace menos de un día no estuvieron de acuerdo con ese cambio. Puede pedirlo mañana.'),
} as const;

/** Nobody in the chat can say yes. */
export function onlyOperator(name: string, id: number | null): Html {
  const how = id === null ? '' : `: «person invite ${id}»`;
  return html`El despacho de ${bold(name)} solo puede cambiarlo desde aquí otra persona de los despachos, y no hay quien lo confirme. Pídalo a quien instaló el bot${plain(how)}.`;
}

/** To the person who opened an invitation for the holder of an office. */
export function accountWaits(name: string, expiresAt: Moment): Html {
  return paragraphs(
    html`Gracias, ${plain(firstName(name))}. Como se trata de un despacho, falta que alguien más lo confirme: usted desde su cuenta de antes, u otra persona de los despachos.`,
    plain(
      `Le avisamos por aquí. Sin respuesta hasta el ${clockTime(expiresAt)} no cambia nada y no guardamos esta cuenta.`,
    ),
  );
}

export const accountRefused = {
  operator: plain('Para este despacho el enlace lo da quien instaló el bot. Hable con Planeación.'),
  refusedLately: plain('Hace menos de un día no se confirmó esa cuenta. Hable con Planeación.'),
} as const;

export function accountNotLinked(outcome: 'agreed' | 'refused' | 'withdrawn' | 'expired' | 'void'): Html {
  const why =
    outcome === 'expired' ? 'Nadie confirmó esta cuenta en siete días' : 'Esta cuenta no se confirmó';
  return plain(
    `${why}, así que no ingresó y no la guardamos. Si le corresponde, pida otra invitación a Planeación.`,
  );
}

/** Above the list of /personas and /pendientes. */
export function officeChangesWaiting(toAnswer: number, asked: number): Html {
  return paragraphs(
    toAnswer === 0
      ? nothing
      : plain(
          toAnswer === 1
            ? 'Un cambio de despacho espera su respuesta.'
            : `${toAnswer} cambios de despacho esperan su respuesta.`,
        ),
    asked === 0
      ? nothing
      : plain(
          asked === 1
            ? 'Un cambio que usted pidió espera respuesta.'
            : `${asked} cambios que usted pidió esperan respuesta.`,
        ),
  );
}

/** To the coordinator who makes the link: opening it asks these people for their yes. */
export function linkAsksFirst(who: readonly string[]): Html {
  return html`Al abrirlo pediremos el sí de ${bold(either(who))}. Hasta entonces no cambia nada.`;
}
