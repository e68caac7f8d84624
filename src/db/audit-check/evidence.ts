import { notInArray } from '../drizzle.ts';
import type { Db } from '../open.ts';
import { evidence } from '../schema/index.ts';
import type { Difference } from './difference.ts';
import { isSameAs, numberIn, rowsOfActs } from './on-record.ts';

/** Compares every stored file and link with the row that recorded it; a file by its SHA-256. */
export function differingEvidence(db: Db): readonly Difference[] {
  const stored = new Map(
    db
      .select()
      .from(evidence)
      .where(notInArray(evidence.state, ['fetching', 'refused']))
      .all()
      .map((each) => [each.id, each]),
  );
  const recorded = new Set<number>();
  const takenBack = new Map(
    rowsOfActs(db, ['evidenceVoided', 'evidenceRemoved']).map(({ id, before }) => [
      numberIn(before, 'evidence'),
      id,
    ]),
  );
  const known = rowsOfActs(db, ['evidenceReceived']).flatMap(({ id: row, ...of }): Difference[] => {
    const id = numberIn(of.after, 'evidence');
    if (id === undefined) return [];
    recorded.add(id);
    const kept = stored.get(id);
    if (!kept) return [{ of: 'evidence', id, what: 'missing', row }];
    const same =
      isSameAs(of.after, kept, ['kind', 'sha256', 'url']) &&
      kept.activityId === of.activityId &&
      kept.cutId === of.cutId &&
      kept.personId === of.actorId;
    if (!same) return [{ of: 'evidence', id, what: 'changed', row }];
    const voidedBy = takenBack.get(id);
    if (kept.state === 'stored')
      return voidedBy === undefined ? [] : [{ of: 'evidence', id, what: 'counted', row: voidedBy }];
    return voidedBy === undefined ? [{ of: 'evidence', id, what: 'uncounted', row }] : [];
  });
  const unknown = [...stored.keys()]
    .filter((id) => !recorded.has(id))
    .map((id) => ({ of: 'evidence' as const, id, what: 'unrecorded' as const, row: null }));
  return [...known, ...unknown];
}
