import { spansOf } from '../db/assignments.ts';
import { isValid, lastInvitationOf } from '../db/invitations.ts';
import type { Db } from '../db/open.ts';
import { officeHolders } from '../db/people.ts';
import { knownSince, type PlannedCut } from '../db/plans.ts';
import { plansOfVacantPositions } from '../db/vacant-positions.ts';
import { type DaysOff, nextReminderHour } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { covers } from '../domain/spans.ts';
import { hadVacant, notifyVacant } from '../notices/kinds/vacant.ts';
import { byPosition, pendingActivities } from '../summary/missing.ts';

/**
 * Lists on the opening day, to the coordinators, the vacant positions, so that they invite somebody or report
 * themselves (specification: Digests, Vacant positions). The digest of that day brings the list; a position
 * that becomes vacant later has a notice of its own, but not while its holder has an invitation to open: who invited knows.
 * Once a cut and person; never about the past.
 * @param cuts every cut of every plan
 */
export function writeVacancies(db: Db, cuts: readonly PlannedCut[], now: Moment, daysOff: DaysOff): void {
  const coordinators = officeHolders(db, 'coordinator', now);
  const open = cuts.flatMap((planned) => {
    const due = nextReminderHour(planned.window.opensAt, daysOff);
    if (now < due || now >= planned.window.graceFrom || knownSince(planned) > due) return [];
    const recipients = coordinators.filter(
      (each) => each.enrolledAt <= due && each.heldFrom <= due && !hadVacant(db, planned.cut.id, each.id),
    );
    return recipients.length === 0 ? [] : [{ planned, recipients }];
  });
  if (open.length === 0) return;
  const withVacancies = plansOfVacantPositions(db, now);
  for (const { planned, recipients } of open) {
    if (!withVacancies.has(planned.plan.id)) continue;
    const vacant = byPosition(db, pendingActivities(db, planned, now), now).filter(
      (each) => each.vacant && !isInvited(db, each.position.id, now),
    );
    if (vacant.length === 0) continue;
    const positions = vacant.map(({ position, items }) => ({
      name: position.name,
      numbers: items.map((item) => item.activity.number),
    }));
    notifyVacant(db, planned, positions, recipients, now);
  }
}

function isInvited(db: Db, positionId: number, now: Moment): boolean {
  return spansOf(db, { positionId }, now).some((span) => {
    const last = covers(span, now) ? lastInvitationOf(db, span.personId) : undefined;
    return last !== undefined && isValid(last, now);
  });
}
