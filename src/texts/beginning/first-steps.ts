import type { Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { clockTime } from '../words/days.ts';
import { planName } from '../words/names.ts';

export const firstStepsButtons = {
  form: 'Enviar el plan',
  invite: 'Invitar a las personas',
  rehearsal: 'Ver un ensayo',
  steps: 'Primeros pasos',
} as const;

export type FirstSteps = {
  /** The last plan; null: none yet. */
  readonly plan: { readonly title: string; readonly fiscalYear: number } | null;
  /** Positions of the plans' activities; how many have somebody, and in how many of these somebody is in the bot. */
  readonly positions: number;
  readonly held: number;
  readonly enrolled: number;
  /** The next automatic reminder; null: none is left. */
  readonly reminderAt: Moment | null;
};

/** `/inicio`: the three steps of a coordinator who begins, and the one that is next. */
export function firstSteps(of: FirstSteps): Html {
  return paragraphs(
    bold('Primeros pasos'),
    lines(
      of.plan === null
        ? html`1. ${bold('El plan.')} Envíe aquí su archivo: Excel, CSV o texto.`
        : html`1. El plan: listo, ${italic(shorten(planName(of.plan), 120))}.`,
      of.plan === null
        ? plain('2. Las personas: una invitación para quien ocupa cada cargo.')
        : html`2. ${of.held < of.positions ? bold('Las personas.') : plain('Las personas: listas.')} ${plain(people(of))}`,
      plain('3. Un ensayo: vea el recordatorio como lo verán los demás.'),
    ),
    of.plan === null ? plain('Para volver aquí, /inicio.') : whatComes(of),
  );
}

function people({ positions, held, enrolled }: FirstSteps): string {
  const within =
    held === 0 ? '' : enrolled === 0 ? '; nadie ha ingresado todavía' : `; en ${enrolled} ya ingresó`;
  return `${held} de ${count(positions, 'cargo tiene', 'cargos tienen')} responsable${within}.`;
}

function whatComes({ reminderAt }: FirstSteps): Html {
  return reminderAt === null
    ? nothing
    : html`El próximo recordatorio sale solo el ${plain(clockTime(reminderAt))} Para volver aquí, /inicio.`;
}

/** A reminder as the people of a position will read it, only for whoever asks. */
export function rehearsal(of: {
  readonly position: string;
  readonly at: Moment;
  readonly reminder: Html;
}): Html {
  return paragraphs(
    html`${bold('ENSAYO')} · Así lo verá ${italic(shorten(of.position, 120))} en su teléfono: ${plain(clockTime(of.at))} Solo usted lo ve, y nada se guarda.`,
    of.reminder,
  );
}

export function nothingToRehearse(hasPlan: boolean): Html {
  return plain(
    hasPlan
      ? 'No queda ningún recordatorio por enviar: los cortes del plan ya pasaron, o no falta nada.'
      : 'Primero envíe aquí el archivo del plan. Después podrá ver el ensayo.',
  );
}

export const onlyRehearsal = 'Es un ensayo: aquí no se reporta ni se guarda nada.';
