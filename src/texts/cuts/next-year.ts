import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { ofThe } from '../words/articles.ts';
import { longDay } from '../words/days.ts';
import { planName } from '../words/names.ts';
import { enumerate, theNumbers } from '../words/sentences.ts';

export const nextYearButtons = {
  prepare: (year: number) => `Preparar ${year}`,
  people: 'Personas',
} as const;

type Plan = { readonly title: string; readonly fiscalYear: number };

/** To the coordinators, when the last cut has closed. */
export function lastCutClosed(plan: Plan): Html {
  return plain(
    `Cerró el último corte ${ofThe(planName(plan))}${planName(plan)}. ¿Preparamos ${plan.fiscalYear + 1}? Le llega el formato con las mismas actividades y las fechas un año después, para completarlo y enviarlo con /importar.`,
  );
}

/** `left`: the last day of a contract that ends before the new plan does; null: nobody knows of an end. */
export type Holder = { readonly name: string; readonly until: LocalDate | null };
export type HeldPosition = { readonly position: string; readonly holders: readonly Holder[] };

const MOST = 20;

/** The draft comes; who stays and who leaves, by position. */
export function draftComes(of: {
  readonly plan: Plan;
  readonly namesYear: readonly string[];
  readonly positions: readonly HeldPosition[];
}): Html {
  const year = of.plan.fiscalYear + 1;
  const shown = of.positions.slice(0, MOST);
  const more = of.positions.length - shown.length;
  return paragraphs(
    plain(`El borrador de ${year} le llega en un momento. Complételo en Excel y envíelo con /importar.`),
    of.namesYear.length === 0
      ? nothing
      : plain(
          `Revise los textos que dicen ${of.plan.fiscalYear}: ${of.namesYear.length > MOST ? `son de ${of.namesYear.length} actividades` : theNumbers(of.namesYear)}.`,
        ),
    lines(
      bold('Quién sigue y quién se va'),
      ...shown.map(
        ({ position, holders }) => html`• ${plain(shorten(position, 80))}: ${plain(holdersWords(holders))}`,
      ),
      more > 0 ? plain(`Y ${count(more, 'cargo más', 'cargos más')} en /personas.`) : nothing,
    ),
  );
}

function holdersWords(holders: readonly Holder[]): string {
  if (holders.length === 0) return 'sin responsable';
  return enumerate(
    holders.map(({ name, until }) =>
      until === null
        ? `sigue ${shorten(name, 60)}`
        : `${shorten(name, 60)}, contrato hasta el ${longDay(until)}`,
    ),
  );
}

export function alreadyThere(plan: Plan): Html {
  return plain(`El plan de ${plan.fiscalYear + 1} ya está cargado.`);
}
