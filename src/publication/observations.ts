import type { ToPublish } from './to-publish.ts';

/** An observation as it would stand in the site. */
export type PublishedObservation = {
  /** Its cut, which may be an earlier one than that of the page. */
  readonly cutNumber: number;
  readonly activity: string;
  readonly text: string;
};

/** Every observation of these cuts, under the first cut that has it: a later page shows it again as that of an earlier cut. */
export function observationsOf<Cut extends Pick<ToPublish, 'planId' | 'content'>>(
  cuts: readonly Cut[],
): readonly { readonly of: Cut; readonly observations: readonly PublishedObservation[] }[] {
  const seen = new Set<string>();
  return cuts.map((of) => ({
    of,
    observations: inPage(of).flatMap(({ date, ...each }) => {
      const key = JSON.stringify([of.planId, date, each.activity, each.text]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [each];
    }),
  }));
}

function inPage({ content }: Pick<ToPublish, 'content'>) {
  return content.cuts.flatMap(({ number, date }) =>
    content.activities.flatMap((activity) =>
      activity.reports.flatMap((report) =>
        report.cut === number && report.observation !== ''
          ? [{ cutNumber: number, date, activity: activity.number, text: report.observation }]
          : [],
      ),
    ),
  );
}
