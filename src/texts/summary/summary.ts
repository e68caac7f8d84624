import { LISTED } from '../../domain/constants.ts';
import type { LocalDate, Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { roundHalfUp, type TrafficLight } from '../../domain/progress.ts';
import { bold, html, plain, shorten } from '../html.ts';
import { causeNames } from '../reporting/causes.ts';
import { type VerdictWords, verdictInLine } from '../review/verification.ts';
import { amount, count, percent, percentOf } from '../words/amounts.ts';
import { clockTime, day } from '../words/days.ts';
import { monitoring, planName } from '../words/names.ts';
import { capital, enumerate } from '../words/sentences.ts';
import { figure, type ShownFigure } from '../words/units.ts';
import { planningWords } from './who-said.ts';

export const lightSymbols = { green: '🟢', yellow: '🟡', red: '🔴', grey: '⚪' } as const;
export const lightWords = { green: 'verde', yellow: 'amarillo', red: 'rojo', grey: 'sin reporte' } as const;
const lightOrder = ['green', 'yellow', 'red', 'grey'] as const;

export type Plan = { readonly title: string; readonly fiscalYear: number };
export type Cut = { readonly number: number; readonly date: LocalDate };

/** An unrounded percentage as people read it: half-up, one decimal. */
export function rounded(value: number): string {
  return percentOf(roundHalfUp(value));
}

/** What the figures are of, under them. */
export function subject(of: {
  readonly entity: string;
  readonly plan: Plan;
  /** The plan's name stands above the figures. */
  readonly isNamed: boolean;
  readonly cut: Cut;
  readonly planVersion: number;
  readonly moment: Moment;
}): readonly Html[] {
  return [
    ...(of.isNamed ? [] : [planLine(of.plan)]),
    bold(shorten(of.entity, 150)),
    html`${bold(`${capital(monitoring(of.cut.number))} · corte ${day(of.cut.date)}`)} · ${plain(`${clockTime(of.moment)}${versionWords(of.planVersion)}`)}`,
  ];
}

/** Nothing for the first version, which most plans keep. */
export function versionWords(version: number): string {
  return version === 1 ? '' : ` · versión ${version} del plan`;
}

export function planLine(plan: Plan): Html {
  return bold(shorten(planName(plan), 200));
}

/**
 * *28,6 %; para esta fecha se esperaba 24,7 %. 5 de 7 van atrasadas.* What a phone shows before the message is opened.
 */
export function headline(of: {
  readonly overall: number | null;
  readonly expected: number | null;
  readonly behind: number;
  readonly reported: number;
  readonly total: number;
}): Html {
  const { overall, expected } = of;
  if (overall === null || expected === null) return plain('En este corte no hay actividades que contar.');
  return html`${bold(rounded(overall))}; para esta fecha se esperaba ${plain(`${rounded(expected)}. ${howManyBehind(of)}`.trim())}`;
}

function howManyBehind(of: {
  readonly behind: number;
  readonly reported: number;
  readonly total: number;
}): string {
  if (of.reported === 0) return '';
  if (of.behind > 0) {
    if (of.total === 1) return 'La única actividad va atrasada.';
    return `${amount(of.behind)} de ${amount(of.total)} ${of.behind === 1 ? 'va atrasada' : 'van atrasadas'}.`;
  }
  if (of.reported < of.total)
    return of.reported === 1
      ? 'La única reportada va al día.'
      : `Las ${amount(of.reported)} reportadas van al día.`;
  return of.total === 1 ? 'La única actividad va al día.' : `Las ${amount(of.total)} van al día.`;
}

/** *Atrasadas: Ana Arboleda (n.º 1 y 5), Pedro Riascos (n.º 6) y 9 más*; at most three names. */
export function behindLine(
  of: readonly { readonly who: string; readonly numbers: readonly string[] }[],
): readonly Html[] {
  if (of.length === 0) return [];
  const named = of.slice(0, 3).map((each) => `${shorten(each.who, 60)} (${fewNumbers(each.numbers)})`);
  const more = of.length - named.length;
  const many = of.length > 1 || of.some((each) => each.numbers.length > 1);
  return [
    html`${bold(many ? 'Atrasadas:' : 'Atrasada:')} ${plain(enumerate(more > 0 ? [...named, `${more} más`] : named))}`,
  ];
}

function fewNumbers(of: readonly string[]): string {
  return of.length > 6 ? `${of.length} actividades` : numbers(of);
}

/** *Faltan 4 reportes: n.º 4, 5, 6 y 7*; without numbers where a list of who is missing follows. */
export function missingCount(count: number, of: readonly string[]): readonly Html[] {
  if (count === 0) return [];
  const how = count === 1 ? 'Falta 1 reporte' : `Faltan ${amount(count)} reportes`;
  return [plain(of.length === 0 ? `${how}.` : `${how}: ${numbers(of, 15)}.`)];
}

/** *Las otras 40: 35 en verde, 5 empiezan después.* Null: there are no others. */
export function theRest(of: {
  readonly green: number;
  readonly leftOut: readonly LeftOutActivity[];
}): Html | null {
  const total = of.green + of.leftOut.length;
  if (total === 0) return null;
  const groups = [...Map.groupBy(of.leftOut, (each) => each.why)];
  const parts = [
    ...(of.green === 0 ? [] : [`${amount(of.green)} en verde`]),
    ...groups.map(([why, own]) => `${amount(own.length)} ${leftOutWords[why](own.length)}`),
  ];
  const [only] = of.leftOut;
  if (total === 1) return plain(`La otra ${only ? leftOutWords[only.why](1) : 'va en verde'}.`);
  return plain(`Las otras ${amount(total)}: ${parts.join(', ')}.`);
}

/** More are behind than the message shows. */
export function moreBehind(of: readonly string[]): Html {
  return plain(`También ${of.length === 1 ? 'va atrasada' : 'van atrasadas'} ${theNumbers(of, 15)}.`);
}

/**
 * *Frente al corte del 31 de marzo (28,6 %): 14,4 puntos más*; the difference between the shown (rounded)
 * figures. `without`: so many activities without a report had one at the earlier cut.
 */
export function changeLine(
  overall: number,
  before: { readonly date: LocalDate; readonly overall: number },
  without = 0,
): Html {
  const tenths = Math.round(roundHalfUp(overall) * 10) - Math.round(roundHalfUp(before.overall) * 10);
  const points = percent(Math.abs(tenths)).replace(' %', '');
  const unit = Math.abs(tenths) === 10 ? 'punto' : 'puntos';
  const change = tenths === 0 ? 'igual' : `${points} ${unit} ${tenths > 0 ? 'más' : 'menos'}`;
  const why =
    tenths >= 0 || without === 0
      ? ''
      : `. Baja porque ${without === 1 ? '1 actividad no tiene reporte y cuenta' : `${without} actividades no tienen reporte y cuentan`} como 0`;
  return html`Frente al corte del ${plain(day(before.date))} (${plain(rounded(before.overall))}): ${plain(`${change}${why}`)}`;
}

export type Coverage = {
  readonly onTime: number;
  readonly late: number;
  readonly imported: number;
  readonly missing: number;
  readonly planning: number;
  readonly corrected: number;
};

/** *Lo esperado: 5 por lo programado y 2 por sus fechas*; none while all go by their dates. */
export function basisLines(of: {
  readonly programmed: number;
  readonly keeps: number;
  readonly dates: number;
}): readonly Html[] {
  if (of.programmed + of.keeps === 0) return [];
  const parts = [
    ...(of.programmed === 0 ? [] : [`${amount(of.programmed)} por lo programado`]),
    ...(of.keeps === 0 ? [] : [`${count(of.keeps, 'permanente', 'permanentes')}`]),
    ...(of.dates === 0 ? [] : [`${amount(of.dates)} por sus fechas`]),
  ];
  return [plain(`Lo esperado: ${enumerate(parts)}`)];
}

const coverageWords = {
  onTime: { one: 'a tiempo', all: 'todas a tiempo', some: (n: number) => `${amount(n)} a tiempo` },
  late: {
    one: 'extemporánea',
    all: 'todas extemporáneas',
    some: (n: number) => count(n, 'extemporánea', 'extemporáneas'),
  },
  imported: {
    one: 'importada del formato',
    all: 'todas importadas del formato',
    some: (n: number) => count(n, 'importada del formato', 'importadas del formato'),
  },
} as const;

/** *Reportadas 7 de 7, todas a tiempo · 2 en verde, 5 en rojo*; what is missing has its own line. */
export function coverageLine(coverage: Coverage, lights: Readonly<Record<TrafficLight, number>>): Html {
  const reported = coverage.onTime + coverage.late + coverage.imported;
  const total = reported + coverage.missing;
  const kinds = (['onTime', 'late', 'imported'] as const).filter((kind) => coverage[kind] > 0);
  const [only] = kinds;
  const how =
    kinds.length === 1 && only && total === 1
      ? coverageWords[only].one
      : kinds.length === 1 && only && coverage.missing === 0
        ? coverageWords[only].all
        : kinds.map((kind) => coverageWords[kind].some(coverage[kind])).join(', ');
  return plain(
    `Reportadas ${amount(reported)} de ${amount(total)}, ${how}${byPlanning(coverage)} · ${lightsWords(lights)}`,
  );
}

/** *(2 registradas y 1 corregida por Planeación)*, among all reported ones, on time or late. */
export function byPlanning({ planning, corrected }: Pick<Coverage, 'planning' | 'corrected'>): string {
  const parts = [
    ...(planning === 0 ? [] : [count(planning, 'registrada', 'registradas')]),
    ...(corrected === 0 ? [] : [count(corrected, 'corregida', 'corregidas')]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(' y ')} por Planeación)`;
}

function lightsWords(lights: Readonly<Record<TrafficLight, number>>): string {
  return lightOrder
    .filter((light) => light !== 'grey' && lights[light] > 0)
    .map((light) => `${amount(lights[light])} en ${lightWords[light]}`)
    .join(', ');
}

/** *Qué los frena: recursos 3 (n.º 1, 5 y 6) · tiempo 1 (n.º 7)* */
export function causesLine(
  causes: readonly { readonly cause: keyof typeof causeNames; readonly numbers: readonly string[] }[],
): Html {
  const groups = causes.map(
    (each) =>
      `${causeNames[each.cause].toLowerCase()} ${amount(each.numbers.length)} (${numbers(each.numbers)})`,
  );
  return html`${bold('Qué los frena:')} ${plain(groups.join(' · '))}`;
}

/** Nobody has reported: stated calmly, with the last day to do it. */
export function nothingReported(total: number, lastDay: LocalDate | null): Html {
  const which = total === 1 ? 'de la única actividad' : `de las ${amount(total)} actividades`;
  if (lastDay === null) return plain(`No se recibieron reportes ${which} en este corte.`);
  return plain(`Todavía no hay reportes ${which}. El corte los recibe hasta el ${day(lastDay)}.`);
}

export type ActivityLine = {
  readonly number: string;
  readonly name: string;
  readonly light: TrafficLight;
  /** Null: without a report. */
  readonly figure: ShownFigure | null;
  readonly observation: string;
  readonly late: boolean;
  /** Set when the last word is Planeación's. */
  readonly byPlanning: 'planning' | 'correction' | null;
  readonly cause: keyof typeof causeNames | null;
  readonly verdict: VerdictWords | null;
};

/** *🔴 1. Realizar una caracterización… **0 %** · rojo · No se ha realizado…* */
export function activityLine(of: ActivityLine): Html {
  const start = html`${plain(lightSymbols[of.light])} ${plain(shorten(of.number, 20))}. ${plain(shorten(of.name, 48))}`;
  if (of.figure === null) return html`${start} · ${plain(lightWords.grey)}`;
  const rest = [
    lightWords[of.light],
    ...(of.late ? ['extemporáneo'] : []),
    ...(of.byPlanning === null ? [] : [planningWords[of.byPlanning]]),
    ...(of.observation.trim() === '' ? [] : [shorten(of.observation, 70)]),
    ...(of.cause === null ? [] : [`causa: ${causeNames[of.cause].toLowerCase()}`]),
    ...(of.verdict === null ? [] : [verdictInLine(of.verdict)]),
  ];
  return html`${start} ${bold(figure(of.figure))} · ${plain(rest.join(' · '))}`;
}

/** `n.º 1, 5 y 6`; of very many only the first ones. */
export function numbers(of: readonly string[], most: number = LISTED.numbers.most): string {
  const first = Math.min(most, LISTED.numbers.first);
  const shown = of.map((number) => shorten(number, 20));
  if (of.length <= most) return `n.º ${enumerate(shown)}`;
  return `n.º ${shown.slice(0, first).join(', ')} y ${amount(of.length - first)} más`;
}

/** After the first activities of a very long plan: how many more there are, and where. */
export function otherActivities(hidden: number): Html {
  return plain(
    `Y ${amount(hidden)} actividades más: véalas con Detalle; todos los reportes están en los datos (CSV) de /exportar.`,
  );
}

/** The same within a sentence: `la n.º 5`, `las n.º 5 y 6`. */
export function theNumbers(of: readonly string[], most?: number): string {
  return `${of.length === 1 ? 'la' : 'las'} ${numbers(of, most)}`;
}

/** Lines about positions; of very many the first ones, and how many more there are. */
export function firstPositions(lines: readonly Html[]): readonly Html[] {
  const { most, first } = LISTED.positions;
  if (lines.length <= most) return lines;
  return [...lines.slice(0, first), plain(`Y ${amount(lines.length - first)} cargos más.`)];
}

const leftOutWords = {
  notBegun: (n: number) => (n === 1 ? 'no ha comenzado' : 'no han comenzado'),
  retired: (n: number) => (n === 1 ? 'se retiró del plan' : 'se retiraron del plan'),
  notScheduled: (n: number) =>
    n === 1 ? 'no está programada en este corte' : 'no están programadas en este corte',
  startsLater: (n: number) => (n === 1 ? 'empieza después' : 'empiezan después'),
} as const;

type LeftOutActivity = { readonly number: string; readonly why: keyof typeof leftOutWords };

export function leftOutLines(of: readonly LeftOutActivity[]): readonly Html[] {
  if (of.length === 0) return [];
  const groups = [...Map.groupBy(of, (each) => each.why)];
  return [
    bold('No se cuentan'),
    ...groups.map(([why, own]) =>
      plain(`${capital(leftOutWords[why](own.length))}: ${numbers(own.map((each) => each.number))}`),
    ),
  ];
}

export type MissingLine = {
  readonly position: string;
  readonly holders: readonly { readonly name: string; readonly enrolled: boolean }[];
  readonly numbers: readonly string[];
  readonly reopened: readonly string[];
};

/** *Lider de rendicion de cuentas · sin responsable: n.º 4* */
export function missingLine(of: MissingLine): Html {
  const enrolled = of.holders.filter((holder) => holder.enrolled);
  const who =
    enrolled.length > 0
      ? enumerate(enrolled.slice(0, 5).map((holder) => shorten(holder.name, 60)))
      : of.holders[0]
        ? `${shorten(of.holders[0].name, 60)}, no ha ingresado`
        : 'sin responsable';
  const reopened = of.reopened.length === 0 ? '' : ` · por corregir: ${numbers(of.reopened)}`;
  const missing = of.numbers.length === 0 ? '' : `: ${numbers(of.numbers)}`;
  return html`${plain(shorten(of.position, 100))} · ${bold(who)}${plain(missing)}${plain(reopened)}`;
}

/**
 * Heading of the missing list; after closing, the mayor's escalation: calm, by position, with the last day
 * for reports.
 * @param lastDay null: nothing missing takes a report any more
 */
export function missingHeading(
  state: 'scheduled' | 'open' | 'grace' | 'closed',
  lastDay: LocalDate | null,
): Html {
  if (lastDay === null) return bold('Quiénes no reportaron');
  if (state !== 'grace') return bold('Quiénes faltan');
  return html`${bold('Sin reporte al cierre')} · se recibe hasta el ${plain(day(lastDay))}`;
}
