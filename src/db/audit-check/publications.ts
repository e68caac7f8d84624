import { createHash } from 'node:crypto';
import type { Db } from '../open.ts';
import { publication } from '../schema/index.ts';
import type { Difference } from './difference.ts';
import { isSameAs, numberIn, rowsOfActs } from './on-record.ts';

/** Compares what was published, and where, with the rows that published it. */
export function differingPublications(db: Db): readonly Difference[] {
  const said = new Map(rowsOfActs(db, ['published']).map((row) => [numberIn(row.after, 'publication'), row]));
  const stored = new Map(
    db
      .select()
      .from(publication)
      .all()
      .map((each) => [each.id, each]),
  );
  const known = [...said].flatMap(([id = 0, { id: row, cutId, after }]): Difference[] => {
    const kept = stored.get(id);
    const of = { of: 'publication', id, row } as const;
    if (!kept) return [{ ...of, what: 'missing' }];
    const { address, document } = kept;
    const same = cutId === kept.cutId && isSameAs(after, { address, sha256: sha256(document) }, checked);
    return same ? [] : [{ ...of, what: 'changed' }];
  });
  const unknown = [...stored.keys()]
    .filter((id) => !said.has(id))
    .map((id): Difference => ({ of: 'publication', id, what: 'unrecorded', row: null }));
  return [...known, ...unknown];
}

const checked = ['address', 'sha256'] as const;

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
