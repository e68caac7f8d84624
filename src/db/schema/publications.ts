import { index, integer, sqliteTable, text } from '../drizzle.ts';
import { cut } from './plans.ts';

/**
 * What was published of a cut, and where. Rows are only added: one for the first publication, one for each that changed the
 * page. The address of a cut is the same in all of them.
 */
export const publication = sqliteTable(
  'publication',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    cutId: integer()
      .notNull()
      .references(() => cut.id),
    at: integer().notNull(),
    /** `planes/PL-PC-01/2022/1`, within the site. */
    address: text().notNull(),
    /** Canonical JSON of the public cut, without people, evidence or addresses (`publication/public-cut.ts`). */
    document: text().notNull(),
  },
  (t) => [index('publication_cut').on(t.cutId, t.id)],
);
