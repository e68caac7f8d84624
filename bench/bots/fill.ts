import { sql } from '../../src/db/drizzle.ts';
import { openStore } from '../../src/db/open.ts';
import { startedAt } from '../chat-clocks.ts';
import { fillDatabase, fillSharedPlan } from '../data.ts';
import type { Shape } from '../loads.ts';

/** Makes a database for the bench and ends: a process of its own, so that another version can make its own. */
const path = process.env.DATABASE_PATH ?? '';
const { people, activities, onePlan } = JSON.parse(process.env.BENCH_SHAPE ?? '') as Shape;
if (onePlan) fillSharedPlan(path, { people, activities });
else fillDatabase(path, { plans: people, activities });
const store = openStore(path, { migrate: false });
// Nobody is reminded while answers are measured.
const decided = String(startedAt);
store.db.run(
  sql`insert into meta (key, value) values ('remindersDecidedUntil', ${decided}) on conflict do nothing`,
);
store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
store.close();
