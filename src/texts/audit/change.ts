import { isLocalDate, localDate } from '../../domain/dates.ts';
import { type ChangeKind, changeableTexts } from '../../domain/plan-change.ts';
import { officeNames } from '../enrolment/enrolment.ts';
import { shorten } from '../html.ts';
import { fieldNames } from '../importing/report.ts';
import { causeNames } from '../reporting/causes.ts';
import { percent } from '../words/amounts.ts';
import { clockTime, day, longDay } from '../words/days.ts';
import { enumerate } from '../words/sentences.ts';

/** The names behind the ids in a row. */
export type AuditNames = {
  readonly person: (id: number) => string;
  readonly position: (id: number) => string;
};

type Data = Readonly<Record<string, unknown>>;
type Say = (value: unknown, names: AuditNames) => string;

/** How each value of a row is written, in this order; null leaves it out, because it is for programs. */
const fields: Readonly<Record<string, readonly [label: string, say: Say] | null>> = {
  progress: ['avance', (value) => percent(Number(value))],
  observation: ['', (value) => `«${shorten(String(value), 90)}»`],
  origin: ['', (value) => origins[String(value)] ?? ''],
  late: ['', (value) => (value === true ? 'extemporáneo' : '')],
  verdict: ['', (value) => verdicts[String(value)] ?? String(value)],
  cause: ['', (value) => nameIn(causeNames, value).toLowerCase()],
  kind: ['', (value) => kinds[String(value)] ?? String(value)],
  format: ['archivo', (value) => String(value).toUpperCase()],
  address: ['en', String],
  again: ['', (value) => (value === true ? 'de nuevo' : '')],
  evidence: ['soporte', (value) => `n.º ${value}`],
  evidenceFiles: ['soportes', String],
  url: ['', (value) => shorten(String(value), 80)],
  mime: null,
  bytes: null,
  sha256: ['SHA-256', (value) => `${String(value).slice(0, 12)}…`],
  fingerprint: ['huella', (value) => `${String(value).slice(0, 12)}…`],
  textVersion: ['texto', String],
  command: ['', (value) => `/${value}`],
  button: ['', () => 'un botón'],
  screen: ['', () => 'un botón'],
  dialog: ['', () => 'una conversación'],
  invitation: ['', (value) => (typeof value === 'string' ? 'una invitación' : '')],
  why: ['', (value) => reasons[String(value)] ?? String(value)],
  attempts: ['intentos', String],
  position: ['', (value, names) => (value === null ? '' : names.position(Number(value)))],
  office: ['', (value) => (value === null ? '' : nameIn(officeNames, value))],
  positions: ['', (value, names) => listOf(value, (id) => names.position(Number(id)))],
  offices: ['', (value) => listOf(value, (office) => nameIn(officeNames, office))],
  holders: ['antes', (value, names) => listOf(value, (id) => names.person(Number(id)))],
  instead: ['en lugar de', (value, names) => listOf(value, (id) => names.person(Number(id)))],
  inPlaceOf: null,
  acting: ['', (value) => (value === true ? 'encargo' : '')],
  date: ['', (value) => dateOf(value)],
  name: ['', (value) => `«${value}»`],
  from: ['desde', (value) => dateOf(value)],
  since: ['desde', (value) => dateOf(value)],
  until: ['hasta', (value) => dateOf(value)],
  endsOn: ['termina', (value) => dateOf(value)],
  contractEndsOn: ['contrato hasta', (value) => dateOf(value)],
  expiresAt: ['vence', (value) => dateOf(value)],
  closing: ['cierre', (value) => dateOf(value)],
  lastDay: ['último día', (value) => dateOf(value)],
  activities: ['actividades', (value) => numbers(value)],
  missing: ['faltaban', (value) => numbers(value)],
  openingDays: ['días antes', String],
  graceWorkingDays: ['días de gracia', String],
  needsApproval: ['aprobación', (value) => (value === true ? 'sí' : 'no')],
  mayorAcceptsChanges: ['la alcaldía acepta los cambios', (value) => (value === true ? 'sí' : 'no')],
  programmed: ['programado', (value) => programmedWords(value)],
  measure: ['medida', String],
  yearAmount: ['en el año', String],
  keeps: ['', (value) => (value === true ? 'permanente' : '')],
  version: ['versión', String],
  target: ['meta', (value) => `«${shorten(String(value), 90)}»`],
  startsOn: ['empieza', (value) => dateOf(value)],
  ...Object.fromEntries(
    changeableTexts
      .filter((column) => column !== 'name')
      .map((column) => [column, [fieldNames[column], (value) => `«${shorten(String(value), 90)}»`]] as const),
  ),
  withdrawn: ['', (value) => (value === true ? 'retirada del plan' : '')],
  changes: ['', (value) => (Array.isArray(value) ? enumerate([...new Set(value.map(changeWords))]) : '')],
  planned: ['programado en el formato', (value) => programmedWords(value)],
  notPossible: ['', (value) => notPossible[String(value)] ?? String(value)],
  cuts: ['cortes', (value) => listOf(value, cutOf)],
  isNew: ['', (value) => (value === true ? 'plan nuevo' : '')],
  header: ['encabezado', (value) => listOf(value, (field) => nameIn(fieldNames, field))],
  added: ['agregadas', (value) => numbers(value)],
  changed: ['cambiadas', (value) => numbers(value)],
  retired: ['retiradas', (value) => numbers(value)],
  cutsAdded: ['cortes nuevos', (value) => listOf(value, dateOf)],
  cutsRemoved: ['cortes quitados', (value) => listOf(value, dateOf)],
  reports: [
    'reportes',
    (value) => (Array.isArray(value) ? String(value.length) : value === 0 ? '' : String(value)),
  ],
  reason: ['motivo', (value) => `«${shorten(String(value), 90)}»`],
  remark: ['', (value) => `«${shorten(String(value), 90)}»`],
  asked: ['pedido', (value) => (value === 'account' ? 'otra cuenta de Telegram' : 'otra persona')],
  outcome: ['', (value) => outcomes[String(value)] ?? String(value)],
  askedBy: ['lo pidió', (value, names) => names.person(Number(value))],
  appointedBy: ['nombró a la alcaldía, sin otro despacho,', (value, names) => names.person(Number(value))],
  agreedBy: ['de acuerdo', (value, names) => names.person(Number(value))],
  restored: ['', (value) => (value === true ? 'al restaurar una copia' : '')],
  unknown: ['', () => 'sin saber todo lo que pasó después de la copia'],
  change: null,
  report: null,
  moment: null,
  row: null,
  assignment: null,
  presentation: null,
  publication: null,
};

