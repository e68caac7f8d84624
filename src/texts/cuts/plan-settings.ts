import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { ofThe } from '../words/articles.ts';
import { monitoring, planName } from '../words/names.ts';
import { capital, enumerate } from '../words/sentences.ts';
import { dayOf, daysOffLine } from './cut-screens.ts';

type Plan = {
  readonly title: string;
  readonly fiscalYear: number;
  readonly openingDays: number;
  readonly graceWorkingDays: number;
  readonly needsApproval: boolean;
  readonly mayorAcceptsChanges: boolean;
};

export type ShownDays = {
  readonly plan: { readonly fiscalYear: number };
  readonly number: number;
  readonly date: LocalDate;
  readonly opens: LocalDate;
  readonly closing: LocalDate;
  readonly lastDay: LocalDate;
  readonly reminders: readonly LocalDate[];
  readonly off: readonly { readonly date: LocalDate; readonly name: string }[];
};

export function settings(plan: Plan, dates: readonly LocalDate[]): Html {
  return paragraphs(
    lines(bold('Ajustes del plan'), italic(shorten(planName(plan), 200))),
    lines(
      plain(`Fechas de corte: ${enumerate(dates.map((date) => dayOf(plan, date)))}.`),
      plain(`Cada corte abre ${count(plan.openingDays, 'día', 'días')} antes de su fecha, a las 8:00 a. m.`),
      plain(`Después del cierre hay ${graceWords(plan.graceWorkingDays)}.`),
      plain(
        plan.needsApproval
          ? 'El alcalde o la alcaldesa aprueba cada corte.'
          : 'Los cortes no necesitan aprobación.',
      ),
      plain(
        plan.mayorAcceptsChanges
          ? 'La alcaldía acepta cada cambio del plan.'
          : 'Cada cambio del plan lo acepta otra persona de Planeación o, si no hay, la alcaldía.',
      ),
    ),
    plain('¿Qué cambia?'),
  );
}

function graceWords(days: number): string {
  return days === 0 ? 'cero días de gracia' : `${count(days, 'día hábil', 'días hábiles')} de gracia`;
}

export function whichCutDate(plan: Plan): Html {
  return paragraphs(
    lines(bold('Fechas de corte'), italic(shorten(planName(plan), 200))),
    plain('Un corte cerrado o con reportes conserva su fecha. ¿Cuál se mueve?'),
  );
}

export function whichDate(number: number, plan: { readonly fiscalYear: number }, date: LocalDate): Html {
  return plain(
    `El ${monitoring(number)} es hoy el ${dayOf(plan, date)}. Escriba la fecha nueva, por ejemplo 15 de abril. ¿Qué fecha de corte tendrá?`,
  );
}

/** Asks for a number of days. */
export const howMany = {
  openingDays: (days: number): Html =>
    plain(
      `Hoy cada corte abre ${count(days, 'día', 'días')} antes de su fecha. ¿Cuántos días antes debe abrir, de 1 a 60?`,
    ),
  graceWorkingDays: (days: number): Html =>
    plain(`Hoy hay ${graceWords(days)} después del cierre. ¿Cuántos días hábiles de gracia, de 0 a 30?`),
} as const;

export const wrong = {
  openingDays: 'Escriba un número de 1 a 60.',
  graceWorkingDays: 'Escriba un número de 0 a 30.',
  nothing: 'Así está ya: no hay nada que cambiar.',
  notADate: 'Escriba una fecha, por ejemplo 15 de abril.',
  outsideYear: (year: number) => `La fecha debe ser del ${year} o de la primera mitad del ${year + 1}.`,
  order: (number: number) => `Así el ${monitoring(number)} quedaría antes que el anterior, o el mismo día.`,
  cutClosed: (number: number) => `El ${monitoring(number)} ya cerró y conserva su fecha.`,
  cutReported: (number: number) => `El ${monitoring(number)} ya tiene reportes y conserva su fecha.`,
  alreadyOver: (number: number) =>
    `Con esas fechas el ${monitoring(number)} ya estaría cerrado. Si eso quiere, ciérrelo desde /cortes.`,
} as const;

