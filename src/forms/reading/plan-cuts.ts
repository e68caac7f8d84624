import type { LocalDate } from '../../domain/dates.ts';
import { dateOf, lastDayOfMonth } from '../../domain/written-dates.ts';
import { questions } from '../../texts/importing/questions.ts';
import { type CutHeading, datesOfCut } from '../cut-heading.ts';
import { areQuarterly, cutsOfDates } from '../cuts.ts';
import type { FormCut } from '../form.ts';
import { columnLetter } from '../grid.ts';
import { headingKey } from '../headings.ts';
import { type Asking, allow, decide } from './asking.ts';
import type { BlockColumn } from './block-columns.ts';
import type { Heading } from './headed-columns.ts';
import { plainQuestion } from './questions.ts';

/** The printed heading of a cut: its name, and its date where that stands apart. */
type Printed = {
  readonly label: string;
  readonly headingDate: string;
  readonly said: CutHeading;
  readonly at: Heading;
  /** It looks like a date and cannot be read as one. */
  readonly unread: boolean;
};

export type PlanCuts = {
  readonly cuts: readonly FormCut[];
  /** The number of the cut of each column. */
  readonly numberOf: (column: BlockColumn) => number | undefined;
  /** Months taken together as quarters. */
  readonly quarterly: boolean;
};

const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * Gives the cuts of the blocks their dates and numbers. A heading that tells no date, two dates or one of another year is
 * asked about. With twelve months it is asked once whether the cuts are the months or the quarters.
 */
export function planCuts(
  columns: readonly BlockColumn[],
  of: {
    readonly fiscalYear: number | null;
    readonly known: boolean;
    /** A date that the title block gives for the whole sheet. */
    readonly titleDate: LocalDate | undefined;
  },
  asking: Asking,
): PlanCuts {
  const year = of.fiscalYear ?? 2024;
  const printed = new Map<BlockColumn, Printed>(columns.map((column) => [column, printedOf(column)]));
  const labels = [...new Map([...printed.values()].map((one) => [keyOf(one), one])).values()].sort(
    (a, b) => a.at.column - b.at.column,
  );
  const dates = new Map<string, LocalDate>();
  labels.forEach((one, index) => {
    const date = dateIt(one, { ...of, year, index, labels }, asking);
    if (date !== undefined) dates.set(keyOf(one), date);
  });
  const all = [...new Set(dates.values())].sort();
  const months = isMonthly(all, year) && !of.known;
  const quarterly =
    months &&
    decide(
      asking,
      plainQuestion(
        'cuts',
        questions.cuts(all.length),
        [
          { id: 'printed', label: questions.printed },
          { id: 'quarterly', label: questions.quarterly },
        ],
        'printed',
      ),
    ) === 'quarterly';
  const asCut = (date: LocalDate) => (quarterly ? endOfQuarter(date) : date);
  const calendar = cutsOfDates(all.map(asCut), year);
  const cuts = new Map<LocalDate, FormCut>();
  for (const one of labels) {
    const own = dates.get(keyOf(one));
    const date = own === undefined ? undefined : asCut(own);
    const number = calendar.find((cut) => cut.date === date)?.number;
    if (date === undefined || number === undefined || (cuts.has(date) && own !== date)) continue;
    if (!cuts.has(date) || own === date)
      cuts.set(date, cuts.get(date) ?? { number, date, label: one.label, headingDate: one.headingDate });
  }
  return {
    cuts: [...cuts.values()].sort((a, b) => a.number - b.number),
    numberOf: (column) => {
      const one = printed.get(column);
      const date = one === undefined ? undefined : dates.get(keyOf(one));
      return date === undefined ? undefined : calendar.find((cut) => cut.date === asCut(date))?.number;
    },
    quarterly,
  };
}

function keyOf({ label, headingDate }: Printed): string {
  return `${headingKey(label)}|${headingKey(headingDate)}`;
}

/** Name and date of the cut over a column, as printed. */
function printedOf({ cuts, origin, unread }: BlockColumn): Printed {
  const counted = cuts.find(({ cut }) => cut.ordinal !== undefined);
  const dated = cuts.findLast(({ cut }) => cut.date !== undefined);
  const label = counted ?? dated;
  const said: CutHeading = {
    ...(counted?.cut.ordinal === undefined ? {} : { ordinal: counted.cut.ordinal }),
    ...(dated?.cut.date === undefined ? {} : { date: dated.cut.date }),
    rest: '',
  };
  return {
    label: label?.heading.text ?? origin.text,
    headingDate: dated !== undefined && dated !== label ? dated.heading.text : '',
    said,
    at: origin,
    unread: unread || (dated === undefined && counted?.cut.unsure === true),
  };
}

