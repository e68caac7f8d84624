import type { LocalDate } from './dates.ts';

/** A figure of the cut of this date that is no report: whole tenths of a percent, or an amount of the target. */
export type Figure =
  | { readonly date: LocalDate; readonly tenths: number }
  | { readonly date: LocalDate; readonly amount: number };

/** What an activity says about what should be reached, and when (specification: Programming). */
export type Programming = {
  readonly target: string;
  /** The form's figures, as it prints them: an amount may be the cut's own share. */
  readonly planned: readonly Figure[];
  /** What Planeación set, cumulative; null: nothing, so the form's figures hold. An empty list: none holds. */
  readonly programmed: readonly Figure[] | null;
  /** The amount of the measure for the whole year; null: not set. */
  readonly yearAmount: number | null;
};

/** What is programmed up to a cut. */
export type ProgrammedUpTo = {
  /** 0..100, unrounded. */
  readonly percent: number;
  /** In units of the measure; null: programmed as a percentage. */
  readonly amount: number | null;
};

/**
 * What is programmed up to the cut of this date; null: nothing is programmed in any cut, or it is in doubt whether the
 * form's amounts are cumulative.
 * @param date the date of the cut in the form: a setting that moves the cut does not change it
 */
export function programmedUpTo(of: Programming, date: LocalDate): ProgrammedUpTo | null {
  const read = cumulativeFigures(of);
  if (read === null) return null;
  const last = read.figures.findLast((figure) => figure.date <= date);
  if (last === undefined) return { percent: 0, amount: read.yearAmount === null ? null : 0 };
  if ('tenths' in last) return { percent: Math.min(100, last.tenths / 10), amount: null };
  const { yearAmount } = read;
  if (yearAmount === null) return null;
  return { percent: Math.min(100, (100 * last.amount) / yearAmount), amount: last.amount };
}

/**
 * Whether an activity starts later than this cut: nothing is programmed up to it. Unless it is reported, it is not
 * pending and stands outside the figures (specification: Programming).
 */
export function startsLater(of: Programming & { readonly keeps: boolean }, cut: FormDated): boolean {
  return !of.keeps && programmedUpTo(of, formDateOf(cut))?.percent === 0;
}

type FormDated = { readonly date: LocalDate; readonly formDate: LocalDate | null };

/** The date of a cut in its form, by which programming knows it. */
export function formDateOf({ date, formDate }: FormDated): LocalDate {
  return formDate ?? date;
}

/** The figures in order of date, cumulative, and the amount of the year when they are amounts. */
export type CumulativeFigures = {
  readonly figures: readonly Figure[];
  readonly yearAmount: number | null;
  /** The form gives the share of each cut: it was added up. */
  readonly added: boolean;
};

/** Null: nothing is programmed, or it is in doubt whether the figures are cumulative or shares. */
export function cumulativeFigures(of: Programming): CumulativeFigures | null {
  const given = of.programmed ?? of.planned;
  if (given.length === 0) return null;
  const figures = [...given].sort((a, b) => (a.date < b.date ? -1 : 1));
  const amounts = figures.flatMap((figure) => ('amount' in figure ? [figure.amount] : []));
  if (amounts.length > 0 && amounts.length < figures.length) return null;
  if (amounts.length === 0) return cumulativePercents(figures, of.programmed === null);
  if (amounts.every((amount) => amount === 0)) return null;
  if (of.programmed !== null)
    return { figures, yearAmount: of.yearAmount ?? amounts.at(-1) ?? null, added: false };
  const total = of.yearAmount ?? amountIn(of.target);
  const added = areShares(amounts, total);
  if (added === null) return null;
  return { figures: added ? addUp(figures) : figures, yearAmount: total ?? totalOf(amounts, added), added };
}

/** How the figures of a form are taken: added up, or in doubt, so that the dates decide. */
export function howTaken(of: Programming): { readonly added: boolean; readonly doubt: boolean } {
  const read = cumulativeFigures(of);
  const says = of.planned.some((figure) => ('tenths' in figure ? figure.tenths : figure.amount) > 0);
  return { added: read?.added === true, doubt: read === null && says };
}

/** Percentages of the form that together are the whole are the shares of the cuts. */
function cumulativePercents(figures: readonly Figure[], ofForm: boolean): CumulativeFigures | null {
  const tenths = figures.flatMap((figure) => ('tenths' in figure ? [figure.tenths] : []));
  if (tenths.every((each) => each === 0)) return null;
  if (ofForm && arePercentShares(tenths)) return { figures: addUp(figures), yearAmount: null, added: true };
  return decreases(tenths) ? null : { figures, yearAmount: null, added: false };
}

/** Shares of 33 % or 33,3 % add up to a little less than the whole. */
const MOST_LOST_TENTHS = 15;

function arePercentShares(tenths: readonly number[]): boolean {
  const told = tenths.filter((each) => each > 0);
  return told.length >= 2 && Math.abs(totalOf(told, true) - 1_000) <= MOST_LOST_TENTHS;
}

/** Whether amounts are the share of each cut; null: both are possible. */
function areShares(amounts: readonly number[], total: number | null): boolean | null {
  if (decreases(amounts)) return true;
  const [last, sum] = [totalOf(amounts, false), totalOf(amounts, true)];
  if (last === sum) return false;
  if (total !== null && same(sum, total)) return true;
  return total !== null && same(last, total) ? false : null;
}

function decreases(values: readonly number[]): boolean {
  return values.some((value, index) => value < (values[index - 1] ?? 0));
}

function totalOf(amounts: readonly number[], added: boolean): number {
  return added ? amounts.reduce((sum, amount) => sum + amount, 0) : (amounts.at(-1) ?? 0);
}

function addUp(figures: readonly Figure[]): readonly Figure[] {
  let before = 0;
  return figures.map((figure) => {
    before += 'tenths' in figure ? figure.tenths : figure.amount;
    if ('tenths' in figure) return { date: figure.date, tenths: Math.min(1_000, before) };
    return { date: figure.date, amount: before };
  });
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

/** The only number of a target (`4 talleres`); null: none, several, or a percentage. */
export function amountIn(target: string): number | null {
  const found = [...target.matchAll(/\d+(?:[.,]\d+)*/g)];
  const [only] = found;
  if (found.length !== 1 || only === undefined) return null;
  if (/^\s*(?:%|por ?ciento)/i.test(target.slice(only.index + only[0].length))) return null;
  const written = only[0];
  const value = /^\d{1,3}(?:\.\d{3})+$/.test(written)
    ? Number(written.replaceAll('.', ''))
    : Number(written.replace(',', '.'));
  return Number.isFinite(value) && value > 0 ? value : null;
}
