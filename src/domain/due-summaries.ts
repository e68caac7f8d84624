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

/**
 * Whether dates alone rule out a summary: no summary of such a cut falls due in the interval unless a report
 * is stored in it. This is asked every minute about every cut of all years.
 */
export function isPast(
  of: Pick<SummaryFacts, 'window' | 'acts' | 'importedAt'>,
  interval: UndecidedInterval,
  daysOff: DaysOff,
): boolean {
  if (cutState(of.window, of.acts, interval.to) !== 'closed') return false;
  if (of.window.locksAt <= of.importedAt) return true;
  return !moments(of, interval.to, daysOff).some((each) => isIn(interval, each.moment));
}

/**
 * Whether everything has been reported, the last of it in the chat. In a cut that takes no reports any more
 * this counts only when the last report has just come: a text sent before the lock and fetched after it.
 */
function isAllIn(facts: SummaryFacts, interval: UndecidedInterval): boolean {
  const { lastWordAt } = facts;
  if (facts.missing > 0 || lastWordAt === null || lastWordAt < facts.importedAt) return false;
  const state = cutState(facts.window, facts.acts, interval.to);
  if (state === 'scheduled') return false;
  if (state === 'closed' && lastWordAt <= interval.from) return false;
  return !isDecided(facts, 'allIn', reopenings(facts, interval.to)) && lastSent(facts)?.basis !== facts.basis;
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

function reopenings(facts: SummaryFacts, now: Moment): number {
  return facts.acts.filter((act) => act.kind === 'reopen' && act.at <= now).length;
}

function isDecided(facts: SummaryFacts, kind: SummaryKind, reopening: number): boolean {
  return facts.decided.some((each) => each.kind === kind && each.reopening === reopening);
}

function lastSent(facts: SummaryFacts, kind?: SummaryKind): DecidedSummary | undefined {
  return facts.decided.findLast((each) => each.wasSent && (kind === undefined || each.kind === kind));
}
