import { addAppointment } from '../db/appointments.ts';
import type { Db } from '../db/open.ts';
import type { Office } from '../db/schema/index.ts';
import type { Moment } from '../domain/dates.ts';
import { partyOf } from './office-guard.ts';

/**
 * Notes who appointed a person. It was done alone when nobody agreed, or only somebody of one party with the person who
 * appoints: the approvals of such a mayor name the person who made the appointment (specification: Guarded offices).
 */
export function noteAppointment(
  db: Db,
  of: {
    readonly personId: number;
    readonly office: Office;
    /** Null: the operator. */
    readonly by: number | null;
    readonly agreedBy?: number;
  },
  now: Moment,
): void {
  const { personId, office, by, agreedBy = null } = of;
  const alone = by !== null && (agreedBy === null || partyOf(db, by, now).has(agreedBy));
  addAppointment(db, { personId, office, at: now, appointedBy: by, agreedBy, alone });
}
