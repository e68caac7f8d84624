import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { ofThe } from '../words/articles.ts';
import { day } from '../words/days.ts';
import { firstName, monitoring, planName } from '../words/names.ts';
import { theNumbers } from '../words/sentences.ts';

type Plan = { readonly title: string; readonly fiscalYear: number };
export type OfCut = { readonly plan: Plan; readonly cutNumber: number };

/** `primer monitoreo del Plan de Participación Ciudadana 2022`. */
export function cutOfPlan({ plan, cutNumber }: OfCut): string {
  const name = shorten(planName(plan), 200);
  return `${monitoring(cutNumber)} ${ofThe(name)}${name}`;
}

/** Numbers of activities: `la n.º 3`, `las n.º 3 y 5`; how many when they are very many. */
export function activityNumbers(numbers: readonly string[]): string {
  if (numbers.length > 12) return `${numbers.length} actividades`;
  return theNumbers(numbers);
}

/** To everybody who could still report or correct: the cut takes no report any more. */
export function closedEarly(
  of: OfCut & {
    readonly name: string;
    readonly closedOn: LocalDate;
    /** Numbers of the activities that stay without a report. */
    readonly pending: readonly string[];
    /** How many of the person's activities are reported. */
    readonly reported: number;
    /** How many activities the person still has pending in other cuts. */
    readonly left: number;
    readonly reason: string;
  },
): Html {
  const stay =
    of.pending.length === 0
      ? nothing
      : plain(
          `${of.pending.length === 1 ? 'Quedó' : 'Quedaron'} sin reporte ${activityNumbers(of.pending)}; ya no hace falta responder por ${of.pending.length === 1 ? 'ella' : 'ellas'}.`,
        );
  const kept =
    of.reported === 0
      ? nothing
      : plain(
          of.reported === 1
            ? 'Su reporte queda como está.'
            : `Sus ${of.reported} reportes quedan como están.`,
        );
  return paragraphs(
    lines(
      html`${plain(firstName(of.name))}, Planeación cerró el ${plain(day(of.closedOn))} el ${plain(cutOfPlan(of))}: ya no recibe reportes ni correcciones.`,
      html`Motivo: ${plain(shorten(of.reason, 300))}`,
    ),
    lines(stay, kept),
    of.left === 0
      ? nothing
      : plain(`De otros cortes tiene ${count(of.left, 'actividad pendiente', 'actividades pendientes')}.`),
  );
}

/** To the people who were asked for it: this cut no longer asks for one activity. */
export function excluded(
  of: OfCut & { readonly name: string; readonly numbers: readonly string[]; readonly reason: string },
): Html {
  const one = of.numbers.length === 1;
  return lines(
    html`${plain(firstName(of.name))}, Planeación dejó ${plain(activityNumbers(of.numbers))} como ${plain(one ? 'no programada' : 'no programadas')} en el ${plain(cutOfPlan(of))}: no hace falta que ${plain(one ? 'la reporte' : 'las reporte')}.`,
    html`Motivo: ${plain(shorten(of.reason, 300))}`,
  );
}

/** The cut asks for an activity again. */
export function included(
  of: OfCut & { readonly name: string; readonly numbers: readonly string[]; readonly lastDay: string },
): Html {
  const one = of.numbers.length === 1;
  return html`${plain(firstName(of.name))}, ${plain(activityNumbers(of.numbers))} ${plain(one ? 'vuelve a pedirse' : 'vuelven a pedirse')} en el ${plain(cutOfPlan(of))}. Recibe reportes hasta el ${plain(of.lastDay)}.`;
}

type Days = { readonly date: LocalDate; readonly closing: LocalDate; readonly lastDay: LocalDate };

/** To everybody with something pending in an open cut: its last day moved. */
export function endMoved(
  of: OfCut & {
    readonly name: string;
    readonly before: Days;
    readonly after: Days;
    /** The day on which it takes reports again, if it takes none now. */
    readonly opensAgain: LocalDate | null;
  },
): Html {
  const { before, after } = of;
  const closing =
    before.closing === after.closing
      ? html`${plain('Sigue cerrando el')} ${bold(day(after.closing))}`
      : html`Ahora cierra el ${bold(day(after.closing))}, no el ${plain(day(before.closing))}`;
  const late =
    after.lastDay === after.closing
      ? nothing
      : html`, y recibe reportes extemporáneos hasta el ${plain(day(after.lastDay))}`;
  return lines(
    html`${plain(firstName(of.name))}, Planeación cambió las fechas del ${plain(cutOfPlan(of))}.`,
    html`${closing}${late}.`,
    of.opensAgain === null ? nothing : plain(`Vuelve a abrir el ${day(of.opensAgain)}.`),
  );
}
