import type { Db } from '../open.ts';
import { type Report, recordedReport } from '../reports.ts';
import { report } from '../schema/index.ts';
import type { Difference } from './difference.ts';
import { numberIn, rowsOfActs } from './on-record.ts';

type OnRecord = {
  readonly row: number;
  /** The revision as the audit keeps it, as text. */
  readonly said: string;
  /** The row that voided it; null: it counts. */
  voidedBy: number | null;
};

/** Compares every revision of every report with the rows that stored, corrected and voided it. */
export function differingReports(db: Db): readonly Difference[] {
  const onRecord = reportsOnRecord(db);
  const stored = new Map(
    db
      .select()
      .from(report)
      .all()
      .map((each) => [each.id, each]),
  );
  const known = [...onRecord].flatMap(([id, said]) => {
    const difference = differenceOf(stored.get(id), said);
    return difference === null ? [] : [{ of: 'report' as const, id, ...difference }];
  });
  const unknown = [...stored.keys()]
    .filter((id) => !onRecord.has(id))
    .map((id) => ({ of: 'report' as const, id, what: 'unrecorded' as const, row: null }));
  return [...known, ...unknown];
}

function reportsOnRecord(db: Db): ReadonlyMap<number, OnRecord> {
  const found = new Map<number, OnRecord>();
  for (const row of rowsOfActs(db, ['reported', 'reportCorrected', 'reportVoided'])) {
    if (row.act === 'reportVoided') {
      for (const id of voidedIn(row.before, row.after)) {
        const said = found.get(id);
        if (said) said.voidedBy = row.id;
      }
      continue;
    }
    const id = numberIn(row.after, 'report');
    if (id === undefined) continue;
    const { activityId, cutId, actorId } = row;
    const said = textOf({ ...row.after, activityId, cutId, personId: actorId });
    found.set(id, { row: row.id, said, voidedBy: null });
  }
  return found;
}

/** A coordinator voids all revisions of a report together; *No es esa persona* voids them one by one. */
function voidedIn(before: unknown, after: unknown): readonly number[] {
  const all = (after as { readonly reports?: unknown } | null)?.reports;
  if (Array.isArray(all)) return all.filter((id) => typeof id === 'number');
  const id = (before as { readonly report?: unknown } | null)?.report;
  return typeof id === 'number' ? [id] : [];
}

function differenceOf(
  stored: Report | undefined,
  { row, said, voidedBy }: OnRecord,
): { readonly what: 'missing' | 'changed' | 'counted' | 'uncounted'; readonly row: number } | null {
  if (!stored) return { what: 'missing', row };
  const { activityId, cutId, personId } = stored;
  const reporter = stored.origin === 'import' ? undefined : personId;
  if (textOf({ ...recordedReport(stored), activityId, cutId, personId: reporter }, stored.origin) !== said)
    return { what: 'changed', row };
  if (stored.voidedAt === null && voidedBy !== null) return { what: 'counted', row: voidedBy };
  return stored.voidedAt !== null && voidedBy === null ? { what: 'uncounted', row } : null;
}

/** The values of a revision in a fixed order. An imported revision has no author, whoever imported it. */
function textOf(of: Readonly<Record<string, unknown>>, origin: unknown = of.origin): string {
  const keys = ['activityId', 'cutId', 'progress', 'amount', 'observation', 'origin', 'late', 'moment'];
  const person = origin === 'import' ? null : (of.personId ?? null);
  return JSON.stringify([...keys.map((key) => of[key] ?? null), person]);
}
