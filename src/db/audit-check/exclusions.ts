import type { Db } from '../open.ts';
import { cutExclusion } from '../schema/index.ts';
import type { Difference } from './difference.ts';
import { rowsOfActs } from './on-record.ts';

/** Compares every *no programada* with the last row that took an activity out of a cut or put it in again. */
export function differingExclusions(db: Db): readonly Difference[] {
  const said = new Map(
    rowsOfActs(db, ['excluded', 'included']).map((row) => [`${row.activityId}/${row.cutId}`, row]),
  );
  const stored = new Map(
    db
      .select()
      .from(cutExclusion)
      .all()
      .map((each) => [`${each.activityId}/${each.cutId}`, each]),
  );
  const known = [...said].flatMap(([key, { id: row, act, activityId, after }]): Difference[] => {
    const kept = stored.get(key);
    const of = { of: 'exclusion', id: activityId ?? 0, row } as const;
    if (act === 'included') return kept ? [{ ...of, what: 'counted' }] : [];
    if (!kept) return [{ ...of, what: 'missing' }];
    return kept.reason === after?.reason ? [] : [{ ...of, what: 'changed' }];
  });
  const unknown = [...stored]
    .filter(([key]) => !said.has(key))
    .map(
      ([, { activityId }]): Difference => ({
        of: 'exclusion',
        id: activityId,
        what: 'unrecorded',
        row: null,
      }),
    );
  return [...known, ...unknown];
}
