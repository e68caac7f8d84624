import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eq } from '../../src/db/drizzle.ts';
import { inTransaction } from '../../src/db/open.ts';
import { rowById } from '../../src/db/outbox-rows.ts';
import { daysOff } from '../../src/db/plans.ts';
import { outbox } from '../../src/db/schema/index.ts';
import { releasedAfter } from '../../src/db/sending.ts';
import { wasSent } from '../../src/db/together.ts';
import { requeueReleased } from '../../src/db/waiting.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Html } from '../../src/domain/events.ts';
import { declined } from '../../src/notices/kinds/declined.ts';
import { notify } from '../../src/notices/notify.ts';
import { releaseWaiting } from '../../src/schedule/release.ts';
import { type Database, importedAt, openDatabase } from '../world/database.ts';
import { settle } from '../world/people.ts';

const now = momentAt('2022-03-17', 10);
let world: Database;
let to: { readonly id: number; readonly telegramUserId: number };

beforeEach(() => {
  world = openDatabase({});
  const account = { userId: 9, name: 'Diana' };
  const id = settle(
    world.db,
    { name: 'Diana Mina', holds: { offices: ['coordinator'] }, account },
    importedAt,
  );
  to = { id, telegramUserId: 9 };
});
afterEach(() => world.remove());

const eqId = (id: number) => eq(outbox.id, id);
const tell = (html: string) =>
  notify(world.db, declined, to, { key: null, about: {}, message: { html: html as Html }, now }) ?? 0;
const release = () =>
  inTransaction(world.store, (db) => releaseWaiting(db, now, daysOff(db), { askAgain: () => null }));
const released = () =>
  releasedAfter(world.db, 0, 100).map(({ id }) => {
    const payload = rowById(world.db, id)?.payload;
    return payload && 'html' in payload ? payload.html : null;
  });

describe('News that are released together', () => {
  it('go as one message, eight at most, and one alone goes as it is', () => {
    tell('1');
    release();
    expect(released()).toEqual(['1']);
    for (const text of ['2', '3', '4', '5', '6', '7', '8', '9', '10', '11']) tell(text);
    release();
    expect(released()).toEqual(['1', '2\n\n3\n\n4\n\n5\n\n6\n\n7\n\n8\n\n9', '10\n\n11']);
  });

  it('wait for themselves again when their message did not leave, without what was erased meanwhile', () => {
    const [first, second, third] = [tell('1'), tell('2'), tell('3')];
    release();
    expect(released()).toEqual(['1\n\n2\n\n3']);
    world.db
      .update(outbox)
      .set({ payload: { html: '' } })
      .where(eqId(second))
      .run();
    inTransaction(world.store, (db) => requeueReleased(db));
    expect([first, second, third].map((id) => rowById(world.db, id)?.state)).toEqual([
      'waiting',
      'notNeeded',
      'waiting',
    ]);
    release();
    expect(released()).toEqual(['1\n\n3']);
  });

  it('count as sent when their message is', () => {
    const first = tell('1');
    tell('2');
    release();
    const [message] = releasedAfter(world.db, 0, 100);
    const sent = () => {
      const row = rowById(world.db, first);
      return row !== undefined && wasSent(world.db, row);
    };
    expect(sent()).toBe(false);
    world.db
      .update(outbox)
      .set({ state: 'sent' })
      .where(eqId(message?.id ?? 0))
      .run();
    expect(sent()).toBe(true);
  });
});
