import { type Consolidation, consolidate } from '../../domain/progress.ts';
import type { CutDocument, DocumentReport } from './document.ts';

/**
 * Computes the figures of a cut from its document. The key of an activity is its index in the document, from
 * 0.
 */
export function figuresOf(of: Pick<CutDocument, 'cut' | 'activities' | 'reports'>): Consolidation {
  const reports = reportsOfCut(of);
  return consolidate(
    of.activities.map((activity, index) => ({
      id: index,
      start: activity.startsOn,
      end: activity.endsOn,
      programmed: activity.programming?.find((each) => each.cut === of.cut.number)?.percent,
      keeps: activity.keeps,
      weight: activity.weight,
      progressTenths: reports.get(activity.number)?.progress ?? null,
      counted: activity.standing === 'counted',
    })),
    of.cut.date,
  );
}

/** The reports of one cut in the document, by activity; by default the document's own cut. */
export function reportsOfCut(
  of: Pick<CutDocument, 'cut' | 'reports'>,
  number: number = of.cut.number,
): ReadonlyMap<string, DocumentReport> {
  return new Map(
    of.reports.filter((each) => each.cut === number).map((each) => [each.activity, each] as const),
  );
}
