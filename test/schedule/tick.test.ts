import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announce } from '../../src/db/announce.ts';
import { eq } from '../../src/db/drizzle.ts';
import { rowById } from '../../src/db/outbox-rows.ts';
import { markUnreachable } from '../../src/db/people.ts';
import { openNewQuestion } from '../../src/db/questions.ts';
import { requestReminder } from '../../src/db/reminder-requests.ts';
import { outbox, person } from '../../src/db/schema/index.ts';
import { pendingTasksOf } from '../../src/db/tasks.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Html } from '../../src/domain/events.ts';
import { countAsReminder } from '../../src/notices/count-as-reminder.ts';
import { requeueUnsent } from '../../src/schedule/release.ts';
import { pendingByPerson } from '../../src/schedule/reminder-facts.ts';
import {
  act,
  addOffice,
  addPlan,
  addResponsible,
  openEntity,
  reopen,
  report,
  restart,
  rowStates,
  rows,
  type TestEntity,
  tickAt,
} from './setup.ts';

let entity: TestEntity;
beforeEach(() => {
  entity = openEntity();
});
afterEach(() => entity.remove());

const at = momentAt;
const firstCut = () => entity.cuts[0] ?? 0;

function heard(personId: number, moment: number): void {
  act(entity, (db) => db.update(person).set({ lastHeardAt: moment }).where(eq(person.id, personId)).run());
}

function askSomething(personId: number, moment: number) {
  const row = {
    personId,
    kind: 'progress' as const,
    activityId: null,
    cutId: null,
    payload: {},
    basedOnReport: 0,
    askedAt: moment,
  };
  return act(entity, (db) => openNewQuestion(db, row));
}

function markSent(): void {
  act(entity, (db) => db.update(outbox).set({ state: 'sent' }).where(eq(outbox.state, 'released')).run());
}

