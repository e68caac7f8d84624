import type { LocalDate, Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, plain, shorten } from '../html.ts';
import { clockTime, day } from '../words/days.ts';
import { ended, enumerate, pageBefore, pageInTitle } from '../words/sentences.ts';
import { whyNot } from './pending.ts';

export type ToldOutcome =
  | { readonly outcome: 'sent'; readonly at: Moment }
  | { readonly outcome: 'onItsWay' | 'talking' }
  | {
      readonly outcome: 'none';
      readonly why: keyof typeof whyNothing;
      readonly detail: string | null;
      readonly at: Moment | null;
      readonly days: readonly LocalDate[];
    };

type Because = {
  readonly detail: string | null;
  readonly at: Moment | null;
  readonly days: readonly LocalDate[];
};

const on = (at: Moment | null): string => (at === null ? '' : ` (${clockTime(at)})`);

const whyNothing = {
  notYet: () => 'todavía no es la hora: los recordatorios salen a las 8:00 a. m.',
  dayOff: () => 'no era día hábil',
  notEnrolled: () => 'no ha ingresado: falta que abra su invitación',
  enrolledLater: ({ at }: Because) => `ingresó después${on(at)}`,
  left: ({ at }: Because) => `se retiró del bot${on(at)}`,
  noPosition: () => 'no tenía ningún cargo',
  noOpenCut: () => 'ningún corte recibía reportes de sus cargos',
  done: () => 'ya lo había reportado todo',
  noReminderDay: ({ days }: Because) =>
    `no era día de recordatorio${days.length === 0 ? '' : `; son: ${enumerate(days.map(day))}`}`,
  ofThePast: () => 'lo pendiente llegó a su cargo después de las 8:00 a. m.',
  superseded: () => 'otro aviso de ese día ya le decía lo pendiente',
  closed: () => 'lo pendiente dejó de recibir reportes antes de que saliera',
  reassigned: () => 'el cargo pasó a otra persona',
  conversation: () => 'estuvo respondiendo y no se le interrumpió en todo el día',
  outsideHours: () => 'no alcanzó a salir antes de las 7:00 p. m.',
  undeliverable: ({ detail }: Because) => `no se pudo entregar: ${whyNot(detail)}`,
  botDown: () => 'el bot no estaba en marcha a esa hora',
} as const;

/** What happened to a reminder, in words that follow *24 de marzo:*. */
export function outcomeWords(of: ToldOutcome): string {
  switch (of.outcome) {
    case 'sent':
      return `recibió el recordatorio (${clockTime(of.at)})`;
    case 'onItsWay':
      return 'está por salir';
    case 'talking':
      return 'sale cuando termine de responder';
    case 'none':
      return `no le llegó, ${whyNothing[of.why](of)}`;
  }
}

/** *Ana Arboleda, 24 de marzo: no le llegó, ya lo había reportado todo.* */
export function whyLine(name: string, date: LocalDate, of: ToldOutcome): string {
  return ended(`${name}, ${day(date)}: ${outcomeWords(of)}`);
}

export function whoseReminders(place: { readonly page: number; readonly pages: number }): Html {
  return plain(`${pageBefore(place)}¿De quién quiere ver los recordatorios?`);
}

export function remindersOf(name: string, place: { readonly page: number; readonly pages: number }): Html {
  return html`${bold(`Recordatorios de ${shorten(name, 100)}`)}${plain(pageInTitle(place))}`;
}

export function dayLine(date: LocalDate, of: ToldOutcome): Html {
  return html`${bold(day(date))}: ${plain(ended(outcomeWords(of)))}`;
}

export function nobodyReports(): Html {
  return plain('Todavía no hay personas con un cargo.');
}

export const whyButtons = {
  open: 'Por qué no llegó un recordatorio',
  person: (name: string) => shorten(name, 50),
  all: 'Ver otra persona',
} as const;
