import { daysBetween, type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, plain, shorten } from '../html.ts';
import { type MissingLine, missingLine, numbers } from '../summary/summary.ts';
import { count } from '../words/amounts.ts';
import { ofThe } from '../words/articles.ts';
import { clockTime, day, longDay } from '../words/days.ts';
import { monitoring, planName } from '../words/names.ts';
import { capital, enumerate } from '../words/sentences.ts';

type Plan = { readonly title: string; readonly fiscalYear: number };
type Cut = { readonly number: number; readonly date: LocalDate };

export function pendingTitle(moment: Moment, activities: number): Html {
  return html`${bold(`Pendientes · ${clockTime(moment)}`)}\n${plain(activities === 1 ? 'Falta' : 'Faltan')} ${bold(count(activities, 'actividad', 'actividades'))}.`;
}

export function nothingPendingAnywhere(next: (Cut & { readonly opens: LocalDate }) | null): Html {
  if (next === null) return plain('No hay nada pendiente en este momento.');
  return plain(
    `No hay nada pendiente en este momento. El ${monitoring(next.number)} abre el ${longDay(next.opens)}.`,
  );
}

/** *Primer monitoreo · quedan 15 días, hasta el 31 de marzo* */
export function pendingCutTitle(of: {
  readonly plan: Plan | null;
  readonly cut: Cut;
  readonly lastDay: LocalDate;
  readonly late: boolean;
  readonly moment: Moment;
}): Html {
  const plan = of.plan === null ? '' : ` · ${shorten(planName(of.plan), 100)}`;
  const left = daysBetween(localDate(of.moment), of.lastDay);
  const days =
    left <= 0
      ? `hoy, ${day(of.lastDay)}, es el último día`
      : `${left === 1 ? 'queda 1 día' : `quedan ${left} días`}, hasta el ${day(of.lastDay)}`;
  const late = of.late ? ' (extemporáneo)' : '';
  return html`${bold(`${capital(monitoring(of.cut.number))}${plan}`)}: ${plain(days)}${plain(late)}`;
}

/** A position with its holder, its missing activities and its drafts. */
export function pendingLine(of: MissingLine & { readonly half: readonly string[] }): Html {
  const half = of.half.length === 0 ? '' : ` · a medias: ${numbers(of.half)}`;
  return html`${missingLine(of)}${plain(half)}`;
}

export function remindedToday(names: readonly string[]): Html {
  return html`Hoy ya ${plain(names.length === 1 ? 'tuvo' : 'tuvieron')} recordatorio: ${plain(namesOf(names))}.`;
}

export function onTheirWay(names: readonly string[]): Html {
  return html`Su recordatorio de hoy está por salir: ${plain(namesOf(names))}.`;
}

/** When the people without a reminder today were last reminded. */
export function remindedBefore<Each extends { readonly name: string }>(
  people: readonly Each[],
  dateOf: (each: Each) => LocalDate | null,
): Html {
  const said = (each: Each) => {
    const date = dateOf(each);
    return `${shorten(each.name, 60)} (${date === null ? 'ninguno todavía' : day(date)})`;
  };
  return html`Último recordatorio: ${plain(firstOf(people, said))}.`;
}

export type Unreached = { readonly name: string; readonly why: string | null };

export function cannotBeReached(people: readonly Unreached[]): Html {
  return html`No se les puede escribir: ${plain(namesOf(people.map((each) => `${shorten(each.name, 60)} (${whyNot(each.why)})`)))}.`;
}

export function notDelivered(people: readonly (Unreached & { readonly date: LocalDate })[]): Html {
  const each = people.map((one) => `${shorten(one.name, 50)} el ${day(one.date)} (${whyNot(one.why)})`);
  return html`No se pudo entregar el recordatorio: ${plain(namesOf(each))}.`;
}