describe('a reminder', () => {
  it('is written and released at 08:00 of its day, once, over ticks and restarts', () => {
    const { personId } = addResponsible(entity, { name: 'Aracelly', activities: 2 });
    tickAt(entity, at('2022-03-15', 18));
    expect(tickAt(entity, at('2022-03-16', 7, 59)).released).toBe(0);
    expect(tickAt(entity, at('2022-03-16', 8))).toEqual({
      reminders: 1,
      summaries: 0,
      released: 1,
      failed: null,
    });
    tickAt(entity, at('2022-03-16', 8));
    restart(entity);
    tickAt(entity, at('2022-03-16', 8));
    tickAt(entity, at('2022-03-16', 8, 1));
    expect(rows(entity)).toMatchObject([
      { key: `reminder:${personId}:2022-03-16`, state: 'released', payload: null },
    ]);
  });

  it('goes to everybody with something pending and to nobody else', () => {
    const done = addResponsible(entity, { name: 'Ana', activities: 1 });
    const pending = addResponsible(entity, { name: 'Beto', activities: 1 });
    addResponsible(entity, { name: 'Carla', activities: 1, enrolledAt: null });
    addOffice(entity, 'Alcalde', 'mayor');
    tickAt(entity, at('2022-03-16', 8));
    report(entity, done.personId, done.activities[0] ?? 0, firstCut(), at('2022-03-17', 9));
    markSent();
    tickAt(entity, at('2022-03-24', 8));
    expect(
      rows(entity)
        .filter((row) => row.state === 'released')
        .map((row) => row.personId),
    ).toEqual([pending.personId]);
  });

  it('waits while the person is answering, and goes after 30 minutes of silence', () => {
    const { personId } = addResponsible(entity, { name: 'Ana', activities: 1 });
    askSomething(personId, at('2022-03-16', 7, 40));
    heard(personId, at('2022-03-16', 7, 50));
    tickAt(entity, at('2022-03-16', 8));
    tickAt(entity, at('2022-03-16', 8, 19));
    expect(rowStates(entity)).toEqual(['reminder waiting conversation']);
    tickAt(entity, at('2022-03-16', 8, 20));
    expect(rowStates(entity)).toEqual(['reminder released']);
  });

  it('does not wait for a conversation that a wrong clock puts into the future', () => {
    const { personId } = addResponsible(entity, { name: 'Ana', activities: 1 });
    askSomething(personId, at('2022-06-16', 7));
    heard(personId, at('2022-06-16', 7));
    tickAt(entity, at('2022-03-16', 8));
    expect(rowStates(entity)).toEqual(['reminder released']);
  });

  it('ends as not needed when everything is reported while it waits', () => {
    const { personId, activities } = addResponsible(entity, { name: 'Ana', activities: 1 });
    askSomething(personId, at('2022-03-16', 7, 40));
    heard(personId, at('2022-03-16', 7, 50));
    tickAt(entity, at('2022-03-16', 8));
    report(entity, personId, activities[0] ?? 0, firstCut(), at('2022-03-16', 8, 5));
    tickAt(entity, at('2022-03-16', 8, 6));
    expect(rowStates(entity)).toEqual(['reminder notNeeded done']);
  });

  it('ends at 19:00 of its day when the person never pauses', () => {
    const { personId } = addResponsible(entity, { name: 'Ana', activities: 1 });
    askSomething(personId, at('2022-03-16', 7, 40));
    for (let hour = 8; hour < 19; hour++) {
      for (const minute of [0, 20, 40]) {
        heard(personId, at('2022-03-16', hour, minute) - 1000);
        tickAt(entity, at('2022-03-16', hour, minute));
      }
    }
    heard(personId, at('2022-03-16', 18, 58));
    tickAt(entity, at('2022-03-16', 18, 59));
    expect(rowStates(entity)).toEqual(['reminder waiting conversation']);
    tickAt(entity, at('2022-03-16', 19));
    expect(rowStates(entity)).toEqual(['reminder expired conversation']);
    tickAt(entity, at('2022-03-17', 8));
    expect(rows(entity)).toHaveLength(1);
  });

  it('is listed as refused when the person blocked the bot', () => {
    const { personId } = addResponsible(entity, { name: 'Ana', activities: 1 });
    const userId =
      entity.store.db.select().from(person).where(eq(person.id, personId)).get()?.telegramUserId ?? 0;
    act(entity, (db) => markUnreachable(db, userId, at('2022-03-01', 8), '403'));
    tickAt(entity, at('2022-03-16', 8));
    expect(rowStates(entity)).toEqual(['reminder refused 403']);
  });

  it('comes once after days without the bot, in its first hours', () => {
    addResponsible(entity, { name: 'Ana', activities: 1 });
    tickAt(entity, at('2022-03-15', 12));
    restart(entity);
    tickAt(entity, at('2022-03-25', 20));
    tickAt(entity, at('2022-03-26', 10));
    expect(rows(entity)).toEqual([]);
    for (const [hour, minute] of [
      [7, 30],
      [8, 0],
      [8, 1],
    ] as const)
      tickAt(entity, at('2022-03-28', hour, minute));
    expect(rows(entity)).toMatchObject([{ key: expect.stringContaining('2022-03-28') }]);
  });

  it('comes the next day when the bot stops between writing and sending it', () => {
    addResponsible(entity, { name: 'Ana', activities: 1 });
    tickAt(entity, at('2022-03-16', 8));
    restart(entity);
    act(entity, (db) => requeueUnsent(db));
    expect(rowStates(entity)).toEqual(['reminder waiting']);
    tickAt(entity, at('2022-03-17', 9));
    expect(rowStates(entity)).toEqual(['reminder expired outsideHours', 'reminder released']);
  });

  it('comes the next day when Telegram could not be reached all day', () => {
    addResponsible(entity, { name: 'Ana', activities: 1 });
    for (let hour = 8; hour < 19; hour++) tickAt(entity, at('2022-03-16', hour, 59));
    tickAt(entity, at('2022-03-17', 8));
    expect(rowStates(entity)).toEqual(['reminder released', 'reminder released']);
    markSent();
    for (const day of ['2022-03-17', '2022-03-18']) tickAt(entity, at(day, 18));
    expect(rows(entity)).toHaveLength(2);
  });

  it('still comes after the clock was 90 days ahead', () => {
    const { personId } = addResponsible(entity, { name: 'Ana', activities: 1 });
    tickAt(entity, at('2022-03-15', 10));
    tickAt(entity, at('2022-06-13', 10));
    const ahead = rows(entity).length;
    tickAt(entity, at('2022-03-15', 10, 1));
    tickAt(entity, at('2022-03-16', 8));
    expect(rows(entity).slice(ahead)).toMatchObject([{ key: `reminder:${personId}:2022-03-16` }]);
  });

  it('comes on the requested day', () => {
    const { personId } = addResponsible(entity, { name: 'Ana', activities: 1 });
    tickAt(entity, at('2022-03-16', 8));
    markSent();
    act(entity, (db) =>
      requestReminder(db, { personId, date: '2022-03-17', reason: 'snooze', at: at('2022-03-16', 9) }),
    );
    tickAt(entity, at('2022-03-17', 8));
    markSent();
    tickAt(entity, at('2022-03-18', 8));
    expect(rows(entity).map((row) => row.key)).toEqual([
      `reminder:${personId}:2022-03-16`,
      `reminder:${personId}:2022-03-17`,
    ]);
  });

  it('is replaced by a notice that lists what is pending, before and after it was written', () => {
    const { personId } = addResponsible(entity, { name: 'Ana', activities: 1 });
    act(entity, (db) => countAsReminder(db, personId, '2022-03-16', at('2022-03-16', 7, 30), null));
    tickAt(entity, at('2022-03-16', 8));
    expect(rowStates(entity)).toEqual(['reminder notNeeded superseded']);
    heard(personId, at('2022-03-24', 7, 59));
    askSomething(personId, at('2022-03-24', 7, 59));
    tickAt(entity, at('2022-03-24', 8));
    act(entity, (db) => countAsReminder(db, personId, '2022-03-24', at('2022-03-24', 8, 5), null));
    expect(rowStates(entity).at(-1)).toBe('reminder notNeeded superseded');
    markSent();
    tickAt(entity, at('2022-03-28', 8));
    markSent();
    act(entity, (db) => countAsReminder(db, personId, '2022-03-28', at('2022-03-28', 8, 5), null));
    expect(rows(entity).at(-1)?.state).not.toBe('notNeeded');
  });
});

