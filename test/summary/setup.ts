import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Turn } from '../../src/conversations/turn.ts';
import { type Db, openStore } from '../../src/db/open.ts';
import type { EnrolledPerson } from '../../src/db/people.ts';
import { isEnrolled } from '../../src/db/people.ts';
import { addReport } from '../../src/db/reports.ts';
import {
  activity,
  activityPosition,
  assignment,
  cut,
  type Office,
  outbox,
  person,
  plan,
  position,
} from '../../src/db/schema/index.ts';
import { type Moment, momentAt } from '../../src/domain/dates.ts';
import type { Message } from '../../src/domain/events.ts';
import { comparable } from '../../src/domain/outside-text.ts';
import { realForm } from '../forms/real-form.ts';

/** 16 March 2022, 9:40: the first cut of the real form is open. */
export const NOW: Moment = momentAt('2022-03-16', 9, 40);
export const LONG_AGO: Moment = momentAt('2022-01-03', 8);

/** A database of its own for one test, removed when it ends. */
export function freshDb(): Db {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  const store = openStore(join(folder, 'monitoreo.db'), { migrate: true });
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });
  return store.db;
}

type Row = Partial<typeof activity.$inferInsert> & {
  readonly number: string;
  readonly positions?: readonly string[];
};

const emptyTexts = {
  indicator: '',
  phase: '',
  participationLevel: '',
  channels: '',
  stakeholderGroup: '',
  means: '',
  resources: '',
  target: '',
  extra: {},
};

export type PlanMade = {
  readonly db: Db;
  readonly planId: number;
  /** By number as printed. */
  readonly activities: ReadonlyMap<string, number>;
  /** By number 1..4. */
  readonly cuts: readonly number[];
  readonly positions: ReadonlyMap<string, number>;
};

/** A plan with the four quarterly cuts of its year and these activities. */
export function makePlan(
  db: Db,
  rows: readonly Row[],
  of: {
    readonly code?: string;
    readonly year?: number;
    readonly title?: string;
    readonly entity?: string;
  } = {},
): PlanMade {
  const year = of.year ?? 2022;
  const planId = db
    .insert(plan)
    .values({
      code: of.code ?? 'PL-PC-01',
      fiscalYear: year,
      system: '',
      title: of.title ?? 'PLAN DE PARTICIPACION CIUDADANA',
      version: '1.0',
      entity: of.entity ?? 'ALCALDIA LOCAL ISLA DEL CASCAJAL',
      scope: '',
      objectives: '',
      drawnUpBy: [],
      approvedBy: [],
      openingDays: 15,
      graceWorkingDays: 5,
      importedAt: LONG_AGO,
    })
    .returning()
    .get().id;
  const positions = new Map<string, number>();
  const activities = new Map<string, number>();
  rows.forEach(({ positions: names = ['Profesional'], ...row }, place) => {
    const id = db
      .insert(activity)
      .values({
        ...emptyTexts,
        name: `Actividad ${row.number}`,
        responsible: names.join(', '),
        startsOn: `${year}-01-01`,
        endsOn: `${year}-12-31`,
        planId,
        place: place + 1,
        ...row,
      })
      .returning()
      .get().id;
    activities.set(row.number, id);
    names.forEach((name, order) => {
      const positionId = positions.get(name) ?? positionOf(db, name);
      positions.set(name, positionId);
      db.insert(activityPosition)
        .values({ activityId: id, positionId, place: order + 1 })
        .run();
    });
  });
  const cuts = ['03-31', '06-30', '09-30', '12-31'].map(
    (date, place) =>
      db
        .insert(cut)
        .values({ planId, number: place + 1, date: `${year}-${date}` })
        .returning()
        .get().id,
  );
  return { db, planId, activities, cuts, positions };
}

/** The plan of the real form, without its monitoring. */
export function makeRealPlan(db: Db): PlanMade {
  const form = realForm();
  return makePlan(
    db,
    form.activities.map((each) => ({
      number: each.number,
      name: each.name,
      target: each.target,
      responsible: each.responsible,
      positions: each.positions,
      startsOn: each.start,
      endsOn: each.end,
    })),
    { entity: form.entity, title: form.title },
  );
}

/** What the real form prints at its first cut, as if reported in the chat. */
export function reportRealForm(made: PlanMade, by: EnrolledPerson, moment: Moment = NOW): void {
  for (const each of realForm().activities) {
    const printed = each.monitoring[0];
    report(made, by, each.number, printed?.progressTenths ?? 0, printed?.observation ?? '', { moment });
  }
}

export function report(
  made: PlanMade,
  by: EnrolledPerson | null,
  number: string,
  progress: number,
  observation = 'Se hizo lo previsto',
  of: { readonly moment?: Moment; readonly late?: boolean; readonly cut?: number } = {},
): void {
  const moment = of.moment ?? NOW;
  addReport(made.db, {
    activityId: made.activities.get(number) ?? 0,
    cutId: made.cuts[(of.cut ?? 1) - 1] ?? 0,
    progress,
    observation,
    origin: by ? 'chat' : 'import',
    personId: by?.id ?? null,
    moment,
    recordedAt: moment,
    late: of.late ?? false,
  });
}

function positionOf(db: Db, name: string): number {
  return db
    .insert(position)
    .values({ name, key: comparable(name) })
    .onConflictDoUpdate({ target: position.key, set: { name } })
    .returning()
    .get().id;
}

/** An enrolled person who has held these positions and offices since January. */
export function enrol(
  db: Db,
  name: string,
  telegramUserId: number,
  holds: { readonly positions?: readonly (number | undefined)[]; readonly offices?: readonly Office[] },
): EnrolledPerson {
  const someone = db
    .insert(person)
    .values({ name, telegramUserId, enrolledAt: LONG_AGO, createdAt: LONG_AGO })
    .returning()
    .get();
  for (const positionId of holds.positions ?? [])
    db.insert(assignment).values({ personId: someone.id, positionId, fromAt: LONG_AGO }).run();
  for (const office of holds.offices ?? [])
    db.insert(assignment).values({ personId: someone.id, office, fromAt: LONG_AGO }).run();
  if (!isEnrolled(someone)) throw new Error('not enrolled');
  return someone;
}

export function turnOf(db: Db, someone: EnrolledPerson, now: Moment = NOW): Turn {
  const secret = new Uint8Array(32);
  const house = { username: null, entityName: null, dataContact: '', filesPath: '/files', secret };
  return {
    db,
    house,
    now,
    moment: now,
    person: someone,
    chatId: someone.telegramUserId,
    messageId: 1,
    tappedRow: null,
    repliesTo: null,
  };
}

/** Everything answered to a person so far, oldest first. */
export function answersTo(db: Db, someone: EnrolledPerson): readonly Message[] {
  return db
    .select()
    .from(outbox)
    .orderBy(outbox.id)
    .all()
    .filter((row) => row.kind === 'reply' && row.personId === someone.id)
    .map((row) => row.payload as Message);
}

/** The callback data behind a button's label. */
export function dataOf(message: Message | undefined, label: string): string {
  const found = message?.keyboard?.flat().find((button) => button.text.startsWith(label));
  if (!found) throw new Error(`no button ${label} in ${JSON.stringify(message)}`);
  return found.data;
}
