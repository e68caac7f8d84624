import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/drizzle.ts';
import { forgetUpdates } from '../../src/db/updates.ts';
import { type Handlers, handleBatch } from '../../src/telegram/batch.ts';
import { copies, createTown, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';

const help = 'Esto puede hacer aquí';
const day = 24 * 3_600_000;
let town: Town;
beforeEach(async () => {
  town = await createTown();
});
afterEach(() => town.end());

function offsets(): readonly string[] {
  return town.simulator.calls
    .filter(({ method }) => method === 'getUpdates')
    .map(({ params }) => String(params.offset));
}

function text(updateId: number, words: string) {
  return {
    update_id: updateId,
    message: {
      message_id: updateId,
      date: 1,
      chat: { id: town.ana.id, type: 'private' },
      from: { id: town.ana.id, first_name: 'Ana' },
      text: words,
    },
  };
}

describe('Exactly once inside', () => {
  it('ignores a redelivered update', async () => {
    town.simulator.faults.redeliverUpdates(3);
    town.simulator.faults.duplicateUpdates(2);
    await town.after(() => town.ana.say('/ayuda'));
    await town.after(() => town.berta.say('/ayuda'));
    await town.after(() => town.berta.say('/misdatos'));
    expect(copies(town.ana, help)).toBe(1);
    expect(copies(town.berta, help)).toBe(1);
  });

  it('ignores a batch that comes again after a restart because its confirmation was lost', async () => {
    town.simulator.faults.add({ kind: 'hang', method: 'getUpdates', times: 1 });
    town.ana.say('/ayuda');
    await until(() => copies(town.ana, help) === 1, 'the answer');
    expect(town.simulator.pendingUpdates()).toBe(1);
    await town.restart();
    await town.settle();
    expect(copies(town.ana, help)).toBe(1);
  });

  it('handles updates that arrive out of order in the order of their ids', async () => {
    await town.stopBot();
    for (const words of ['/ayuda', '/misdatos', '/ayuda', '/misdatos', '/ayuda']) town.ana.say(words);
    town.simulator.faults.reorderUpdates(1);
    await town.startBot();
    await town.settle();
    const said = town.ana.chat.filter(({ from }) => from === 'bot').map(({ text }) => text.includes(help));
    expect(said).toEqual([true, false, true, false, true]);
  });

  it('handles ids that start again lower, and lowers the next offset', async () => {
    town.simulator.jumpUpdateId(900_000_000);
    await town.after(() => town.ana.say('/ayuda'));
    expect(offsets().at(-1)).toBe('900000001');
    town.clock.step(8 * day);
    town.simulator.jumpUpdateId(5_000);
    await town.after(() => town.ana.say('/ayuda'));
    expect(copies(town.ana, help)).toBe(2);
    expect(offsets().at(-1)).toBe('5001');
    await town.after(() => town.ana.say('/ayuda'));
    expect(copies(town.ana, help)).toBe(3);
  });

  it('takes the next offset from the highest id of the last batch with updates, even out of order', async () => {
    await town.stopBot();
    for (let place = 0; place < 6; place++) town.ana.say('/ayuda');
    const next = town.simulator.nextUpdateId();
    town.simulator.faults.reorderUpdates(1);
    await town.startBot();
    await town.settle();
    expect(offsets().at(-1)).toBe(String(next));
    expect(town.simulator.pendingUpdates()).toBe(0);
  });

  it('remembers ids one by one: a handled high id does not cover a lower one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }), fc.integer(), (ids, seed) => {
        const botId = 1_000 + Math.abs(seed);
        const handled: number[] = [];
        const counting: Handlers = {
          handle: (_, event) => void (event.kind === 'text' && handled.push(event.messageId)),
          apologise: () => undefined,
        };
        for (let from = 0; from < ids.length; from += 3) {
          handleBatch(
            town.store,
            botId,
            ids.slice(from, from + 3).map((id) => text(id, 'hola')),
            1,
            counting,
          );
        }
        expect(handled.toSorted((a, b) => a - b)).toEqual([...new Set(ids)].sort((a, b) => a - b));
        town.db.run(sql`delete from "update" where botId = ${botId}`);
      }),
      { numRuns: 40 },
    );
  });

  it('remembers ids per bot: another bot’s update with the same id is another update', () => {
    const seen: string[] = [];
    const handlers: Handlers = {
      handle: (_, event) => void (event.kind === 'text' && seen.push(event.text)),
      apologise: () => undefined,
    };
    handleBatch(town.store, 1, [text(77, 'a uno')], 1, handlers);
    handleBatch(town.store, 2, [text(77, 'a dos')], 1, handlers);
    handleBatch(town.store, 1, [text(77, 'a uno otra vez')], 1, handlers);
    expect(seen).toEqual(['a uno', 'a dos']);
  });

  it.each(['done', 'setAside'] as const)(
    'keeps ids for 8 days and no longer, also those that ended %s',
    (end) => {
      const at = Date.UTC(2022, 2, 17);
      let tried = 0;
      const handlers: Handlers = {
        handle: () => {
          tried++;
          if (end === 'setAside') throw new Error('always');
        },
        apologise: () => undefined,
      };
      const again = (moment: number) => {
        forgetUpdates(town.db, moment);
        handleBatch(town.store, 9, [text(5, 'hola')], moment, handlers);
      };
      again(at);
      const once = tried;
      again(at + 8 * day - 1_000);
      expect(tried).toBe(once);
      again(at + 8 * day + 1_000);
      expect(tried).toBe(2 * once);
    },
  );
});
