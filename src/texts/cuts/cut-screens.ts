import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { day, dayToDay, longDay, longDayToDay } from '../words/days.ts';
import { monitoring, planName } from '../words/names.ts';
import { capital, enumerate, pageInTitle } from '../words/sentences.ts';
import { activityNumbers, cutOfPlan } from './cuts.ts';

type Plan = { readonly title: string; readonly fiscalYear: number };

export type ShownReopening = { readonly lastDay: LocalDate; readonly numbers: readonly string[] };

/** A cut as the calendar shows it. */
export type ShownCut = {
  readonly plan: Plan;
  readonly number: number;
  readonly date: LocalDate;
  readonly opens: LocalDate;
  readonly closing: LocalDate;
  readonly lastDay: LocalDate;
  readonly state: 'scheduled' | 'open' | 'grace' | 'closed';
  /** Null: the cut has not opened. */
  readonly coverage: { readonly asked: number; readonly reported: number } | null;
  /** Reopenings under way. */
  readonly reopenings: readonly ShownReopening[];
};

export const stateWords = {
  scheduled: 'programado',
  open: 'abierto',
  grace: 'en gracia',
  closed: 'cerrado',
} as const;

/** A day, with its year when it differs from the plan's. */
export function dayOf(plan: Pick<Plan, 'fiscalYear'>, date: LocalDate): string {
  return date.startsWith(String(plan.fiscalYear)) ? day(date) : longDay(date);
}

/** `del 1 de abril al 31 de diciembre`, with the years when one is not the plan's. */
export function daysOfPlan(plan: Pick<Plan, 'fiscalYear'>, from: LocalDate, until: LocalDate): string {
  const isItsYear = [from, until].every((date) => date.startsWith(String(plan.fiscalYear)));
  if (from === until) return `el ${dayOf(plan, from)}`;
  return `del ${isItsYear ? dayToDay(from, until) : longDayToDay(from, until)}`;
}

export function noPlans(): Html {
  return plain('Todavía no hay ningún plan. Impórtelo con /importar.');
}

export function calendar(
  plans: readonly { readonly plan: Plan; readonly cuts: readonly ShownCut[] }[],
  place: { readonly page: number; readonly pages: number },
): Html {
  return paragraphs(
    bold(`Cortes${pageInTitle(place)}`),
    ...plans.map(({ plan, cuts }) =>
      lines(italic(shorten(planName(plan), 200)), ...cuts.map((cut) => lines(cutTitle(cut), cutDays(cut)))),
    ),
    plain('Toque un corte para reabrirlo, cerrarlo o sacar actividades.'),
  );
}

/** *Primer monitoreo · corte 31 de marzo · en gracia* */
function cutTitle(cut: ShownCut): Html {
  return html`${bold(`${capital(monitoring(cut.number))} · ${dayOf(cut.plan, cut.date)}`)} · ${plain(stateWords[cut.state])}`;
}

function cutDays(cut: ShownCut): Html {
  const on = (date: LocalDate) => dayOf(cut.plan, date);
  const late = cut.lastDay > cut.closing ? `, último día ${on(cut.lastDay)}` : '';
  const days =
    cut.state === 'closed'
      ? `Cerró el ${on(cut.closing)}${late}.`
      : `${cut.state === 'scheduled' ? 'Abre' : 'Abrió'} el ${on(cut.opens)}, ${cut.state === 'grace' ? 'cerró' : 'cierra'} el ${on(cut.closing)}${late}.`;
  return lines(
    plain(
      `${days}${cut.coverage === null ? '' : ` Reportadas ${cut.coverage.reported} de ${cut.coverage.asked}.`}`,
    ),
    ...cut.reopenings
      .slice(-3)
      .map(({ lastDay, numbers }) =>
        plain(`Reabierto hasta el ${on(lastDay)} para ${activityNumbers(numbers)}.`),
      ),
  );
}

