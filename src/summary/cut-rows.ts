import type { Db } from '../db/open.ts';
import { activitiesAt } from '../db/plan-read.ts';
import { plannedCut } from '../db/plans.ts';
import { lastApproved } from '../db/review.ts';
import { cutState } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { type CutSummary, rowsOf } from './cut-summary.ts';
import { figuresOf } from './review/figures.ts';
import { ownPart } from './review/live-document.ts';
import { readForReview } from './review/review-read.ts';

/** What is shown of one activity and of the list of them: the figures, without who is missing or what changed. */
export type CutRows = Pick<CutSummary, 'plan' | 'cut' | 'state' | 'presentationId' | 'rows'>;

/** The rows of the summary of a cut, as `cutSummary` has them. @throws {RangeError} when there is no such cut */
export function cutRows(db: Db, cutId: number, moment: Moment): CutRows {
  const planned = plannedCut(db, cutId);
  if (!planned) throw new RangeError(`There is no cut ${cutId}`);
  const read = readForReview(db, planned.plan.id);
  const approved = lastApproved(db, cutId);
  const document = approved ? read.documentOf(approved) : ownPart(db, planned, read);
  const stored = new Map(activitiesAt(read, planned).map((each) => [each.number, each]));
  return {
    plan: { ...planned.plan, ...document.plan },
    cut: { ...planned.cut, date: document.cut.date },
    state: cutState(planned.window, planned.acts, moment),
    presentationId: approved?.id ?? null,
    rows: rowsOf(db, planned, document, figuresOf(document), stored),
  };
}
