import type { LocalDate } from '../domain/dates.ts';
import { MONTH_WORDS, monthNumber } from '../domain/months.ts';
import { comparable } from '../domain/outside-text.ts';
import { dateOf, lastDayOfMonth } from '../domain/written-dates.ts';
import { headingKey } from './headings.ts';
import { BLOCK_ROLES, type BlockRole } from './layout.ts';

/** The period a heading counts: `PRIMER MONITOREO`, `II TRIMESTRE`, `BIM 3`. `other`: only a date can place it. */
type Period = 'monitoring' | 'quarter' | 'fourMonths' | 'twoMonths' | 'semester' | 'other';

export type CutHeading = {
  readonly ordinal?: { readonly number: number; readonly period: Period };
  /** `day` is missing when only the month is printed: then it is its last day. */
  readonly date?: { readonly day?: number; readonly month: number; readonly year?: number };
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
  { words: 'cuatrimestre|cuatr?im', period: 'fourMonths' },
  { words: 'trimestre|trim', period: 'quarter' },
  { words: 'bimestre|bim', period: 'twoMonths' },
  { words: 'semestre|sem', period: 'semester' },
  { words: 'seguimiento|corte|reporte|informe|periodo|avance', period: 'other' },
];

const ANY_ORDINAL = [...ORDINALS].reverse().join('|');
const ANY_PERIOD = PERIODS.map(({ words }) => words).join('|');
const ORDINAL_FIRST = new RegExp(
  `(?<![a-z0-9])(${ANY_ORDINAL}|\\d{1,2})\\s*(?:de\\s+)?(${ANY_PERIOD})(?![a-z0-9])`,
);
const ORDINAL_LAST = new RegExp(
  `(?<![a-z0-9])(${ANY_PERIOD})\\s*(?:n[o.]?\\s+|#\\s*)?(${ANY_ORDINAL}|\\d{1,2})(?![a-z0-9/])`,
);
const NUMERIC_DATE = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;
const MONTH_DAY = new RegExp(
  `(?<![a-z])(${MONTH_WORDS})\\.?[\\s-]*(\\d{1,2})(?!\\d)(?:\\s*(?:del?|/|-)?\\s*(\\d{4})(?!\\d))?`,
);
const DAY_MONTH = new RegExp(
  `(?<!\\d)(\\d{1,2})[\\s/-]*(?:de\\s*)?(${MONTH_WORDS})(?![a-z])(?:\\s*(?:del?|/|-)?\\s*(\\d{4})(?!\\d))?`,
);
const MONTH_ALONE = new RegExp(
  `^(?:(?:corte|avance|monitoreo|seguimiento|reporte|%|a|al|de|del|con|fecha|mes)\\s+)*(?:(?:${MONTH_WORDS})\\s*(?:-|a|al)\\s*)?(${MONTH_WORDS})(?:\\s+(?:del?\\s+)?(\\d{4}))?$`,
);
const CUT_WORDS = new RegExp(`(?<![a-z])(?:${ANY_PERIOD}|con|fecha|a|al|de|del|no?)(?![a-z])`, 'g');
const LONG_MONTHS = MONTH_WORDS.split('|').filter((word) => word.length > 4);
const KNOWN_WORDS = new RegExp(
  `(monitoreo|seguimiento|cuatrimestre|trimestre|bimestre|semestre|corte|avance|observacion(?:es)?|${LONG_MONTHS.join('|')}|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa])`,
  'g',
);
const HEADING_LENGTH = 160;

/**
 * What a heading says about a cut: which one by number, by date, or both; undefined when it names none.
 * `PRIMER MONITOREO`, `CORTE MARZO 31`, `AVANCE A ABR 30`, `II Trimestre`, `Seguimiento corte 30/06/2017`,
 * `ENERO-MARZO`. Words split by OCR are tried again without spaces.
 */
