import type { LocalDate, Moment } from '../domain/dates.ts';
import { asc, eq } from './drizzle.ts';
import type { Db } from './open.ts';
import { dayOff } from './schema/index.ts';

export type DayOff = typeof dayOff.$inferSelect;

export function dayOffOn(db: Db, date: LocalDate): DayOff | undefined {
  return db.select().from(dayOff).where(eq(dayOff.date, date)).get();
}

/** The local days off, by date. */
export function allDaysOff(db: Db): readonly DayOff[] {
  return db.select().from(dayOff).orderBy(asc(dayOff.date)).all();
}

export function insertDayOff(db: Db, date: LocalDate, name: string, addedAt: Moment): void {
  db.insert(dayOff).values({ date, name, addedAt }).run();
}

export function deleteDayOff(db: Db, date: LocalDate): void {
  db.delete(dayOff).where(eq(dayOff.date, date)).run();
}
