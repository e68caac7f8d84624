import { type Consolidation, consolidate } from '../../domain/progress.ts';
import type { CutDocument, DocumentReport } from './document.ts';

/** The figures of a cut out of its document; activities go by their place in it, from 0. */
export function figuresOf(of: Pick<CutDocument, 'cut' | 'activities' | 'reports'>): Consolidation {
  const reports = reportsOfCut(of);
  return consolidate(
    of.activities.map((activity, place) => ({
      id: place,
      start: activity.startsOn,
      end: activity.endsOn,
      weight: activity.weight,
      progressTenths: reports.get(activity.number)?.progress ?? null,
      counted: activity.standing === 'counted',
    })),
    of.cut.date,
  );
}

/** The reports of the cut itself, or of another one that the document shows, by activity. */
export function reportsOfCut(
  of: Pick<CutDocument, 'cut' | 'reports'>,
  number: number = of.cut.number,
): ReadonlyMap<string, DocumentReport> {
  return new Map(
    of.reports.filter((each) => each.cut === number).map((each) => [each.activity, each] as const),
  );
}
