import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import type { TrafficLight } from '../../domain/progress.ts';
import { bold, html, lines, plain, shorten } from '../html.ts';
import { amount } from '../words/amounts.ts';
import { day, longDay } from '../words/days.ts';
import { monitoring, planName } from '../words/names.ts';
import { capital, pageBefore } from '../words/sentences.ts';
import { type Cut, lightSymbols, type Plan } from './summary.ts';

export function nobodyMissing(cut: Cut): Html {
  return html`En el corte del ${plain(day(cut.date))} no falta nadie.`;
}

export function cutTitle(plan: Plan, cut: Cut): Html {
  return lines(
    bold(`${capital(monitoring(cut.number))} · corte ${day(cut.date)}`),
    plain(shorten(planName(plan), 200)),
  );
}

export function whichDetail(place: { readonly page: number; readonly pages: number }): Html {
  return plain(`${pageBefore(place)}¿De cuál actividad quiere ver el detalle?`);
}

export function noDetail(): Html {
  return plain('En este corte no hay actividades que mostrar.');
}

export function whichPlan(): Html {
  return plain('¿De cuál plan?');
}

export function whichCut(): Html {
  return plain('¿De cuál corte?');
}

export function noOtherCuts(next: (Cut & { readonly opens: LocalDate }) | null): Html {
  if (next === null) return plain('No hay otros cortes.');
  return plain(`Todavía no hay otros cortes. El ${monitoring(next.number)} abre el ${longDay(next.opens)}.`);
}

export function notOpened(cut: Cut & { readonly opens: LocalDate }): Html {
  return plain(
    `El ${monitoring(cut.number)} (corte ${day(cut.date)}) todavía no ha abierto. Abre el ${longDay(cut.opens)}.`,
  );
}

/** @param command the command, among those that take a cut */
export function unknownCut(words: string, command: string): Html {
  return html`No encontré un corte para «${plain(shorten(words, 40))}». Escriba el mes o el número, por ejemplo ${bold(`/${command} marzo`)} o ${bold(`/${command} 1`)}.`;
}

export function noPlanYet(): Html {
  return plain('Todavía no hay ningún plan cargado. Planeación puede importarlo.');
}

export function cutGone(): Html {
  return plain('Ese corte ya no está disponible. Con /resumen puede ver el actual.');
}

export const summaryButtons = {
  pdf: 'PDF',
  xlsx: 'Excel',
  detail: 'Detalle',
  missing: 'Quiénes faltan',
  remind: 'Recordar a los que faltan',
  otherCuts: 'Otros cortes',
  back: 'Volver al resumen',
  all: 'Ver todas',
  pictures: 'Más imágenes',
  activity: (of: { readonly number: string; readonly name: string; readonly light: TrafficLight }) =>
    `${lightSymbols[of.light]} ${shorten(of.number, 20)}. ${shorten(of.name, 40)}`,
  cut: (cut: Cut) => `${capital(monitoring(cut.number))} · ${day(cut.date)}`,
  /** Under a digest; with several cuts in it, of which plan. */
  see: 'Ver el resumen',
  seeOf: (plan: Plan) => `Ver el resumen: ${shorten(planName(plan), 45)}`,
  planCut: (plan: Plan, cut: Cut) => `${shorten(planName(plan), 45)} · ${day(cut.date)}`,
} as const;

export const exportButtons = { pdf: 'PDF', xlsx: 'Excel', csv: 'Datos (CSV)', zip: 'Todo (zip)' } as const;

export function whichFile(plan: Plan, cut: Cut): Html {
  return html`${plain(planName(plan))} · ${bold(capital(monitoring(cut.number)))}, ${plain(day(cut.date))}. ¿Qué archivo necesita?`;
}

/** @param most activities that a file of this format holds */
export function doesNotFit(format: 'pdf' | 'xlsx' | 'csv' | 'zip', most: number): Html {
  const instead = format === 'xlsx' ? 'Datos (CSV)' : 'Excel o Datos (CSV)';
  return plain(
    `Este plan tiene más de ${amount(most)} actividades y no cabe en ${inWords[format]}. Pídalo con /exportar: ${instead}.`,
  );
}

const inWords = { pdf: 'un PDF', xlsx: 'Excel', csv: 'un CSV', zip: 'un zip, que trae el PDF' } as const;
