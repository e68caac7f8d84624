import type { LocalDate } from '../domain/dates.ts';
import { MONTH_WORDS, monthNumber } from '../domain/months.ts';
import { comparable } from '../domain/outside-text.ts';
import { dateOf, lastDayOfMonth } from '../domain/written-dates.ts';
import { headingKey } from './headings.ts';
import { blockWords } from './reading/block-words.ts';

/** The period a heading counts: `PRIMER MONITOREO`, `II TRIMESTRE`, `BIM 3`. `other`: only a date can place it. */
export type Period = 'monitoring' | 'quarter' | 'fourMonths' | 'twoMonths' | 'semester' | 'other';

/**
 * A day as a heading names it. `day` is missing when only the month is printed: then it is its last day. `two` is a
 * number of two digits after a month, which is a day or a year; `joined` (`mar-23`) makes a year of it when it fits.
 */
type NamedDay = {
  readonly day?: number;
  readonly month: number;
  readonly year?: number;
  readonly two?: { readonly value: number; readonly joined: boolean };
};

export type CutHeading = {
  readonly ordinal?: { readonly number: number; readonly period: Period };
  /** The end of a range (`01 de enero al 31 de marzo`). */
  readonly date?: NamedDay;
  /** A month stands in it that is not its date: `SEGUIMIENTO DE LA TERCERA LÍNEA, ABRIL`. */
  readonly unsure?: true;
  /** Words left over, as `headingKey` gives them: `avance` in AVANCE A ABR 30. */
  readonly rest: string;
};

const ORDINALS: readonly string[] = [
  'primer[oa]?|1er|1ro|1ra|i',
  'segund[oa]|2do|2da|ii',
  'tercer[oa]?|3er|3ro|3ra|iii',
  'cuart[oa]|4to|4ta|iv|iiii',
  'quint[oa]|5to|5ta|v',
  'sext[oa]|6to|6ta|vi',
  'septim[oa]|7mo|7ma|vii',
  'octav[oa]|8vo|8va|viii',
  'noven[oa]|9no|9na|ix',
  'decim[oa]|10mo|10ma|x',
  'undecim[oa]|decim[oa]\\s*primer[oa]?|11|xi',
  'duodecim[oa]|decim[oa]\\s*segund[oa]|12|xii',
];

const PERIODS: readonly { words: string; period: Period }[] = [
  { words: 'monitoreos?', period: 'monitoring' },
  { words: 'cuatrimestre|cuatr?im|cuatr', period: 'fourMonths' },
  { words: 'trimestre|trim', period: 'quarter' },
  { words: 'bimestre|bim', period: 'twoMonths' },
  { words: 'semestre|sem', period: 'semester' },
  { words: 'seguimientos?|cortes?|reportes?|informes?|periodo|avance|autoevaluacion', period: 'other' },
];

const ANY_ORDINAL = [...ORDINALS].reverse().join('|');
const ANY_PERIOD = PERIODS.map(({ words }) => words).join('|');
const ORDINAL_FIRST = new RegExp(
  `(?<![a-z0-9])(${ANY_ORDINAL}|\\d{1,2})[.\\s-]*(?:de\\s+)?(${ANY_PERIOD})(?![a-z0-9])`,
);
const ORDINAL_LAST = new RegExp(
  `(?<![a-z0-9])(${ANY_PERIOD})[.\\s-]*(?:n[o.]?\\s+|#\\s*)?(${ANY_ORDINAL}|\\d{1,2})(?![a-z0-9/])`,
);
/** `Q1`, `T2`, `3T`, `IV T`: quarters cut short, only where nothing but words of a block stands beside them. */
const SHORT_QUARTER =
  /(?<![a-z0-9])(?:[qt][\s.-]?([1-4])|([1-4])(?:er|do|ro|to)?[\s.-]?[qt]|(i{1,3}|iv)[\s.-]?t)(?![a-z0-9])/;

/** `III` by itself: some period, which only the others beside it or a person can tell. */
const ROMAN_ALONE = /^\s*(i{1,3}|iv|v|vi)\s*$/;

