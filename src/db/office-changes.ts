import type { Moment } from '../domain/dates.ts';
import { and, asc, desc, eq, getTableColumns, isNull } from './drizzle.ts';
import type { Db } from './open.ts';
import { selecting } from './prepared.ts';
import { type OfficeChangeOutcome, officeChange, person } from './schema/index.ts';
import { forgetTelegramName } from './telegram-name.ts';
import { noteErased } from './traces.ts';

export type OfficeChange = typeof officeChange.$inferSelect;

export function addOfficeChange(
  db: Db,
  row: Omit<typeof officeChange.$inferInsert, 'id' | 'outcome' | 'decidedBy' | 'decidedAt'>,
): OfficeChange {
  return db.insert(officeChange).values(row).returning().get();
}

export function officeChangeById(db: Db, id: number): OfficeChange | undefined {
  return db.select().from(officeChange).where(eq(officeChange.id, id)).get();
}

/** Every change that waits for a yes, the oldest first. */
export function waitingOfficeChanges(db: Db): readonly OfficeChange[] {
  return waiting(db).all();
}

const waiting = selecting(getTableColumns(officeChange), (rows) =>
  rows.from(officeChange).where(isNull(officeChange.outcome)).orderBy(asc(officeChange.id)),
);

/** The last refused change of a person: of their account, or of an office that they would receive. */
export function lastRefused(
  db: Db,
  of: Pick<OfficeChange, 'kind' | 'personId' | 'office'>,
): OfficeChange | undefined {
  return db
    .select()
    .from(officeChange)
    .where(
      and(
        eq(officeChange.outcome, 'refused'),
        eq(officeChange.kind, of.kind),
        eq(officeChange.personId, of.personId),
        of.office === null ? isNull(officeChange.office) : eq(officeChange.office, of.office),
      ),
    )
    .orderBy(desc(officeChange.id))
    .limit(1)
    .get();
}

/** Stores the end of a change and erases the account that waited. */
export function settleOfficeChange(
  db: Db,
  id: number,
  of: { readonly outcome: OfficeChangeOutcome; readonly by: number | null; readonly at: Moment },
): void {
  const change = db
    .select({ telegramName: officeChange.accountName, personId: officeChange.personId, name: person.name })
    .from(officeChange)
    .innerJoin(person, eq(person.id, officeChange.personId))
    .where(eq(officeChange.id, id))
    .get();
  if (change && change.telegramName !== null) {
    if (of.outcome !== 'agreed') forgetTelegramName(db, change);
    noteErased(db);
  }
  db.update(officeChange)
    .set({
      outcome: of.outcome,
      decidedBy: of.by,
      decidedAt: of.at,
      account: null,
      accountName: null,
      consentVersion: null,
    })
    .where(eq(officeChange.id, id))
    .run();
}
