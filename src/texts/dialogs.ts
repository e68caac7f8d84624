import type { Html } from '../domain/events.ts';
import { plain } from './html.ts';

/** A typed answer to a step that was asked more than 12 hours ago. */
export function tooLongAgo(): Html {
  return plain(
    'Pasó mucho tiempo desde esa pregunta y no cambié nada. Si aún lo necesita, empiece de nuevo.',
  );
}

/** The dialog ended before its last step: nothing has changed. */
export function nothingChanged(): Html {
  return plain('De acuerdo, no cambié nada.');
}

/** Shown on the phone for a moment; at most 200 characters (Bot API, answerCallbackQuery). */
export const lastWordOf = { doneAlready: 'Ya quedó hecho.' } as const;

/** Buttons under a list with several choices. */
export const choiceButtons = {
  all: 'Todas',
  none: 'Ninguna',
  goOn: 'Seguir',
  cancel: 'Cancelar',
} as const;

/** After a text that came before the question: a step may want a button, a name, a date. */
export function answerThatOne(): Html {
  return plain('Responda a esa pregunta, por favor.');
}
