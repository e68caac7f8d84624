import { requestAccountChanges } from '../actions/account-settings.ts';
import { endOverdueChanges } from '../actions/office-change.ts';
import type { Db } from '../db/open.ts';
import { daysOff, plannedCuts } from '../db/plans.ts';
import { isStorageTrouble } from '../db/storage-trouble.ts';
import type { Moment } from '../domain/dates.ts';
import type { FromConversations } from '../notices/kind.ts';
import { recheckNotices } from '../notices/still-true.ts';
import { askWhoConfirms } from './confirmations.ts';
import { writeContractWarnings } from './contracts.ts';
import { writeDueDigests } from './digests.ts';
import { writeDueReminders } from './due-reminders.ts';
import { type RenderSummary, writeDueSummaries } from './due-summaries.ts';
import { writeHandovers } from './handovers.ts';
import { offerNextYears } from './next-years.ts';
import { askAboutPlanChanges } from './plan-changes.ts';
import { expireWaiting, releaseWaiting } from './release.ts';
import { writeReviewNotices } from './review-notices.ts';
import { writeVacancies } from './vacancies.ts';
import { writeVerifications } from './verifications.ts';

export type TickHooks = {
  /** The summary of a cut as messages, in order. */
  readonly renderSummary: RenderSummary;
  /** The entity's name from the settings; null: the plan's. */
  readonly entityName: string | null;
} & FromConversations;

export type TickReport = {
  readonly reminders: number;
  readonly summaries: number;
  readonly released: number;
  /** Why the summaries could not be made; the next tick tries again. */
  readonly failed: unknown;
};

/**
 * One minute of the schedule, on the open transaction: settles what is over, writes what is due at `now`, and
 * releases what may go. What was decided is on record, so it does the same once even when it runs twice, late
 * or after a restart. A summary that cannot be made does not stop the reminders.
 */
export function tick(db: Db, now: Moment, hooks: TickHooks): TickReport {
  const off = daysOff(db);
  writeHandovers(db, now, off);
  endOverdueChanges(db, now);
  askAboutPlanChanges(db, now);
  recheckNotices(db, now);
  const reminders = writeDueReminders(db, now, off);
  const cuts = plannedCuts(db);
  let summaries = 0;
  let failed: unknown = null;
  try {
    summaries = db.transaction(() => writeDueSummaries(db, cuts, now, off, hooks.renderSummary));
  } catch (error) {
    // On a full disk SQLite may have undone everything, so nothing is written after that.
    if (isStorageTrouble(error)) throw error;
    failed = error;
  }
  writeDueDigests(db, cuts, now, off);
  writeVerifications(db, cuts, now, off);
  writeVacancies(db, cuts, now, off);
  writeContractWarnings(db, now, off);
  askWhoConfirms(db, now, off);
  writeReviewNotices(db, now, off, hooks.entityName);
  offerNextYears(db, cuts, now, off);
  requestAccountChanges(db, hooks.entityName, now);
  expireWaiting(db, now);
  const released = releaseWaiting(db, now, off, hooks);
  return { reminders, summaries, released, failed };
}