/** Telegram's reason, with what can be done about it. */
export function whyNot(reason: string | null): string {
  if (reason === null) return 'Telegram no lo entregó';
  if (/block|kicked/i.test(reason)) return 'bloqueó el chat';
  if (/deactivated|deleted/i.test(reason)) return 'su cuenta de Telegram ya no existe';
  if (/not found|initiate|never/i.test(reason)) return 'no ha abierto el chat';
  return 'Telegram no lo entregó';
}

/** All names; of very many only the first ones. */
function namesOf(names: readonly string[]): string {
  return firstOf(names, (name) => name);
}

function firstOf<Each>(all: readonly Each[], said: (each: Each) => string): string {
  const most = 15;
  const shown = all.slice(0, most).map((each) => shorten(said(each), 100));
  return all.length <= most ? enumerate(shown) : `${shown.join(', ')} y ${all.length - most} más`;
}

export type RemindingNames = {
  readonly queued: readonly string[];
  readonly alreadyToday: readonly string[];
  readonly unreachable: readonly Unreached[];
  /** Null: at once. */
  readonly when: Moment | null;
};

/** Before anything is sent: how many people will get it, when, and who had a reminder already. */
export function remindQuestion(of: RemindingNames): readonly Html[] {
  const people = of.queued.length === 1 ? 'una persona' : `${of.queued.length} personas`;
  return [
    html`Recibirá${plain(of.queued.length === 1 ? '' : 'n')} un recordatorio ${bold(people)}, ${plain(whenWords(of.when))}: ${plain(namesOf(of.queued))}.`,
    ...others(of),
    html`Toque ${bold(pendingButtons.confirm)} para recordárselo.`,
  ];
}

export function reminded(of: RemindingNames): readonly Html[] {
  const people = of.queued.length === 1 ? 'una persona' : `${of.queued.length} personas`;
  const willGet = of.queued.length === 1 ? 'recibirá el recordatorio' : 'recibirán el recordatorio';
  return [
    of.when === null
      ? html`Listo: ${bold(people)} ${plain(willGet)} en unos minutos.`
      : html`Listo: el ${plain(clockTime(of.when))}, ${bold(people)} ${plain(willGet)}.`,
    ...others(of),
  ];
}

/** `where`: the cut that was asked about, if it was only one; with its plan when there are several plans. */
export function nobodyToRemind(
  of: RemindingNames,
  where: { readonly plan: Plan | null; readonly cut: Cut } | null,
): readonly Html[] {
  const rest = others(of);
  if (rest.length === 0) {
    const which = where === null ? '' : ` del ${cutWords(where)}`;
    return [plain(`Ninguna persona que ya ingresó tiene actividades pendientes${which}.`)];
  }
  return [plain('No hay a quién enviarle un recordatorio ahora.'), ...rest];
}

function cutWords({ plan, cut }: { readonly plan: Plan | null; readonly cut: Cut }): string {
  const ofPlan = plan === null ? '' : ` ${ofThe(planName(plan))}${shorten(planName(plan), 100)}`;
  return `${monitoring(cut.number)} (corte ${day(cut.date)})${ofPlan}`;
}

function others(of: RemindingNames): readonly Html[] {
  const have = of.alreadyToday.length === 1 ? 'tiene' : 'tienen';
  const had = `${of.when === null ? 'Hoy' : 'Ese día'} ya ${have} recordatorio`;
  return [
    ...(of.alreadyToday.length === 0 ? [] : [plain(`${had}: ${namesOf(of.alreadyToday)}.`)]),
    ...(of.unreachable.length === 0 ? [] : [cannotBeReached(of.unreachable)]),
  ];
}

function whenWords(when: Moment | null): string {
  return when === null ? 'en unos minutos' : `el ${clockTime(when)}`;
}

/**
 * Shown on the phone for a moment after a second tap; at most 200 characters (Bot API, answerCallbackQuery).
 */
export const alreadyDone = 'Ya quedó hecho.';

export const pendingButtons = { remind: 'Recordar a los que faltan', confirm: 'Sí, enviar' } as const;
