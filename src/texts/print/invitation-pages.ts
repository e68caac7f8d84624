import { localDate, type Moment } from '../../domain/dates.ts';
import { the } from '../words/articles.ts';
import { longDay } from '../words/days.ts';
import { planName } from '../words/names.ts';
import { enumerate } from '../words/sentences.ts';

/** The words of a page that is handed to an invited person. */
export function invitationPageWords(of: {
  readonly positions: readonly string[];
  readonly plan: { readonly title: string; readonly fiscalYear: number } | null;
  readonly expiresAt: Moment;
}) {
  const plan =
    of.plan === null ? 'los planes de la entidad' : `${the(planName(of.plan))}${planName(of.plan)}`;
  return {
    invites: `Usted reporta el avance de sus actividades en ${plan}, como ${enumerate(of.positions)}. Es por Telegram, desde su teléfono.`,
    steps: [
      'Instale Telegram, si no lo tiene.',
      'Apunte la cámara del teléfono a este código y toque el enlace que aparece.',
      'En Telegram toque «Iniciar» y lea cómo se tratan sus datos antes de autorizar.',
    ],
    alternative: '¿La cámara no lee el código? Escriba este enlace en el navegador del teléfono:',
    expires: `Esta hoja es solo para usted. Sirve una sola vez y vence el ${longDay(localDate(of.expiresAt))}. No la publique ni la comparta.`,
  };
}

export const invitationPagesTitle = 'Invitaciones para reportar el avance del plan';
export const qrAlternative = 'Código QR con el enlace de la invitación';
