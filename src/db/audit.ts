import { hash as digest } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Moment } from '../domain/dates.ts';
import { asc, desc, eq, gt, sql } from './drizzle.ts';
import { insertMany } from './insert-many.ts';
import type { Db } from './open.ts';
import { givenOrNull, prepared, selecting } from './prepared.ts';
import { type AuditAct, type AuditData, audit } from './schema/index.ts';

export type AuditRow = typeof audit.$inferSelect;

/** Who acted: a person, the operator on the command line, or the bot by itself. */
export type Actor = { readonly personId: number } | 'operator' | 'bot';

export type Recorded = {
  readonly at: Moment;
  readonly act: AuditAct;
  readonly by: Actor;
  /** The person whom the act concerns. */
  readonly personId?: number | null;
  readonly planId?: number | null;
  readonly activityId?: number | null;
  readonly cutId?: number | null;
  /** Never a person's name or account: it names people by internal id. */
  readonly before?: AuditData | null;
  readonly after?: AuditData | null;
};

/** The hash before the first row's. */
const beginning = '0'.repeat(64);

/** Null is the operator. */
export function actorOf(personId: number | null): Actor {
  return personId === null ? 'operator' : { personId };
}

const lastOnRecord = selecting({ id: audit.id, hash: audit.hash }, (rows) =>
  rows.from(audit).orderBy(desc(audit.id)).limit(1),
);
const addRow = prepared((db) =>
  db
    .insert(audit)
    .values({
      id: sql.placeholder('id'),
      at: sql.placeholder('at'),
      act: sql.placeholder('act'),
      actor: sql.placeholder('actor'),
      actorId: sql.placeholder('actorId'),
      personId: sql.placeholder('personId'),
      planId: sql.placeholder('planId'),
      activityId: sql.placeholder('activityId'),
      cutId: sql.placeholder('cutId'),
      before: givenOrNull('before', audit.before),
      after: givenOrNull('after', audit.after),
      hash: sql.placeholder('hash'),
    })
    .prepare(),
);

/** Puts an act on record, in the transaction that does it. */
export function record(db: Db, what: Recorded): void {
  addRow(db).run(linked(lastOnRecord(db).get(), what));
}

/** The same for many acts at once, in their order. */
export function recordAll(db: Db, acts: readonly Recorded[]): void {
  let last: Pick<AuditRow, 'id' | 'hash'> | undefined = lastOnRecord(db).get();
  const rows = acts.map((what) => {
    const row = linked(last, what);
    last = row;
    return row;
  });
  insertMany(db, audit, rows);
}

/** The row of an act, with its place in the chain. */
function linked(last: Pick<AuditRow, 'id' | 'hash'> | undefined, what: Recorded): AuditRow {
  const row = {
    id: (last?.id ?? 0) + 1,
    at: what.at,
    act: what.act,
    actor: typeof what.by === 'string' ? what.by : ('person' as const),
    actorId: typeof what.by === 'string' ? null : what.by.personId,
    personId: what.personId ?? null,
    planId: what.planId ?? null,
    activityId: what.activityId ?? null,
    cutId: what.cutId ?? null,
    before: what.before ?? null,
    after: what.after ?? null,
  };
  return { ...row, hash: hashOf(last?.hash ?? beginning, row) };
}

/** The last hash. A person who keeps it can see whether anything before it was changed. */
export function lastAuditHash(db: Db): string {
  return lastOnRecord(db).get()?.hash ?? beginning;
}

/**
 * A row of the audit and its hash, kept outside the database. It shows later that nothing up to that row was
 * changed or cut off.
 */
export type AuditAnchor = { readonly row: number; readonly hash: string };

/** The anchor of the whole audit as it is now; row 0 while it is empty. */
export function lastAnchor(db: Db): AuditAnchor {
  const last = lastOnRecord(db).get();
  return { row: last?.id ?? 0, hash: last?.hash ?? beginning };
}

// With DISTINCT SQLite reads the whole index of cuts instead of the new rows.
const rowsSince = selecting({ act: audit.act, planId: audit.planId, cutId: audit.cutId }, (rows) =>
  rows.from(audit).where(gt(audit.id, sql.placeholder('row'))),
);

/** What was done after a row of the audit, and about which plan or cut. */
export function actsSince(db: Db, row: number): readonly Pick<AuditRow, 'act' | 'planId' | 'cutId'>[] {
  return rowsSince(db).all({ row });
}

/** When anything was last done; null when never. */
export function lastRecordedAt(db: Db): Moment | null {
  return db.select({ at: audit.at }).from(audit).orderBy(desc(audit.id)).limit(1).get()?.at ?? null;
}

/** When an act was last done; null when never. */
export function lastActAt(db: Db, act: AuditAct): Moment | null {
  return (
    db.select({ at: audit.at }).from(audit).where(eq(audit.act, act)).orderBy(desc(audit.id)).limit(1).get()
      ?.at ?? null
  );
}

/** Whether the chain is intact, and its last hash. `brokenAt`: the first row with a wrong hash or number. */
export function verifyAudit(db: Db): {
  readonly rows: number;
  readonly hash: string;
  readonly brokenAt: number | null;
} {
  let rows = 0;
  let hash = beginning;
  for (;;) {
    const page = db.select().from(audit).where(gt(audit.id, rows)).orderBy(asc(audit.id)).limit(1_000).all();
    for (const { hash: stored, ...row } of page) {
      if (row.id !== rows + 1 || stored !== hashOf(hash, row)) return { rows, hash, brokenAt: row.id };
      hash = stored;
      rows = row.id;
    }
    if (page.length === 0) return { rows, hash, brokenAt: null };
  }
}

function hashOf(former: string, row: Omit<AuditRow, 'hash'>): string {
  return digest('sha256', `${former}\n${canonicalJson(row)}`, 'hex');
}
