import { heldPositions } from '../db/assignments.ts';
import type { Db } from '../db/open.ts';
import { type EnrolledPerson, enrolledPeople } from '../db/people.ts';
import { knownSince, type PlannedCut, plannedCuts, positionsSince } from '../db/plans.ts';
import { requestsFrom } from '../db/reminder-requests.ts';
import { remindersUnsentBetween } from '../db/reminder-rows.ts';
import type { DaysOff, ReminderDay } from '../domain/calendar.ts';
import { OUTAGES } from '../domain/constants.ts';
import { type LocalDate, localDate } from '../domain/dates.ts';
import type { PersonFacts } from '../domain/due.ts';
import type { UndecidedInterval } from '../domain/due-interval.ts';
import { daysOfActivity, type PendingFacts, pendingSince } from '../domain/due-pending.ts';
import { reminderOf } from '../notices/kinds/reminder.ts';
import { pendingActivities } from '../summary/missing.ts';

export type FactsOfPerson = { readonly person: EnrolledPerson; readonly facts: PersonFacts };

/** The facts that decide about the reminders of everybody enrolled, read once for all of them. */
export function reminderFacts(
  db: Db,
  interval: UndecidedInterval,
  daysOff: DaysOff,
): readonly FactsOfPerson[] {
  const today = localDate(interval.to);
  const pending = pendingByPerson(db, interval, daysOff);
  const requests = requestsFrom(db, localDate(interval.from));
  const unsent = unsentByPerson(db, interval);
  return enrolledPeople(db).map((person) => ({
    person,
    facts: {
      enrolledAt: person.enrolledAt,
      unreachable: person.unreachableSince !== null,
      pending: pending.get(person.id) ?? [],
      requested: requests.get(person.id) ?? [],
      unsent: unsent.get(person.id) ?? [],
      remindedToday: reminderOf(db, person.id, today) !== undefined,
    },
  }));
}

/** What is pending at the end of the undecided interval, by each person who is responsible for it. */
export function pendingByPerson(
  db: Db,
  interval: UndecidedInterval,
  daysOff: DaysOff,
): ReadonlyMap<number, readonly PendingFacts[]> {
  const holders = Map.groupBy(heldPositions(db, interval.to), (held) => held.positionId);
  const found = new Map<number, PendingFacts[]>();
  for (const planned of plannedCuts(db)) {
    const activities = pendingActivities(db, planned, interval.to);
    const positions = positionsSince(
      db,
      activities.map((each) => each.activity.id),
    );
    const daysOf = rememberedDays(planned, daysOff);
    for (const { activity, reopened } of activities) {
      const held = (positions.get(activity.id) ?? []).flatMap(({ positionId, addedAt }) =>
        (holders.get(positionId) ?? []).map((each) => ({ ...each, fromAt: Math.max(each.fromAt, addedAt) })),
      );
      for (const [personId, own] of Map.groupBy(held, (each) => each.personId)) {
        const receivedAt = Math.min(...own.map((each) => each.fromAt));
        const { window, acts } = planned;
        const of = {
          importedAt: knownSince(planned),
          receivedAt,
          window,
          acts,
          activityId: activity.id,
          reopened,
        };
        const facts = { since: pendingSince(of, interval.to), days: daysOf(activity.id) };
        const known = found.get(personId);
        if (known) known.push(facts);
        else found.set(personId, [facts]);
      }
    }
  }
  return found;
}

/** All activities of a cut share its reminder days, except those that a reopening names. */
function rememberedDays(
  planned: PlannedCut,
  daysOff: DaysOff,
): (activityId: number) => readonly ReminderDay[] {
  const named = new Set(planned.acts.flatMap((act) => (act.kind === 'reopen' ? act.activityIds : [])));
  let usual: readonly ReminderDay[] | undefined;
  return (activityId) => {
    if (named.has(activityId)) return daysOfActivity(planned.window, planned.acts, activityId, daysOff);
    usual ??= daysOfActivity(planned.window, planned.acts, activityId, daysOff);
    return usual;
  };
}

/**
 * Reminders that never left because the bot was away: released and not taken by Telegram until they were
 * over, or with most of their day ahead when the last decision was made. A reminder that a conversation held
 * back all day is not among them.
 */
function unsentByPerson(db: Db, interval: UndecidedInterval): ReadonlyMap<number, readonly LocalDate[]> {
  const away = interval.from + OUTAGES.askAgainAfterMinutes * 60_000;
  const rows = remindersUnsentBetween(db, interval.from, interval.to).filter(
    (row) => row.releaseSeq !== null || (row.expiresAt ?? 0) > away,
  );
  const grouped = Map.groupBy(rows, (row) => row.personId ?? 0);
  return new Map([...grouped].map(([id, own]) => [id, own.flatMap((row) => row.day ?? [])]));
}