const DAYS = new RegExp(
  [
    '(?<!\\d)(?<iy>\\d{4})[/-](?<im>\\d{1,2})[/-](?<id>\\d{1,2})(?!\\d)',
    '(?<!\\d)(?<nd>\\d{1,2})[/.-](?<nm>\\d{1,2})[/.-](?<ny>\\d{4}|\\d{2})(?!\\d)',
    `(?<!\\d)(?<dd>\\d{1,2})[\\s/.-]*(?:de\\s*)?(?<dm>${MONTH_WORDS})(?![a-z])(?:[\\s/.,-]*(?:del?\\s*)?(?<dy>\\d{4})(?!\\d)|[-/.](?<dt>\\d{2})(?!\\d))?`,
    `(?<![a-z])(?<my>${MONTH_WORDS})(?:[\\s/.,-]*(?:del?\\s*)?(?<yy>(?:19|20)\\d\\d))(?!\\d)`,
    `(?<![a-z])(?<mm>${MONTH_WORDS})\\.?(?<mj>[\\s/'-]*)(?<mday>\\d{1,2})(?!\\d)(?!\\s*de\\s+(?:${MONTH_WORDS}))(?:\\s*(?:del?|/|-)?\\s*(?<mY>\\d{4})(?!\\d))?`,
    `(?<![a-z])(?<only>${MONTH_WORDS})(?![a-z])`,
  ].join('|'),
  'g',
);

const CUT_WORDS = new RegExp(
  `(?<![a-z])(?:${ANY_PERIOD}|con|fecha|mes|a|al|de|del|desde|hasta|no?)(?![a-z])`,
  'g',
);
/** Words that may stand beside a bare month or `T1` in the heading of a block. */
const BLOCK_WORDS =
  /(?<![a-z])(?:avances?|cortes?|monitoreos?|seguimientos?|reportes?|informes?|periodos?|ejecucion|ejecutad[oa]s?|ejec|eje|programad[oa]s?|programacion|prog|metas?|observacion(?:es)?|obs|descripcion|analisis|explicacion|justificacion|cumplimiento|porcentaje|porcent|acumulad[oa]|evidencias?|soportes?|estado|cualitativ[oa]|cuantitativ[oa]|logros?|gestion|acciones|actividades|realizad[oa]s?|adelantad[oa]s?|cumplid[oa]s?|desarrollad[oa]s?|reportad[oa]s?|tareas|labores|gestiones|resultados?|comentarios?|detalle|narrativ[oa]|dificultades|fisic[oa]|cantidad|mes|mensual|trimestre|trimestral|trim|bimestre|fecha|desde|hasta|con|de|del|la|el|en|a|al|y|e|p|no?|por|para|i{1,3}|iv|total|vigencia|ano|lineas?|defensa|oficina|planeacion|control|interno|dependencia|area|proceso|lider|primera linea)(?![a-z])/g;

const ORDINAL_WORDS = new RegExp(`(?<![a-z0-9])(?:${ANY_ORDINAL})(?![a-z0-9])`, 'g');
const MONTH = new RegExp(`(?<![a-z])(?:${MONTH_WORDS})(?![a-z])`);
const LONG_MONTHS = MONTH_WORDS.split('|').filter((word) => word.length > 4);
const KNOWN_WORDS = new RegExp(
  `(monitoreo|seguimiento|cuatrimestre|trimestre|bimestre|semestre|corte|avance|observacion(?:es)?|${LONG_MONTHS.join('|')}|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa])`,
  'g',
);
const HEADING_LENGTH = 160;

/**
 * What a heading says about a cut: which one by number, by date, or both; undefined when it names none.
 * `PRIMER MONITOREO`, `CORTE MARZO 31`, `AVANCE A ABR 30`, `II Trimestre`, `Q1`, `Seguimiento corte 30/06/2017`,
 * `1er Trimestre (01 de enero al 31 de marzo)`, `ENERO-MARZO`, `Mar-23`. Words split by OCR are tried again
 * without spaces.
 */
