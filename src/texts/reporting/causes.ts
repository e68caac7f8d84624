import type { Html } from '../../domain/events.ts';
import { bold, html, plain, shorten } from '../html.ts';
import { enumerate, theNumbers } from '../words/sentences.ts';

export const causeNames = {
  resources: 'Recursos',
  contracting: 'Contratación',
  time: 'Tiempo',
  others: 'Depende de otros',
  other: 'Otro',
} as const;

export const causeButtons = { oneByOne: 'Una por una', notNow: 'Ahora no', next: 'Siguiente' } as const;

const amounts = [
  '',
  'Una',
  'Dos',
  'Tres',
  'Cuatro',
  'Cinco',
  'Seis',
  'Siete',
  'Ocho',
  'Nueve',
  'Diez',
] as const;

export function whatHoldsThemBack(numbers: readonly string[]): Html {
  if (numbers.length === 1) {
    return html`La ${bold(`n.º ${numbers[0]}`)} va por debajo de lo esperado. ¿Qué la está frenando?`;
  }
  const amount = amounts[numbers.length] ?? String(numbers.length);
  return html`${plain(amount)} van por debajo de lo esperado${plain(numbers.length > 20 ? '' : ` (n.º ${enumerate(numbers)})`)}. ¿Qué las está frenando?`;
}

export function whatHoldsItBack(activity: { readonly number: string; readonly name: string }): Html {
  return html`${bold(`n.º ${activity.number}`)}. ${plain(shorten(activity.name, 120))}\n¿Qué la está frenando?`;
}

export function causeNoted(cause: keyof typeof causeNames, numbers: readonly string[]): Html {
  return html`Anotado para ${plain(theNumbers(numbers))}: ${plain(causeNames[cause].toLowerCase())}.`;
}

export function causesLeft(): Html {
  return plain('De acuerdo, lo dejamos para después.');
}

export function causesDone(): Html {
  return plain('Anotado. Gracias.');
}

export function chooseCause(): Html {
  return plain('No guardé ese mensaje. Si quiere decir qué las está frenando, toque una de las opciones.');
}
