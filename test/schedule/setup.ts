import { asc } from '../../src/db/drizzle.ts';
import { type Db, inTransaction } from '../../src/db/open.ts';
import type { OutboxRow } from '../../src/db/outbox-rows.ts';
import { addReport } from '../../src/db/reports.ts';
import { activity, cutAct, type Office, outbox, person, position } from '../../src/db/schema/index.ts';
import { type LocalDate, type Moment, momentAt } from '../../src/domain/dates.ts';
import type { Html, Message } from '../../src/domain/events.ts';
import { type TickReport, tick } from '../../src/schedule/tick.ts';
import { type Database, openDatabase } from '../world/database.ts';
import { type Holds, settle } from '../world/people.ts';
import { addActivity, addPlan as addPlanRows } from '../world/plan.ts';

/** An entity on a real database file: one plan of 2022 with four cuts, imported on 10 January. */
export type TestEntity = Database & { readonly planId: number; readonly cuts: readonly number[] };

export const imported = momentAt('2022-01-10', 9);

export function openEntity(): TestEntity {
  const database = openDatabase();
  const plan = act(database, (db) => addPlan(db, 'PL-PC-01', 'PLAN DE PARTICIPACION CIUDADANA'));
  return Object.assign(database, plan);
}

export function addPlan(
  db: Db,
  code: string,
  title: string,
  calendar: {
    readonly dates?: readonly LocalDate[];
    readonly openingDays?: number;
    readonly graceWorkingDays?: number;
  } = {},
) {
  return addPlanRows(db, { code, title, importedAt: imported, ...calendar });
}

/** Stops and starts the bot's hold on the file. */
export function restart(entity: TestEntity): void {
  entity.reopen();
}

export function act<T>(entity: Database, work: (db: Db) => T): T {
  return inTransaction(entity.store, work);
}

/**
 * Adds a person with a position of their own and that many activities of the plan.
 * @returns ids
 */
export function addResponsible(
  entity: TestEntity,
  of: {
    readonly name: string;
    readonly activities: number;
    readonly enrolledAt?: Moment | null;
    readonly planId?: number;
  },
): { readonly personId: number; readonly activities: readonly number[] } {
  const planId = of.planId ?? entity.planId;
  return act(entity, (db) => {
    const { id: positionId } = db
      .insert(position)
      .values({ name: of.name, key: `${of.name} ${planId}` })
      .returning()
      .get();
    const enrolledAt = of.enrolledAt === undefined ? imported : of.enrolledAt;
    const personId = addPerson(db, of.name, { positions: [positionId] }, imported, enrolledAt);
    const activities = Array.from({ length: of.activities }, () => {
      const place = db.select().from(activity).all().length + 1;
      return addActivity(db, { planId, number: String(place), place }, [positionId]);
    });
    return { personId, activities };
  });
}

export function addOffice(
  entity: TestEntity,
  name: string,
  office: Office,
  since: Moment = imported,
): number {
  return act(entity, (db) => addPerson(db, name, { offices: [office] }, since, since));
}

function addPerson(db: Db, name: string, holds: Holds, from: Moment, enrolledAt: Moment | null): number {
  const account = enrolledAt === null ? null : { userId: 1000 + db.select().from(person).all().length, name };
  return settle(db, { name, holds, from, account, enrolledAt: enrolledAt ?? imported }, imported);
}

export function report(
  entity: TestEntity,
  personId: number | null,
  activityId: number,
  cutId: number,
  moment: Moment,
): void {
  const origin = personId === null ? ('import' as const) : ('chat' as const);
  const row = { activityId, cutId, progress: 500, observation: 'hecho', origin, personId };
  act(entity, (db) => addReport(db, { ...row, moment, recordedAt: moment, late: false }));
}

export function reopen(
  entity: TestEntity,
  cutId: number,
  at: Moment,
  lastDay: LocalDate,
  activityIds: readonly number[],
): void {
  act(entity, (db) =>
    db.insert(cutAct).values({ cutId, kind: 'reopen', at, lastDay, activityIds, reason: 'prueba' }).run(),
  );
}

export const summaryText = 'Resumen';

/** One tick, as the bot does it. */
export function tickAt(
  entity: TestEntity,
  now: Moment,
  summary: (cutId: number) => readonly Message[] = () => [{ html: summaryText as Html }],
): TickReport {
  const askAgain = () => ({ html: 'de nuevo' as Html });
  return act(entity, (db) => tick(db, now, { renderSummary: summary, askAgain, entityName: null }));
}

export function rows(entity: TestEntity): readonly (OutboxRow & { readonly key: string | null })[] {
  return entity.store.db.select().from(outbox).orderBy(asc(outbox.id)).all();
}

/** `kind state reason` of every row, for comparing. */
export function rowStates(entity: TestEntity): readonly string[] {
  return rows(entity).map((row) =>
    [row.kind, row.state, row.reason].filter((part) => part !== null).join(' '),
  );
}
