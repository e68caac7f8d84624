import { readMoment, writeMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { officeHolders } from '../db/people.ts';
import { knownSince, type PlannedCut } from '../db/plans.ts';
import type { DaysOff } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { digestDue } from '../domain/due-digests.ts';
import { holdsReminderHour, undecided, whyNotNow } from '../domain/due-interval.ts';
import { type DigestItem, digestItem, notifyDigest } from '../notices/kinds/digest.ts';
import { hadSummary } from '../notices/kinds/summary.ts';
import { cutSummary } from '../summary/cut-summary.ts';
import { digestsDecidedUntil } from './decided-until.ts';

/**
 * Writes one message a coordinator and morning, about every cut that opens, is about to close or has closed.
 * A coordinator who gets the summary of a closed cut in the mayor's place does not read the same twice. On
 * the opening day it lists the vacant positions, so they need no notice of their own.
 * @param cuts every cut of every plan
 * @returns how many coordinators it wrote to
 */
export function writeDueDigests(db: Db, cuts: readonly PlannedCut[], now: Moment, daysOff: DaysOff): number {
  if (whyNotNow(now, daysOff) !== null) return 0;
  const interval = undecided(readMoment(db, digestsDecidedUntil), now);
  writeMeta(db, digestsDecidedUntil, String(now));
  if (!holdsReminderHour(interval)) return 0;
  const digests = cuts.flatMap((planned): readonly DigestItem[] => {
    const due = digestDue({ window: planned.window, knownSince: knownSince(planned) }, interval, daysOff);
    if (due === null) return [];
    const summary = cutSummary(db, planned.cut.id, now);
    return summary.rows.length === 0 ? [] : [digestItem(planned, due, summary)];
  });
  if (digests.length === 0) return 0;
  const recipients = officeHolders(db, 'coordinator', now).filter((each) => {
    const since = Math.max(each.enrolledAt, each.heldFrom);
    const own = digests.filter((item) => item.due.moment >= since && !hasSummary(db, item, each.id));
    return own.length > 0 && notifyDigest(db, each, own, now);
  });
  return recipients.length;
}

function hasSummary(db: Db, { planned: { cut }, due }: DigestItem, personId: number): boolean {
  return (
    due.kind === 'closed' && hadSummary(db, { cutId: cut.id, kind: 'afterClosing', reopening: 0 }, personId)
  );
}
