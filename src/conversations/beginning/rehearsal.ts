import type { Db } from '../../db/open.ts';
import { allPlans, plannedCuts } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import { remindedCuts } from '../../notices/reminded-cuts.ts';
import { byPosition, pendingActivities } from '../../summary/missing.ts';
import * as texts from '../../texts/beginning/first-steps.ts';
import { reminder } from '../../texts/notices/reminders.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { reminderMoments } from './next-reminder.ts';

/**
 * The next reminder of the position with most to report, as its people will read it, for whoever asks and nobody else.
 * Its buttons do nothing, and the row of the outbox forgets its text once it is sent.
 */
export function rehearsal(db: Db, name: string, now: Moment): Message {
  const found = nextReminder(db, now);
  if (found === null) return { html: texts.nothingToRehearse(allPlans(db).length > 0) };
  const { at, position, items } = found;
  const html = reminder({ name, now: at, cuts: remindedCuts(items, at), outage: null });
  return {
    html: texts.rehearsal({ position: position.name, at, reminder: html }),
    keyboard: [
      [screenButton(buttons.report, 'rehearsed', {})],
      [screenButton(buttons.list, 'rehearsed', {})],
      [screenButton(buttons.snooze, 'rehearsed', {})],
    ],
    forget: true,
  };
}

/** The soonest day of the calendar on which something is pending, and the position with most of it; null: there is none. */
export function nextReminder(db: Db, now: Moment) {
  const planned = plannedCuts(db);
  for (const at of reminderMoments(db, now)) {
    const pending = planned.flatMap((each) =>
      pendingActivities(db, each, at).map((own) => ({ ...each, ...own })),
    );
    const [most] = byPosition(db, pending, at).toSorted((a, b) => b.items.length - a.items.length);
    if (most) return { at, ...most };
  }
  return null;
}
