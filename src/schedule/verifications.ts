import { verificationConflict } from '../actions/review-conflicts.ts';
import { readMoment, writeMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { officeHolders } from '../db/people.ts';
import { knownSince, plannedCuts } from '../db/plans.ts';
import type { DaysOff } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { undecided, whyNotNow } from '../domain/due-interval.ts';
import { verificationDue } from '../domain/due-verification.ts';
import { notifyToVerify } from '../notices/kinds/to-verify.ts';
import { verificationsDecidedUntil } from './decided-until.ts';

/**
 * Tells Control Interno once when a cut can be verified: at 08:00 of the working day after its closing or, when no
 * report waited then, after its grace. Who may not verify that cut is not told.
 */
export function writeVerifications(db: Db, now: Moment, daysOff: DaysOff): void {
  if (whyNotNow(now, daysOff) !== null) return;
  const interval = undecided(readMoment(db, verificationsDecidedUntil), now);
  writeMeta(db, verificationsDecidedUntil, String(now));
  for (const planned of plannedCuts(db)) {
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
