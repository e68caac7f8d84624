import { onTestFinished } from 'vitest';
import type { Turn } from '../../src/conversations/turn.ts';
import { eq } from '../../src/db/drizzle.ts';
import type { Db } from '../../src/db/open.ts';
import type { EnrolledPerson } from '../../src/db/people.ts';
import { isEnrolled } from '../../src/db/people.ts';
import { addReport } from '../../src/db/reports.ts';
import { type activity, type Office, outbox, person, position } from '../../src/db/schema/index.ts';
import { type Moment, momentAt } from '../../src/domain/dates.ts';
import type { Message } from '../../src/domain/events.ts';
import { comparable } from '../../src/domain/outside-text.ts';
import { context } from '../world/context.ts';
import { openDatabase } from '../world/database.ts';
import { realForm } from '../world/form.ts';
import { settle } from '../world/people.ts';
import { addActivity, addPlan } from '../world/plan.ts';

/** 16 March 2022, 9:40: the first cut of the real form is open. */
export const NOW: Moment = momentAt('2022-03-16', 9, 40);
export const LONG_AGO: Moment = momentAt('2022-01-03', 8);

/** A database for one test, removed when the test ends. */
export function freshDb(): Db {
  const { db, remove } = openDatabase();
  onTestFinished(remove);
  return db;
}

type Row = Partial<typeof activity.$inferInsert> & {
  readonly number: string;
  readonly positions?: readonly string[];
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
  const { year = 2022, ...named } = of;
  const { planId, cuts } = addPlan(db, { fiscalYear: year, importedAt: LONG_AGO, ...named });
  const positions = new Map<string, number>();
  const activities = new Map<string, number>();
  rows.forEach(({ positions: names = ['Profesional'], ...row }, place) => {
    for (const name of names) positions.set(name, positions.get(name) ?? positionOf(db, name));
    const days = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
    const id = addActivity(
      db,
      { responsible: names.join(', '), ...days, planId, place: place + 1, ...row },
      names.flatMap((name) => positions.get(name) ?? []),
    );
    activities.set(row.number, id);
  });
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

/** The figures of the real form at its first cut, as if they were reported in the chat. */
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
  const positions = (holds.positions ?? []).filter((id) => id !== undefined);
  const account = { userId: telegramUserId, name };
  const id = settle(db, { name, holds: { ...holds, positions }, account }, LONG_AGO);
  const someone = db.select().from(person).where(eq(person.id, id)).get();
  if (!someone || !isEnrolled(someone)) throw new Error('not enrolled');
  return someone;
}

export function turnOf(db: Db, someone: EnrolledPerson, now: Moment = NOW): Turn {
  return {
    db,
    context,
    now,
    moment: now,
    person: someone,
    chatId: someone.telegramUserId,
    messageId: 1,
    tappedRow: null,
    repliesTo: null,
  };
}

/** All answers to a person so far, oldest first. */
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
