import { type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, plain, shorten } from '../html.ts';
import { clockTime, day } from '../words/days.ts';
import { ended, pageInTitle } from '../words/sentences.ts';
import { whyNot } from './pending.ts';

type Kind = 'reminder' | 'notice' | 'summary';

const kinds: Readonly<Record<Kind, string>> = {
  reminder: 'recordatorio',
  notice: 'aviso',
  summary: 'resumen',
};

export type Undelivered = {
  readonly name: string;
  readonly kind: Kind;
  readonly at: Moment;
  readonly why: string | null;
};

export function undeliveredTitle(
  amount: number,
  place: { readonly page: number; readonly pages: number },
): Html {
  return html`${bold('Mensajes sin entregar')}${plain(`: ${amount}${pageInTitle(place)}`)}`;
}

export function undeliveredLine(of: Undelivered): Html {
  return html`• ${plain(shorten(of.name, 60))}: ${plain(kinds[of.kind])} del ${plain(day(localDate(of.at)))}, ${plain(whyNot(of.why))}`;
}

export function sendAgainHint(): Html {
  return plain('Los recordatorios salen con lo que esté pendiente ahora. ¿Cuál envía de nuevo?');
}

export function nothingUndelivered(): Html {
  return plain('Todos los mensajes se entregaron.');
}

const refusals = {
  notFailed: 'ya no hace falta',
  left: 'se retiró del bot',
  neverOpened: 'no ha abierto el chat con el bot: pídale que lo abra y escriba',
  notNeeded: 'ya no tiene nada pendiente',
  alreadyToday: 'ya tiene el recordatorio de ese día',
} as const;

export type ResentWords =
  | { readonly name: string; readonly when: Moment | null }
  | { readonly name: string; readonly why: keyof typeof refusals };

/** The result of sending again, one line each. `when` null: at once. */
export function resentLine(of: ResentWords): Html {
  const who = shorten(of.name, 60);
  if ('why' in of) return plain(`${who}: no se envía, ${refusals[of.why]}.`);
  return plain(
    ended(`${who}: ${of.when === null ? 'sale en unos minutos' : `sale el ${clockTime(of.when)}`}`),
  );
}

export const undeliveredButtons = {
  open: (amount: number) => `Mensajes sin entregar (${amount})`,
  again: (name: string, kind: Kind, date: LocalDate) =>
    `Enviar de nuevo: ${shorten(name, 25)}, ${kinds[kind]} del ${day(date)}`,
  all: 'Enviar todos de nuevo',
} as const;
