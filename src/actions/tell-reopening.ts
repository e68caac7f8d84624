import type { Db } from '../db/open.ts';
import { announce } from '../db/outbox.ts';
import { holdersOf, isEnrolled } from '../db/people.ts';
import { type Activity, daysOff, type PlannedCut, positionsOf } from '../db/plans.ts';
import { writeButton } from '../domain/buttons.ts';
import { soonestAllowed } from '../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../domain/dates.ts';
import { reopened } from '../texts/reminders.ts';
import { buttons } from '../texts/reporting.ts';
import { countAsReminder } from './count-as-reminder.ts';

/**
 * A reopening reminds at once (product.md, *A cut* 2): each enrolled responsible hears which of theirs take
 * reports again and until when. It lists what is pending, so it takes the place of that day's reminder.
 */
export function tellReopening(
  db: Db,
  planned: PlannedCut,
  of: { readonly activities: readonly Activity[]; readonly lastDay: LocalDate; readonly reason: string },
  now: Moment,
): void {
  const date = localDate(soonestAllowed(now, daysOff(db)));
  const report = [[{ text: buttons.report, data: writeButton({ to: 'report' }) }]];
  for (const [person, own] of responsibleFor(db, of.activities, now)) {
    const numbers = own.map((activity) => activity.number);
    const html = reopened({
      name: person.name,
      plan: planned.plan,
      cutNumber: planned.cut.number,
      numbers,
      ...of,
    });
    const to = { chatId: person.telegramUserId, personId: person.id };
    announce(db, to, { kind: 'notice', key: null, message: { html, keyboard: report }, now });
    countAsReminder(db, person.id, date, now);
  }
}

function responsibleFor(db: Db, activities: readonly Activity[], now: Moment) {
  const positions = positionsOf(
    db,
    activities.map((activity) => activity.id),
  );
  const pairs = activities.flatMap((activity) =>
    (positions.get(activity.id) ?? [])
      .flatMap((position) => holdersOf(db, position.id, now))
      .filter(isEnrolled)
      .map((person) => ({ person, activity })),
  );
  const people = new Map(pairs.map(({ person }) => [person.id, person]));
  return [...people.values()].map((person) => {
    const own = new Set(pairs.filter((pair) => pair.person.id === person.id).map((pair) => pair.activity));
    return [person, [...own]] as const;
  });
}
