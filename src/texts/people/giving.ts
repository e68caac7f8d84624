import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { capital, enumerate } from '../words/sentences.ts';
import { dayFrom, daysFrom, type PostName, postName, thePost } from './assign.ts';

export type GiveKind = 'invite' | 'assign' | 'acting';

export const givingButtons = {
  leave: 'Dejar como está',
  today: 'Hoy',
  tomorrow: 'Mañana',
  sameOne: (name: string, what: string) => `Es ${shorten(name, 30)} (${shorten(what, 25)})`,
  somebodyElse: 'Es otra persona',
  insteadOf: (name: string) => `En lugar de ${shorten(name, 40)}`,
  insteadOfAll: 'En lugar de todas',
  besides: 'Además',
  yes: { invite: 'Sí, invitar', assign: 'Sí, asignar', acting: 'Sí, encargar' },
} as const;

const verbs = { assign: 'asigna', acting: 'encarga' } as const;
const asks = {
  invite: '¿A qué cargo o despacho invita?',
  assign: '¿Qué cargo o despacho asigna?',
  acting: '¿Qué cargo o despacho encarga?',
} as const;

export type Choice = { readonly label: string; readonly note: string };

/** Asks which post to give; each choice names its holder. */
export function postQuestion(kind: GiveKind, choices: readonly Choice[], page: string): Html {
  return paragraphs(
    lines(
      ...choices.map((each) => html`• ${bold(shorten(each.label, 100))}: ${plain(shorten(each.note, 120))}`),
      plain(page),
    ),
    kind === 'invite'
      ? plain(
          'Para varias personas, envíe una línea por cada una: «cargo: nombre», o pegue dos columnas de una hoja de cálculo.',
        )
      : nothing,
    plain(asks[kind]),
  );
}

/** Asks for the person; a new name is typed. */
export function personQuestion(kind: GiveKind, held: PostName, some: boolean, page: string): Html {
  return paragraphs(
    bold(postName(held)),
    plain(page),
    plain(
      some
        ? `Elija, o escriba el nombre completo de una persona nueva. ¿A quién ${kind === 'invite' ? 'invita' : `se lo ${verbs[kind]}`}?`
        : `Escriba el nombre completo de la persona ${kind === 'invite' ? 'a quien invita' : 'que lo recibe'}.`,
    ),
  );
}

/** Asks about somebody who has that name already. */
export function namesakeQuestion(name: string): Html {
  return html`Ya hay ${bold(name)} entre las personas. ¿Es la misma?`;
}

export function insteadQuestion(name: string, held: PostName, holders: readonly string[]): Html {
  return paragraphs(
    html`${bold(capital(thePost(held)))} ${plain(thePost(held).startsWith('la ') ? 'la' : 'lo')} ${plain(holders.length === 1 ? 'tiene' : 'tienen')} ${plain(enumerate(holders.map((each) => shorten(each, 60))))}.`,
    html`¿En lugar de quién queda ${bold(name)}, o además?`,
  );
}

export function fromQuestion(name: string, held: PostName): Html {
  return paragraphs(
    html`Encargo de ${bold(thePost(held))} a ${bold(name)}.`,
    plain('Toque un botón o escriba la fecha, por ejemplo «5 de abril» o 05/04/2026. ¿Desde qué día?'),
  );
}

export function untilQuestion(name: string, held: PostName, from: LocalDate, today: LocalDate): Html {
  return paragraphs(
    html`Encargo de ${bold(thePost(held))} a ${bold(name)}, desde ${plain(dayFrom(from, today))}.`,
    plain('Escriba la fecha, por ejemplo «20 de abril» o 20/04/2026. ¿Hasta qué día, ese incluido?'),
  );
}

export function notThatDay(clause: string): Html {
  return plain(`No puede ser: ${clause}.`);
}

