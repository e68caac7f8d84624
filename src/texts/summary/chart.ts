import type { LocalDate, Moment } from '../../domain/dates.ts';
import type { TrafficLight } from '../../domain/progress.ts';
import { shorten } from '../html.ts';
import { amount, count, percent } from '../words/amounts.ts';
import { clockTime, day } from '../words/days.ts';
import { monitoring, planName } from '../words/names.ts';
import { capital } from '../words/sentences.ts';
import {
  byPlanning,
  type Coverage,
  lightWords,
  nothingReported,
  numbers,
  rounded,
  versionWords,
} from './summary.ts';

export const chartWords = {
  overall: 'Avance',
  expected: 'esperado',
  legendExpected: 'lo esperado a la fecha',
  legendPrevious: 'el corte anterior',
  noActivities: 'En este corte no hay actividades que contar.',
} as const;

const noReport = lightWords.grey;

/** At most two lines of the picture; a longer name ends with `…`. */
const LONGEST_NAME = 104;

/** One line of the picture. */
const LONGEST_WHO = 60;

export const chartTexts = {
  cut: (cut: { readonly number: number; readonly date: LocalDate }) =>
    `${capital(monitoring(cut.number))} · corte ${day(cut.date)}`,
  plan: (plan: { readonly title: string; readonly fiscalYear: number }, moment: Moment, version: number) =>
    `${shorten(planName(plan), 90)} · ${clockTime(moment)}${versionWords(version)}`,
  entity: (entity: string) => shorten(entity, 150),
  furtherPart: (page: number, pages: number) => `Imagen ${page} de ${pages}`,
  part: (shown: number, all: number) => `${shown} de ${amount(all)} actividades: primero las atrasadas`,
  overall: (value: number) => rounded(value),
  expected: (value: number) => `${chartWords.expected} ${rounded(value)}`,
  number: (number: string) => `${shorten(number, 12)}.`,
  name: (name: string) => shorten(name, LONGEST_NAME),
  who: (who: readonly string[]) => shorten(who.join(' / '), LONGEST_WHO),
  /** *Rosa Ortiz · 3 de 4 talleres*; '' when there is neither. */
  whoAndUnits: (who: string, units: string | null) =>
    [who, ...(units === null ? [] : [shorten(units, 40)])].filter((each) => each !== '').join(' · '),
  /** *31 de marzo 22,2 % · 30 de junio 60 %* */
  course: (cuts: readonly { readonly date: LocalDate; readonly overall: number }[]) =>
    cuts.map((each) => `${day(each.date)} ${rounded(each.overall)}`).join(' · '),
  light: (light: TrafficLight) => capital(lightWords[light]),
  progress: (tenths: number | null) => (tenths === null ? '—' : percent(tenths)),
  lightCount: (light: TrafficLight, amount: number) =>
    light === 'grey' ? `${amount} ${noReport}` : `${amount} en ${lightWords[light]}`,
} as const;

const kinds = {
  onTime: { all: 'todas a tiempo', some: (n: number) => `${n} a tiempo` },
  late: { all: 'todas extemporáneas', some: (n: number) => count(n, 'extemporánea', 'extemporáneas') },
  imported: { all: 'todas importadas', some: (n: number) => count(n, 'importada', 'importadas') },
} as const;

/** *Reportadas 5 de 7: 4 a tiempo, 1 extemporánea. Faltan 2.* */
export function coverageText(coverage: Coverage, lastDay: LocalDate | null): string {
  const total = coverage.onTime + coverage.late + coverage.imported + coverage.missing;
  const reported = total - coverage.missing;
  if (reported === 0) return nothingReported(total, lastDay);
  const present = (['onTime', 'late', 'imported'] as const).filter((kind) => coverage[kind] > 0);
  const all = present.length === 1 && coverage.missing === 0 && total > 1;
  const how = present.map((kind) => (all ? kinds[kind].all : kinds[kind].some(coverage[kind])));
  const missing =
    coverage.missing === 0 ? '' : ` ${coverage.missing === 1 ? 'Falta' : 'Faltan'} ${coverage.missing}.`;
  return `Reportadas ${reported} de ${total}: ${how.join(', ')}${byPlanning(coverage)}.${missing}`;
}

const leftOutWords = {
  notBegun: 'Sin comenzar',
  retired: 'Retiradas del plan',
  notScheduled: 'No programadas en este corte',
  startsLater: 'Empiezan después',
} as const;

/** *No se cuentan. Sin comenzar: n.º 8 y 9.* */
export function leftOutText(
  of: readonly { readonly number: string; readonly why: keyof typeof leftOutWords }[],
): string {
  if (of.length === 0) return '';
  const groups = [...Map.groupBy(of, (each) => each.why)];
  return [
    'No se cuentan.',
    ...groups.map(([why, own]) => `${leftOutWords[why]}: ${numbers(own.map((each) => each.number))}.`),
  ].join(' ');
}
