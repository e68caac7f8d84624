import type { Db } from '../db/open.ts';
import { holdingsOf } from '../db/people.ts';
import { presentationById, presentationsOf } from '../db/review.ts';
import type { Moment } from '../domain/dates.ts';
import type { NoticeRow, NotNeeded } from './kind.ts';
import { whyNothingPending } from './nothing-pending.ts';

/** Why a person is not asked about a presentation any more; null: it waits for that person. */
export function whyNotToApprove(db: Db, row: NoticeRow, now: Moment): NotNeeded['notNeeded'] | null {
  return isStillToApprove(db, row, now) ? null : whyNothingPending(db, row.personId, now);
}

/**
 * Whether the presentation is undecided and its cut's latest, and this person holds the office that decides.
 */
function isStillToApprove(db: Db, { presentationId, personId }: NoticeRow, now: Moment): boolean {
  const presentation = presentationId === null ? undefined : presentationById(db, presentationId);
  if (presentation?.outcome !== null) return false;
  const [latest] = presentationsOf(db, presentation.cutId);
  return latest?.id === presentation.id && holdingsOf(db, personId, now).offices.includes('mayor');
}
