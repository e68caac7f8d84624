import type { Db } from '../db/open.ts';
import { announce } from '../db/outbox.ts';
import { officeHolders } from '../db/people.ts';
import { knownSince, plannedCuts } from '../db/plans.ts';
import { type DaysOff, nextReminderHour } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { writeScreen } from '../domain/screens.ts';
import { byPosition, pendingActivities } from '../summary/missing.ts';
import { vacantPositions } from '../texts/notices/reminders.ts';
import { vacantButtons } from '../texts/people/vacant.ts';

export function vacancyKey(cutId: number, personId: number): string {
  return `vacant:${cutId}:${personId}`;
}

/**
 * On the opening day the coordinators hear which positions nobody enrolled holds, so that somebody is invited
 * or they report themselves (specification: Digests, Vacant positions): with the digest of that day, or by a notice
 * of its own when it becomes so later. Once a cut and person; nothing of the past.
 */
export function writeVacancies(db: Db, now: Moment, daysOff: DaysOff): void {
  const coordinators = officeHolders(db, 'coordinator', now);
  if (coordinators.length === 0) return;
  for (const planned of plannedCuts(db)) {
    const due = nextReminderHour(planned.window.opensAt, daysOff);
    if (now < due || now >= planned.window.graceFrom || knownSince(planned) > due) continue;
    const vacant = byPosition(db, pendingActivities(db, planned, now), now).filter((each) => each.unheld);
    if (vacant.length === 0) continue;
    const positions = vacant.map(({ position, items }) => ({
      name: position.name,
      numbers: items.map((item) => item.activity.number),
    }));
    const html = vacantPositions({ plan: planned.plan, cutNumber: planned.cut.number, positions });
    const data = writeScreen('vacant', { page: null });
    const keyboard = [[{ text: vacantButtons.open, data }]];
    for (const each of coordinators) {
      if (each.enrolledAt > due || each.heldFrom > due) continue;
      const key = vacancyKey(planned.cut.id, each.id);
      const to = { chatId: each.telegramUserId, personId: each.id };
      announce(db, to, { kind: 'notice', key, message: { html, keyboard }, now });
    }
  }
}
