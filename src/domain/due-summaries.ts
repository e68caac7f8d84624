import { HOURS } from './constants.ts';
import { type CutAct, type CutWindow, cutState, reopeningEnd } from './cut-window.ts';
import { localDate, type Moment, momentAt } from './dates.ts';
import { isIn, type UndecidedInterval, whyNotNow } from './due-interval.ts';
import { type DaysOff, workingDayAfter } from './working-days.ts';

export type SummaryKind = 'allIn' | 'afterClosing' | 'afterGrace';

/** An automatic summary that was decided before. */
export type DecidedSummary = {
  readonly kind: SummaryKind;
  readonly reopening: number;
  /** What it was based on. */
  readonly basis: string;
  /** Whether it was sent to anybody. */
  readonly wasSent: boolean;
};

/**
 * The facts that decide about the automatic summary of a cut, as they are at the end of the undecided
 * interval.
 */
export type SummaryFacts = {
  readonly window: CutWindow;
  readonly acts: readonly CutAct[];
  readonly importedAt: Moment;
  /** Activities asked in this cut: begun, neither retired nor excluded. */
  readonly asked: number;
  /** The pending ones among them (also when the cut is closed). */
  readonly missing: number;
  /** A text that changes with any report, correction or change of what is asked. */
  readonly basis: string;
  /**
   * When the chat's report that is the cut's last word was stored; null: there is none, or a form came after
   * it.
   */
  readonly lastWordAt: Moment | null;
  /** In order of decision. */
  readonly decided: readonly DecidedSummary[];
};

export type SummaryDue =
  | {
      readonly due: 'summary';
      readonly kind: SummaryKind;
      /** 0, or n for the n-th reopening of the cut. `(cut, kind, reopening)` is decided once. */
      readonly reopening: number;
      /** When it fell due. */
      readonly moment: Moment;
    }
  | {
      readonly due: 'none';
      readonly why:
        | 'outsideHours'
        | 'notYet'
        | 'closedWhenImported'
        | 'nothingAsked'
        | 'noMoment'
        | 'already'
        | 'unchanged';
    };

/**
 * Decides whether the summary of a cut goes out by itself at the end of the interval (specification:
 * Automatic summaries): when everything is reported, and at 08:00 of the working day after the closing date
 * and after the grace, each only when it says something new. Of several missed ones, the most recent.
 */
export function summaryDue(facts: SummaryFacts, interval: UndecidedInterval, daysOff: DaysOff): SummaryDue {
  const notNow = whyNotNow(interval.to, daysOff);
  if (notNow !== null) return { due: 'none', why: notNow };
  if (facts.window.locksAt <= facts.importedAt) return { due: 'none', why: 'closedWhenImported' };
  if (facts.asked === 0) return { due: 'none', why: 'nothingAsked' };
  if (isAllIn(facts, interval))
    return { due: 'summary', kind: 'allIn', reopening: reopenings(facts, interval.to), moment: interval.to };
  return scheduled(facts, interval, daysOff);
}

type Dates = Pick<SummaryFacts, 'window' | 'acts' | 'importedAt'>;

/** Whether the calendar makes a summary due in the interval, which may still say nothing new. */
export function fallsDue(of: Dates, interval: UndecidedInterval, daysOff: DaysOff): boolean {
  if (of.window.locksAt <= of.importedAt) return false;
  return moments(of, interval.to, daysOff).some((each) => isIn(interval, each.moment));
}

/** Whether everything has been reported, the last of it in the chat. */
function isAllIn(facts: SummaryFacts, interval: UndecidedInterval): boolean {
  if (facts.missing > 0 || !mayBeAllIn(facts, interval)) return false;
  return !isAllInDecided(facts, interval.to) && lastSent(facts)?.basis !== facts.basis;
}

/**
 * Whether the last word of a cut is one of the chat that may have completed it. In a cut that takes no reports
 * any more it counts only when it has just come: a text sent before the lock and fetched after it.
 */
export function mayBeAllIn(
  { window, acts, importedAt, lastWordAt }: Dates & Pick<SummaryFacts, 'lastWordAt'>,
  interval: UndecidedInterval,
): boolean {
  if (lastWordAt === null || lastWordAt < importedAt) return false;
  const state = cutState(window, acts, interval.to);
  return state !== 'scheduled' && (state !== 'closed' || lastWordAt > interval.from);
}

/** Whether the summary of a complete cut went out since its last reopening. */
export function isAllInDecided(of: Pick<SummaryFacts, 'acts' | 'decided'>, now: Moment): boolean {
  return isDecided(of, 'allIn', reopenings(of, now));
}

function scheduled(facts: SummaryFacts, interval: UndecidedInterval, daysOff: DaysOff): SummaryDue {
  const fallen = moments(facts, interval.to, daysOff).filter(
    (each) => isIn(interval, each.moment) && each.moment >= facts.importedAt,
  );
  const last = fallen.at(-1);
  if (!last) return { due: 'none', why: 'noMoment' };
  const open = fallen.filter((each) => !isDecided(facts, each.kind, each.reopening));
  if (open.length === 0) return { due: 'none', why: 'already' };
  if (!open.some((each) => saysSomethingNew(facts, each.kind))) return { due: 'none', why: 'unchanged' };
  const { kind, reopening, moment } = open.at(-1) ?? last;
  return { due: 'summary', kind, reopening, moment };
}

/**
 * After the closing: unless everything was in and nothing has changed since. After the grace: only with
 * something new.
 */
function saysSomethingNew(facts: SummaryFacts, kind: SummaryKind): boolean {
  const last = kind === 'afterClosing' ? lastSent(facts, 'allIn') : lastSent(facts);
  return last?.basis !== facts.basis;
}

type Scheduled = { readonly kind: SummaryKind; readonly reopening: number; readonly moment: Moment };

/** The moments at which the calendar makes a summary due, in order of time. A reopening has a grace too. */
function moments(
  facts: Pick<SummaryFacts, 'window' | 'acts'>,
  now: Moment,
  daysOff: DaysOff,
): readonly Scheduled[] {
  const { window, acts } = facts;
  const morningAfter = (day: string): Moment => momentAt(workingDayAfter(day, daysOff), HOURS.reminder);
  const reopened = acts
    .filter((act) => act.kind === 'reopen' && act.at <= now)
    .flatMap((act, place): readonly Scheduled[] => {
      if (act.kind !== 'reopen') return [];
      const end = reopeningEnd(act, acts);
      if (end <= window.locksAt) return [];
      return [{ kind: 'afterGrace', reopening: place + 1, moment: morningAfter(localDate(end - 1)) }];
    });
  const all: readonly Scheduled[] = [
    { kind: 'afterGrace', reopening: 0, moment: morningAfter(window.lockDate) },
    { kind: 'afterClosing', reopening: 0, moment: morningAfter(window.closingDate) },
    ...reopened,
  ];
  return all.toSorted((a, b) => a.moment - b.moment);
}

function reopenings(facts: Pick<SummaryFacts, 'acts'>, now: Moment): number {
  return facts.acts.filter((act) => act.kind === 'reopen' && act.at <= now).length;
}

function isDecided(facts: Pick<SummaryFacts, 'decided'>, kind: SummaryKind, reopening: number): boolean {
  return facts.decided.some((each) => each.kind === kind && each.reopening === reopening);
}

function lastSent(facts: SummaryFacts, kind?: SummaryKind): DecidedSummary | undefined {
  return facts.decided.findLast((each) => each.wasSent && (kind === undefined || each.kind === kind));
}
