import { afterEach, beforeEach, expect, it } from 'vitest';
import { sendHandout } from '../../src/conversations/publication/handouts.ts';
import { outbox } from '../../src/db/schema/index.ts';
import { type Database, importedAt, openDatabase } from '../world/database.ts';
import { settle } from '../world/people.ts';

let world: Database;
beforeEach(() => {
  world = openDatabase({});
});
afterEach(() => world.remove());

it('a file that was promised and holds nothing any more is answered with words', () => {
  const { db } = world;
  const account = { userId: 9, name: 'Diana' };
  const personId = settle(db, { name: 'Diana', holds: { offices: ['coordinator'] }, account }, importedAt);
  sendHandout(db, { what: 'evidence', cutId: 1, chatId: 9, personId }, [], importedAt);
  const [row] = db.select().from(outbox).all();
  expect(JSON.stringify(row?.payload)).toContain('No pudimos preparar ese archivo');
});
