import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, withinHours, workingDayAfter } from '../../src/domain/calendar.ts';
import {
  addDays,
  daysBetween,
  type LocalDate,
  localDate,
  localTime,
  type Moment,
  momentAt,
} from '../../src/domain/dates.ts';
import { daysOfActivity } from '../../src/domain/due-pending.ts';
import {
  actsOf,
  asked,
  type Happening,
  happen,
  lacks,
  lastReport,
  newWorld,
  pendingOf,
  type Summary,
  summaryFacts,
  type World,
  windowOf,
} from './entity-in-memory.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A moment of the plan's year, in ten thousandths of it. */
const when = fc.nat(10_000);
const pick = fc.nat(1_000);

/** From the beginning, at any moment, or in the hours after the bot came back. */
const arrival = fc.oneof(
  fc.constant({ part: 0, back: false }),
  fc.record({ part: when, back: fc.constant(false) }),
  { arbitrary: fc.record({ part: when, back: fc.constant(true) }), weight: 3 },
);

const years = fc.record({
  year: fc.integer({ min: 2015, max: 2040 }),
  cuts: fc.integer({ min: 1, max: 12 }),
  people: fc.integer({ min: 1, max: 3 }),
  activities: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
  importAt: fc.oneof(fc.constant(0), fc.nat(7_000)),
  enrolments: fc.array(arrival, { minLength: 3, maxLength: 3 }),
  receipts: fc.array(fc.tuple(pick, pick, fc.oneof(fc.constant({ part: 0, back: false }), arrival)), {
    minLength: 2,
    maxLength: 8,
  }),
  reports: fc.array(fc.tuple(pick, when, fc.boolean()), { maxLength: 25 }),
  bursts: fc.array(when, { maxLength: 4 }),
  acts: fc.array(fc.tuple(fc.constantFrom('reopen', 'reopen', 'close', 'exclude'), pick, when, pick), {
    maxLength: 6,
  }),
  snoozes: fc.array(fc.tuple(pick, when), { maxLength: 5 }),
  /** The bot is down for minutes to weeks, from any moment or from just before 08:00 of a day near a cut date. */
  stops: fc.array(
    fc.record({
      from: when,
      nearCut: fc.option(fc.constantFrom(-5, -1, 0, 1, 3, 7, 15)),
      minutes: fc.oneof(fc.integer({ min: 60, max: 1_500 }), fc.integer({ min: 300, max: 40_000 })),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  offs: fc.array(when, { maxLength: 6 }),
  extraTicks: fc.array(when, { maxLength: 60 }),
});
type Year = typeof years extends fc.Arbitrary<infer T> ? T : never;

type Life = {
  readonly world: World;
  readonly events: readonly Happening[];
  readonly isDown: (at: Moment) => boolean;
};

/** Turns the drawn values into an entity and all its events in order, with a tick wherever it may matter. */
function lifeOf(of: Year): Life {
  const first = `${of.year}-01-01`;
  const cutDates = Array.from({ length: of.cuts }, (_, place) =>
    endOfMonth(of.year, Math.floor((12 * (place + 1)) / of.cuts)),
  );
  const begin = momentAt(addDays(first, -20), 0);
  const end = momentAt(addDays(cutDates.at(-1) ?? first, 45), 0);
  const moment = (part: number): Moment =>
    begin + Math.floor(((end - begin) * part) / 10_000 / minute) * minute;
  const daysOff = new Set(of.offs.map((part) => localDate(moment(part))));
  const startsOn = of.activities.map((month) => `${of.year}-${String(month + 1).padStart(2, '0')}-01`);
  const world = newWorld({ daysOff, cutDates, startsOn, people: of.people });
  const anyActivity = (n: number): number => n % startsOn.length;
  const stops = of.stops.map(({ from, nearCut, minutes }) => {
    const date = addDays(cutDates[from % cutDates.length] ?? first, -(nearCut ?? 0));
    const start = nearCut === null ? moment(from) : momentAt(date, 7);
    return { from: start, to: start + minutes * minute };
  });
  const arriving = ({ part, back }: { readonly part: number; readonly back: boolean }): Moment => {
    const stop = stops[part % Math.max(1, stops.length)];
    return back && stop ? stop.to + (1 + (part % 900)) * minute : moment(part);
  };
  const isDown = (at: Moment): boolean => stops.some((stop) => stop.from <= at && at < stop.to);
  const latestOpened = (at: Moment): number =>
    Math.max(
      0,
      cutDates.findLastIndex((date) => addDays(date, -15) <= localDate(at)),
    );
  const acts = of.acts.flatMap(([what, n, part, m]): readonly Happening[] => {
    const at = moment(part);
    const cut = n % cutDates.length;
    const activities = m % 2 === 0 ? [anyActivity(m)] : [...startsOn.keys()];
    if (what === 'close') return [{ what, at, cut }];
    if (what === 'exclude') return [{ what, at, cut, activity: anyActivity(m) }];
    return [
      { what: 'reopen', at, cut: latestOpened(at), activities, lastDay: addDays(localDate(at), m % 12) },
    ];
  });
  const events: Happening[] = [
    { what: 'import', at: moment(of.importAt) },
    ...of.enrolments.map((arrives, person): Happening => ({ what: 'enrol', at: arriving(arrives), person })),
    ...of.receipts.map(
      ([p, a, arrives]): Happening => ({
        what: 'receive',
        at: Math.max(arriving(arrives), moment(of.importAt)),
        person: p % of.people,
        activity: anyActivity(a),
      }),
    ),
    ...of.reports.map(
      ([a, part, chat]): Happening => ({
        what: 'report',
        at: moment(part),
        activity: anyActivity(a),
        origin: chat ? 'chat' : 'import',
      }),
    ),
    ...of.bursts.flatMap((part) =>
      [...startsOn.keys()].map(
        (activity): Happening => ({
          what: 'report',
          at: moment(part) + activity * minute,
          activity,
          origin: 'chat',
        }),
      ),
    ),
    ...acts,
    ...of.snoozes.map(([p, part]): Happening => {
      const at = moment(part);
      return { what: 'snooze', at, person: p % of.people, date: workingDayAfter(localDate(at), daysOff) };
    }),
  ];
  const moments = [
    ...Array.from({ length: daysBetween(localDate(begin), localDate(end)) }, (_, n) =>
      momentAt(addDays(localDate(begin), n), 8),
    ),
    ...events.map((event) => event.at),
    ...stops.map((stop) => stop.to),
    ...of.extraTicks.map(moment),
    ...of.extraTicks.map((part) => momentAt(localDate(moment(part)), part % 2 === 0 ? 7 : 19)),
  ];
  const ticks = [...new Set(moments)]
    .filter((at) => !isDown(at))
    .map((at): Happening => ({ what: 'tick', at }));
  // The command line imports, closes and reopens even while the bot is down.
  const byOperator: ReadonlySet<string> = new Set(['import', 'close', 'reopen']);
  const alive = events.filter((event) => byOperator.has(event.what) || !isDown(event.at));
  const order = (a: Happening, b: Happening): number =>
    a.at - b.at || Number(a.what === 'tick') - Number(b.what === 'tick');
  return { world, events: [...alive, ...ticks].sort(order), isDown };
}

function endOfMonth(year: number, month: number): LocalDate {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

/**
 * The 08:00s in `(after, until]` on a reminder day of something this person has pending, and not before the
 * plan, the enrolment, the receipt, or the reopening without which it would not be pending.
 */
function momentsFor(world: World, person: number, after: Moment, until: Moment): readonly Moment[] {
  const enrolledAt = world.enrolled.get(person);
  if (enrolledAt === undefined || world.importedAt === null) return [];
  const pending = pendingOf(world, person, until).map((each) => {
    const receivedAt = world.received.get(`${person}/${each.activity}`) ?? Number.POSITIVE_INFINITY;
    const asked = askedAgainAt(world, each, until);
    return { ...each, start: Math.max(enrolledAt, world.importedAt ?? 0, receivedAt, asked) };
  });
  const ofCuts = pending.flatMap(({ activity, cut, start }) =>
    daysOfActivity(windowOf(world, cut), actsOf(world, cut), activity, world.daysOff)
      .map((each) => momentAt(each.date, 8))
      .filter((moment) => moment >= start),
  );
  const snoozed = world.snoozes
    .filter((each) => each.person === person)
    .map((each) => momentAt(each.date, 8))
    .filter((moment) => pending.some((each) => moment >= each.start));
  return [...ofCuts, ...snoozed].filter((moment) => after < moment && moment <= until);
}

/** The reopening because of which an activity is pending; the beginning of time when it needs none. */
function askedAgainAt(
  world: World,
  of: { readonly activity: number; readonly cut: number },
  now: Moment,
): Moment {
  const named = actsOf(world, of.cut).flatMap((act) =>
    act.kind === 'reopen' && act.at <= now && act.activityIds.includes(of.activity) ? [act] : [],
  );
  if (lastReport(world, of.activity, of.cut)) return Math.max(...named.map((act) => act.at));
  if (now < windowOf(world, of.cut).locksAt) return 0;
  return Math.min(
    ...named.filter((act) => now < endOf(act.at, act.lastDay, world, of.cut)).map((act) => act.at),
  );
}

const decides = (world: World, at: Moment): boolean =>
  withinHours(at, world.daysOff) && localTime(at).hour >= 8;

describe('a person, over whole years of any calendar', () => {
  it('gets exactly the reminders of the specification', () => {
    fc.assert(
      fc.property(years, (of) => {
        const { world, events } = lifeOf(of);
        let lastDecision: Moment | null = null;
        for (const event of events) {
          const before = world.sent.length;
          happen(world, event);
          const sent = world.sent.slice(before);
          if (event.what !== 'tick' || !decides(world, event.at)) {
            expect(sent).toEqual([]);
            continue;
          }
          const after = lastDecision ?? momentAt(localDate(event.at), 0);
          lastDecision = event.at;
          for (let person = 0; person < world.people; person++) {
            const own = sent.filter((each) => each.person === person);
            const fallen = momentsFor(world, person, after, event.at);
            const expected = fallen.length === 0 ? [] : [Math.max(...fallen)];
            expect(own.map((each) => each.due.moment)).toEqual(expected);
          }
        }
        holdsForAll(world);
      }),
      { numRuns: 100 },
    );
  });

  it('is reminded on the days after the clock was wrong, and never twice on one day', () => {
    const stepped = fc.record({
      year: fc.integer({ min: 2015, max: 2040 }),
      steps: fc.array(fc.tuple(fc.nat(400), fc.integer({ min: -100, max: 100 }), fc.nat(3)), {
        minLength: 1,
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(stepped, ({ year, steps }) => {
        const cutDates = [3, 6, 9, 12].map((month) => endOfMonth(year, month));
        const world = newWorld({ daysOff: new Set(), cutDates, startsOn: [`${year}-01-01`], people: 1 });
        const begin = momentAt(`${year}-01-01`, 7, 30);
        happen(world, { what: 'import', at: begin - 300 * day });
        happen(world, { what: 'enrol', at: begin - 299 * day, person: 0 });
        happen(world, { what: 'receive', at: begin - 299 * day, person: 0, activity: 0 });
        const wrong = (n: number): number =>
          steps
            .filter(([from, , length]) => n >= from && n < from + length + 1)
            .reduce((sum, [, days]) => sum + days, 0);
        const touched = new Set<LocalDate>();
        for (let n = 0; n < 400; n++) {
          const at = begin + (n + wrong(n)) * day;
          const today = localDate(at);
          const seen = touched.has(today);
          touched.add(today);
          const before = world.sent.length;
          for (const later of [0, 30, 31, 300]) happen(world, { what: 'tick', at: at + later * minute });
          const isDay = cutDates.some((_, cut) =>
            daysOfActivity(windowOf(world, cut), [], 0, world.daysOff).some((each) => each.date === today),
          );
          if (isDay && !seen) expect(world.sent.length - before).toBe(1);
          if (seen && isDay) expect(world.sent.length).toBe(before);
        }
        const days = world.sent.map((each) => each.due.date);
        expect(new Set(days).size).toBe(days.length);
      }),
      { numRuns: 40 },
    );
  });
});

/** What is true of every reminder ever sent, whatever happened. */
function holdsForAll(world: World): void {
  const days = world.sent.map((each) => `${each.person} ${each.due.date}`);
  expect(new Set(days).size).toBe(days.length);
  const moments = world.sent.map((each) => `${each.person} ${each.due.moment}`);
  expect(new Set(moments).size).toBe(moments.length);
  for (const { person, at, due } of world.sent) {
    const { hour, date } = localTime(at);
    expect(hour).toBeGreaterThanOrEqual(8);
    expect(hour).toBeLessThan(19);
    expect(isWorkingDay(date, world.daysOff)).toBe(true);
    expect(date).toBe(due.date);
    expect(due.moment).toBeGreaterThanOrEqual(world.importedAt ?? Number.POSITIVE_INFINITY);
    expect(due.moment).toBeGreaterThanOrEqual(world.enrolled.get(person) ?? Number.POSITIVE_INFINITY);
    const receipts = [...world.received]
      .filter(([key]) => key.startsWith(`${person}/`))
      .map(([, moment]) => moment);
    expect(due.moment).toBeGreaterThanOrEqual(Math.min(...receipts));
  }
}

describe('the mayor, over whole years of any calendar', () => {
  it('gets exactly the summaries of the specification', () => {
    fc.assert(
      fc.property(years, (of) => {
        const { world, events } = lifeOf(of);
        let lastDecision: Moment | null = null;
        for (const event of events) {
          const before = world.summaries.length;
          happen(world, event);
          const sent = world.summaries.slice(before);
          if (event.what !== 'tick' || !decides(world, event.at)) {
            expect(sent).toEqual([]);
            continue;
          }
          const after = lastDecision ?? momentAt(localDate(event.at), 0);
          lastDecision = event.at;
          for (const cut of world.cutDates.keys()) {
            const former = world.summaries.slice(0, before).filter((each) => each.cut === cut);
            const own = sent.filter((each) => each.cut === cut);
            expect({ at: event.at, cut, sent: own.length }).toEqual({
              at: event.at,
              cut,
              sent: shouldGo(world, cut, former, after, event.at) ? 1 : 0,
            });
          }
        }
        const keys = world.summaries.map((each) => `${each.cut} ${each.kind} ${each.reopening}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 100 },
    );
  });
});

/**
 * The rules (specification: Automatic summaries), sentence by sentence and without the code's own moments.
 */
function shouldGo(
  world: World,
  cut: number,
  former: readonly Summary[],
  after: Moment,
  now: Moment,
): boolean {
  const importedAt = world.importedAt;
  const window = windowOf(world, cut);
  const all = asked(world, cut);
  if (importedAt === null || all.length === 0 || window.locksAt <= importedAt || now < window.opensAt)
    return false;
  const { basis } = summaryFacts(world, cut, now);
  const acts = actsOf(world, cut).filter((act) => act.at <= now);
  const reopened = acts.filter((act) => act.kind === 'reopen');
  const last = world.reports.findLast((each) => each.cut === cut);
  const everything = !all.some((activity) => lacks(world, activity, cut, now));
  const underWay =
    now < window.locksAt ||
    reopened.some((act) => now < endOf(act.at, act.lastDay, world, cut)) ||
    (last !== undefined && last.at > after);
  const saidSo = former.some((each) => each.kind === 'allIn' && each.reopening === reopened.length);
  const isNew = former.at(-1)?.basis !== basis;
  if (everything && last?.origin === 'chat' && last.at >= importedAt && underWay && !saidSo && isNew)
    return true;
  const morning = (date: LocalDate): Moment => momentAt(workingDayAfter(date, world.daysOff), 8);
  const fell = (moment: Moment): boolean => after < moment && moment <= now && moment >= importedAt;
  const had = (kind: string, reopening: number): boolean =>
    former.some((each) => each.kind === kind && each.reopening === reopening);
  const saidAllIn = former.findLast((each) => each.kind === 'allIn')?.basis === basis;
  if (fell(morning(window.closingDate)) && !had('afterClosing', 0) && !saidAllIn) return true;
  if (fell(morning(window.lockDate)) && !had('afterGrace', 0) && isNew) return true;
  return reopened.some((act, place) => {
    const end = endOf(act.at, act.lastDay, world, cut);
    return (
      end > window.locksAt && fell(morning(localDate(end - 1))) && !had('afterGrace', place + 1) && isNew
    );
  });
}

/** A reopening ends with its last day, or with an early close after it. */
function endOf(at: Moment, lastDay: LocalDate, world: World, cut: number): Moment {
  const closes = actsOf(world, cut).filter((act) => act.kind === 'close' && act.at > at);
  return Math.min(momentAt(lastDay, 24), ...closes.map((act) => act.at));
}