describe('a notice', () => {
  it('written at night leaves at 08:00 of the next working day, in the order of writing, to the present account', () => {
    const { personId } = addResponsible(entity, { name: 'Ana', activities: 0 });
    const text = (html: string) => ({ html: html as Html });
    const now = at('2022-03-18', 22);
    for (const html of ['uno', 'dos'])
      act(entity, (db) =>
        announce(
          db,
          { chatId: 7, personId },
          { kind: 'notice', notice: 'moved', key: null, message: text(html), now },
        ),
      );
    tickAt(entity, at('2022-03-18', 22, 1));
    tickAt(entity, at('2022-03-21', 10));
    expect(rowStates(entity)).toEqual(['notice waiting', 'notice waiting']);
    tickAt(entity, at('2022-03-22', 7, 59));
    expect(rowStates(entity)).toEqual(['notice waiting', 'notice waiting']);
    tickAt(entity, at('2022-03-22', 8));
    expect(rows(entity)).toMatchObject([
      { state: 'released', releaseSeq: 1, chatId: 1000 },
      { state: 'released', releaseSeq: 2 },
    ]);
  });

  it('does not go before its moment, and goes to a stranger regardless of conversations', () => {
    const now = at('2022-03-22', 9);
    const row = {
      kind: 'notice' as const,
      notice: 'formerAccount',
      key: null,
      message: { html: 'hola' as Html },
      now,
      notBefore: now + 120_000,
    };
    const id = act(entity, (db) => announce(db, { chatId: 9, personId: null }, row)) ?? 0;
    tickAt(entity, now + 60_000);
    expect(rowById(entity.store.db, id)?.state).toBe('waiting');
    tickAt(entity, now + 120_000);
    expect(rowById(entity.store.db, id)?.state).toBe('released');
  });
});

