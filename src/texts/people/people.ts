import { daysBetween, type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { whyNot } from '../pending/pending.ts';
import { day, longDay } from '../words/days.ts';
import { capital, pageInTitle } from '../words/sentences.ts';
import { dayFrom, daysFrom, type PostName, postName, thePost } from './assign.ts';

/** A post that somebody holds, now or later. */
export type ShownSpan = {
  readonly held: PostName;
  /** Null: it has begun. */
  readonly from: LocalDate | null;
  /** Last day. */
  readonly until: LocalDate | null;
  readonly acting: boolean;
  readonly inPlaceOf: string | null;
  readonly contractEndsOn: LocalDate | null;
};

export type ShownPerson = {
  readonly name: string;
  readonly enrolledAt: Moment | null;
  readonly telegramName: string | null;
  readonly unreachable: { readonly since: Moment; readonly why: string | null } | null;
  readonly lastHeardAt: Moment | null;
  readonly invitation: {
    readonly expiresAt: Moment;
    readonly valid: boolean;
    readonly declinedAt: Moment | null;
    readonly withdrawn: boolean;
    /** The office that begins once the inviter confirms the name. */
    readonly office: PostName | null;
  } | null;
  readonly spans: readonly ShownSpan[];
};

export const peopleButtons = {
  invite: 'Invitar',
  assign: 'Asignar un cargo',
  acting: 'Encargo',
  newLink: 'Nuevo enlace',
  otherAccount: 'Cambió de cuenta: nuevo enlace',
  withdraw: 'Retirar el enlace',
  another: 'Darle un cargo',
  rename: 'Corregir el nombre',
  all: 'Ver todas',
  giveAway: 'Dar a otra persona',
  contract: 'Fin de contrato',
  end: 'Terminar',
  endActing: 'Terminar el encargo',
  name: (name: string) => shorten(name, 50),
  vacant: (name: string) => `Sin responsable: ${shorten(name, 40)}`,
  held: (held: PostName) => shorten(postName(held), 50),
} as const;

/** `/personas`: who holds which post, and the vacant ones. */
export function peopleList(
  entries: readonly (
    | { readonly kind: 'person'; readonly person: ShownPerson }
    | { readonly kind: 'vacant'; readonly held: PostName }
  )[],
  of: { readonly page: number; readonly pages: number; readonly today: LocalDate },
): Html {
  return paragraphs(
    bold(`Personas y cargos${pageInTitle(of)}`),
    entries.length === 0
      ? plain('Todavía no hay personas ni cargos. Importe un plan con /importar.')
      : lines(
          ...entries.map((entry) =>
            entry.kind === 'vacant'
              ? html`• ${bold('Sin responsable:')} ${plain(shorten(postName(entry.held), 120))}`
              : html`• ${bold(shorten(entry.person.name, 60))}: ${plain(inShort(entry.person, of.today))}`,
          ),
        ),
    entries.length === 0 ? nothing : plain('Toque un nombre para ver qué puede hacer.'),
  );
}

function inShort(person: ShownPerson, today: LocalDate): string {
  const held = person.spans.map((span) => {
    const notes = spanNotes(span, today);
    return `${shorten(postName(span.held), 70)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
  });
  const most = 3;
  const more = held.length > most ? ` y ${held.length - most} más` : '';
  const shown = held.length === 0 ? 'sin cargo' : `${held.slice(0, most).join('; ')}${more}`;
  return [shown, ...status(person, today)].join(' · ');
}

function spanNotes(span: ShownSpan, today: LocalDate): readonly string[] {
  return [
    ...whenWords(span, today),
    ...(span.inPlaceOf === null ? [] : [`en lugar de ${shorten(span.inPlaceOf, 50)}`]),
    ...(span.contractEndsOn === null ? [] : [contract(span.contractEndsOn, today)]),
  ];
}

function whenWords({ from, until, acting }: ShownSpan, today: LocalDate): readonly string[] {
  const what = acting ? 'encargo ' : '';
  if (until === null) return from === null ? [] : [`desde ${dayFrom(from, today)}`];
  return [`${what}${from === null ? `hasta ${dayFrom(until, today)}` : daysFrom(from, until, today)}`];
}

function contract(endsOn: LocalDate, today: LocalDate): string {
  return daysBetween(today, endsOn) < 0
    ? `contrato vencido ${dayFrom(endsOn, today)}`
    : `contrato hasta ${dayFrom(endsOn, today)}`;
}

/** Whether the person is enrolled and can be reached (and why not), and the state of the invitation. */
function status(person: ShownPerson, today: LocalDate): readonly string[] {
  const { enrolledAt, unreachable, invitation } = person;
  if (enrolledAt !== null)
    return unreachable === null
      ? ['ya ingresó']
      : [
          `ya ingresó, no recibe mensajes desde ${dayFrom(localDate(unreachable.since), today)}: ${whyNot(unreachable.why)}`,
        ];
  if (invitation === null) return ['sin invitar'];
  const to = invitation.office === null ? '' : ` para ${thePost(invitation.office)}`;
  if (invitation.withdrawn) return [`no ha ingresado, enlace${to} retirado`];
  const declined =
    invitation.declinedAt === null ? [] : [`no autorizó ${dayFrom(localDate(invitation.declinedAt), today)}`];
  const until = dayFrom(localDate(invitation.expiresAt), today);
  return [
    invitation.valid ? `invitación enviada${to}, el enlace vence ${until}` : `enlace${to} vencido ${until}`,
    ...declined,
  ];
}

/** `Página 2 de 3.`, nothing when there is one. */
export function pageWords(page: number, pages: number): string {
  return pages > 1 ? `Página ${page} de ${pages}.` : '';
}

/** One person, with everything that may be shown. */
export function personCard(
  person: ShownPerson,
  of: { readonly today: LocalDate; readonly spans: readonly ShownSpan[]; readonly page: string },
): Html {
  const { today, spans } = of;
  const { enrolledAt, telegramName, lastHeardAt } = person;
  return paragraphs(
    bold(person.name),
    lines(
      plain(`${capital(status(person, today).join(' · '))}.`),
      enrolledAt === null
        ? nothing
        : plain(
            `Ingresó el ${longDay(localDate(enrolledAt))}${telegramName === null ? '' : `; en Telegram aparece como «${shorten(telegramName, 60)}»`}.`,
          ),
      enrolledAt === null || lastHeardAt === null
        ? nothing
        : plain(`Escribió o tocó un botón por última vez el ${day(localDate(lastHeardAt))}.`),
    ),
    spans.length === 0
      ? plain('No tiene cargos.')
      : lines(...spans.map((span) => html`• ${spanLine(span, today)}`), plain(of.page)),
  );
}

/** A position or an office and its holders. */
export function postCard(
  held: PostName,
  holders: readonly { readonly name: string; readonly span: ShownSpan }[],
  of: { readonly today: LocalDate; readonly page: string },
): Html {
  const { today } = of;
  return paragraphs(
    bold(postName(held)),
    holders.length === 0
      ? plain('Está sin responsable.')
      : lines(
          ...holders.map(({ name, span }) => {
            const notes = spanNotes(span, today);
            return html`• ${plain(shorten(name, 100))}${plain(notes.length === 0 ? '' : ` (${notes.join(', ')})`)}`;
          }),
          plain(of.page),
        ),
  );
}

/** One post of a person. */
export function spanCard(name: string, span: ShownSpan, today: LocalDate): Html {
  return paragraphs(bold(name), spanLine(span, today));
}

function spanLine(span: ShownSpan, today: LocalDate): Html {
  const notes = spanNotes(span, today);
  return html`${plain(shorten(postName(span.held), 200))}${plain(notes.length === 0 ? '' : `: ${notes.join(', ')}`)}`;
}

export const leaveAsIs = 'Dejar como está';

/** Makes a refusal out of a clause. */
export function cannotBe(clause: string): Html {
  return plain(`No se puede: ${clause}.`);
}

export function goneMeanwhile(): Html {
  return plain('Eso cambió mientras tanto. Empiece de nuevo con /personas.');
}
