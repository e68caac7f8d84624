import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, plain, shorten } from '../html.ts';
import { amount, count } from '../words/amounts.ts';
import { day, longDay } from '../words/days.ts';
import { planName, properName } from '../words/names.ts';
import { enumerate } from '../words/sentences.ts';

/** What the chat says of an import before and after it, in a few lines of a phone. The command line lists everything. */

type Plan = {
  readonly code: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly entity: string;
};

/** A list of more items than this shows the first ones and counts the rest. */
const MOST_ITEMS = 8;
const ITEMS_SHOWN = 6;

export function planLines(plan: Plan): readonly Html[] {
  const entity = plan.entity === '' ? '' : ` · ${shorten(properName(plan.entity), 100)}`;
  return [bold(shorten(planName(plan), 150)), plain(`${shorten(plan.code, 40)}/${plan.fiscalYear}${entity}`)];
}

/** What would be, or is stored: `how` says whether the plan is new. */
export function sizeLine(
  how: 'new' | 'corrected' | 'same',
  activities: number,
  sheets: readonly string[],
): string {
  const size = count(activities, 'actividad', 'actividades');
  const from =
    sheets.length === 0
      ? ''
      : `, de ${sheets.length === 1 ? 'la hoja' : 'las hojas'} ${several(sheets.map((name) => `«${name}»`))}`;
  switch (how) {
    case 'new':
      return `Plan nuevo con ${size}${from}.`;
    case 'corrected':
      return `Corrige el plan guardado: ${size}${from}.`;
    case 'same':
      return `Nada cambia: el plan ya estaba así, con ${size}.`;
  }
}

/** `Cortes: 31 de marzo, 30 de junio… de 2022.` */
export function cutsLine(dates: readonly string[], year: number): string {
  const inYear = dates.every((date) => date.startsWith(`${year}-`));
  const each = inYear ? `${enumerate(dates.map(day))} de ${year}` : enumerate(dates.map(longDay));
  return `${dates.length === 1 ? 'Un corte' : `${dates.length} cortes`}: ${each}.`;
}

/** Reports of each cut that has some. */
export function reportsLine(cuts: readonly { readonly date: string; readonly reports: number }[]): string {
  const each = cuts.map(({ date, reports }) => `${amount(reports)} del ${day(date)}`);
  const all = cuts.reduce((sum, { reports }) => sum + reports, 0);
  return `Trae ${count(all, 'reporte', 'reportes')}: ${enumerate(each)}.`;
}

export const figuresLine =
  'Trae también lo programado o lo ejecutado: se guarda con cada actividad y no cuenta como reporte.';

export const programmingLine =
  'Trae lo que Planeación programó: vale para las actividades nuevas y no cambia las guardadas.';

export const addedLine = (numbers: readonly string[]) =>
  `Lo programado viene por corte y se suma: ${numbered(numbers)}.`;

export const doubtLine = (numbers: readonly string[]) =>
  `Lo programado se puede leer de dos maneras y cuentan las fechas: ${numbered(numbers)}. Se programa en /cortes.`;

export const positions = {
  title: 'Cargos',
  line: (name: string, holders: readonly string[], doubtful: boolean) =>
    `${shorten(name, 100)}: ${holders.length === 0 ? 'sin responsable todavía' : holders.join(', ')}${doubtful ? ' (puede ser varios)' : ''}`,
  unenrolled: (name: string) => `${name} (no ha ingresado)`,
  /** *22 cargos: 20 sin responsable todavía; 9 con varias palabras quedan como uno solo.* */
  counted: (all: number, vacant: number, doubtful: number) =>
    [
      count(all, 'cargo', 'cargos'),
      ': ',
      vacant === 0
        ? 'ninguno sin responsable'
        : vacant === all
          ? 'sin responsable todavía'
          : `${amount(vacant)} sin responsable todavía`,
      doubtful === 0
        ? ''
        : `; ${count(doubtful, 'puede ser varios y queda', 'pueden ser varios y quedan')} como uno solo`,
      '.',
    ].join(''),
} as const;

