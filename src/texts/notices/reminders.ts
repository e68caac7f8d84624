import { daysBetween, type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { ofThe } from '../words/articles.ts';
import { clockTime, day, greeting } from '../words/days.ts';
import { firstName, monitoring, planName } from '../words/names.ts';
import { capital, enumerate } from '../words/sentences.ts';

/** A person's pending activities in one cut. */
export type RemindedCut = {
  readonly plan: { readonly title: string; readonly fiscalYear: number };
  readonly cutNumber: number;
  /** Numbers of the pending activities. */
  readonly numbers: readonly string[];
  readonly closingDate: LocalDate;
  /** The last day that takes these reports. */
  readonly lastDay: LocalDate;
  readonly state: 'open' | 'overdue' | 'reopened';
};

export type Reminder = {
  readonly name: string;
  readonly now: Moment;
  readonly cuts: readonly RemindedCut[];
  /** The time in which the person's messages may have been lost. */
  readonly outage: { readonly from: Moment; readonly to: Moment } | null;
};

/** The reminder of everything a person has pending at the moment of sending. */
export function reminder(of: Reminder): Html {
  const [only, ...others] = of.cuts;
  const total = of.cuts.reduce((sum, cut) => sum + cut.numbers.length, 0);
  const hello = html`${plain(greeting(of.now))}, ${plain(firstName(of.name))}.`;
  const missing = html`${plain(total === 1 ? 'Le falta' : 'Le faltan')} ${bold(count(total, 'actividad', 'actividades'))}, ${plain(howLong(total))}.`;
  const today = localDate(of.now);
  return paragraphs(
    only && others.length === 0
      ? lines(html`${hello} ${whenItEnds(only, today)}`, missing)
      : lines(html`${hello} ${missing}`, ...of.cuts.map((cut) => html`• ${oneOfSeveral(cut, today)}`)),
    of.outage === null ? nothing : mayBeLost(of.outage),
  );
}

/** The pending activities of somebody who has just enrolled: the end of each cut, and its activities. */
export function pendingLines(cuts: readonly RemindedCut[], today: LocalDate): Html {
  return lines(
    ...cuts.map((cut) => {
      const amount = cut.numbers.length;
      const which = amount > 12 ? '' : ` (n.º ${enumerate(cut.numbers)})`;
      const missing = html`${plain(amount === 1 ? 'Le falta' : 'Le faltan')} ${bold(count(amount, 'actividad', 'actividades'))}${plain(which)}.`;
      return html`${whenItEnds(cut, today)} ${missing}`;
    }),
  );
}

function whenItEnds(cut: RemindedCut, today: LocalDate): Html {
  const which = html`${plain(monitoring(cut.cutNumber))} ${ofPlan(cut)}`;
  switch (cut.state) {
    case 'open':
      return html`${nearDay(cut.closingDate, today, 'El')} cierra el ${which}.`;
    case 'overdue':
      return html`El ${which} cerró el ${bold(day(cut.closingDate))}; todavía recibimos sus reportes hasta ${untilDay(cut.lastDay, today)}.`;
    case 'reopened':
      return html`El ${which} se reabrió y recibe sus reportes hasta ${untilDay(cut.lastDay, today)}.`;
  }
}

function oneOfSeveral(cut: RemindedCut, today: LocalDate): Html {
  const which = html`${italic(shorten(planName(cut.plan), 120))}, ${plain(monitoring(cut.cutNumber))}: ${bold(count(cut.numbers.length, 'actividad', 'actividades'))}`;
  switch (cut.state) {
    case 'open':
      return html`${which}; cierra ${nearDay(cut.closingDate, today, 'el')}.`;
    case 'overdue':
      return html`${which}; cerró el ${plain(day(cut.closingDate))} y recibe reportes hasta ${untilDay(cut.lastDay, today)}.`;
    case 'reopened':
      return html`${which}; se reabrió y recibe reportes hasta ${untilDay(cut.lastDay, today)}.`;
  }
}

/** `El 31 de marzo`, `Mañana, 31 de marzo,`, `Hoy, 31 de marzo,`. */
function nearDay(date: LocalDate, today: LocalDate, article: 'El' | 'el'): Html {
  const ahead = daysBetween(today, date);
  if (ahead !== 0 && ahead !== 1) return html`${plain(article)} ${bold(day(date))}`;
  const word = ahead === 0 ? 'hoy' : 'mañana';
  const comma = article === 'El' ? ',' : '';
  return html`${plain(article === 'El' ? capital(word) : word)}, ${bold(day(date))}${plain(comma)}`;
}

function untilDay(date: LocalDate, today: LocalDate): Html {
  return date === today ? html`hoy, ${bold(day(date))}` : html`el ${bold(day(date))}`;
}

function ofPlan(cut: Pick<RemindedCut, 'plan'>): Html {
  const name = shorten(planName(cut.plan), 200);
  return html`${plain(ofThe(name))}${italic(name)}`;
}

/** Some fifty seconds per activity: `unos 5 minutos` for six (specification: Reminders). */
function howLong(activities: number): string {
  const minutes = Math.max(1, Math.round(activities * 0.8));
  return minutes === 1 ? 'cerca de un minuto' : `unos ${minutes} minutos`;
}

function mayBeLost(outage: { readonly from: Moment; readonly to: Moment }): Html {
  return html`Estuvimos fuera de servicio desde el ${plain(clockTime(outage.from))}, hasta el ${plain(clockTime(outage.to))}: lo que nos haya escrito en ese tiempo puede no haber llegado. Revíselo, por favor, en sus actividades.`;
}

/** Above a summary that goes to the coordinators because no mayor is enrolled. */
export function summaryInsteadOfMayor(): Html {
  return plain(
    'Le enviamos a Planeación el resumen que sigue porque todavía no hay un alcalde o una alcaldesa con acceso a este bot.',
  );
}

/** A coordinator reopened a cut: which of the person's activities take reports again, and until when. */
export function reopened(of: {
  readonly name: string;
  readonly plan: { readonly title: string; readonly fiscalYear: number };
  readonly cutNumber: number;
  readonly numbers: readonly string[];
  /** Everything else that is pending. */
  readonly others: readonly RemindedCut[];
  readonly today: LocalDate;
  readonly lastDay: LocalDate;
  readonly reason: string;
}): Html {
  const many = of.numbers.length > 1;
  const reopening = lines(
    html`${plain(firstName(of.name))}, se reabrió el ${plain(monitoring(of.cutNumber))} ${ofPlan(of)} para ${plain(many ? 'sus actividades' : 'su actividad')} n.º ${plain(enumerate(of.numbers))}.`,
    html`Recibe reportes hasta el ${bold(day(of.lastDay))}. Motivo: ${plain(shorten(of.reason, 300))}`,
  );
  return paragraphs(reopening, of.others.length === 0 ? nothing : pendingLines(of.others, of.today));
}

/**
 * A form gave somebody activities while a cut takes reports for them: the activities, and everything that is
 * pending.
 */
export function receivedByImport(of: {
  readonly name: string;
  readonly plan: { readonly title: string; readonly fiscalYear: number };
  readonly numbers: readonly string[];
  readonly cuts: readonly RemindedCut[];
  readonly today: LocalDate;
}): Html {
  const many = of.numbers.length > 1;
  const which =
    of.numbers.length > 12
      ? count(of.numbers.length, 'actividad', 'actividades')
      : `n.º ${enumerate(of.numbers)}`;
  return paragraphs(
    html`${plain(firstName(of.name))}, Planeación actualizó el formato ${ofPlan(of)} y ahora ${plain(many ? 'están' : 'está')} a su cargo ${plain(many ? 'las' : 'la')} ${bold(which)}.`,
    pendingLines(of.cuts, of.today),
  );
}

export type VacantPosition = { readonly name: string; readonly numbers: readonly string[] };

/** To the coordinators while a cut is open: its vacant positions. */
export function vacantPositions(of: {
  readonly plan: { readonly title: string; readonly fiscalYear: number };
  readonly cutNumber: number;
  readonly positions: readonly VacantPosition[];
}): Html {
  return lines(
    html`Está abierto el ${plain(monitoring(of.cutNumber))} ${ofPlan(of)}.`,
    ...vacantLines(of.positions),
  );
}

/** The vacant positions, at most twenty of them; empty when there are none. */
export function vacantLines(positions: readonly VacantPosition[]): readonly Html[] {
  if (positions.length === 0) return [];
  const more = positions.length - 20;
  return [
    plain('Estos cargos están sin responsable:'),
    ...positions
      .slice(0, 20)
      .map(
        ({ name, numbers }) =>
          html`• ${plain(shorten(name, 80))}: n.º ${plain(shorten(enumerate(numbers), 60))}`,
      ),
    more > 0 ? plain(`y ${count(more, 'cargo más', 'cargos más')}.`) : nothing,
    plain('Invite a quien los ocupa para que pueda reportar, o registre usted el avance.'),
  ];
}
