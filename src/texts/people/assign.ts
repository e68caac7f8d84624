import { addDays, type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { officeNames } from '../enrolment/enrolment.ts';
import { bold, html, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { day, dayToDay, longDay, longDayToDay } from '../words/days.ts';
import { firstName } from '../words/names.ts';
import { enumerate } from '../words/sentences.ts';

/** A post as people call it. For an office this is its own name; `officeNames` names its holder. */
export type PostName = { readonly position: string } | { readonly office: keyof typeof officeNames };

export function postName(held: PostName): string {
  if ('position' in held) return held.position;
  return held.office === 'mayor' ? 'Alcaldía' : officeNames[held.office];
}

/** `la Alcaldía`; a position keeps its bare name, whose gender is the form's. */
export function thePost(held: PostName): string {
  if ('position' in held || held.office === 'control') return postName(held);
  return `la ${postName(held)}`;
}

/** `hoy`, `mañana`, `el 5 de abril`, `el 5 de abril de 2027` in another year. */
export function dayFrom(date: LocalDate, today: LocalDate): string {
  if (date === today) return 'hoy';
  if (date === addDays(today, 1)) return 'mañana';
  return `el ${date.slice(0, 4) === today.slice(0, 4) ? day(date) : longDay(date)}`;
}

/** `del 10 al 20 de junio`, `desde hoy hasta el 20 de junio`, `solo mañana`. */
export function daysFrom(from: LocalDate, until: LocalDate, today: LocalDate): string {
  if (from === until) return `solo ${dayFrom(from, today)}`;
  if (from === today || from === addDays(today, 1))
    return `desde ${dayFrom(from, today)} hasta ${dayFrom(until, today)}`;
  const thisYear = from.slice(0, 4) === today.slice(0, 4) && until.slice(0, 4) === today.slice(0, 4);
  return `del ${thisYear ? dayToDay(from, until) : longDayToDay(from, until)}`;
}

/** The last day of something that ends at a moment. */
export function lastDayOf(untilAt: Moment): LocalDate {
  return localDate(untilAt - 1);
}

type Span = {
  readonly name: string;
  readonly held: PostName;
  readonly today: LocalDate;
  readonly from: LocalDate;
  /** Its last day; null: for good. */
  readonly until: LocalDate | null;
};

/** To the person who receives it; `pending`: `pendingLines` of what came with it. */
export function received(
  of: Span & {
    readonly instead: readonly string[];
    readonly acting: boolean;
    readonly returns: boolean;
    readonly pending: Html;
    /** How much the person has pending in all, when it is more than what came. */
    readonly inAll: number | null;
  },
): Html {
  const when =
    of.until === null ? `desde ${dayFrom(of.from, of.today)}` : daysFrom(of.from, of.until, of.today);
  const acting = of.until !== null && of.acting ? ', por encargo' : '';
  const instead = of.instead.length === 0 ? '' : `, en lugar de ${names(of.instead)}`;
  const verb = of.returns ? 'vuelve a su cargo' : 'queda a su cargo';
  return paragraphs(
    html`${plain(firstName(of.name))}, ${plain(when)} ${plain(verb)} ${bold(thePost(of.held))}${plain(acting)}${plain(instead)}.`,
    of.pending,
    of.inAll === null
      ? nothing
      : plain(
          `Con lo que ya tenía, le ${of.inAll === 1 ? 'falta' : 'faltan'} ${count(of.inAll, 'actividad', 'actividades')}.`,
        ),
  );
}

/** To the person who no longer holds it. */
export function given(
  of: Span & {
    readonly to: readonly string[];
    /** It was an *encargo* that ends and returns. */
    readonly wasActing: boolean;
    /** The person holds it again after the last day. */
    readonly returns: boolean;
    /** Number of the activity in the person's open question. */
    readonly asked: string | null;
  },
): Html {
  const from = dayFrom(of.from, of.today);
  const who = names(of.to);
  const it = bold(thePost(of.held));
  const back = of.until !== null && of.returns ? '; después vuelve a usted' : '';
  const when = of.until === null ? `desde ${from}` : daysFrom(of.from, of.until, of.today);
  const first = plain(firstName(of.name));
  const said = of.wasActing
    ? html`${first}, su encargo de ${it} ${plain(of.from <= of.today ? 'terminó' : `termina ${from}`)}${plain(who === '' ? '' : ` y vuelve a ${who}`)}.`
    : who === ''
      ? html`${first}, desde ${plain(from)} ${it} ya no está a su cargo.`
      : html`${first}, ${plain(when)} ${it} queda a cargo de ${plain(who)}${plain(back)}.`;
  return paragraphs(
    said,
    of.asked === null
      ? nothing
      : html`La pregunta sobre la n.º ${plain(of.asked)} quedó cerrada; no hace falta que la responda.`,
    plain('Lo que usted reportó se conserva. Gracias.'),
  );
}

/** To a person whose planned assignment was called off. */
export function calledOff(of: Span & { readonly stays: boolean }): Html {
  const when =
    of.until === null ? `desde ${dayFrom(of.from, of.today)}` : daysFrom(of.from, of.until, of.today);
  const now = of.stays ? 'Todo sigue a su cargo como antes.' : 'No tiene que hacer nada.';
  return html`${plain(firstName(of.name))}, lo previsto con ${bold(thePost(of.held))} ${plain(when)} quedó sin efecto. ${plain(now)}`;
}

/** To everybody who holds an office. */
export function appointedBy(of: Omit<Span, 'held'> & { readonly office: keyof typeof officeNames }): Html {
  const when =
    of.until === null
      ? `desde ${dayFrom(of.from, of.today)}`
      : `por encargo, ${daysFrom(of.from, of.until, of.today)}`;
  return html`${bold(of.name)} queda como ${plain(officeNames[of.office])} ${plain(when)}.`;
}

export const contractButtons = { give: 'Dar el cargo a otra persona', date: 'Cambiar la fecha' } as const;

/** To the coordinators, before a contract ends. */
export function contractEnds(of: {
  readonly name: string;
  readonly held: PostName;
  readonly endsOn: LocalDate;
  readonly today: LocalDate;
}): Html {
  return paragraphs(
    html`El contrato de ${bold(of.name)} (${plain(shorten(postName(of.held), 120))}) termina ${plain(dayFrom(of.endsOn, of.today))}.`,
    plain('Si continúa la misma persona, cambie la fecha. ¿Quién sigue?'),
  );
}

function names(all: readonly string[]): string {
  return enumerate(all.map((name) => shorten(name, 80)));
}
