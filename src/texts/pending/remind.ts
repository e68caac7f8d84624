import type { Html } from '../../domain/events.ts';
import { bold, html, lines, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { pageBefore } from '../words/sentences.ts';

export type MissingPerson = {
  readonly name: string;
  readonly activities: number;
  readonly today: 'had' | 'onItsWay' | 'unreachable' | 'none';
};

const todayWords = {
  had: ' · hoy ya tuvo recordatorio',
  onItsWay: ' · su recordatorio está por salir',
  unreachable: ' · no se le puede escribir',
  none: '',
} as const;

/** `/recordar`: who has something pending, and who had a reminder today. */
export function whoIsMissing(of: {
  readonly people: number;
  readonly shown: readonly MissingPerson[];
  readonly page: number;
  readonly pages: number;
}): Html {
  return paragraphs(
    bold(`${of.people === 1 ? 'Falta' : 'Faltan'} ${count(of.people, 'persona', 'personas')}`),
    lines(
      ...of.shown.map(
        ({ name, activities, today }) =>
          html`• ${plain(shorten(name, 80))}: ${plain(count(activities, 'actividad', 'actividades'))}${plain(todayWords[today])}`,
      ),
    ),
    plain(`${pageBefore(of)}Cada persona recibe a lo más un recordatorio al día. ¿A quién se lo recuerdo?`),
  );
}

export function nobodyMissing(): Html {
  return plain('Ninguna persona que ya ingresó tiene actividades pendientes.');
}

/** The list of who is missing follows. */
export function nobodyCalled(): Html {
  return plain('No encuentro a esa persona entre quienes ya ingresaron.');
}

export function whichOfThem(): Html {
  return plain('Varias personas se llaman así. ¿A quién se lo recuerdo?');
}

export const remindButtons = {
  one: (name: string) => shorten(name, 40),
  back: 'Volver a la lista',
} as const;
