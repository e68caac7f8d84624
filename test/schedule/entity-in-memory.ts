import {
  type CutAct,
  type CutWindow,
  cutWindow,
  takesReports,
  usualCalendar,
} from '../../src/domain/calendar.ts';
import type { LocalDate, Moment } from '../../src/domain/dates.ts';
import { type Due, dueFor } from '../../src/domain/due.ts';
import { undecided, whyNotNow } from '../../src/domain/due-interval.ts';
import { daysOfActivity, pendingSince } from '../../src/domain/due-pending.ts';
import { type DecidedSummary, type SummaryFacts, summaryDue } from '../../src/domain/due-summaries.ts';

/** An event in a year of a plan. Moments are of the wall clock; `at` also orders the events. */
export type Happening = { readonly at: Moment } & (
  | { readonly what: 'import' }
  | { readonly what: 'enrol'; readonly person: number }
  | { readonly what: 'receive'; readonly person: number; readonly activity: number }
  | { readonly what: 'report'; readonly activity: number; readonly origin: 'chat' | 'import' }
  | {
      readonly what: 'reopen';
      readonly cut: number;
      readonly lastDay: LocalDate;
      readonly activities: readonly number[];
    }
  | { readonly what: 'close'; readonly cut: number }
  | { readonly what: 'exclude'; readonly cut: number; readonly activity: number }
  | { readonly what: 'snooze'; readonly person: number; readonly date: LocalDate }
  | { readonly what: 'tick' }
);

export type Sent = {
  readonly person: number;
  readonly at: Moment;
  readonly due: Extract<Due, { due: 'reminder' }>;
};
export type Summary = {
  readonly cut: number;
  readonly at: Moment;
  readonly basis: string;
  readonly kind: string;
  readonly reopening: number;
};

type Report = {
  readonly id: number;
  readonly activity: number;
  readonly cut: number;
  readonly at: Moment;
  readonly origin: 'chat' | 'import';
};

/**
 * An entity in memory that keeps what the database would keep, and applies the product's rules at each tick.
 */
export type World = {
  readonly daysOff: ReadonlySet<LocalDate>;
  readonly cutDates: readonly LocalDate[];
  readonly startsOn: readonly LocalDate[];
  readonly people: number;
  importedAt: Moment | null;
  readonly enrolled: Map<number, Moment>;
  readonly received: Map<string, Moment>;
  readonly reports: Report[];
  readonly acts: Map<number, readonly CutAct[]>;
  readonly excluded: Set<string>;
  readonly snoozes: { readonly person: number; readonly date: LocalDate }[];
  readonly sent: Sent[];
  readonly summaries: Summary[];
  decidedUntil: Moment | null;
};

export function newWorld(of: Pick<World, 'daysOff' | 'cutDates' | 'startsOn' | 'people'>): World {
  return {
    ...of,
    importedAt: null,
    enrolled: new Map(),
    received: new Map(),
    reports: [],
    acts: new Map(),
    excluded: new Set(),
    snoozes: [],
    sent: [],
    summaries: [],
    decidedUntil: null,
  };
}

export const actsOf = (world: World, cut: number): readonly CutAct[] => world.acts.get(cut) ?? [];

export function windowOf(world: World, cut: number): CutWindow {
  return cutWindow(usualCalendar(world.cutDates[cut] ?? ''), world.daysOff, actsOf(world, cut));
}

export function lastReport(world: World, activity: number, cut: number): Report | undefined {
  return world.reports.findLast((each) => each.activity === activity && each.cut === cut);
}

export function asked(world: World, cut: number): readonly number[] {
  const date = world.cutDates[cut] ?? '';
  return [...world.startsOn.keys()].filter(
    (activity) => (world.startsOn[activity] ?? '') <= date && !world.excluded.has(`${cut}/${activity}`),
  );
}

/** Whether a report is missing, or older than a reopening that names the activity. */
export function lacks(world: World, activity: number, cut: number, now: Moment): boolean {
  const last = lastReport(world, activity, cut);
  if (!last) return true;
  return actsOf(world, cut).some(
    (act) => act.kind === 'reopen' && act.at <= now && act.at > last.at && act.activityIds.includes(activity),
  );
}

export type Pending = { readonly activity: number; readonly cut: number; readonly since: Moment };

/** What a person has pending at a moment, and since when anything automatic about it may be due. */
export function pendingOf(world: World, person: number, now: Moment): readonly Pending[] {
  const importedAt = world.importedAt;
  if (importedAt === null) return [];
  return [...world.cutDates.keys()].flatMap((cut) => {
    const window = windowOf(world, cut);
    const acts = actsOf(world, cut);
    if (now < window.opensAt) return [];
    return asked(world, cut).flatMap((activity): readonly Pending[] => {
      const receivedAt = world.received.get(`${person}/${activity}`);
      if (receivedAt === undefined || !lacks(world, activity, cut, now)) return [];
      if (!takesReports(window, acts, activity, now).takes) return [];
      const reopened = lastReport(world, activity, cut) !== undefined;
      const of = { importedAt, receivedAt, window, acts, activityId: activity, reopened };
      return [{ activity, cut, since: pendingSince(of, now) }];
    });
  });
}

