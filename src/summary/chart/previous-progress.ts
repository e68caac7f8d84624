import type { Db } from '../../db/open.ts';
import { lastReportsOfCut } from '../../db/reports.ts';
import type { CutSummary } from '../cut-summary.ts';
import type { PreviousProgress } from './chart-of.ts';

/** What each activity had reported at the cut before this one, for the mark on its bar. */
export function progressAtPreviousCut(db: Db, summary: CutSummary): PreviousProgress {
  if (summary.previous === null) return new Map();
  const reports = lastReportsOfCut(db, summary.previous.cut.id);
  return new Map([...reports].map(([activityId, report]) => [activityId, report.progress]));
}
