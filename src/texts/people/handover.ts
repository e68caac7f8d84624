import type { Html } from '../../domain/events.ts';
import { plain } from '../html.ts';

export const handoverButton = 'Relación de entrega';

/** Shown on the phone for a moment; at most 200 characters (Bot API, answerCallbackQuery). */
export const handoverComes = 'La relación de entrega llega en un momento.';

export function caption(): Html {
  return plain('Relación de entrega: actividades, últimos reportes, soportes y lo pendiente.');
}

export function nothingToHandOver(): Html {
  return plain('Ninguna actividad nombra ese cargo: no hay nada que entregar.');
}

export function notMade(): Html {
  return plain('No pudimos preparar la relación de entrega. Inténtelo de nuevo más tarde.');
}
