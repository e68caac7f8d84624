import type { Html } from '../../domain/events.ts';
import { bold, html, nothing, paragraphs, plain } from '../html.ts';
import { count } from '../words/amounts.ts';
import { enumerate } from '../words/sentences.ts';
import { officeNames } from './enrolment.ts';

/** *No es esa persona*: what it asks and says. */
export const undoingButtons = {
  open: 'No es esa persona',
  yes: 'Sí, no es esa persona',
  person: 'Ver a la persona',
} as const;

type Left = { readonly reports: number; readonly evidence: number };

function leftWords({ reports, evidence }: Left): string {
  const parts = [
    ...(reports === 0 ? [] : [count(reports, 'reporte', 'reportes')]),
    ...(evidence === 0 ? [] : [count(evidence, 'soporte', 'soportes')]),
  ];
  if (parts.length === 0) return 'No dejó reportes ni soportes.';
  return reports + evidence === 1 ? `Se anula ${enumerate(parts)}.` : `Se anulan ${enumerate(parts)}.`;
}

/** Whether it is to be done, with what it voids. */
export function undoQuestion(
  name: string,
  of: Left & { readonly approved: boolean; readonly reason: string | null },
): Html {
  return paragraphs(
    html`La cuenta vinculada como ${bold(name)} queda sin acceso. ${plain(leftWords(of))}`,
    of.approved
      ? plain('Toca un corte ya aprobado: habrá que presentarlo de nuevo. Lo sabrán los demás despachos.')
      : nothing,
    of.reason === null ? nothing : plain(`Motivo: «${of.reason}»`),
    html`¿Confirma que no es ${bold(name)}?`,
  );
}

export function whyUndo(name: string, of: Left): Html {
  return paragraphs(
    html`La cuenta vinculada como ${bold(name)} quedaría sin acceso. ${plain(leftWords(of))}`,
    plain('Escriba el motivo. ¿Por qué no es esa persona?'),
  );
}

/** Why the button under an old notice does not do it. */
export function undoByPeople(why: 'late' | 'approved'): Html {
  const because = why === 'late' ? 'Ya pasaron más de diez días' : 'Ya hay un corte aprobado de por medio';
  return plain(`${because}: hágalo desde /personas, con el motivo.`);
}

/** To everybody else who holds an office. */
export function accountUndone(of: {
  readonly name: string;
  readonly offices: readonly (keyof typeof officeNames)[];
  readonly by: string;
  readonly approved: boolean;
}): Html {
  const held =
    of.offices.length === 0 ? '' : ` (${enumerate(of.offices.map((office) => officeNames[office]))})`;
  return paragraphs(
    html`${bold(of.by)} indicó que la cuenta vinculada como ${bold(of.name)}${plain(held)} no era de esa persona. Quedó sin acceso.`,
    of.approved ? plain('Se anuló lo que dejó, también en un corte ya aprobado.') : nothing,
  );
}
