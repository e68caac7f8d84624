import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';

// As CommonJS, as our bot does: drizzle's ES modules take 200 MB, which says nothing about a bot.
const require = createRequire(import.meta.url);
const { and, asc, eq, isNull } = require('drizzle-orm') as typeof import('drizzle-orm');
const { drizzle } = require('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3');
const { integer, sqliteTable, text } =
  require('drizzle-orm/sqlite-core') as typeof import('drizzle-orm/sqlite-core');

const activity = sqliteTable('activity', {
  id: integer().primaryKey(),
  personId: integer('person_id').notNull(),
  number: integer().notNull(),
  name: text().notNull(),
});
const report = sqliteTable('report', {
  id: integer().primaryKey(),
  activityId: integer('activity_id').notNull(),
  personId: integer('person_id').notNull(),
  percentage: integer().notNull(),
  observation: text().notNull(),
});

export const sqlite = new Database(process.env.DATABASE_PATH);
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = FULL');
sqlite.exec(readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8'));
const db = drizzle(sqlite);

/** The person's first activity without a report. */
export function nextActivity(personId: number) {
  return db
    .select({ id: activity.id, number: activity.number, name: activity.name })
    .from(activity)
    .leftJoin(report, eq(report.activityId, activity.id))
    .where(and(eq(activity.personId, personId), isNull(report.id)))
    .orderBy(asc(activity.number))
    .limit(1)
    .get();
}

export function saveReport(given: typeof report.$inferInsert): void {
  db.insert(report).values(given).run();
}
