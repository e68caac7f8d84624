import type { LocalDate } from '../../domain/dates.ts';
import { rounded } from '../summary/summary.ts';
import { amount, count, percent } from '../words/amounts.ts';
import { the } from '../words/articles.ts';
import { day, longDay, longDayToDay } from '../words/days.ts';
import { monitoring } from '../words/names.ts';
import { capital, enumerate } from '../words/sentences.ts';

type Light = 'green' | 'yellow' | 'red' | 'grey';

/** The words of the published pages. */
export const pageWords = {
  skip: 'Ir al contenido',
  path: 'Dónde está',
  allPlans: 'Planes publicados',
  figures: 'Cómo va el plan',
  progress: 'Avance del plan',
  expected: 'Se esperaba',
  activities: 'Actividades',
  downloads: 'Descargar',
  observation: 'Lo realizado',
  noObservation: 'Sin observación.',
  noReport: 'Sin reporte en este corte.',
  target: 'Meta',
  measure: 'Medida',
  indicator: 'Indicador',
  responsible: 'Responsable',
  dates: 'Fechas',
  earlier: 'Cortes anteriores',
  expectedOfOne: 'Esperado',
  about: 'Sobre esta información',
  columns: 'Qué significa cada columna de los datos',
  indexLead: 'El avance de los planes de la entidad, corte por corte.',
  indexData: 'Lista de lo publicado, para programas (JSON)',
  noCuts: 'Todavía no hay cortes publicados.',
  columnsLead:
    'Los datos de cada corte (CSV y JSON) tienen una fila por actividad y corte, con estas columnas. En el JSON los nombres son los mismos.',
  format:
    'Los porcentajes son números con punto y las fechas, AAAA-MM-DD. El CSV está en UTF-8 y separa por comas; en él, un apóstrofo antes de =, +, - o @ evita que una hoja de cálculo lo tome por una fórmula y no es parte del texto.',
  addresses:
    'La dirección de cada corte no cambia. Si un corte se corrige, su página se reemplaza y dice en qué fecha.',
  neverPeople:
    'Se publican cargos, no nombres de personas. Los soportes no se publican; en las observaciones se omiten las direcciones y los nombres de las personas que el sistema conoce.',
} as const;

export const fileWords = {
  pdf: 'Formato en PDF',
  xlsx: 'Formato en Excel',
  csv: 'Datos en CSV',
  json: 'Datos en JSON',
} as const;

/** In words beside the colour: nobody needs to see it. */
export const lightLabels: Readonly<Record<Light, string>> = {
  green: 'Al día',
  yellow: 'Atraso leve',
  red: 'Atrasada',
  grey: 'Sin reporte',
};

/** After a number: *5 atrasadas*. */
export function lightCount(light: Light, of: number): string {
  if (light === 'red') return of === 1 ? 'atrasada' : 'atrasadas';
  return light === 'yellow' ? 'con atraso leve' : lightLabels[light].toLowerCase();
}

export const lightMeanings: Readonly<Record<Light, string>> = {
  green: 'lleva al menos el 80 % de lo esperado',
  yellow: 'lleva entre el 60 % y el 80 % de lo esperado',
  red: 'lleva menos del 60 % de lo esperado',
  grey: 'cuenta como 0 %',
};

export const standingLabels = {
  notBegun: 'Todavía no comienza',
  retired: 'Se retiró del plan',
  notScheduled: 'No programada en este corte',
  startsLater: 'Empieza después',
} as const;

/** How the lines begin that a published form says of itself. */
export const statusWords = { state: 'Estado: ', fingerprint: 'Huella (SHA-256): ' } as const;

/** *Primer monitoreo · corte del 31 de marzo de 2022* */
export function cutLine(cut: { readonly number: number; readonly date: LocalDate }): string {
  return `${capital(monitoring(cut.number))} · corte del ${longDay(cut.date)}`;
}

/** What somebody reads who reads one sentence. */
export function plainSummary(of: {
  readonly date: LocalDate;
  readonly overall: number | null;
  readonly expected: number | null;
  readonly lights: Readonly<Record<Light, number>>;
  readonly previous: { readonly date: LocalDate; readonly overall: number } | null;
}): string {
  const { overall, expected, lights } = of;
  if (overall === null || expected === null) return 'En este corte no hay actividades que contar.';
  const total = lights.green + lights.yellow + lights.red + lights.grey;
  const behind = lights.yellow + lights.red;
  const how = [
    ...(lights.green === 0 ? [] : [`${amount(lights.green)} ${lights.green === 1 ? 'va' : 'van'} al día`]),
    ...(behind === 0 ? [] : [`${amount(behind)} ${behind === 1 ? 'va atrasada' : 'van atrasadas'}`]),
    ...(lights.grey === 0
      ? []
      : [`${amount(lights.grey)} no ${lights.grey === 1 ? 'tiene' : 'tienen'} reporte`]),
  ];
  const before =
    of.previous === null
      ? ''
      : ` En el corte anterior (${day(of.previous.date)}) llevaba ${percent(of.previous.overall)}.`;
  return `Al ${longDay(of.date)} el plan lleva ${percent(overall)} de avance; para esa fecha se esperaba ${percent(expected)}. De ${count(total, 'actividad', 'actividades')}, ${enumerate(how)}.${before}`;
}

/** *Aprobado por la Alcaldía el 16 de marzo de 2022.* */
export function standingLine(
  of:
    | { readonly kind: 'approved'; readonly on: LocalDate }
    | { readonly kind: 'closed'; readonly on: LocalDate },
): string {
  return of.kind === 'approved'
    ? `Aprobado por la Alcaldía el ${longDay(of.on)}.`
    : `Corte cerrado el ${longDay(of.on)}, sin aprobación de la Alcaldía.`;
}

/** *Publicado el 20 de abril de 2022. Corregido el 3 de mayo de 2022.* */
export function publishedLine(dates: readonly LocalDate[]): string {
  const [first, ...again] = [...new Set(dates)];
  const corrected = again.length === 0 ? '' : ` Corregido el ${enumerate(again.map(longDay))}.`;
  return first === undefined ? '' : `Publicado el ${longDay(first)}.${corrected}`;
}

export function datesOfActivity(from: LocalDate, until: LocalDate): string {
  return from === until ? `El ${longDay(from)}` : `Del ${longDayToDay(from, until)}`;
}

/** *talleres, 12 en el año* */
export function measureOfYear(measure: string, yearAmount: number | null): string {
  return yearAmount === null ? measure : `${measure}, ${String(yearAmount).replace('.', ',')} en el año`;
}

/** *12 kB*, *1,4 MB* */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return rounded(bytes / 1_000_000).replace(' %', ' MB');
}

export function earlierReport(date: LocalDate, figure: string, observation: string): string {
  return `${longDay(date)}: ${figure}${observation === '' ? '' : `. ${observation}`}`;
}

export function tooLongForFiles(activities: number): string {
  return `Este plan tiene ${amount(activities)} actividades y no cabe en el formato; todo está en los datos.`;
}

export function source(entity: string): string {
  return `Publicado por ${the(entity)}${entity} (Ley 1712 de 2014, de transparencia y acceso a la información pública).`;
}
