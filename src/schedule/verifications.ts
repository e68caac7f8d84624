import { verificationConflict } from '../actions/review-conflicts.ts';
import { readMoment, writeMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { officeHolders } from '../db/people.ts';
import { knownSince, type PlannedCut } from '../db/plans.ts';
import type { DaysOff } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { holdsReminderHour, undecided, whyNotNow } from '../domain/due-interval.ts';
import { verificationDue } from '../domain/due-verification.ts';
import { notifyToVerify } from '../notices/kinds/to-verify.ts';
import { verificationsDecidedUntil } from './decided-until.ts';

/**
 * Tells Control Interno once when a cut can be verified: at 08:00 of the working day after its closing or, when no
 * report waited then, after its grace. Who may not verify that cut is not told.
 * @param cuts every cut of every plan
 */
export function writeVerifications(db: Db, cuts: readonly PlannedCut[], now: Moment, daysOff: DaysOff): void {
  if (whyNotNow(now, daysOff) !== null) return;
  const interval = undecided(readMoment(db, verificationsDecidedUntil), now);
  writeMeta(db, verificationsDecidedUntil, String(now));
  if (!holdsReminderHour(interval)) return;
  for (const planned of cuts) {
    const due = verificationDue(
      { window: planned.window, knownSince: knownSince(planned) },
      interval,
      daysOff,
    );
    if (due === null) continue;
    for (const holder of officeHolders(db, 'control', now)) {
      if (due < Math.max(holder.enrolledAt, holder.heldFrom)) continue;
      if (verificationConflict(db, planned.cut.id, holder.id) !== null) continue;
      notifyToVerify(db, planned, holder, now);
    }
  }
}
