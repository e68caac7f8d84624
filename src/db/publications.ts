import { createHash } from 'node:crypto';
import type { Moment } from '../domain/dates.ts';
import { type Actor, record } from './audit.ts';
import { asc, eq } from './drizzle.ts';
import type { Db } from './open.ts';
import { cut, publication } from './schema/index.ts';

/** A cut as it was published last, with every moment at which it was. */
export type Published = {
  readonly cutId: number;
  readonly planId: number;
  readonly address: string;
  readonly document: string;
  /** In order; the last one is that of `document`. */
  readonly moments: readonly Moment[];
};

/** Every cut that was ever published, by address: an address that was once published stays. */
export function publishedCuts(db: Db): readonly Published[] {
  const rows = db
    .select({ publication, planId: cut.planId })
    .from(publication)
    .innerJoin(cut, eq(cut.id, publication.cutId))
    .orderBy(asc(publication.id))
    .all();
  return [...Map.groupBy(rows, (row) => row.publication.cutId).values()].flatMap((own) => {
    const last = own.at(-1);
    if (!last) return [];
    const { cutId, address, document } = last.publication;
    const moments = own.map((row) => row.publication.at);
    return [{ cutId, planId: last.planId, address, document, moments }];
  });
}

/** Stores what was published of a cut, and records it with the SHA-256 of its text. */
export function addPublication(
  db: Db,
  row: Omit<typeof publication.$inferInsert, 'id'>,
  of: { readonly by: Actor; readonly planId: number; readonly again: boolean },
): void {
  const { id } = db.insert(publication).values(row).returning({ id: publication.id }).get();
  const { at, cutId, address, document } = row;
  const sha256 = createHash('sha256').update(document, 'utf8').digest('hex');
  const after = { publication: id, address, sha256, again: of.again };
  record(db, { at, act: 'published', by: of.by, planId: of.planId, cutId, after });
}
