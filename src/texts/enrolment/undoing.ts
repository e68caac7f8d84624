import type { Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, nothing, paragraphs, plain } from '../html.ts';
import { count } from '../words/amounts.ts';
import { clockTime } from '../words/days.ts';
import { enumerate } from '../words/sentences.ts';
import { officeNames } from './enrolment.ts';

/** *No es esa persona*: what it asks and says. */
export const undoingButtons = {
  open: 'No es esa persona',
  yes: 'Sí, no es esa persona',
  person: 'Ver a la persona',
} as const;

type Left = { readonly reports: number; readonly evidence: number };

/** For an account that is over: since when and until when it was. */
type Former = { readonly former: { readonly since: Moment; readonly until: Moment } | null };

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
  of: Left & Former & { readonly approved: boolean; readonly reason: string | null },
): Html {
  return paragraphs(
    html`${whose(name, of)}${plain(of.former === null ? ' queda sin acceso.' : ' ya no tiene acceso.')} ${plain(leftWords(of))}`,
    of.approved
      ? plain('Toca un corte ya aprobado: habrá que presentarlo de nuevo. Lo sabrán los demás despachos.')
      : nothing,
    of.reason === null ? nothing : plain(`Motivo: «${of.reason}»`),
    html`¿Confirma que no ${plain(of.former === null ? 'es' : 'era')} ${bold(name)}?`,
  );
}

export function whyUndo(name: string, of: Left & Former): Html {
  return paragraphs(
    html`${whose(name, of)}${plain(of.former === null ? ' quedaría sin acceso.' : ' ya no tiene acceso.')} ${plain(leftWords(of))}`,
    plain(`Escriba el motivo. ¿Por qué no ${of.former === null ? 'es' : 'era'} esa persona?`),
  );
}

/** Several accounts have been this person's. */
export function whichAccount(name: string): Html {
  return html`${bold(name)} ha tenido más de una cuenta. ¿Cuál no es de esa persona?`;
}

export function accountButton({ since, until }: { readonly since: Moment; readonly until: Moment | null }) {
  return until === null
    ? `La de ahora, desde el ${clockTime(since)}`
    : `La de antes: ${span({ since, until })}`;
}

/** To the person whose former account it was said not to be. */
export function formerUndoneToPerson(
  of: Left & { readonly former: { readonly since: Moment; readonly until: Moment } },
): Html {
  return paragraphs(
    plain(
      `Planeación indicó que la cuenta que ingresó a su nombre (${span(of.former)}) no era suya. ${leftWords(of)}`,
    ),
    plain('Si sí era suya, avise a Planeación.'),
  );
}

function whose(name: string, { former }: Former): Html {
  const when = former === null ? '' : ` (${span(former)})`;
  return html`La cuenta que ingresó como ${bold(name)}${plain(when)}`;
}

function span({ since, until }: { readonly since: Moment; readonly until: Moment }): string {
  return `${clockTime(since)}, a ${clockTime(until)}`;
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
    html`${bold(of.by)} indicó que la cuenta que ingresó como ${bold(of.name)}${plain(held)} no era de esa persona. Quedó sin acceso.`,
    of.approved ? plain('Se anuló lo que dejó, también en un corte ya aprobado.') : nothing,
  );
}