function dateIt(
  one: Printed,
  of: {
    readonly fiscalYear: number | null;
    readonly year: number;
    readonly known: boolean;
    readonly titleDate: LocalDate | undefined;
    readonly index: number;
    readonly labels: readonly Printed[];
  },
  asking: Asking,
): LocalDate | undefined {
  const id = `cut:${cutName(one.label)}`;
  allow(asking, id, (option) => DATE.test(option) && dateOf(...parts(option)) !== undefined);
  const found = datesOfCut(one.said, of.year);
  const [only] = found;
  const inYear =
    of.fiscalYear === null ||
    found.every((date) => Number(date.slice(0, 4)) >= of.year && Number(date.slice(0, 4)) <= of.year + 1);
  const clear = found.length === 1 && inYear && !one.unread && !isThirdOfYear(one, of);
  const certain = clear ? only : undefined;
  const likely = certain ?? likelyDate(found, of);
  const question = plainQuestion(
    id,
    questions.cut([one.label, one.headingDate].filter((text) => text !== '').join(' · ')),
    [...new Set([...(likely === undefined ? [] : [likely]), ...found, ...quarterEnds(of.year)])].map(
      (date) => ({
        id: date,
        label: questions.day(date),
      }),
    ),
    likely ?? null,
    { column: columnLetter(one.at.column), heading: one.label },
  );
  return decide(asking, question, certain) ?? undefined;
}

function cutName(label: string): string {
  return label.replace(/\s+/g, ' ').trim();
}

function parts(date: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}

/** Three *monitoreos* without a date may be the three four-month periods of the year. */
function isThirdOfYear(
  one: Printed,
  { known, labels }: { readonly known: boolean; readonly labels: readonly Printed[] },
): boolean {
  const undated = labels.filter(
    ({ said }) => said.ordinal?.period === 'monitoring' && said.date === undefined,
  );
  return !known && undated.length === 3 && labels.length === 3 && undated.includes(one);
}

function likelyDate(
  found: readonly LocalDate[],
  of: {
    readonly year: number;
    readonly titleDate: LocalDate | undefined;
    readonly index: number;
    readonly labels: readonly Printed[];
  },
): LocalDate | undefined {
  const [first] = found;
  if (first !== undefined) {
    const [, month, day] = parts(first);
    return found.length > 1
      ? found.at(-1)
      : dateOf(of.year, month, Math.min(day, lastDayOfMonth(of.year, month)));
  }
  if (of.labels.length === 1 && of.titleDate !== undefined) return of.titleDate;
  const said = of.labels[of.index]?.said.ordinal?.number ?? of.index + 1;
  const count = Math.max(of.labels.length, said);
  const months = count <= 1 ? 3 : count === 2 ? 6 : count === 3 ? 4 : count === 4 ? 3 : count <= 6 ? 2 : 1;
  const month = said * months;
  return month > 12 ? undefined : dateOf(of.year, month, lastDayOfMonth(of.year, month));
}

function quarterEnds(year: number): LocalDate[] {
  return [3, 6, 9, 12].map((month) => dateOf(year, month, lastDayOfMonth(year, month)) ?? '');
}

/** Five or more ends of months, some of them of no quarter. */
function isMonthly(dates: readonly LocalDate[], year: number): boolean {
  const ends = dates.every((date) => {
    const [of, month, day] = parts(date);
    return of === year && day === lastDayOfMonth(of, month);
  });
  const gap = dates.some(
    (date, index) => index > 0 && Number(date.slice(5, 7)) - Number(dates[index - 1]?.slice(5, 7)) === 1,
  );
  return ends && gap && dates.length >= 5 && !areQuarterly(dates, year);
}

function endOfQuarter(date: LocalDate): LocalDate {
  const [year, month] = parts(date);
  const last = Math.ceil(month / 3) * 3;
  return dateOf(year, last, lastDayOfMonth(year, last)) ?? date;
}