/** Applies one event. A tick at a moment without decisions does nothing. */
export function happen(world: World, event: Happening): void {
  const { at } = event;
  switch (event.what) {
    case 'import':
      world.importedAt ??= at;
      return;
    case 'enrol':
      world.enrolled.set(event.person, at);
      return;
    case 'receive':
      return receive(world, `${event.person}/${event.activity}`, at);
    case 'report':
      return reportFirstOpen(world, event.activity, event.origin, at);
    case 'reopen': {
      const { cut, lastDay, activities } = event;
      if (at < windowOf(world, cut).opensAt) return;
      const act: CutAct = { kind: 'reopen', at, lastDay, activityIds: activities };
      world.acts.set(cut, [...actsOf(world, cut), act]);
      return;
    }
    case 'close':
      if (at >= windowOf(world, event.cut).opensAt)
        world.acts.set(event.cut, [...actsOf(world, event.cut), { kind: 'close', at }]);
      return;
    case 'exclude':
      world.excluded.add(`${event.cut}/${event.activity}`);
      return;
    case 'snooze':
      world.snoozes.push(event);
      return;
    case 'tick':
      return tick(world, at);
  }
}

function receive(world: World, key: string, at: Moment): void {
  if (world.importedAt !== null && !world.received.has(key)) world.received.set(key, at);
}

/** Reports an activity in the first cut that takes it, whether it is pending there or corrected. */
function reportFirstOpen(world: World, activity: number, origin: 'chat' | 'import', at: Moment): void {
  if (world.importedAt === null) return;
  const cut = [...world.cutDates.keys()].find(
    (each) =>
      asked(world, each).includes(activity) &&
      takesReports(windowOf(world, each), actsOf(world, each), activity, at).takes,
  );
  if (cut === undefined) return;
  if (origin === 'import' && lastReport(world, activity, cut)) return;
  world.reports.push({ id: world.reports.length + 1, activity, cut, at, origin });
}

function tick(world: World, now: Moment): void {
  if (whyNotNow(now, world.daysOff) !== null) return;
  const interval = undecided(world.decidedUntil, now);
  world.decidedUntil = now;
  for (let person = 0; person < world.people; person++) {
    const pending = pendingOf(world, person, now).map(({ activity, cut, since }) => ({
      since,
      days: daysOfActivity(windowOf(world, cut), actsOf(world, cut), activity, world.daysOff),
    }));
    const due = dueFor(
      {
        enrolledAt: world.enrolled.get(person) ?? null,
        unreachable: false,
        pending,
        requested: world.snoozes
          .filter((each) => each.person === person)
          .map(({ date }) => ({ date, reason: 'snooze' as const })),
        unsent: [],
        remindedToday: world.sent.some((each) => each.person === person && each.due.date === dateOf(now)),
      },
      interval,
      world.daysOff,
    );
    if (due.due === 'reminder') world.sent.push({ person, at: now, due });
  }
  for (const cut of world.cutDates.keys()) summarise(world, cut, interval);
}

const dateOf = (moment: Moment): LocalDate => new Date(moment - 5 * 3_600_000).toISOString().slice(0, 10);

export function summaryFacts(world: World, cut: number, now: Moment): SummaryFacts {
  const decided = world.summaries.filter((each) => each.cut === cut);
  const last = world.reports.findLast((each) => each.cut === cut);
  const all = asked(world, cut);
  return {
    window: windowOf(world, cut),
    acts: actsOf(world, cut),
    importedAt: world.importedAt ?? Number.POSITIVE_INFINITY,
    asked: all.length,
    missing: all.filter((activity) => lacks(world, activity, cut, now)).length,
    basis: `${last?.id ?? 0}/${all.join(',')}`,
    lastWordAt: last?.origin === 'chat' ? last.at : null,
    decided: decided.map((each) => ({ ...each, wasSent: true }) as DecidedSummary),
  };
}

function summarise(
  world: World,
  cut: number,
  interval: { readonly from: Moment; readonly to: Moment },
): void {
  if (world.importedAt === null || interval.to < windowOf(world, cut).opensAt) return;
  const facts = summaryFacts(world, cut, interval.to);
  const due = summaryDue(facts, interval, world.daysOff);
  if (due.due === 'summary')
    world.summaries.push({
      cut,
      at: interval.to,
      basis: facts.basis,
      kind: due.kind,
      reopening: due.reopening,
    });
}