/**
 * The change of an act, in words: `avance 40 % → 60 %; motivo «…»`. Values that stayed the same are left out;
 * a value without words here is shown as it is stored.
 */
export function changeOf(before: Data | null, after: Data | null, names: AuditNames): string {
  const known = Object.keys(fields);
  const others = [...Object.keys(before ?? {}), ...Object.keys(after ?? {})].filter(
    (key) => !known.includes(key),
  );
  const phrases = [...known, ...new Set(others)].flatMap((key) => {
    const [was, is] = [said(key, before, names), said(key, after, names)];
    if (was === is && before !== null && after !== null) return [];
    const label = fields[key] === undefined ? key : (fields[key]?.[0] ?? '');
    const both =
      was !== '' && is !== '' ? `${was} → ${is}` : after !== null && was !== '' ? `${was} → —` : was + is;
    return both === '' ? [] : [label === '' ? both : `${label} ${both}`];
  });
  return phrases.join('; ');
}

function said(key: string, data: Data | null, names: AuditNames): string {
  const value = data?.[key];
  if (value === undefined || value === null) return '';
  const field = fields[key];
  if (field === null) return '';
  return field === undefined ? shorten(JSON.stringify(value), 60) : field[1](value, names);
}

const origins: Readonly<Record<string, string>> = {
  import: 'importado',
  planning: 'registrado por Planeación',
};

const verdicts: Readonly<Record<string, string>> = {
  endorsed: 'avalado',
  observed: 'con observación',
  ineffective: 'cumplida, no efectiva',
};

const kinds: Readonly<Record<string, string>> = {
  file: 'archivo',
  link: 'enlace',
  allIn: 'todo reportado',
  afterClosing: 'después del cierre',
  afterGrace: 'después de la gracia',
};

const outcomes: Readonly<Record<string, string>> = {
  agreed: 'estuvo de acuerdo',
  accepted: 'lo aceptó',
  refused: 'no estuvo de acuerdo',
  withdrawn: 'lo retiró',
  expired: 'nadie respondió en 7 días',
  void: 'quedó sin efecto',
};

const reasons: Readonly<Record<string, string>> = {
  public: 'quedó a la vista en un grupo',
  replaced: 'otra la reemplazó o ya se usó',
  restored: 'al restaurar una copia',
  together: 'se anularon todas las de una lista',
  impostor: 'la hizo una cuenta que no era de esa persona',
};

const notPossible: Readonly<Record<string, string>> = {
  noCut: 'no queda ningún corte por abrir',
  retired: 'la actividad ya no está en el plan',
  changed: 'el plan cambió mientras tanto',
  nothing: 'así estaba ya',
};

const changeNames: Readonly<Record<ChangeKind, string>> = {
  target: 'meta',
  dates: 'fechas',
  programming: 'lo programado',
  text: 'texto',
  withdrawal: 'retiro',
};

/** The kind of one change that was asked for; its values stand in the version that it makes. */
function changeWords(value: unknown): string {
  return typeof value === 'object' && value !== null && 'kind' in value
    ? nameIn(changeNames, value.kind)
    : '';
}

/** A local date, or a moment as its day and hour. */
function dateOf(value: unknown): string {
  if (typeof value === 'number') return `${clockTime(value)} de ${localDate(value).slice(0, 4)}`;
  return typeof value === 'string' && isLocalDate(value) ? longDay(value) : '';
}

/** `31 de marzo 25 %, 30 de junio 50 %`; an empty list: by its dates. */
function programmedWords(value: unknown): string {
  if (!Array.isArray(value)) return '';
  if (value.length === 0) return 'por sus fechas';
  return value.map(figureWords).join(', ');
}

function figureWords(value: {
  readonly date?: string;
  readonly tenths?: number;
  readonly amount?: number;
}): string {
  const { date = '', tenths, amount } = value;
  const figure = tenths === undefined ? String(amount ?? '').replace('.', ',') : percent(tenths);
  return `${isLocalDate(date) ? day(date) : date} ${figure}`;
}

function cutOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('date' in value)) return '';
  return typeof value.date === 'string' && isLocalDate(value.date) ? day(value.date) : '';
}

function listOf(value: unknown, say: (each: unknown) => string): string {
  return Array.isArray(value) ? enumerate(value.map(say).filter((each) => each !== '')) : '';
}

/** Activities by their printed number; of many only the first ones. */
function numbers(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return '';
  const all = value.map((each) =>
    typeof each === 'object' && each !== null && 'number' in each ? each.number : each,
  );
  const shown = all.slice(0, 12).map(String);
  return `n.º ${all.length > shown.length ? `${shown.join(', ')} y ${all.length - shown.length} más` : enumerate(shown)}`;
}

function nameIn(names: Readonly<Record<string, string>>, value: unknown): string {
  return names[String(value)] ?? String(value);
}
