import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announce } from '../../src/db/announce.ts';
import { inTransaction } from '../../src/db/open.ts';
import { copies, createTown, outboxRows, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';
import { message, openPostOffice, type PostOffice, saidTo } from './post-office.ts';

const realTimeout = globalThis.setTimeout;

/** Waits for an answer end a hundred times sooner: the network is real, but its delays are short. */
function hurry(): void {
  const soon = ((work: () => void, ms = 0) =>
    realTimeout(work, ms < 10_000 ? ms : ms / 100)) as typeof setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(soon);
}

describe('5xx and network faults, with backoff', () => {
  let post: PostOffice;
  beforeEach(async () => {
    post = await openPostOffice();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await post.end();
  });

  it.each(['badGateway', 'internalHtml', 'restart', 'resetBefore', 'hang'] as const)(
    'a message survives three times %s, arrives once, and is tried ever more slowly',
    async (kind) => {
      if (kind === 'hang') hurry();
      const ana = post.person('Ana');
      post.simulator.faults.add({ kind, times: 3 });
      post.say(ana, 'al fin');
      await post.settle();
      expect(saidTo(ana)).toEqual(['al fin']);
      const times = post.sends().map(({ at }) => at);
      const gaps = times.slice(1).map((at, place) => at - (times[place] ?? 0));
      expect(gaps).toHaveLength(3);
      expect(gaps[0]).toBeGreaterThanOrEqual(1_000);
      expect(gaps[1]).toBeGreaterThanOrEqual(2_000);
      expect(gaps[2]).toBeGreaterThanOrEqual(4_000);
      expect(gaps[2]).toBeLessThan(60_000);
      expect(post.simulator.mistakes()).toEqual([]);
    },
  );

  it.each(['resetAfter', 'garbage', 'truncated', 'hangAfter'] as const)(
    'an acknowledgement lost by %s repeats a message at most once, and loses none',
    async (kind) => {
      if (kind === 'hangAfter' || kind === 'truncated') hurry();
      const ana = post.person('Ana');
      post.simulator.faults.add({ kind, times: 2 });
      post.say(ana, 'uno');
      post.say(ana, 'dos');
      await post.settle();
      expect(copies(ana, 'uno') + copies(ana, 'dos')).toBeLessThanOrEqual(4);
      expect([...new Set(saidTo(ana))]).toEqual(['uno', 'dos']);
      expect(post.rows().every(({ state }) => state === 'sent')).toBe(true);
      expect(post.rows().every(({ messageId }) => messageId !== null)).toBe(true);
    },
  );

  it('sends an edit with an unknown outcome as a message, never as a refused edit', async () => {
    const ana = post.person('Ana');
    const row = post.say(ana, 'antes');
    await post.settle();
    post.simulator.faults.add({ kind: 'resetAfter', method: 'editMessageText', times: 1 });
    post.changeTo(row, 'después');
    await post.settle();
    expect(saidTo(ana)).toEqual(['después', 'después']);
    expect(post.rows().every(({ state }) => state === 'sent')).toBe(true);
    expect(post.simulator.mistakes()).toEqual([]);
  });

  it('counts an edit that Telegram finds already done as done', async () => {
    const ana = post.person('Ana');
    const row = post.say(ana, 'antes');
    await post.settle();
    post.simulator.faults.add({
      kind: 'refuse',
      code: 400,
      description:
        'Bad Request: message is not modified: specified new message content and reply markup are …',
      times: 1,
    });
    post.changeTo(row, 'después');
    await post.settle();
    expect(post.rows().every(({ state }) => state === 'sent')).toBe(true);
    expect(post.sends()).toHaveLength(2);
  });

  it('counts ten answers that fail together as one network failure', async () => {
    const everybody = Array.from({ length: 5 }, (_, place) => post.person(`P${place}`));
    post.simulator.faults.add({ kind: 'resetBefore', times: 5 });
    const begun = post.clock.now();
    for (const each of everybody) post.say(each, 'hola');
    await post.settle();
    expect(post.clock.now() - begun).toBeLessThan(5_000);
    for (const each of everybody) expect(saidTo(each)).toEqual(['hola']);
  });

  it('loses no message when the token is refused meanwhile', async () => {
    const ana = post.person('Ana');
    post.simulator.faults.add({ kind: 'refuse', code: 401, description: 'Unauthorized', times: 2 });
    post.simulator.faults.add({ kind: 'refuse', code: 404, description: 'Not Found', times: 1 });
    post.say(ana, 'sigue aquí');
    await post.settle();
    expect(saidTo(ana)).toEqual(['sigue aquí']);
  });
});

describe('The network is down for an hour and comes back', () => {
  let town: Town;
  afterEach(() => town.end());

  it('answers what was written meanwhile, sends what waited once and in order, and has rested', async () => {
    town = await createTown();
    const { ana, berta, simulator, clock } = town;
    await town.after(() => ana.say('/ayuda'));
    const pollsBefore = simulator.calls.length;
    simulator.network.down();
    const downAt = clock.now();
    berta.say('/ayuda');
    await clock.travel(downAt + 3_600_000);
    expect(copies(berta, 'Esto puede hacer')).toBe(0);
    expect(simulator.calls.length).toBe(pollsBefore);
    const attempts = town.lines.filter((line) => line.includes('getUpdates')).length;
    expect(attempts).toBeGreaterThan(60);
    expect(attempts).toBeLessThan(400);
    simulator.network.up();
    await town.liveUntil(() => copies(berta, 'Esto puede hacer') === 1, 'the answer');
    expect(clock.now() - downAt - 3_600_000).toBeLessThan(60_000);
    await town.settle();
    expect(simulator.mistakes()).toEqual([]);
  });

  it('sends a reminder that was released when the network failed once it is back, within its day', async () => {
    town = await createTown({ start: ['2022-03-16', 7, 59] });
    const { ana, simulator, clock } = town;
    simulator.faults.add({ kind: 'resetBefore', method: 'sendMessage', times: 5 });
    clock.step(60_000);
    town.tick();
    await until(() => copies(ana, '31 de marzo') === 1, 'the reminder');
    await town.settle();
    expect(copies(town.berta, '31 de marzo')).toBe(1);
  });

  it('ends an unsent reminder at 19:00, and keeps an unsent notice for the next working day', async () => {
    town = await createTown({ start: ['2022-03-16', 7, 59] });
    const { ana, berta, simulator, clock, store } = town;
    clock.step(11 * 3_600_000 - 60_000);
    simulator.faults.add({ kind: 'badGateway', method: 'sendMessage' });
    const notice = {
      kind: 'notice',
      notice: 'moved',
      key: 'n',
      message: message('aviso'),
      now: clock.now(),
    } as const;
    inTransaction(store, (db) => announce(db, { chatId: berta.id, personId: 2 }, notice));
    town.tick();
    const stateOf = (key: string) => outboxRows(store.db).find((row) => row.key?.startsWith(key))?.state;
    await until(
      () => stateOf('reminder:1') === 'expired' && stateOf('n') === 'waiting',
      'the end of the day',
      20_000,
    );
    simulator.faults.clear();
    clock.set(Date.UTC(2022, 2, 17, 2));
    town.tick();
    await town.settle();
    expect(copies(berta, 'aviso')).toBe(0);
    expect(copies(ana, '31 de marzo')).toBe(0);
    clock.set(Date.UTC(2022, 2, 17, 13));
    town.tick();
    await town.settle();
    expect(copies(berta, 'aviso')).toBe(1);
    // They got nothing about the 16th, so the next day's tick reminds them once.
    expect(copies(ana, '31 de marzo')).toBe(1);
  });
});
