import type { Html } from '../domain/events.ts';
import { bold, html, plain } from './html.ts';

/** Under the picture of an invitation: who it is for, since it is to be forwarded. */
export function qrCaption(name: string): Html {
  return html`Invitación para ${bold(name)}. Sirve una sola vez.`;
}

export function qrMissing(): Html {
  return plain('No pudimos preparar la imagen de la invitación. El enlace sirve igual: envíelo en privado.');
}
