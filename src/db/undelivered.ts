import { and, asc, eq, gt, inArray, isNotNull } from './drizzle.ts';
import type { Db } from './open.ts';
import { type OutboxRow, rowColumns } from './outbox-rows.ts';
import { outbox } from './schema/index.ts';

/** A notice that could not be delivered for good, to a known person. */
export type RefusedRow = OutboxRow & {
  readonly kind: 'reminder' | 'notice' | 'summary';
  readonly personId: number;
};

/**
 * The reminders that could not be delivered for good and that no later reminder to the same person followed.
 */
export function undeliveredReminders(db: Db): readonly OutboxRow[] {
  const refused = db
    .select(rowColumns)
    .from(outbox)
    .where(and(eq(outbox.state, 'refused'), eq(outbox.kind, 'reminder')))
    .orderBy(asc(outbox.id))
    .all();
  return refused.filter((row) => !hasLaterReminder(db, row));
}

/**
 * The same for notices and summaries whose text is kept, oldest first. A file is not among them: it is made
 * anew on request.
 */
export function undeliveredTexts(db: Db): readonly OutboxRow[] {
  return db
    .select(rowColumns)
    .from(outbox)
    .where(
      and(
        eq(outbox.state, 'refused'),
        inArray(outbox.kind, ['notice', 'summary']),
        isNotNull(outbox.payload),
        isNotNull(outbox.personId),
      ),
    )
    .orderBy(asc(outbox.id))
    .all()
    .filter(({ payload }) => payload && 'html' in payload && !payload.file);
}

export function isRefusedRow(row: OutboxRow): row is RefusedRow {
  return row.personId !== null && ['reminder', 'notice', 'summary'].includes(row.kind);
}

function hasLaterReminder(db: Db, row: OutboxRow): boolean {
  if (row.personId === null) return false;
  const later = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.personId, row.personId), gt(outbox.id, row.id), eq(outbox.kind, 'reminder')))
    .limit(1)
    .get();
  return later !== undefined;
}
