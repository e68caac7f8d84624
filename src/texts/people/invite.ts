import type { Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, nothing, paragraphs, plain } from '../html.ts';
import { clockTime } from '../words/days.ts';
import { firstName } from '../words/names.ts';
import { linkAsksFirst } from './office-changes.ts';

export const linkButtons = {
  withdraw: 'Retirar el enlace',
  confirm: 'Sí, retirarlo',
  person: 'Ver a la persona',
} as const;

/** The link of an invitation, for one person in private. */
export function link(of: {
  readonly name: string;
  readonly link: string;
  readonly expiresAt: Moment;
  /** The person has an account, which a new one would end. */
  readonly enrolled: boolean;
  /** Whose yes it needs once it is opened; nobody's. */
  readonly asked: readonly string[];
}): Html {
  return paragraphs(
    html`Enlace para ${bold(of.name)}. Envíeselo en privado, no en un grupo. Sirve una sola vez y vence el ${plain(clockTime(of.expiresAt))}`,
    plain(of.link),
    of.asked.length > 0
      ? linkAsksFirst(of.asked)
      : of.enrolled
        ? html`Al abrirlo, la cuenta de ahora de ${plain(firstName(of.name))} queda sin acceso y su historia pasa a la nueva.`
        : nothing,
    plain('Enseguida llega también como imagen.'),
  );
}

export function noUsername(): Html {
  return plain('Todavía no puedo crear enlaces. Inténtelo de nuevo en un minuto.');
}

export function withdrawQuestion(name: string): Html {
  return html`El enlace de ${bold(name)} dejará de servir. ¿Lo retiro?`;
}

export function withdrawn(name: string): Html {
  return html`Listo: el enlace de ${bold(name)} ya no sirve.`;
}

export function nothingToWithdraw(name: string): Html {
  return html`${bold(name)} no tiene un enlace vigente.`;
}

/** Below the picture of an invitation: its addressee, since the picture is to be forwarded. */
export function qrCaption(name: string): Html {
  return html`Invitación para ${bold(name)}. Sirve una sola vez.`;
}

export function qrMissing(): Html {
  return plain('No pudimos preparar la imagen de la invitación. El enlace sirve igual: envíelo en privado.');
}