export const notices = {
  title: 'Tenga en cuenta',
  more: (hidden: number) => `Y ${count(hidden, 'aviso', 'avisos')} más.`,
} as const;

/** What changes in a stored plan. */
export const changes = {
  title: 'Qué cambia',
  added: (numbers: readonly string[]) =>
    `${count(numbers.length, 'actividad nueva', 'actividades nuevas')}: ${numbered(numbers)}.`,
  changed: (numbers: readonly string[], fields: readonly string[]) =>
    `${count(numbers.length, 'actividad cambia', 'actividades cambian')} (${enumerate(fields)}): ${numbered(numbers)}.`,
  retired: (numbers: readonly string[]) =>
    `${count(numbers.length, 'actividad ya no está y queda retirada', 'actividades ya no están y quedan retiradas')}: ${numbered(numbers)}.`,
  kept: (numbers: readonly string[]) =>
    `${numbers.length === 1 ? 'Sigue' : 'Siguen'} como en la versión vigente del plan, porque el archivo trae lo de antes: ${numbered(numbers)}.`,
  differing: (all: number, numbers: readonly string[]) =>
    `${count(all, 'reporte guardado difiere', 'reportes guardados difieren')} del archivo y no se tocan: ${numbered(numbers)}.`,
} as const;

/** `n.º 1, 2, 3 y 40 más`. */
function numbered(numbers: readonly string[]): string {
  return `n.º ${several([...new Set(numbers)])}`;
}

function several(items: readonly string[]): string {
  if (items.length <= MOST_ITEMS) return enumerate(items);
  return `${items.slice(0, ITEMS_SHOWN).join(', ')} y ${amount(items.length - ITEMS_SHOWN)} más`;
}

export const viewTitles = {
  positions: positions.title,
  changes: changes.title,
  notes: notices.title,
} as const;

/** A list behind a button, at most so long; the question stands under it again. */
export function viewed(title: string, each: readonly string[], hidden: number): readonly Html[] {
  return [
    bold(title),
    ...each.map((line) => plain(`• ${line}`)),
    ...(hidden === 0 ? [] : [plain(`Y ${amount(hidden)} más.`)]),
    plain('¿Lo guardo?'),
  ];
}

export function section(title: string, each: readonly string[]): readonly Html[] {
  return each.length === 0 ? [] : [bold(title), ...each.map((line) => html`• ${plain(line)}`)];
}

export function preview(of: {
  readonly plan: Plan;
  readonly lines: readonly string[];
  readonly sections: readonly (readonly [title: string, lines: readonly string[]])[];
  /** The first cut for which it would hold as a reformulation; null: it cannot be one. */
  readonly reformFrom: LocalDate | null;
}): readonly Html[] {
  return [
    ...planLines(of.plan),
    ...of.lines.map(plain),
    ...of.sections.flatMap(([title, lines]) => section(title, lines)),
    ...(of.reformFrom === null ? [] : [plain(whichOfTheTwo(of.reformFrom))]),
    plain('¿Lo guardo?'),
  ];
}

/** A corrected form mends what was typed wrong, or reformulates the plan. */
function whichOfTheTwo(from: LocalDate): string {
  return `Guardar corrige lo mal escrito, en todos los cortes sin aprobar. Si el plan cambió, es una reformulación: la acepta otra persona y vale desde el corte del ${day(from)}.`;
}

export function stored(of: {
  readonly plan: Plan;
  readonly lines: readonly string[];
  readonly vacant: number;
}): readonly Html[] {
  return [
    bold('Guardado.'),
    ...planLines(of.plan),
    ...of.lines.map(plain),
    ...(of.vacant === 0 ? [] : [plain(invite(of.vacant))]),
  ];
}

function invite(vacant: number): string {
  return vacant === 1
    ? 'Un cargo está sin responsable: invite a quien lo ocupa con /invitar.'
    : `${amount(vacant)} cargos están sin responsable: invite a quienes los ocupan con /invitar.`;
}
