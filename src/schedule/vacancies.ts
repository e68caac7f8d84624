import type { Db } from '../db/open.ts';
import { officeHolders } from '../db/people.ts';
import { knownSince, plannedCuts } from '../db/plans.ts';
import { type DaysOff, nextReminderHour } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { notifyVacant } from '../notices/kinds/vacant.ts';
import { byPosition, pendingActivities } from '../summary/missing.ts';

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
    const vacant = byPosition(db, pendingActivities(db, planned, now), now).filter((each) => each.vacant);
    if (vacant.length === 0) continue;
    const positions = vacant.map(({ position, items }) => ({
      name: position.name,
      numbers: items.map((item) => item.activity.number),
    }));
    const told = coordinators.filter((each) => each.enrolledAt <= due && each.heldFrom <= due);
    notifyVacant(db, planned, positions, told, now);
  }
}
