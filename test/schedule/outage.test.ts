import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eq } from '../../src/db/drizzle.ts';
import { answer } from '../../src/db/outbox.ts';
import { closeAllQuestions, openNewQuestion } from '../../src/db/questions.ts';
import { person, reminderRequest } from '../../src/db/schema/index.ts';
import { type Moment, momentAt } from '../../src/domain/dates.ts';
import type { Html } from '../../src/domain/events.ts';
import { renderReminder } from '../../src/notices/kinds/reminder.ts';
import { handleOutage, noteAlive } from '../../src/schedule/outage.ts';
import {
  act,
  addResponsible,
  openEntity,
  report,
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
const minute = 60_000;
const down = at('2022-03-17', 10);

/** A person who was asked something 10 minutes before the outage and heard 5 minutes before it. */
function someoneAnswering(name = 'Ana', heardBefore = 5): number {
  const { personId } = addResponsible(entity, { name, activities: 1 });
  const kind = 'progress' as const;
  const row = { personId, kind, activityId: null, cutId: null, payload: {}, basedOnReport: 0 };
  act(entity, (db) => {
    openNewQuestion(db, { ...row, askedAt: down - 10 * minute });
    db.update(person)
      .set({ lastHeardAt: down - heardBefore * minute })
      .where(eq(person.id, personId))
      .run();
  });
  return personId;
}

/** Alive until `down`, silent, and back after `minutes`. */
function away(minutes: number): Moment {
  act(entity, (db) => noteAlive(db, down));
  const back = down + minutes * minute;
  act(entity, (db) => noteAlive(db, back));
  return back;
}

function backlogDone(now: Moment): void {
  act(entity, (db) => handleOutage(db, now));
}

describe('signs of life', () => {
  it('are written every 20 seconds at most, and more than two minutes without one are an outage', () => {
    const note = (now: Moment, sinceLastContact: number | null = null) =>
      act(entity, (db) => noteAlive(db, now, sinceLastContact));
    expect(note(down)).toBeNull();
    expect(note(down + 19_000)).toBeNull();
    expect(note(down + 25_000)).toBeNull();
    expect(note(down + 25_000 + 2 * minute)).toBeNull();
    const to = down + 25_000 + 4 * minute + 1;
    expect(note(to)).toEqual({ from: down + 25_000 + 2 * minute, to });
  });

  it('do not treat a step of the clock in either direction as an outage', () => {
    const note = (now: Moment, sinceLastContact: number | null) =>
      act(entity, (db) => noteAlive(db, now, sinceLastContact));
    note(down, null);
    expect(note(down + 90 * 24 * 60 * minute, 25_000)).toBeNull();
    expect(note(down, 25_000)).toBeNull();
    expect(note(down - 60 * minute, null)).toBeNull();
  });
});

describe('a person who still owes an answer', () => {
  it('is asked again once, even with a conversation under way', () => {
    const personId = someoneAnswering();
    const back = away(3);
    backlogDone(back);
    backlogDone(back + 1000);
    expect(rows(entity)).toMatchObject([{ key: `again:${personId}:${down}`, state: 'waiting' }]);
    tickAt(entity, back + minute);
    expect(rows(entity)).toMatchObject([{ state: 'released', payload: { html: 'de nuevo' } }]);
  });

  it('is not asked after two minutes, after earlier silence, or after an answer from the backlog', () => {
    const answered = someoneAnswering('Ana');
    someoneAnswering('Beto', 31);
    act(entity, (db) => noteAlive(db, down));
    const back = down + 5 * minute;
    act(entity, (db) =>
      answer(db, { chatId: 1, personId: answered }, { html: 'Guardado' as Html }, back - 10),
    );
    act(entity, (db) => noteAlive(db, back));
    backlogDone(back);
    expect(rowStates(entity)).toEqual(['reply released']);
    const short = back + 2 * minute;
    act(entity, (db) => noteAlive(db, short));
    backlogDone(short);
    expect(rowStates(entity)).toEqual(['reply released']);
  });

  it('is not asked at night, nor in the morning when the question is gone', () => {
    const ana = someoneAnswering('Ana');
    someoneAnswering('Beto');
    const back = away(11 * 60);
    backlogDone(back);
    tickAt(entity, back);
    expect(rowStates(entity)).toEqual(['notice waiting', 'notice waiting']);
    act(entity, (db) => closeAllQuestions(db, ana, back));
    tickAt(entity, at('2022-03-18', 7, 59));
    expect(rowStates(entity)).toEqual(['notice waiting', 'notice waiting']);
    tickAt(entity, at('2022-03-18', 8));
    expect(rowStates(entity)).toEqual(['notice notNeeded done', 'notice released']);
  });
});

describe('an outage of more than 23 hours', () => {
  it('is mentioned in the next reminder to everybody with something pending', () => {
    const { personId } = addResponsible(entity, { name: 'Ana María', activities: 2 });
    const done = addResponsible(entity, { name: 'Beto', activities: 1 });
    report(entity, done.personId, done.activities[0] ?? 0, entity.cuts[0] ?? 0, down - minute);
    tickAt(entity, down - minute);
    const back = away(24 * 60);
    backlogDone(back);
    expect(entity.store.db.select().from(reminderRequest).all()).toMatchObject([
      { personId, date: '2022-03-22', reason: 'outage' },
    ]);
    tickAt(entity, back);
    expect(rows(entity)).toEqual([]);
    tickAt(entity, at('2022-03-22', 8));
    const row = rows(entity)[0];
    expect(row).toMatchObject({ personId, state: 'released' });
    const message = row ? act(entity, (db) => renderReminder(db, row, at('2022-03-22', 8))) : null;
    expect(message).toMatchObject({
      html: expect.stringContaining('desde el 17 de marzo, 10:00 a. m., hasta el 18 de marzo, 10:00 a. m.'),
    });
  });

  it('is not mentioned when it was shorter', () => {
    addResponsible(entity, { name: 'Ana', activities: 1 });
    backlogDone(away(22 * 60));
    expect(entity.store.db.select().from(reminderRequest).all()).toEqual([]);
  });

  it('is mentioned with the next decision when it ends in the very instant of one', () => {
    addResponsible(entity, { name: 'Ana', activities: 1 });
    act(entity, (db) => noteAlive(db, down));
    const back = at('2022-03-22', 8);
    tickAt(entity, back);
    act(entity, (db) => noteAlive(db, back));
    backlogDone(back);
    expect(entity.store.db.select().from(reminderRequest).all()).toMatchObject([{ date: '2022-03-23' }]);
  });
});
