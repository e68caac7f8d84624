import { createHash } from 'node:crypto';
import type { AuditRow } from '../audit.ts';
import type { Db } from '../open.ts';
import { presentation, verification } from '../schema/index.ts';
import type { Difference } from './difference.ts';
import { isSameAs, numberIn, rowsOfActs } from './on-record.ts';

/**
 * Compares every presentation with the rows that presented and decided it: its document by its SHA-256, and
 * the hash that an approval keeps with that of its own row.
 */
export function differingPresentations(db: Db): readonly Difference[] {
  const rows = rowsOfActs(db, ['presented', 'approved', 'returned']);
  const stored = new Map(
    db
      .select()
      .from(presentation)
      .all()
      .map((each) => [each.id, each]),
  );
  const presented = new Set<number>();
  const known = rows.flatMap((row): Difference[] => {
    const id = numberIn(row.after, 'presentation');
    if (id === undefined) return [];
    presented.add(id);
    const what = faultOf(stored.get(id), row);
    return what === null ? [] : [{ of: 'presentation', id, what, row: row.id }];
  });
  const decided = new Set(
    rows.filter(({ act }) => act !== 'presented').map(({ after }) => numberIn(after, 'presentation')),
  );
  const unknown = [...stored.values()]
    .filter(({ id, outcome }) => !presented.has(id) || (outcome !== null && !decided.has(id)))
    .map(({ id }) => ({ of: 'presentation' as const, id, what: 'unrecorded' as const, row: null }));
  return [...known, ...unknown];
}

type Presented = typeof presentation.$inferSelect;

function faultOf(stored: Presented | undefined, row: AuditRow): 'missing' | 'changed' | 'anchor' | null {
  if (!stored) return 'missing';
  const hash = createHash('sha256').update(stored.document, 'utf8').digest('hex');
  const fingerprint = row.after?.fingerprint;
  if (hash !== stored.fingerprint || (fingerprint !== undefined && fingerprint !== hash)) return 'changed';
  if (stored.cutId !== row.cutId) return 'changed';
  if (row.act === 'presented') return stored.presentedBy === row.actorId ? null : 'changed';
  if (stored.outcome !== row.act || stored.decidedBy !== row.actorId) return 'changed';
  // The words that go out with it: who appointed the mayor alone, and why it was returned.
  if (stored.appointedBy !== (numberIn(row.after, 'appointedBy') ?? null)) return 'changed';
  if (row.act === 'returned' && stored.remark !== row.after?.remark) return 'changed';
  return row.act === 'approved' && stored.auditHash !== row.hash ? 'anchor' : null;
}

/**
 * Compares every verdict of Control Interno with its row, found by report and moment, since a row keeps no id
 * of it.
 */
export function differingVerdicts(db: Db): readonly Difference[] {
  const stored = new Map(
    db
      .select()
      .from(verification)
      .all()
      .map((each) => [`${each.reportId}/${each.at}`, each]),
  );
  const voided = rowsOfActs(db, ['verdictVoided']);
  const isVoided = (row: AuditRow) =>
    voided.some(
      ({ id, personId, before }) =>
        id > row.id &&
        personId === row.actorId &&
        isSameAs(before, row.after ?? {}, ['report', 'verdict', 'progress', 'remark']),
    );
  const recorded = new Set<string>();
  const known = rowsOfActs(db, ['verified']).flatMap((row): Difference[] => {
    const id = numberIn(row.after, 'report') ?? 0;
    const found = stored.get(`${id}/${row.at}`);
    recorded.add(`${id}/${row.at}`);
    if (!found) return isVoided(row) ? [] : [{ of: 'verdict', id, what: 'missing', row: row.id }];
    const same =
      isSameAs(row.after, found, ['verdict', 'progress', 'remark']) && found.personId === row.actorId;
    return same ? [] : [{ of: 'verdict', id, what: 'changed', row: row.id }];
  });
  const unknown = [...stored]
    .filter(([key]) => !recorded.has(key))
    .map(([, { reportId }]) => ({
      of: 'verdict' as const,
      id: reportId,
      what: 'unrecorded' as const,
      row: null,
    }));
  return [...known, ...unknown];
}
