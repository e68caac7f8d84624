import type { Moment } from '../domain/dates.ts';
import type { Db } from './open.ts';
import { type LayoutAnswers, layout } from './schema/index.ts';

/** Every layout that was answered about, by its headings. */
export function allLayouts(db: Db): readonly (LayoutAnswers & { readonly key: string })[] {
  return db
    .select()
    .from(layout)
    .all()
    .map(({ key, answers }) => ({ key, ...answers }));
}

/** Remembers what was answered about a layout, instead of what was answered before. */
export function keepLayout(db: Db, key: string, answers: LayoutAnswers, now: Moment): void {
  const row = { answers, answeredAt: now };
  db.insert(layout)
    .values({ key, ...row })
    .onConflictDoUpdate({ target: layout.key, set: row })
    .run();
}