export function readCutHeading(text: string): CutHeading | undefined {
  if (text.length > HEADING_LENGTH) return undefined;
  const known = READ.get(text);
  if (known !== undefined) return known.cut;
  const spaced = comparable(text.replace(/[º°ª]/g, ' '))
    .replace(/[^a-z0-9%#/.\-' ]/g, ' ')
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1 ')
    .replace(/([a-z])\.(?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const unnumbered = spaced.replace(/^\d{1,2}[.)]?\s*[.)-]\s*(?=[a-z%])/, '');
  const whole = readWords(spaced) ?? readWords(rejoined(spaced));
  const cut = unnumbered === spaced ? whole : (readWords(unnumbered) ?? whole);
  if (READ.size > MOST_KEPT) READ.clear();
  READ.set(text, cut === undefined ? {} : { cut });
  return cut;
}

/** The same headings are asked about again and again while one form is read. */
const READ = new Map<string, { readonly cut?: CutHeading }>();
const MOST_KEPT = 2_000;

/** Spaces go from inside the words we know: `monito reo` → `monitoreo`. */
function rejoined(spaced: string): string {
  return spaced.replace(/ /g, '').replace(KNOWN_WORDS, ' $1 ').replace(/\s+/g, ' ').trim();
}

function readWords(text: string): CutHeading | undefined {
  const dated = readDatePart(text);
  const remaining = dated === undefined ? text : dated.remaining;
  const ordinal = readOrdinal(remaining);
  if (dated === undefined && ordinal === undefined) return undefined;
  const rest = headingKey(
    (ordinal?.remaining ?? remaining)
      .replace(dated === undefined ? /$^/ : /(?<![a-z0-9])\d{1,2}(?![a-z0-9%])/g, ' ')
      .replace(CUT_WORDS, (word) => (word === 'avance' ? word : ' ')),
  );
  return {
    ...(ordinal === undefined ? {} : { ordinal: ordinal.value }),
    ...(dated === undefined ? {} : { date: dated.value }),
    ...(dated === undefined && MONTH.test(text) ? { unsure: true as const } : {}),
    rest,
  };
}

/** The last day that a heading names: of a range its end. A month by itself counts only beside words of a block. */
function readDatePart(text: string): { value: NamedDay; remaining: string } | undefined {
  const matches = [...text.matchAll(DAYS)];
  if (matches.length === 0) return undefined;
  const remaining = text.replace(DAYS, ' ').replace(/\s+/g, ' ');
  const bare = matches.every(({ groups }) => groups?.only !== undefined || groups?.my !== undefined);
  if (bare && !saysNothingElse(remaining)) return undefined;
  const value = namedDay(matches.at(-1)?.groups ?? {});
  return value === undefined ? undefined : { value, remaining };
}

function saysNothingElse(text: string): boolean {
  const rest = text
    .replace(BLOCK_WORDS, ' ')
    .replace(ORDINAL_WORDS, ' ')
    .replace(/(?<!\d)20\d\d(?!\d)/g, '')
    .replace(/[^a-z0-9]/g, '');
  const named = rest === '' ? undefined : blockWords(rest);
  return rest === '' || (named !== undefined && named.role !== 'other');
}

function namedDay(groups: Record<string, string | undefined>): NamedDay | undefined {
  if (groups.iy !== undefined)
    return { day: Number(groups.id), month: Number(groups.im), year: Number(groups.iy) };
  if (groups.nd !== undefined)
    return { day: Number(groups.nd), month: Number(groups.nm), year: fullYear(groups.ny ?? '') };
  const month = monthNumber(groups.dm ?? groups.my ?? groups.mm ?? groups.only ?? '');
  if (month === undefined) return undefined;
  if (groups.dd !== undefined) {
    const year = groups.dy ?? groups.dt;
    return { day: Number(groups.dd), month, ...(year === undefined ? {} : { year: fullYear(year) }) };
  }
  if (groups.my !== undefined) return { month, year: Number(groups.yy) };
  if (groups.mm === undefined) return { month };
  if (groups.mY !== undefined) return { day: Number(groups.mday), month, year: Number(groups.mY) };
  if ((groups.mday ?? '').length < 2) return { day: Number(groups.mday), month };
  return { month, two: { value: Number(groups.mday), joined: /[/'-]/.test(groups.mj ?? '') } };
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function readOrdinal(
  text: string,
): { value: NonNullable<CutHeading['ordinal']>; remaining: string } | undefined {
  const first = ORDINAL_FIRST.exec(text);
  const last = ORDINAL_LAST.exec(text);
  // `TRIMESTRE I - AVANCE` is the first quarter, not the first *avance*.
  const vague =
    first !== null && periodNamed(first[2] ?? '') === 'other' && periodNamed(last?.[1] ?? '') !== 'other';
  const match = vague ? last : (first ?? last);
  if (match === null) return readShortQuarter(text);
  const [word = '', noun = ''] = match === last ? [match[2], match[1]] : [match[1], match[2]];
  const number = ordinalNumber(word);
  const period = periodNamed(noun);
  if (number < 1 || number > 12) return undefined;
  return { value: { number, period }, remaining: text.replace(match[0], ' ') };
}

function periodNamed(noun: string): Period {
  return PERIODS.find(({ words }) => new RegExp(`^(?:${words})$`).test(noun))?.period ?? 'other';
}

function readShortQuarter(text: string): ReturnType<typeof readOrdinal> {
  const alone = ROMAN_ALONE.exec(text)?.[1];
  if (alone !== undefined) return { value: { number: ordinalNumber(alone), period: 'other' }, remaining: '' };
  const match = SHORT_QUARTER.exec(text);
  if (match === null || !saysNothingElse(text.replace(match[0], ' '))) return undefined;
  const word = match[1] ?? match[2] ?? match[3] ?? '';
  return {
    value: { number: ordinalNumber(word), period: 'quarter' },
    remaining: text.replace(match[0], ' '),
  };
}

function ordinalNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  return ORDINALS.findIndex((pattern) => new RegExp(`^(?:${pattern})$`).test(word)) + 1;
}

/** A heading that wants to name a cut, whether it can be read or not. */
export function looksLikeCut(text: string): boolean {
  const key = headingKey(text);
  return (
    /^(corte|monitoreo|seguimientocorte|avancea\d|fechadecorte)/.test(key) ||
    readCutHeading(text) !== undefined
  );
}

/**
 * The date a cut heading stands for in a fiscal year: the printed one, or the end of the period it counts.
 * Undefined when there is no such day, the heading does not tell, or it tells two (`CORTE MARZO 23` in 2023).
 */
export function dateOfCut(heading: CutHeading, fiscalYear: number): LocalDate | undefined {
  const dates = datesOfCut(heading, fiscalYear);
  return dates.length === 1 ? dates[0] : undefined;
}

/** Every date a heading may stand for; more than one when a number may be a day or a year, or period and date disagree. */
export function datesOfCut(heading: CutHeading, fiscalYear: number): readonly LocalDate[] {
  const printed = heading.date === undefined ? [] : daysOf(heading.date, fiscalYear);
  const counted = heading.ordinal === undefined ? undefined : endOfPeriod(heading.ordinal, fiscalYear);
  if (heading.date === undefined) return counted === undefined ? [] : [counted];
  const disagree =
    counted !== undefined &&
    heading.ordinal?.period !== 'monitoring' &&
    printed.length === 1 &&
    printed[0]?.slice(5, 7) !== counted.slice(5, 7);
  return disagree ? [...printed, counted] : printed;
}

function daysOf({ day, month, year, two }: NamedDay, fiscalYear: number): LocalDate[] {
  if (month < 1 || month > 12) return [];
  const of = (inYear: number, on?: number) =>
    dateOf(inYear, month, on ?? lastDayOfMonth(inYear, month)) ?? [];
  if (two === undefined) return [of(year ?? fiscalYear, day)].flat();
  const asYear = 2000 + two.value;
  const fits = asYear === fiscalYear || asYear === fiscalYear + 1;
  if (fits && two.joined) return [of(asYear)].flat();
  const asDay = [of(fiscalYear, two.value)].flat();
  const isLast = two.value === lastDayOfMonth(fiscalYear, month);
  return fits && !isLast ? [...asDay, ...[of(asYear)].flat()] : asDay;
}

const MONTHS_OF = { monitoring: 3, quarter: 3, fourMonths: 4, twoMonths: 2, semester: 6, other: 0 } as const;

function endOfPeriod(
  { number, period }: NonNullable<CutHeading['ordinal']>,
  fiscalYear: number,
): LocalDate | undefined {
  const month = number * MONTHS_OF[period];
  return month < 1 || month > 12 ? undefined : dateOf(fiscalYear, month, lastDayOfMonth(fiscalYear, month));
}