/** `n.º 3 y 5`; how many when they are more than `most`. */
export function numbersOf(numbers: readonly string[], most = 12): string {
  return numbers.length > most
    ? count(numbers.length, 'actividad', 'actividades')
    : `n.º ${enumerate(numbers)}`;
}

export type ShownAct = {
  readonly kind: 'reopen' | 'close';
  readonly on: LocalDate;
  /** Null: on the command line. */
  readonly by: string | null;
  readonly numbers: readonly string[];
  readonly lastDay: LocalDate | null;
  readonly reason: string;
};

/** One cut: its days, the days off that move them, the excluded activities, and the acts on it. */
export function cutDetail(of: {
  readonly cut: ShownCut;
  readonly reminders: readonly LocalDate[];
  readonly off: readonly { readonly date: LocalDate; readonly name: string }[];
  readonly excluded: readonly { readonly number: string; readonly reason: string }[];
  readonly acts: readonly ShownAct[];
}): Html {
  const { cut } = of;
  const on = (date: LocalDate) => dayOf(cut.plan, date);
  return paragraphs(
    lines(cutTitle(cut), italic(shorten(planName(cut.plan), 200)), cutDays(cut)),
    lines(
      of.reminders.length === 0 ? nothing : plain(`Recordatorios: ${enumerate(of.reminders.map(on))}.`),
      daysOffLine(cut.plan, of.off),
    ),
    of.excluded.length === 0
      ? nothing
      : lines(
          plain('No programadas en este corte:'),
          ...of.excluded
            .slice(0, 10)
            .map(({ number, reason }) => plain(`• n.º ${number}: ${shorten(reason, 100)}`)),
          of.excluded.length > 10 ? plain(`y ${of.excluded.length - 10} más`) : nothing,
        ),
    lines(...of.acts.slice(-5).map((act) => actLine(cut.plan, act))),
  );
}

function actLine(plan: Plan, act: ShownAct): Html {
  const who = act.by === null ? 'por quien administra el bot' : `por ${shorten(act.by, 60)}`;
  const when = dayOf(plan, act.on);
  const what =
    act.kind === 'close' || act.lastDay === null
      ? `Cerrado el ${when} ${who}.`
      : `Reabierto el ${when} ${who}: ${numbersOf(act.numbers)}, hasta el ${dayOf(plan, act.lastDay)}.`;
  return plain(`${what} Motivo: ${shorten(act.reason, 150)}`);
}

/** `No hábiles: 25 de marzo (San José), 28 de marzo (Jueves Santo).` */
export function daysOffLine(
  plan: Plan,
  off: readonly { readonly date: LocalDate; readonly name: string }[],
): Html {
  if (off.length === 0) return nothing;
  return plain(
    `No hábiles: ${off.map(({ date, name }) => `${dayOf(plan, date)} (${shorten(name, 50)})`).join(', ')}.`,
  );
}

export const cutButtons = {
  cut: (number: number, date: LocalDate, code: string | null) =>
    `Corte ${number} · ${day(date)}${code === null ? '' : ` · ${shorten(code, 24)}`}`,
  settings: (code: string | null) => (code === null ? 'Ajustes del plan' : `Ajustes · ${shorten(code, 30)}`),
  daysOff: 'Días no hábiles',
  reopen: 'Reabrir',
  close: 'Cerrar ya',
  exclude: 'No programadas',
  summary: 'Resumen',
  toCut: 'Volver al corte',
  toCuts: 'Todos los cortes',
  cancel: 'Cancelar',
} as const;

/** Something else was done between the screen and the tap. */
export function noLongerSo(): Html {
  return plain('Mientras tanto eso cambió y no hice nada. Así está ahora:');
}

export function reasonPlease(most: number): Html {
  return plain(`Escriba el motivo en una o dos frases, hasta ${most} caracteres.`);
}

export function chooseOne(): Html {
  return plain('Toque una de las opciones, o escriba Cancelar.');
}

/** The title above a question about one cut. */
export function about(of: { readonly plan: Plan; readonly cutNumber: number }): Html {
  return bold(capital(cutOfPlan(of)));
}
