import type { Html } from '../domain/events.ts';
import { plain } from './html.ts';

/** A step that was asked more than 12 hours ago and is answered by a typed text. */
export function tooLongAgo(): Html {
  return plain(
    'Pasó mucho tiempo desde esa pregunta y no cambié nada. Si aún lo necesita, empiece de nuevo.',
  );
}

/** Left before the last word: everything is as it was. */
export function nothingChanged(): Html {
  return plain('De acuerdo, no cambié nada.');
}

/** What the phone shows for a moment; at most 200 characters (Bot API, answerCallbackQuery). */
export const lastWordOf = { doneAlready: 'Ya quedó hecho.' } as const;

/** Under a list of which several may be chosen. */
export const choiceButtons = {
  all: 'Todas',
  none: 'Ninguna',
  goOn: 'Seguir',
  cancel: 'Cancelar',
} as const;
