import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc } from '../../src/db/drizzle.ts';
import { type Db, inTransaction, openStore, type Store } from '../../src/db/open.ts';
import type { OutboxRow } from '../../src/db/outbox-rows.ts';
import { addReport } from '../../src/db/reports.ts';
import {
  activity,
  activityPosition,
  assignment,
  cut,
  cutAct,
  type Office,
  outbox,
  person,
  plan,
  position,
} from '../../src/db/schema/index.ts';
import { type LocalDate, type Moment, momentAt } from '../../src/domain/dates.ts';
import type { Html, Message } from '../../src/domain/events.ts';
import { type TickReport, tick } from '../../src/schedule/tick.ts';

/** A house on a real database file: one plan of 2022 with four cuts, imported on 10 January. */
export type House = {
  readonly path: string;
  store: Store;
  readonly planId: number;
  readonly cuts: readonly number[];
  readonly remove: () => void;
};

export const imported = momentAt('2022-01-10', 9);

export function openHouse(): House {
  const folder = mkdtempSync(join(tmpdir(), 'schedule-'));
  const path = join(folder, 'test.db');
  const store = openStore(path, { migrate: true });
  const house: House = {
    path,
    store,
    ...inTransaction(store, (db) => addPlan(db, 'PL-PC-01', 'PLAN DE PARTICIPACION CIUDADANA')),
    remove: () => {
      house.store.close();
      rmSync(folder, { recursive: true });
    },
  };
  return house;
}

const quarterly: readonly LocalDate[] = ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'];

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
  const empty = { system: '', version: '1', entity: 'Alcaldía', scope: '', objectives: '' };
  const row = {
    ...empty,
    code,
    title,
    fiscalYear: 2022,
    drawnUpBy: [],
    approvedBy: [],
    openingDays: calendar.openingDays ?? 15,
    graceWorkingDays: calendar.graceWorkingDays ?? 5,
    importedAt: imported,
  };
  const planId = db.insert(plan).values(row).returning().get().id;
  const cuts = (calendar.dates ?? quarterly).map(
    (date, place) =>
      db
        .insert(cut)
        .values({ planId, number: place + 1, date })
        .returning()
        .get().id,
  );
  return { planId, cuts };
}

/** Stops and starts the bot's hold on the file. */
export function restart(house: House): void {
  house.store.close();
  house.store = openStore(house.path, { migrate: true });
}

export function act<T>(house: House, work: (db: Db) => T): T {
  return inTransaction(house.store, work);
}

/** Somebody who holds a position of their own with that many activities of the plan. @returns ids */
export function addResponsible(
  house: House,
  of: {
    readonly name: string;
    readonly activities: number;
    readonly enrolledAt?: Moment | null;
    readonly planId?: number;
  },
): { readonly personId: number; readonly activities: readonly number[] } {
  const planId = of.planId ?? house.planId;
  return act(house, (db) => {
    const personId = addPerson(db, of.name, of.enrolledAt === undefined ? imported : of.enrolledAt);
    const positionId = db
      .insert(position)
      .values({ name: of.name, key: `${of.name} ${planId}` })
      .returning()
      .get().id;
    db.insert(assignment).values({ personId, positionId, fromAt: imported }).run();
    const activities = Array.from({ length: of.activities }, () => addActivity(db, planId, positionId));
    return { personId, activities };
  });
}

export function addOffice(house: House, name: string, office: Office, since: Moment = imported): number {
  return act(house, (db) => {
    const personId = addPerson(db, name, since);
    db.insert(assignment).values({ personId, office, fromAt: since }).run();
    return personId;
  });
}

function addPerson(db: Db, name: string, enrolledAt: Moment | null): number {
  const row = { name, createdAt: imported, enrolledAt, telegramUserId: null as number | null };
  const count = db.select().from(person).all().length;
  if (enrolledAt !== null) row.telegramUserId = 1000 + count;
  return db.insert(person).values(row).returning().get().id;
}

function addActivity(db: Db, planId: number, positionId: number): number {
  const place = db.select().from(activity).all().length + 1;
  const texts = {
    target: '',
    responsible: '',
    indicator: '',
    phase: '',
    participationLevel: '',
    channels: '',
  };
  const more = { stakeholderGroup: '', means: '', resources: '', extra: {} };
  const days = { startsOn: '2022-01-01', endsOn: '2022-12-31' };
  const row = {
    planId,
    number: String(place),
    place,
    name: `Actividad ${place}`,
    ...texts,
    ...more,
    ...days,
  };
  const { id } = db.insert(activity).values(row).returning().get();
  db.insert(activityPosition).values({ activityId: id, positionId, place: 1 }).run();
  return id;
}

export function report(
  house: House,
  personId: number | null,
  activityId: number,
  cutId: number,
  moment: Moment,
): void {
  const origin = personId === null ? ('import' as const) : ('chat' as const);
  const row = { activityId, cutId, progress: 500, observation: 'hecho', origin, personId };
  act(house, (db) => addReport(db, { ...row, moment, recordedAt: moment, late: false }));
}

export function reopen(
  house: House,
  cutId: number,
  at: Moment,
  lastDay: LocalDate,
  activityIds: readonly number[],
): void {
  act(house, (db) =>
    db.insert(cutAct).values({ cutId, kind: 'reopen', at, lastDay, activityIds, reason: 'prueba' }).run(),
  );
}

export const summaryText = 'Resumen';

/** One tick, as the bot does it. */
export function tickAt(
  house: House,
  now: Moment,
  summary: (cutId: number) => readonly Message[] = () => [{ html: summaryText as Html }],
): TickReport {
  const askAgain = () => ({ html: 'de nuevo' as Html });
  return act(house, (db) => tick(db, now, { renderSummary: summary, askAgain, entityName: null }));
}

export function rows(house: House): readonly OutboxRow[] {
  return house.store.db.select().from(outbox).orderBy(asc(outbox.id)).all();
}

/** `kind state reason` of every row, for comparing. */
export function told(house: House): readonly string[] {
  return rows(house).map((row) =>
    [row.kind, row.state, row.reason].filter((part) => part !== null).join(' '),
  );
}
