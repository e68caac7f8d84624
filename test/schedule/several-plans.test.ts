import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { insertDayOff } from '../../src/db/days-off.ts';
import { plannedCuts } from '../../src/db/plans.ts';
import { pendingTasksOf } from '../../src/db/tasks.ts';
import { reminderDays } from '../../src/domain/calendar.ts';
import { addDays, type LocalDate, type Moment, momentAt } from '../../src/domain/dates.ts';
import { act, addPlan, addResponsible, openEntity, report, rows, type TestEntity, tickAt } from './setup.ts';

/**
 * Calendars that entities print: quarterly, PTEP, two-monthly, half-yearly, monthly, and one of the test's
 * own.
 */
const calendars: readonly (readonly LocalDate[])[] = [
  ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'],
  ['2022-04-30', '2022-08-31', '2022-12-31'],
  ['2022-02-28', '2022-04-30', '2022-06-30', '2022-08-31', '2022-10-31', '2022-12-31'],
  ['2022-06-30', '2022-12-31'],
  ['2022-03-15', '2022-04-15', '2022-05-15', '2022-06-15', '2022-07-15', '2022-08-15'],
  ['2022-04-08', '2022-05-31'],
];

const calendar = fc.record({
  dates: fc.constantFrom(...calendars),
  openingDays: fc.constantFrom(5, 15, 20),
  graceWorkingDays: fc.constantFrom(0, 3, 5, 10),
});
const lives = fc.record({
  plans: fc.array(calendar, { minLength: 2, maxLength: 4 }),
  from: fc.constantFrom('2022-02-10', '2022-04-01', '2022-06-08', '2022-12-10'),
  offs: fc.array(fc.nat(49), { maxLength: 3 }),
  /** The activity and the day of each report. */
  reports: fc.array(fc.tuple(fc.nat(3), fc.nat(49)), { maxLength: 4 }),
});

let entity: TestEntity;
afterEach(() => entity.remove());

describe('one person with activities in several plans', () => {
  it('gets one reminder on every reminder day of anything pending, whatever the calendars', () => {
    fc.assert(
      fc.property(lives, (of) => {
        entity?.remove();
        entity = openEntity();
        // This test is not about power cuts.
        entity.store.sqlite.pragma('synchronous = OFF');
        const own = addPlans(of.plans);
        const offs = [...new Set(of.offs.map((n) => addDays(of.from, n)))];
        act(entity, (db) => {
          for (const date of offs) insertDayOff(db, date, 'día cívico', 0);
        });
        const expected: LocalDate[] = [];
        for (let n = 0; n < 50; n++) {
          const date = addDays(of.from, n);
          const at = momentAt(date, 8);
          for (const [place, day] of of.reports) if (day === n) reportFirst(own, place, momentAt(date, 7));
          if (isReminderDay(own.personId, date, at)) expected.push(date);
          tickAt(entity, at);
          tickAt(entity, at + 3_600_000);
          sendAll(at);
        }
        const got = rows(entity).flatMap((row) => (row.kind === 'reminder' ? (row.day ?? []) : []));
        expect(got).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

type Own = { readonly personId: number; readonly activities: readonly number[] };

/** Plans beside the entity's own, which stays without activities; the person holds a position in each. */
function addPlans(plans: readonly { readonly dates: readonly LocalDate[] }[]): Own {
  const activities: number[] = [];
  const made = plans.map((each, place) =>
    act(entity, (db) => addPlan(db, `P${place}`, `PLAN ${place}`, each)),
  );
  const first = addResponsible(entity, { name: 'Ana', activities: 1, planId: made[0]?.planId ?? 0 });
  activities.push(...first.activities);
  for (const { planId } of made.slice(1)) {
    const other = addResponsible(entity, {
      name: `cargo ${planId}`,
      activities: 1,
      planId,
      enrolledAt: null,
    });
    act(entity, (db) =>
      db.run(`update assignment set personId = ${first.personId} where personId = ${other.personId}`),
    );
    activities.push(...other.activities);
  }
  return { personId: first.personId, activities };
}

function reportFirst({ personId, activities }: Own, place: number, at: Moment): void {
  const activityId = activities[place % activities.length];
  const task = act(entity, (db) =>
    pendingTasksOf(db, personId, at).find((each) => each.activity.id === activityId),
  );
  if (task) report(entity, personId, task.activity.id, task.cut.id, at);
}

/** By the calendar of each cut with something pending at that moment. */
function isReminderDay(personId: number, date: LocalDate, at: Moment): boolean {
  return act(entity, (db) => {
    const pending = new Set(pendingTasksOf(db, personId, at).map((task) => task.cut.id));
    const off = new Set(db.all<{ date: string }>('select date from day_off').map((row) => row.date));
    return plannedCuts(db).some(
      (each) =>
        pending.has(each.cut.id) &&
        reminderDays(each.window, each.acts, off).some((day) => day.date === date),
    );
  });
}

/** Marks everything released as sent. */
function sendAll(now: Moment): void {
  act(entity, (db) =>
    db.run(`update outbox set state = 'sent', settledAt = ${now} where state = 'released'`),
  );
}
