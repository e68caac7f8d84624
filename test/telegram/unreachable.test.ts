import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/drizzle.ts';
import { inTransaction } from '../../src/db/open.ts';
import { answer } from '../../src/db/outbox.ts';
import { announceAgain, release } from '../../src/db/waiting.ts';
import { copies, createTown, outboxRows, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';
import { openPostOffice, saidTo } from './post-office.ts';

let town: Town;
const reminded = '31 de marzo';
beforeEach(async () => {
  town = await createTown({ people: 3, start: ['2022-03-16', 7, 50] });
});
afterEach(() => town.end());

/** Moves the wall clock to a local hour of a day of March, and runs the minute's tick. */
async function at(day: number, hour: number): Promise<void> {
  town.clock.step(Date.UTC(2022, 2, day, hour + 5) - town.clock.now());
  town.tick();
  await town.settle();
}

async function pending(): Promise<string> {
  await town.after(() => town.coordinator.say('/pendientes'));
  return town.coordinator.last()?.text ?? '';
}

function unreachable(name: string): string | null {
  const [row] = town.db.all<{ reason: string | null }>(
    sql`select unreachableReason as reason from person where name = ${name} and unreachableSince is not null`,
  );
  return row?.reason ?? null;
}

describe('A person who cannot be reached', () => {
  it('is marked and shown in /pendientes after a block (403), and the message is set aside', async () => {
    town.ana.block();
    await town.settle();
    await at(16, 8);
    expect(copies(town.berta, reminded)).toBe(1);
    expect(unreachable('Vecina1 Ruiz')).not.toBeNull();
    const shown = await pending();
    expect(shown).toContain('Vecina1 Ruiz');
    expect(shown).toMatch(/bloque/i);
  });

  it('is marked by the 403 alone after an unreported block, and the next reminder is not tried', async () => {
    town.simulator.faults.add({
      kind: 'refuse',
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
      chatId: town.ana.id,
    });
    await at(16, 8);
    expect(unreachable('Vecina1 Ruiz')).toContain('blocked');
    const row = outboxRows(town.db).find(({ chatId, kind }) => chatId === town.ana.id && kind === 'reminder');
    expect(row).toMatchObject({ state: 'refused', reason: '403 Forbidden: bot was blocked by the user' });
    const tried = town.simulator.faults.hits.length;
    await at(24, 8);
    expect(copies(town.berta, reminded)).toBe(2);
    expect(town.simulator.faults.hits).toHaveLength(tried);
    expect(await pending()).toContain('Vecina1 Ruiz');
  });

  it('is treated the same with a deleted account (403) or without having pressed start (400 chat not found)', async () => {
    town.ana.deactivate();
    const state = town.simulator.world.people.get(town.berta.id);
    if (state) state.opened = false;
    await at(16, 8);
    expect(unreachable('Vecina1 Ruiz')).toContain('deactivated');
    expect(unreachable('Vecina2 Ruiz')).toContain('chat not found');
    const shown = await pending();
    expect(shown).toContain('Vecina1 Ruiz');
    expect(shown).toContain('Vecina2 Ruiz');
  });

  it.each(['/start', 'hola'])(
    'comes back with %s: is answered, no longer listed, reminded the next time, and gets nothing old',
    async (words) => {
      town.ana.block();
      await town.settle();
      await at(16, 8);
      const before = town.ana.chat.length;
      await town.after(() => {
        town.ana.unblock();
        town.ana.say(words);
      });
      expect(unreachable('Vecina1 Ruiz')).toBeNull();
      expect(town.ana.chat.length).toBeGreaterThan(before + 1);
      const shown = await pending();
      expect(shown).not.toContain('No se les puede escribir');
      expect(shown).toContain(
        'No se pudo entregar el recordatorio: Vecina1 Ruiz el 16 de marzo (bloqueó el chat)',
      );
      await at(24, 8);
      expect(copies(town.ana, 'Buenos días')).toBe(1);
      expect(town.simulator.mistakes()).toEqual([]);
    },
  );

  it('comes back by unblocking alone too', async () => {
    town.ana.block();
    await town.settle();
    expect(unreachable('Vecina1 Ruiz')).toBe('blocked');
    await town.after(() => town.ana.unblock());
    expect(unreachable('Vecina1 Ruiz')).toBeNull();
  });

  it('ends the answers behind a 403, each with its reason, and holds back nobody else', async () => {
    await town.after(() => town.ana.say('/ayuda'));
    town.ana.block();
    inTransaction(town.store, (db) => {
      for (const text of ['uno', 'dos']) {
        answer(db, { chatId: town.ana.id, personId: 1 }, { html: text as never }, town.clock.now());
      }
    });
    await town.after(() => town.berta.say('/ayuda'));
    const ends = outboxRows(town.db).filter(({ chatId }) => chatId === town.ana.id);
    expect(ends.slice(-2).map(({ state }) => state)).toEqual(['refused', 'refused']);
  });
});

describe('Permanent errors are set aside and visible', () => {
  it('lists a reminder refused for good in /pendientes, from where it can be sent again', async () => {
    town.simulator.faults.add({
      kind: 'refuse',
      code: 400,
      description: 'Bad Request: odd',
      chatId: town.ana.id,
      times: 1,
    });
    await at(16, 8);
    expect(copies(town.ana, reminded)).toBe(0);
    const shown = await pending();
    expect(shown).toContain('Vecina1 Ruiz');
    await town.after(() => town.coordinator.tap(/Recordar/));
    await town.after(() => town.coordinator.tap(/Sí|Enviar|Recordar/));
    await at(16, 9);
    await until(() => copies(town.ana, reminded) === 1, 'the reminder sent again');
    expect(copies(town.berta, reminded)).toBe(1);
  });

  it('sends a row again, even when it was the last one released', async () => {
    const post = await openPostOffice();
    const ana = post.person('Ana');
    post.simulator.faults.add({ kind: 'refuse', code: 400, description: 'Bad Request: odd', times: 1 });
    const row = post.tell(ana, 'recordatorio');
    await post.settle();
    expect(post.row(row)?.state).toBe('refused');
    post.write(() => {
      announceAgain(post.store.db, row, {
        chatId: ana.id,
        notBefore: 0,
        expiresAt: post.clock.now() + 60_000,
      });
      post.store.db.run(sql`update outbox set payload = '{"html":"otra vez"}' where id = ${row}`);
      release(post.store.db, row);
    });
    await post.settle();
    expect(saidTo(ana)).toEqual(['otra vez']);
    await post.end();
  });

  it('sets aside a text that cannot be made, with its reason; the chat and the sender go on', async () => {
    const post = await openPostOffice({
      textAtSending: () => {
        throw new Error('odd');
      },
    });
    const ana = post.person('Ana');
    const row = post.tell(ana, 'x');
    post.write(() => post.store.db.run(sql`update outbox set payload = null where id = ${row}`));
    post.say(ana, 'sigue');
    await post.settle();
    expect(saidTo(ana).at(-1)).toBe('sigue');
    await post.end();
  });
});
