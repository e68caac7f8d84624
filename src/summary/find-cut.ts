import type { Db } from '../db/open.ts';
import { type PlannedCut, plannedCuts } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';
import { monthsIn } from '../domain/months.ts';
import { ordinalNumber } from '../domain/ordinals.ts';
import { comparable } from '../domain/outside-text.ts';
import { readDate } from '../domain/written-dates.ts';

/** A longer text names no cut, person or activity, and each of its words would be looked up. */
export const LONGEST_ASKED = 200;

/** The cut that a person means by the words after `/resumen`. */
export type CutFound =
  | { readonly kind: 'cut'; readonly planned: PlannedCut }
  /** The same cut in several plans: the person chooses one by button. */
  | { readonly kind: 'several'; readonly cuts: readonly PlannedCut[] }
  | { readonly kind: 'notOpened'; readonly planned: PlannedCut }
  /** The words do not name a cut. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'noPlan' };

/**
 * The current cut: of all plans, the one that opened last (specification: Cuts of a plan). Among several that
 * opened together, the first by date and plan; undefined when none has opened.
 */
export function currentCut(db: Db, moment: Moment): PlannedCut | undefined {
  return latestOpened(plannedCuts(db), moment)[0];
}

/**
 * Finds the cut that words name. No words: the current cut. A month (`marzo`, `marzo 2022`) or a date
 * (`31/03/2022`): the latest opened cut of that month. A number 1..12 (`2`, `segundo`): that cut of each plan
 * that is current under its code, opened or not; with several, the person chooses one. A plan's code among
 * the words (`PL-PC-01 marzo`) limits the search to that plan.
 */
export function findCut(db: Db, words: string | null, moment: Moment): CutFound {
  const every = plannedCuts(db);
  if (every.length === 0) return { kind: 'noPlan' };
  if ((words?.length ?? 0) > LONGEST_ASKED) return { kind: 'unknown' };
  const { all, left } = ofPlanNamed(every, comparable(words ?? '').split(/\s+/));
  if (left === '') return chosen(all, moment);
  const asked = readWords(left);
  if (asked === null) return { kind: 'unknown' };
  const fitting =
    asked.month === null
      ? currentPlansCuts(all, moment).filter((each) => each.cut.number === asked.number)
      : all.filter((each) => Number(each.cut.date.slice(5, 7)) === asked.month);
  const ofYear = fitting.filter((each) => asked.year === null || each.plan.fiscalYear === asked.year);
  const opened = ofYear.filter((each) => each.window.opensAt <= moment);
  if (asked.month === null && opened.length > 1) return { kind: 'several', cuts: opened };
  return chosen(ofYear, moment);
}

/** The cuts that have opened, the latest opening first. */
export function openedCuts(all: readonly PlannedCut[], moment: Moment): readonly PlannedCut[] {
  return all
    .filter((each) => each.window.opensAt <= moment)
    .toSorted((a, b) => b.window.opensAt - a.window.opensAt);
}

function chosen(fitting: readonly PlannedCut[], moment: Moment): CutFound {
  const latest = latestOpened(fitting, moment);
  const [first] = latest;
  if (first) return latest.length === 1 ? { kind: 'cut', planned: first } : { kind: 'several', cuts: latest };
  const [next] = fitting.toSorted((a, b) => a.window.opensAt - b.window.opensAt);
  return next ? { kind: 'notOpened', planned: next } : { kind: 'unknown' };
}

/** The cuts that share the latest opening: one, or one of each plan with the same calendar. */
function latestOpened(cuts: readonly PlannedCut[], moment: Moment): readonly PlannedCut[] {
  const opened = openedCuts(cuts, moment);
  return opened.filter((each) => each.window.opensAt === opened[0]?.window.opensAt);
}

/**
 * The cuts of each plan's current year: last year's fourth cut is not *the* fourth any more once a new year
 * began.
 */
function currentPlansCuts(all: readonly PlannedCut[], moment: Moment): readonly PlannedCut[] {
  const byCode = [...Map.groupBy(all, (each) => each.plan.code).values()];
  return byCode.flatMap((own) => {
    const planId = (openedCuts(own, moment)[0] ?? own[0])?.plan.id;
    return own.filter((each) => each.plan.id === planId);
  });
}

/**
 * The cuts of the plans named by their code, and the remaining words; the cuts of every plan when none is
 * named.
 */
function ofPlanNamed(
  every: readonly PlannedCut[],
  words: readonly string[],
): { readonly all: readonly PlannedCut[]; readonly left: string } {
  const isNamed = ({ plan }: PlannedCut, word: string) =>
    word === comparable(plan.code) || word === comparable(`${plan.code}/${plan.fiscalYear}`);
  const named = words.filter((word) => every.some((each) => isNamed(each, word)));
  return {
    all: named.length === 0 ? every : every.filter((each) => named.some((word) => isNamed(each, word))),
    left: words.filter((word) => !named.includes(word)).join(' '),
  };
}

type Asked = { readonly month: number | null; readonly number: number | null; readonly year: number | null };

/** @param words as `comparable` gives them */
function readWords(words: string): Asked | null {
  const date = readDate(words);
  const monthOfDate = date?.slice(5, 7) ?? /^\d{1,2}[/.-](\d{1,2})$/.exec(words)?.[1];
  if (monthOfDate !== undefined)
    return {
      month: Number(monthOfDate),
      number: null,
      year: date === undefined ? null : Number(date.slice(0, 4)),
    };
  // A number joined to letters by a hyphen is part of a name (`PL-PC-02`), not the number of a cut.
  const tokens = words
    .split(/\s+/)
    .flatMap((word) => (/\p{L}-/u.test(word) ? [] : word.split(/[^\p{L}\p{N}]+/u)));
  const months = monthsIn(tokens);
  const years = tokens.filter((token) => /^20\d\d$/.test(token)).map(Number);
  const numbers = tokens.flatMap((token) => cutNumber(token) ?? []);
  const year = years[0] ?? null;
  if (months.length === 1 && months[0] !== undefined) return { month: months[0], number: null, year };
  if (months.length === 0 && numbers.length === 1 && numbers[0] !== undefined)
    return { month: null, number: numbers[0], year };
  return null;
}

/** 1..12 for `2`, `02`, `2do` or `segundo`. */
function cutNumber(word: string): number | undefined {
  const digits = /^0?([1-9]|1[0-2])(?:er|ro|do|to)?$/.exec(word)?.[1];
  return digits === undefined ? ordinalNumber(word) : Number(digits);
}
