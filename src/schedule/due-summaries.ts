import { decidedSummaries, recordSummary, wasSummarySent } from '../db/automatic-summaries.ts';
import { lastWordOfChat } from '../db/last-word.ts';
import { readMoment, writeMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { officeHolders } from '../db/people.ts';
import { knownSince, type PlannedCut } from '../db/plans.ts';
import { presentationsOf } from '../db/review.ts';
import { isSurelyMissing } from '../db/surely-missing.ts';
import type { DaysOff } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { type UndecidedInterval, undecided, whyNotNow } from '../domain/due-interval.ts';
import {
  fallsDue,
  isAllInDecided,
  mayBeAllIn,
  type SummaryDue,
  summaryDue,
} from '../domain/due-summaries.ts';
import type { Message } from '../domain/events.ts';
import { wasAsked } from '../notices/kinds/presented.ts';
import { endFormerSummary, notifySummary } from '../notices/kinds/summary.ts';
import type { ExportFormat } from '../summary/export-cut.ts';
import { isTooLong, requestFiles } from '../summary/file-request.ts';
import { figuresReview } from '../summary/review/review-state.ts';
import { summaryInsteadOfMayor } from '../texts/notices/reminders.ts';
import { summariesDecidedUntil } from './decided-until.ts';
import { summaryFacts } from './summary-facts.ts';

/** The summary of a cut as messages, in order, as it is at a moment. */
export type RenderSummary = (
  cutId: number,
  moment: Moment,
  to: 'mayor' | 'coordinator',
) => readonly Message[];

/**
 * Writes every automatic summary that is due now: to the mayor, or when no mayor is enrolled to the
 * coordinators, who read why (specification: Automatic summaries). It replaces an earlier one of the same cut
 * that has not been released.
 * @param cuts every cut of every plan
 * @returns how many cuts had one.
 */
export function writeDueSummaries(
  db: Db,
  cuts: readonly PlannedCut[],
  now: Moment,
  daysOff: DaysOff,
  render: RenderSummary,
): number {
  if (whyNotNow(now, daysOff) !== null) return 0;
  const interval = undecided(readMoment(db, summariesDecidedUntil), now);
  writeMeta(db, summariesDecidedUntil, String(now));
  let written = 0;
  for (const planned of cuts) {
    if (now < planned.window.opensAt && now < planned.window.locksAt) continue;
    if (isRuledOut(db, planned, interval, daysOff)) continue;
    const facts = summaryFacts(db, planned, now);
    const due = summaryDue(facts, interval, daysOff);
    if (due.due === 'none') continue;
    const cutId = planned.cut.id;
    const recipients = addressees(db, now, due.moment);
    const asked = presentedUnchanged(db, planned, now);
    const unasked = recipients.filter((each) => asked === null || !wasAsked(db, asked, each.personId));
    const formats = formatsOf(db, planned, now);
    const office = recipients.some((each) => each.insteadOfMayor) ? 'coordinator' : 'mayor';
    if (unasked.length > 0)
      send(db, { cutId, due, recipients: unasked, formats }, render(cutId, now, office), now);
    const { kind, reopening } = due;
    recordSummary(db, {
      cutId,
      kind,
      reopening,
      decidedAt: now,
      basis: facts.basis,
      recipients: recipients.length,
    });
    written++;
  }
  return written;
}

/**
 * Whether no summary can be due, by what is known without reading the plan. Every minute asks it of every cut of
 * all years.
 */
function isRuledOut(db: Db, planned: PlannedCut, interval: UndecidedInterval, daysOff: DaysOff): boolean {
  const { window, acts, cut } = planned;
  const dates = { window, acts, importedAt: knownSince(planned) };
  if (fallsDue(dates, interval, daysOff)) return false;
  if (!mayBeAllIn({ ...dates, lastWordAt: lastWordOfChat(db, cut.id) }, interval)) return true;
  const decided = decidedSummaries(db, cut.id);
  return isAllInDecided({ acts, decided }, interval.to) || isSurelyMissing(db, planned);
}

type Recipient = { readonly personId: number; readonly chatId: number; readonly insteadOfMayor: boolean };

/** The people who get the summary. Nobody gets one that fell due before their enrolment or office began. */
function addressees(db: Db, now: Moment, moment: Moment): readonly Recipient[] {
  const mayors = officeHolders(db, 'mayor', now);
  const insteadOfMayor = mayors.length === 0;
  const holders = insteadOfMayor ? officeHolders(db, 'coordinator', now) : mayors;
  return holders
    .filter((each) => each.heldFrom <= moment && each.enrolledAt <= moment)
    .map((each) => ({ personId: each.id, chatId: each.telegramUserId, insteadOfMayor }));
}

function send(
  db: Db,
  of: {
    readonly cutId: number;
    readonly due: Extract<SummaryDue, { due: 'summary' }>;
    readonly recipients: readonly Recipient[];
    readonly formats: readonly ExportFormat[];
  },
  summary: readonly Message[],
  now: Moment,
): void {
  const { cutId, due } = of;
  endFormerSummary(db, cutId, now);
  for (const { personId, chatId, insteadOfMayor } of of.recipients) {
    const messages = insteadOfMayor ? [{ html: summaryInsteadOfMayor() }, ...summary] : summary;
    const to = { id: personId, telegramUserId: chatId };
    notifySummary(db, { cutId, kind: due.kind, reopening: due.reopening }, to, messages, now);
    requestFiles(db, { cutId, chatId, personId, as: 'summary' }, of.formats, now);
  }
}

/**
 * The presentation after which nothing has changed: the question for approval brought the same summary. Null: there is
 * none.
 */
function presentedUnchanged(db: Db, planned: PlannedCut, now: Moment): number | null {
  const [latest] = presentationsOf(db, planned.cut.id);
  if (!latest || latest.outcome === 'returned') return null;
  const { standing } = figuresReview(db, planned, now);
  if (standing.kind !== 'presented' && standing.kind !== 'approved') return null;
  const last = standing.kind === 'approved' ? (standing.again ?? standing) : standing;
  return last.changes.length === 0 ? last.by.id : null;
}

/** Without approval the files come once too, with the first summary after the closing date. */
function formatsOf(db: Db, { plan, cut, window }: PlannedCut, now: Moment): readonly ExportFormat[] {
  if (plan.needsApproval || now < window.graceFrom || wasSummarySent(db, cut.id, window.graceFrom))
    return ['chart'];
  return (['chart', 'pdf', 'xlsx'] as const).filter((format) => !isTooLong(db, plan.id, format));
}