export function readCutHeading(text: string): CutHeading | undefined {
  if (text.length > HEADING_LENGTH) return undefined;
  const spaced = comparable(text.replace(/[º°ª]/g, ' '))
    .replace(/[^a-z0-9%#/.\- ]/g, ' ')
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1 ')
    .replace(/([a-z])\.(?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return readWords(spaced) ?? readWords(rejoined(spaced));
}

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
    (ordinal?.remaining ?? remaining).replace(CUT_WORDS, (word) => (word === 'avance' ? word : ' ')),
  );
  return {
    ...(ordinal === undefined ? {} : { ordinal: ordinal.value }),
    ...(dated === undefined ? {} : { date: dated.value }),
    rest,
  };
}

function readDatePart(
  text: string,
): { value: NonNullable<CutHeading['date']>; remaining: string } | undefined {
  const numeric = NUMERIC_DATE.exec(text);
  if (numeric !== null) {
    const value = { day: Number(numeric[1]), month: Number(numeric[2]), year: Number(numeric[3]) };
    return { value, remaining: text.replace(numeric[0], ' ') };
  }
  const monthDay = MONTH_DAY.exec(text);
  const match = monthDay ?? DAY_MONTH.exec(text);
  if (match !== null) {
    const [month, day] = monthDay === null ? [match[2], match[1]] : [match[1], match[2]];
    const year = match[3] === undefined ? {} : { year: Number(match[3]) };
    const value = { day: Number(day), month: monthNumber(month ?? '') ?? 0, ...year };
    return { value, remaining: text.replace(match[0], ' ') };
  }
  const alone = MONTH_ALONE.exec(text);
  if (alone === null) return undefined;
  const year = alone[2] === undefined ? {} : { year: Number(alone[2]) };
  const rest = text.includes('avance') ? 'avance' : text.includes('%') ? '%' : '';
  return { value: { month: monthNumber(alone[1] ?? '') ?? 0, ...year }, remaining: rest };
}

function readOrdinal(
  text: string,
): { value: NonNullable<CutHeading['ordinal']>; remaining: string } | undefined {
  const first = ORDINAL_FIRST.exec(text);
  const match = first ?? ORDINAL_LAST.exec(text);
  if (match === null) return undefined;
  const [word = '', noun = ''] = first === null ? [match[2], match[1]] : [match[1], match[2]];
  const index = ORDINALS.findIndex((pattern) => new RegExp(`^(?:${pattern})$`).test(word));
  const number = /^\d+$/.test(word) ? Number(word) : index + 1;
  const period = PERIODS.find(({ words }) => new RegExp(`^(?:${words})$`).test(noun))?.period ?? 'other';
  if (number < 1 || number > 12) return undefined;
  return { value: { number, period }, remaining: text.replace(match[0], ' ') };
}

/** A heading that wants to name a cut, whether it can be read or not. */
export function looksLikeCut(text: string): boolean {
  const key = headingKey(text);
  return (
    /^(corte|monitoreo|seguimientocorte|avancea\d|fechadecorte)/.test(key) ||
    readCutHeading(text) !== undefined
  );
}

/** What stands in the column under a heading of a block; undefined when the heading does not say. */
export function roleOfHeading(text: string): BlockRole | undefined {
  const cut = readCutHeading(text);
  const words = cut === undefined ? headingKey(text) : cut.rest;
  if (words === '') return undefined;
  return BLOCK_ROLES.find((entry) => entry.words.test(words))?.role;
}

/**
 * The date a cut heading stands for in a fiscal year: the printed one, or the end of the period it counts.
 * Undefined when there is no such day or the heading does not tell.
 */
export function dateOfCut(heading: CutHeading, fiscalYear: number): LocalDate | undefined {
  if (heading.date !== undefined) {
    const { month, year = fiscalYear } = heading.date;
    return dateOf(year, month, heading.date.day ?? lastDayOfMonth(year, month));
  }
  const months = { monitoring: 3, quarter: 3, fourMonths: 4, twoMonths: 2, semester: 6, other: 0 };
  const { number, period } = heading.ordinal ?? { number: 0, period: 'other' as const };
  const month = number * months[period];
  return month < 1 || month > 12 ? undefined : dateOf(fiscalYear, month, lastDayOfMonth(fiscalYear, month));
}
