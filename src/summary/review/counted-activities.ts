import { exclusionReasons } from '../../db/exclusions.ts';
import type { Db } from '../../db/open.ts';
import type { Word } from '../../db/plan-read.ts';
import type { Activity, PlannedCut } from '../../db/plans.ts';
import { begunBy } from '../../domain/progress.ts';
import { retiredFrom } from '../../domain/retirement.ts';
import type { DocumentActivity, DocumentReport } from './document.ts';
import { programmingOfCut, startsLaterThan } from './document-programming.ts';
import type { ReviewRead } from './review-read.ts';

/** What the figures of a cut need of each activity, and why one is left out. @param reports those of the cut */
export function countedAt(
  db: Db,
  planned: PlannedCut,
  read: ReviewRead,
  reports: readonly { readonly activity: string }[],
) {
  const reported = new Set(reports.map((each) => each.activity));
  const reasons = exclusionReasons(db, planned.cut.id);
  const programmed = programmingOfCut(db, planned, read);
  return (each: Activity) => {
    const { number, startsOn, endsOn, weight } = each;
    const programming = programmed(each);
    const later = startsLaterThan(programming, planned.cut.number);
    const standing = reviewStateOf(each, planned, reasons, reported, later);
    const reason = standing === 'notScheduled' ? (reasons.get(each.id) ?? null) : null;
    return { number, startsOn, endsOn, weight, ...programming, standing, reason };
  };
}

/**
 * The state of an activity in a cut. A retired one counts only in the cuts before the day it left
 * (specification: Figures). One that left without a report while the cut still took reports could not have
 * been reported.
 */
function reviewStateOf(
  each: Activity,
  { cut, window }: PlannedCut,
  reasons: ReadonlyMap<number, string>,
  reported: ReadonlySet<string>,
  later: boolean,
): DocumentActivity['standing'] {
  const retired = retiredFrom(each, window);
  if (retired === 'before' || (retired === 'meanwhile' && !reported.has(each.number))) return 'retired';
  if (!begunBy(each.startsOn, cut.date)) return 'notBegun';
  if (reasons.has(each.id)) return 'notScheduled';
  return later && !reported.has(each.number) ? 'startsLater' : 'counted';
}

/** The last words on the activities of a cut, in the form's order. */
export function reportParts(
  { cut }: PlannedCut,
  activities: readonly Activity[],
  words: readonly Word[],
): DocumentReport[] {
  const grouped = Map.groupBy(words, (each) => each.activityId);
  return activities.flatMap((activity): DocumentReport[] => {
    const own = grouped.get(activity.id) ?? [];
    const first = own[0];
    const last = own.at(-1);
    if (!first || !last) return [];
    return [
      {
        cut: cut.number,
        activity: activity.number,
        progress: last.progress,
        ...(last.amount === null ? {} : { amount: last.amount }),
        observation: last.observation,
        coverage: coverageOf(first),
        origin: originOf(own, last),
        reportedAt: last.origin === 'import' ? null : last.moment,
      },
    ];
  });
}

/** A report that Planeación recorded itself and corrected later keeps the origin `planning`. */
function originOf(own: readonly Word[], last: Word): DocumentReport['origin'] {
  if (last.origin !== 'correction') return last.origin;
  const reported = own.findLast((each) => each.origin !== 'correction');
  return reported?.origin === 'planning' ? 'planning' : 'correction';
}

function coverageOf(first: Word): DocumentReport['coverage'] {
  if (first.origin === 'import') return 'imported';
  return first.late ? 'late' : 'onTime';
}
