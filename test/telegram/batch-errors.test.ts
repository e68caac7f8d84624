import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/drizzle.ts';
import { writeMeta } from '../../src/db/meta.ts';
import { inTransaction } from '../../src/db/open.ts';
import { beginUpdate, updateState } from '../../src/db/updates.ts';
import { type Handlers, handleBatch, handleCarefully } from '../../src/telegram/batch.ts';
import { token } from '../world/telegram.ts';
import { copies, createTown, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';

const help = 'Esto puede hacer aquí';
const failure = 'No pudimos procesar su último mensaje';
const botId = Number.parseInt(token, 10);
let town: Town;
beforeEach(async () => {
  town = await createTown();
});
afterEach(() => town.end());

/** Makes SQLite fail this way whenever a message of this chat is remembered. */
function failOn(chatId: number, how: string): () => void {
  town.store.sqlite.exec(
    `create trigger broken before insert on received when new.chatId = ${chatId} begin select raise(${how}, 'odd'); end`,
  );
  return () => town.store.sqlite.exec('drop trigger broken');
}

function states(): readonly string[] {
  return town.db
    .all<{ state: string }>(sql`select state from "update" order by updateId`)
    .map(({ state }) => state);
}

function text(updateId: number, words = 'hola') {
  const from = { id: town.ana.id, first_name: 'Ana' };
  const chat = { id: from.id, type: 'private' };
  return { update_id: updateId, message: { message_id: updateId, date: 1, chat, from, text: words } };
}

describe('Errors in a batch', () => {
  it('rolls back and sets aside only the update that throws, tells its person, and handles the rest', async () => {
    await town.stopBot();
    failOn(town.ana.id, 'abort');
    town.berta.say('/ayuda');
    town.ana.say('/ayuda');
    town.berta.say('/misdatos');
    await town.startBot();
    await town.settle();
    expect(copies(town.berta, help)).toBe(1);
    expect(town.berta.chat.filter(({ from }) => from === 'bot')).toHaveLength(2);
    expect(copies(town.ana, failure)).toBe(1);
    expect(copies(town.ana, help)).toBe(0);
    expect(states()).toEqual(['done', 'setAside', 'done']);
    expect(town.lines.some((line) => line.includes('an update was set aside'))).toBe(true);
  });

  it('tries an update that throws three times before the next one, and it leaves nothing behind', () => {
    const tried: string[] = [];
    const handlers: Handlers = {
      handle: (db, event) => {
        if (event.kind !== 'text') return;
        tried.push(event.text);
        writeMeta(db, `half of ${event.text}`, 'x');
        if (event.text === 'mal') throw new Error('odd');
        if (event.text === 'a veces' && tried.filter((each) => each === 'a veces').length < 3)
          throw new Error('odd');
      },
      apologise: (db) => writeMeta(db, 'told', 'yes'),
    };
    const aside = handleBatch(
      town.store,
      5,
      [text(1, 'a veces'), text(2, 'mal'), text(3, 'bien')],
      1,
      handlers,
    );
    expect(tried).toEqual(['a veces', 'a veces', 'a veces', 'mal', 'mal', 'mal', 'bien']);
    expect(aside.map(({ updateId }) => updateId)).toEqual([2]);
    const kept = town.db.all<{ key: string }>(
      sql`select key from meta where key like 'half of%' or key = 'told'`,
    );
    expect(kept.map(({ key }) => key).sort()).toEqual(['half of a veces', 'half of bien', 'told']);
  });

  it('sets the update aside without an apology when the apology fails too', () => {
    const fails = () => {
      throw new Error('odd');
    };
    const aside = handleBatch(town.store, 5, [text(1)], 1, { handle: fails, apologise: fails });
    expect(aside).toHaveLength(1);
    expect(updateState(town.db, { botId: 5, updateId: 1 }, 1)).toBe('setAside');
  });

  it('keeps a reason for the update set aside that contains nothing the person wrote', () => {
    const handlers: Handlers = {
      handle: (_, event) => {
        throw new Error(event.kind === 'text' ? `cannot read ${event.text}` : '');
      },
      apologise: () => undefined,
    };
    const aside = handleBatch(town.store, 5, [text(1, 'mi secreto')], 1, handlers);
    expect(JSON.stringify(aside)).not.toContain('secreto');
  });

  it('confirms and sets aside nothing when SQLite undoes the whole batch, and goes on when it can', async () => {
    const mend = failOn(town.ana.id, 'rollback');
    const calls = town.simulator.calls.length;
    town.berta.say('/ayuda');
    town.ana.say('/ayuda');
    await until(() => town.lines.some((line) => line.includes('could not be stored')), 'the failure');
    const begun = town.clock.now();
    await town.clock.travel(begun + 120_000);
    expect(states()).not.toContain('setAside');
    expect(town.simulator.pendingUpdates()).toBeGreaterThan(0);
    expect(copies(town.ana, failure)).toBe(0);
    expect(town.lines.filter((line) => line.includes('could not be stored')).length).toBeLessThan(12);
    expect(
      town.simulator.calls.slice(calls).some(({ params }) => params.chat_id === String(town.ana.id)),
    ).toBe(false);
    mend();
    await town.liveUntil(() => copies(town.ana, help) === 1, 'the answer', 120_000);
    await town.settle();
    expect(copies(town.berta, help)).toBe(1);
    expect(states()).not.toContain('setAside');
  });
});

describe('After an unclean end', () => {
  it('handles the first updates one per transaction, and writes each id before', () => {
    const other = new Database(town.databasePath, { readonly: true });
    const committed = () =>
      other
        .prepare<[], { updateId: number; state: string }>(
          'select updateId, state from "update" where botId = 5',
        )
        .all();
    const seen: unknown[] = [];
    handleCarefully(town.store, 5, [text(1), text(2)], 1, {
      handle: () => void seen.push(committed()),
      apologise: () => undefined,
    });
    other.close();
    expect(seen).toEqual([
      [{ updateId: 1, state: 'begun' }],
      [
        { updateId: 1, state: 'done' },
        { updateId: 2, state: 'begun' },
      ],
    ]);
  });

  it('sets aside an update that was begun twice and never ended, tells its person, and handles the rest', async () => {
    await town.stopBot();
    town.ana.say('/ayuda');
    town.berta.say('/ayuda');
    const poison = town.simulator.nextUpdateId() - 2;
    inTransaction(town.store, (db) => {
      writeMeta(db, 'running', 'yes');
      beginUpdate(db, { botId, updateId: poison }, town.clock.now());
    });
    await town.startBot();
    await town.settle();
    expect(copies(town.ana, failure)).toBe(1);
    expect(copies(town.ana, help)).toBe(0);
    expect(copies(town.berta, help)).toBe(1);
    expect(states()).toEqual(['setAside', 'done']);
  });

  it('does not suspect an update begun once while the process lives, even after a full disk', () => {
    const begun = new Set<number>();
    let full = true;
    const handlers: Handlers = {
      handle: () => {
        if (full) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
      },
      apologise: () => undefined,
    };
    expect(() => handleCarefully(town.store, 5, [text(1)], 1, handlers, begun)).toThrow(/full/);
    full = false;
    expect(handleCarefully(town.store, 5, [text(1)], 1, handlers, begun)).toEqual([]);
    expect(updateState(town.db, { botId: 5, updateId: 1 }, 1)).toBe('done');
  });
});