/** Shows what is going to happen, before it does. */
export function confirmQuestion(of: {
  readonly kind: GiveKind;
  readonly name: string;
  readonly isNew: boolean;
  readonly enrolled: boolean;
  readonly held: PostName;
  readonly instead: readonly string[];
  /** The holders who stay in it. */
  readonly besides: readonly string[];
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly today: LocalDate;
  /** How many pending activities move. */
  readonly pending: number;
  /** It waits until the inviter confirms the name that comes in. */
  readonly awaits: boolean;
  /** They hold it already: only the link is new. */
  readonly already: boolean;
}): Html {
  const instead = of.instead.length === 0 ? '' : `, en lugar de ${names(of.instead)}`;
  const besides = of.besides.length === 0 || of.already ? '' : `, además de ${names(of.besides)}`;
  const when = of.until === null ? '' : `, ${daysFrom(of.from ?? of.today, of.until, of.today)}`;
  const who = of.isNew ? html`${bold(of.name)} (persona nueva)` : bold(of.name);
  return paragraphs(
    html`${who} ${plain(of.already ? 'ya tiene' : 'queda a cargo de')} ${bold(thePost(of.held))}${plain(`${when}${instead}${besides}`)}.`,
    lines(
      of.until === null || of.instead.length === 0
        ? nothing
        : plain(`Después vuelve solo a ${names(of.instead)}.`),
      of.pending === 0 || of.instead.length === 0
        ? nothing
        : plain(
            `${of.pending === 1 ? 'Pasa' : 'Pasan'} también ${count(of.pending, 'actividad pendiente', 'actividades pendientes')}.`,
          ),
      of.awaits ? plain('Empieza cuando usted confirme el nombre con que aparece en Telegram.') : nothing,
      of.enrolled ? nothing : plain('Le daré el enlace de su invitación.'),
    ),
    plain('¿Confirma?'),
  );
}

/** It is done; the `html` of a link may follow. */
export function done(of: {
  readonly name: string;
  readonly held: PostName;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly today: LocalDate;
  readonly instead: readonly string[];
}): Html {
  const when = of.until === null ? '' : ` ${daysFrom(of.from ?? of.today, of.until, of.today)}`;
  const instead = of.instead.length === 0 ? '' : `, en lugar de ${names(of.instead)}`;
  const notice = of.instead.length === 0 ? 'Se le avisa, si ya ingresó.' : 'Se les avisa, si ya ingresaron.';
  return html`Listo: ${bold(of.name)} queda a cargo de ${bold(thePost(of.held))}${plain(`${when}${instead}`)}. ${plain(notice)}`;
}

/** An office cannot be lent to somebody without an account. */
export function enrolFirst(name: string): Html {
  return html`Primero ${bold(name)} debe ingresar. Cuando acepte la invitación, encárguele el despacho con /encargo.`;
}

export function mayorHeld(holder: string): Html {
  return html`${bold(holder)} ya tiene ese despacho y solo puede haber una persona a la vez. Para que pase a otra use /asignar.`;
}

export function alreadyIn(name: string, held: PostName): Html {
  return html`${bold(name)} ya ingresó y ya tiene a su cargo ${plain(thePost(held))}. Si cambió de cuenta, hágale un enlace nuevo.`;
}

export function officeConfirmed(name: string, held: PostName): Html {
  return html`Listo: ${bold(name)} queda a cargo de ${bold(thePost(held))}. Se le avisa, y a los demás despachos.`;
}

export function notYours(): Html {
  return plain('Eso lo confirma quien hizo la invitación.');
}

export const hints = {
  held: plain('Toque uno de los botones, o escriba el cargo como aparece en la lista.'),
  person: plain('Elija una persona, o escriba su nombre completo (nombre y apellido).'),
  date: plain('Escriba una fecha, por ejemplo «5 de abril», 05/04/2026 o 2026-04-05.'),
  button: plain('Responda con uno de los botones, por favor.'),
} as const;

function names(all: readonly string[]): string {
  return enumerate(all.map((name) => shorten(name, 60)));
}

/** A name that fits on a button. */
export function shortLabel(name: string): string {
  return shorten(name, 50);
}