describe('the summary', () => {
  it('goes to the mayor when the last report is in, and not again the day after the closing', () => {
    const mayor = addOffice(entity, 'Alcalde', 'mayor');
    addOffice(entity, 'Planeación', 'coordinator');
    const { personId, activities } = addResponsible(entity, { name: 'Ana', activities: 1 });
    report(entity, personId, activities[0] ?? 0, firstCut(), at('2022-03-17', 20));
    tickAt(entity, at('2022-03-17', 20));
    for (const day of ['2022-03-18', '2022-04-01', '2022-04-08']) tickAt(entity, at(day, 8));
    expect(rows(entity).filter((row) => row.kind === 'summary')).toMatchObject([{ personId: mayor }]);
  });

  it('goes to the coordinators with the reason when there is no mayor; an import alone sends none', () => {
    addOffice(entity, 'Planeación', 'coordinator');
    const { activities } = addResponsible(entity, { name: 'Ana', activities: 1 });
    report(entity, null, activities[0] ?? 0, firstCut(), at('2022-03-17', 10));
    tickAt(entity, at('2022-03-17', 10, 1));
    expect(rows(entity)).toEqual([]);
    tickAt(entity, at('2022-04-01', 8));
    expect(rows(entity).map((row) => row.payload)).toMatchObject([
      { html: expect.stringContaining('alcalde') },
      { html: 'Resumen' },
    ]);
  });

  it('that cannot be made does not stop reminders and is tried again', () => {
    addOffice(entity, 'Alcalde', 'mayor');
    addResponsible(entity, { name: 'Ana', activities: 1 });
    tickAt(entity, at('2022-03-31', 18));
    const broken = tickAt(entity, at('2022-04-01', 8), () => {
      throw new Error('no summary');
    });
    expect(broken).toMatchObject({ reminders: 1, summaries: 0, failed: new Error('no summary') });
    expect(tickAt(entity, at('2022-04-01', 8, 1)).summaries).toBe(1);
    expect(tickAt(entity, at('2022-04-01', 8, 2)).summaries).toBe(0);
  });

  it('ends the tick without writing anything when the disk has no room', () => {
    addOffice(entity, 'Alcalde', 'mayor');
    addResponsible(entity, { name: 'Ana', activities: 1 });
    tickAt(entity, at('2022-03-31', 18));
    const before = rowStates(entity);
    const full = () => {
      throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
    };
    expect(() => tickAt(entity, at('2022-04-01', 8), full)).toThrow('disk is full');
    expect(rowStates(entity)).toEqual(before);
    expect(tickAt(entity, at('2022-04-01', 8, 1))).toMatchObject({ reminders: 1, summaries: 1 });
  });

  it('is replaced by the next of the same cut while it is not released', () => {
    const mayor = addOffice(entity, 'Alcalde', 'mayor');
    const { personId, activities } = addResponsible(entity, { name: 'Ana', activities: 1 });
    tickAt(entity, at('2022-03-31', 18));
    askSomething(mayor, at('2022-04-01', 7, 50));
    heard(mayor, at('2022-04-01', 7, 59));
    tickAt(entity, at('2022-04-01', 8));
    report(entity, personId, activities[0] ?? 0, firstCut(), at('2022-04-01', 8, 5));
    tickAt(entity, at('2022-04-01', 8, 6));
    tickAt(entity, at('2022-04-01', 8, 40));
    const summaries = rowStates(entity).filter((row) => row.startsWith('summary'));
    expect(summaries).toEqual(['summary cancelled superseded', 'summary released']);
  });
});

it('reads the same pending activities for all people at once as for one', () => {
  const ana = addResponsible(entity, { name: 'Ana', activities: 3 });
  const beto = addResponsible(entity, { name: 'Beto', activities: 2 });
  const other = act(entity, (db) => addPlan(db, 'PL-02', 'PLAN DOS'));
  addResponsible(entity, { name: 'Carla', activities: 2, planId: other.planId });
  report(entity, ana.personId, ana.activities[0] ?? 0, firstCut(), at('2022-03-17', 10));
  report(entity, beto.personId, beto.activities[0] ?? 0, firstCut(), at('2022-03-17', 10));
  reopen(entity, firstCut(), at('2022-04-18', 9), '2022-04-25', [
    ana.activities[0] ?? 0,
    beto.activities[1] ?? 0,
  ]);
  for (const now of [at('2022-03-20', 9), at('2022-04-01', 9), at('2022-04-10', 9), at('2022-04-20', 9)]) {
    const db = entity.store.db;
    const all = pendingByPerson(db, { from: now, to: now }, new Set());
    for (const each of db.select().from(person).all())
      expect(all.get(each.id) ?? []).toHaveLength(pendingTasksOf(db, each.id, now).length);
  }
});
