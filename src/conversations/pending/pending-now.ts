import { draftsOfCut } from '../../db/drafts.ts';
import type { Db } from '../../db/open.ts';
import type { OutboxRow } from '../../db/outbox-rows.ts';
import { type EnrolledPerson, enrolledPeople, isEnrolled, type Person } from '../../db/people.ts';
import { type PlannedCut, plannedCuts } from '../../db/plans.ts';
import { undeliveredReminders } from '../../db/undelivered.ts';
import { type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import { reminderOf } from '../../notices/kinds/reminder.ts';
import {
  byPosition,
  type MissingPosition,
  type PendingActivity,
  pendingActivities,
} from '../../summary/missing.ts';

/** What is pending in one cut, the same last day for all of it. */
export type PendingCut = {
  readonly planned: PlannedCut;
  /** Until when it is on time, or once that has passed, until when it is taken at all. */
  readonly lastDay: LocalDate;
  readonly late: boolean;
  readonly positions: readonly MissingPosition<PendingActivity>[];
  /** Half reports of people who hold a position that is missing, as `person:activity`. */
  readonly drafts: ReadonlySet<string>;
};

/** `/pendientes`, as plain data. */
export type PendingNow = {
  readonly moment: Moment;
  readonly cuts: readonly PendingCut[];
  /** Different activities, each cut counted. */
  readonly activities: number;
  /** Enrolled people with something pending. */
  readonly people: readonly EnrolledPerson[];
  readonly remindedToday: readonly EnrolledPerson[];
  readonly onItsWay: readonly EnrolledPerson[];
  /** Everybody else with something pending. */
  readonly before: readonly EnrolledPerson[];
  readonly unreachable: readonly EnrolledPerson[];
  /** Whose newest reminder could not be delivered for good. */
  readonly undelivered: readonly { readonly person: EnrolledPerson; readonly row: OutboxRow }[];
  /** The next cut to open, of any plan. */
  readonly next: PlannedCut | undefined;
};

export function pendingNow(db: Db, moment: Moment): PendingNow {
  const all = plannedCuts(db);
  const found = all.map((planned) => ({ planned, pending: pendingActivities(db, planned, moment) }));
  const cuts = found.flatMap(({ planned, pending }) => cutsOf(db, planned, pending, moment));
  const holding = new Set(
    cuts.flatMap((cut) => cut.positions.flatMap(({ holders }) => holders.map((holder) => holder.id))),
  );
  const people = enrolledPeople(db).filter((someone) => holding.has(someone.id));
  const today = new Map(people.map((each) => [each.id, reminderToday(db, each, moment)]));
  const undelivered = new Map(undeliveredReminders(db).map((row) => [row.personId, row]));
  return {
    moment,
    cuts,
    activities: found.reduce((sum, { pending }) => sum + pending.length, 0),
    people,
    remindedToday: people.filter((each) => today.get(each.id) === 'had'),
    onItsWay: people.filter((each) => today.get(each.id) === 'onItsWay'),
    before: people.filter((each) => today.get(each.id) === 'none'),
    unreachable: people.filter((each) => each.unreachableSince !== null),
    undelivered: people.flatMap((person) => {
      const row = undelivered.get(person.id);
      return row ? [{ person, row }] : [];
    }),
    next: all
      .filter((each) => each.window.opensAt > moment)
      .toSorted((a, b) => a.window.opensAt - b.window.opensAt)[0],
  };
}

/** One for each last day: a reopening gives the activities it names another one. */
function cutsOf(
  db: Db,
  planned: PlannedCut,
  pending: readonly PendingActivity[],
  moment: Moment,
): readonly PendingCut[] {
  const late = moment >= planned.window.graceFrom;
  const drafts = new Set(
    draftsOfCut(db, planned.cut.id).map((half) => draftKey(half.personId, half.activityId)),
  );
  const byLastDay = Map.groupBy(pending, (each) =>
    late ? localDate(each.until - 1) : planned.window.closingDate,
  );
  return [...byLastDay].map(([lastDay, own]) => ({
    planned,
    lastDay,
    late,
    positions: byPosition(db, own, moment),
    drafts,
  }));
}

/** The numbers that a holder left half reported. */
export function halfReported(
  cut: PendingCut,
  holder: Person,
  items: readonly PendingActivity[],
): readonly string[] {
  if (!isEnrolled(holder)) return [];
  return items
    .filter((item) => cut.drafts.has(draftKey(holder.id, item.activity.id)))
    .map((item) => item.activity.number);
}

function draftKey(personId: number, activityId: number): string {
  return `${personId}:${activityId}`;
}

/** What became of a person's reminder of the day. */
export function reminderToday(db: Db, someone: Person, moment: Moment): 'had' | 'onItsWay' | 'none' {
  const row = reminderOf(db, someone.id, localDate(moment));
  if (row?.state === 'sent' || (row?.state === 'notNeeded' && row.reason === 'superseded')) return 'had';
  return row?.state === 'waiting' || row?.state === 'released' ? 'onItsWay' : 'none';
}