/** What a change would do: the days of every cut that it moves. */
export function preview(of: {
  readonly what: string;
  readonly moved: readonly { readonly before: ShownDays; readonly after: ShownDays }[];
  /** Some cuts keep their days, because they are closed or already open. */
  readonly keeps: boolean;
  readonly notified: number;
  readonly today: LocalDate;
}): Html {
  const brief = of.moved.length > 4;
  return paragraphs(
    bold(of.what),
    ...of.moved.map(({ before, after }) => movedCut(before, after, brief, of.today)),
    of.keeps
      ? plain('Los cortes que ya cerraron conservan sus días, y el que ya abrió, su apertura.')
      : nothing,
    of.notified === 0
      ? nothing
      : plain(
          `Se le avisa a ${count(of.notified, 'persona', 'personas')} con algo pendiente en el corte abierto.`,
        ),
    plain('¿Lo dejo así?'),
  );
}

function movedCut(before: ShownDays, after: ShownDays, brief: boolean, today: LocalDate): Html {
  const on = (date: LocalDate) => dayOf(after.plan, date);
  const was = (then: LocalDate, now: LocalDate) => (then === now ? '' : ` (antes ${on(then)})`);
  const atOnce = before.opens > today && after.opens <= today;
  return lines(
    html`${bold(`${capital(monitoring(after.number))} · ${on(after.date)}`)}${plain(was(before.date, after.date))}`,
    plain(
      `Abre el ${on(after.opens)}${was(before.opens, after.opens)}, cierra el ${on(after.closing)}${was(before.closing, after.closing)}, último día ${on(after.lastDay)}${was(before.lastDay, after.lastDay)}.`,
    ),
    atOnce ? plain('Abre de una vez; el recordatorio de apertura ya no sale.') : nothing,
    brief ? nothing : plain(`Recordatorios: ${enumerate(after.reminders.map(on))}.`),
    brief ? nothing : daysOffLine({ title: '', ...after.plan }, after.off),
  );
}

export const whatChanges = {
  openingDays: (days: number) => `Cada corte abriría ${count(days, 'día', 'días')} antes`,
  graceWorkingDays: (days: number) => `Habría ${graceWords(days)}`,
  needsApproval: (yes: boolean) =>
    yes
      ? 'El alcalde o la alcaldesa aprobaría cada corte'
      : 'Los cortes no necesitarían aprobación: los archivos dirían PRELIMINAR hasta que el corte cierre, y después «sin aprobación de la Alcaldía». A la Alcaldía se le avisa.',
  mayorAcceptsChanges: (yes: boolean) =>
    yes
      ? 'La alcaldía aceptaría cada cambio del plan, también los que ya esperan'
      : 'Cada cambio del plan lo aceptaría otra persona de Planeación o, si no hay, la alcaldía. A la alcaldía se le avisa.',
  date: (number: number) => `Se movería el ${monitoring(number)}`,
} as const;

type OfPlan = { readonly title: string; readonly fiscalYear: number };

/** To the mayor. @param by null: the operator */
function approvalSwitchedOff(plan: OfPlan, by: string | null): Html {
  return paragraphs(
    html`${bold(by ?? 'Quien administra el bot')} quitó la aprobación de los cortes ${plain(ofThe(planName(plan)))}${plain(planName(plan))}: ya no se le pedirá.`,
    plain('Sus archivos dirán «sin aprobación de la Alcaldía». Si no está de acuerdo, hable con Planeación.'),
  );
}

function changesSwitchedOff(plan: OfPlan, by: string | null): Html {
  return paragraphs(
    html`${bold(by ?? 'Quien administra el bot')} dejó que otra persona de Planeación acepte los cambios ${plain(ofThe(planName(plan)))}${plain(planName(plan))}: ya no se le pedirá, salvo que no haya otra.`,
    plain('Si no está de acuerdo, hable con Planeación.'),
  );
}

/** What the mayor is told when a setting leaves them out. */
export const mayorSwitchedOff = {
  needsApproval: approvalSwitchedOff,
  mayorAcceptsChanges: changesSwitchedOff,
} as const;

export function settingsChanged(): Html {
  return plain('Listo: el plan quedó así.');
}

export const settingsButtons = {
  dates: 'Fechas de los cortes',
  programs: 'Lo programado por actividad',
  opening: 'Días de apertura',
  grace: 'Días de gracia',
  withApproval: 'Que se apruebe cada corte',
  withoutApproval: 'Sin aprobación',
  mayorAccepts: 'Que la alcaldía acepte los cambios',
  othersAccept: 'Que Planeación acepte los cambios',
  yes: 'Sí, cambiar',
  back: 'Ajustes del plan',
} as const;
