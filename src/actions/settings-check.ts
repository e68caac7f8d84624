import type { Db } from '../db/open.ts';
import { isReported } from '../db/plan-changes.ts';
import type { Plan, PlannedCut } from '../db/plans.ts';
import { type CutWindow, cutWindow, type DaysOff } from '../domain/calendar.ts';
import { isLocalDate, type LocalDate, type Moment } from '../domain/dates.ts';

/**
 * The settings of a plan that can change (specification: Plan settings). A value that is left out stays. The
 * form alone decides how many cuts there are.
 */
export type SettingsChange = { readonly [Each in keyof Settings]?: Settings[Each] | undefined } & {
  readonly cutDates?: readonly { readonly number: number; readonly date: string }[] | undefined;
};

/** The settings that a plan has a value of. */
export type Settings = Readonly<Record<DaysSetting, number> & Record<YesNoSetting, boolean>>;

/** `mayorAcceptsChanges`: the mayor accepts every change of the plan, and no coordinator does. */
export const yesNoSettings = ['needsApproval', 'mayorAcceptsChanges'] as const;
export type YesNoSetting = (typeof yesNoSettings)[number];

/** A setting that is a number of days. */
export type DaysSetting = keyof typeof DAYS_BOUNDS;

/** Least and most. */
export const DAYS_BOUNDS = {
  openingDays: [1, 60],
  graceWorkingDays: [0, 30],
} as const satisfies Readonly<Record<string, readonly [least: number, most: number]>>;

export function isDaysSetting(name: string): name is DaysSetting {
  return Object.hasOwn(DAYS_BOUNDS, name);
}

export const daysSettings: readonly DaysSetting[] = Object.keys(DAYS_BOUNDS).filter(isDaysSetting);

export type SettingsRefusal =
  | { readonly why: 'days'; readonly setting: DaysSetting }
  | { readonly why: 'nothing' }
  | { readonly why: 'unknownCut'; readonly number: number }
  | { readonly why: 'notADate'; readonly text: string }
  /** Outside the plan's year and the half year after it. */
  | { readonly why: 'outsideYear'; readonly fiscalYear: number }
  /** The dates of the cuts must follow one another. */
  | { readonly why: 'order'; readonly number: number }
  | { readonly why: 'cutClosed' | 'cutReported'; readonly number: number }
  /** With these days it would have closed already; *cierre anticipado* is the act for that. */
  | { readonly why: 'alreadyOver'; readonly number: number };

/** A cut as it would be: its stored values, and its days. */
export type NextCut = {
  readonly cut: Pick<PlannedCut['cut'], 'date' | 'formDate' | 'openingDays' | 'graceWorkingDays'>;
  readonly window: CutWindow;
  readonly was: PlannedCut;
};

/** A cut that has opened keeps its opening, one that is closed keeps all its days. */
export function nextCuts(
  plan: Plan,
  cuts: readonly PlannedCut[],
  asked: SettingsChange,
  daysOff: DaysOff,
  now: Moment,
): readonly NextCut[] {
  return cuts.map((was) => {
    const { cut, acts, window } = was;
    const date = asked.cutDates?.find((each) => each.number === cut.number)?.date ?? cut.date;
    const formDate = cut.formDate ?? cut.date;
    const openingDays = cut.openingDays ?? (window.opensAt <= now ? plan.openingDays : null);
    const graceWorkingDays = cut.graceWorkingDays ?? (window.locksAt <= now ? plan.graceWorkingDays : null);
    const calendar = {
      date,
      openingDays: openingDays ?? asked.openingDays ?? plan.openingDays,
      graceWorkingDays: graceWorkingDays ?? asked.graceWorkingDays ?? plan.graceWorkingDays,
    };
    return {
      cut: { date, formDate: date === formDate ? null : formDate, openingDays, graceWorkingDays },
      window: cutWindow(calendar, daysOff, acts),
      was,
    };
  });
}

/** Why a change is refused: a typing error, or it would change the past. */
export function wrongWords(
  plan: Plan,
  cuts: readonly PlannedCut[],
  asked: SettingsChange,
): SettingsRefusal | null {
  for (const setting of daysSettings) {
    const [least, most] = DAYS_BOUNDS[setting];
    const days = asked[setting];
    if (days !== undefined && !(Number.isInteger(days) && days >= least && days <= most))
      return { why: 'days', setting };
  }
  for (const { number, date } of asked.cutDates ?? []) {
    if (!cuts.some((each) => each.cut.number === number)) return { why: 'unknownCut', number };
    if (!isLocalDate(date)) return { why: 'notADate', text: date };
    const { fiscalYear } = plan;
    if (date < `${fiscalYear}-01-01` || date > `${fiscalYear + 1}-06-30`)
      return { why: 'outsideYear', fiscalYear };
  }
  return null;
}

export function wrongDates(db: Db, next: readonly NextCut[], now: Moment): SettingsRefusal | null {
  for (const { was, cut } of next) {
    if (cut.date === was.cut.date) continue;
    const { number } = was.cut;
    if (now >= was.window.locksAt) return { why: 'cutClosed', number };
    if (isReported(db, was.cut.id)) return { why: 'cutReported', number };
  }
  const dates: readonly LocalDate[] = next.map((each) => each.cut.date);
  const wrong = next.find((_, index) => index > 0 && (dates[index] ?? '') <= (dates[index - 1] ?? ''));
  if (wrong) return { why: 'order', number: wrong.was.cut.number };
  const over = next.find(({ was, window }) => {
    const inGrace = was.window.graceFrom <= now;
    return now < was.window.locksAt && now >= (inGrace ? window.locksAt : window.graceFrom);
  });
  return over ? { why: 'alreadyOver', number: over.was.cut.number } : null;
}
