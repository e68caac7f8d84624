import { describe, expect, it } from 'vitest';
import { type Answer, refusal, stage } from './setup.ts';

const ids = (answer: Answer): number[] =>
  answer.result.map((update: { update_id: number }) => update.update_id);

async function threeMessages() {
  const set = await stage({ firstUpdateId: 1000 });
  const ana = set.simulator.person({ firstName: 'Ana' });
  ana.start();
  ana.say('dos');
  ana.say('tres');
  return { ...set, ana };
}

describe('getUpdates: the offset', () => {
  it('confirms nothing at 0, and everything before a positive one', async () => {
    const { call } = await threeMessages();
    expect(ids(await call('getUpdates'))).toEqual([1000, 1001, 1002]);
    expect(ids(await call('getUpdates', { offset: 0, limit: 2 }))).toEqual([1000, 1001]);
    expect(ids(await call('getUpdates', { offset: 1001 }))).toEqual([1001, 1002]);
    expect(ids(await call('getUpdates'))).toEqual([1001, 1002]);
    expect(ids(await call('getUpdates', { offset: 1003 }))).toEqual([]);
    expect(ids(await call('getUpdates'))).toEqual([]);
  });

  it('keeps only the last ones when negative', async () => {
    const { call } = await threeMessages();
    expect(ids(await call('getUpdates', { offset: -2 }))).toEqual([1001, 1002]);
    expect(ids(await call('getUpdates'))).toEqual([1001, 1002]);
  });

  it('counts as 0 in the far future', async () => {
    const { call } = await threeMessages();
    expect(ids(await call('getUpdates', { offset: 1014 }))).toEqual([1000, 1001, 1002]);
    expect(ids(await call('getUpdates', { offset: 1013 }))).toEqual([]);
  });

  it('is accepted whatever its value', async () => {
    const { call } = await threeMessages();
    expect(ids(await call('getUpdates', { offset: 'x', limit: 0, timeout: 'y' }))).toEqual([1000]);
    expect(ids(await call('getUpdates', { limit: 1e6 }))).toEqual([1000, 1001, 1002]);
  });

  it('follows ids that jump back, as after a week without updates', async () => {
    const { call, ana, simulator } = await threeMessages();
    await call('getUpdates', { offset: 1003 });
    simulator.jumpUpdateId(17);
    ana.say('otra vez');
    expect(ids(await call('getUpdates', { offset: 1003 }))).toEqual([17]);
    expect(ids(await call('getUpdates', { offset: 18 }))).toEqual([]);
  });

  it('begins at a random id that the seed decides', async () => {
    const one = await stage({ seed: 7 });
    const other = await stage({ seed: 7 });
    expect(one.simulator.nextUpdateId()).toBe(other.simulator.nextUpdateId());
    expect(one.simulator.nextUpdateId()).toBeGreaterThanOrEqual(2_000_001);
  });
});

describe('getUpdates: waiting', () => {
  it('is held until something arrives', async () => {
    const { call, simulator } = await stage();
    const ana = simulator.person({ firstName: 'Ana' });
    const waiting = call('getUpdates', { timeout: 50 });
    await simulator.until(() => simulator.polling() || undefined, 'a held poll');
    ana.start();
    expect((await waiting).result).toHaveLength(1);
    expect(simulator.polling()).toBe(false);
  });

  it('ends with an empty list, by the simulated clock too', async () => {
    const { call, clock, simulator } = await stage();
    const waiting = call('getUpdates', { timeout: 50 });
    await simulator.until(() => simulator.polling() || undefined, 'a held poll');
    clock.advance(50_000);
    expect((await waiting).result).toEqual([]);
  });

  it('gives the 409 to the older of two waiting calls', async () => {
    const { call, simulator } = await stage();
    const ana = simulator.person({ firstName: 'Ana' });
    const older = call('getUpdates', { timeout: 50 });
    await simulator.until(() => simulator.polling() || undefined, 'a held poll');
    const younger = call('getUpdates', { timeout: 50 });
    expect(await refusal(older)).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    ana.start();
    expect((await younger).result).toHaveLength(1);
  });

  it('gives both callers the same updates when some are pending', async () => {
    const { call } = await threeMessages();
    const [one, other] = await Promise.all([
      call('getUpdates', { timeout: 50 }),
      call('getUpdates', { timeout: 50 }),
    ]);
    expect(one.result).toEqual(other.result);
  });

  it('forgets the poll of a client that has gone', async () => {
    const { call, simulator, apiRoot } = await stage();
    const leaving = new AbortController();
    const url = `${apiRoot}/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getUpdates?timeout=50`;
    const gone = fetch(url, { signal: leaving.signal }).catch(() => 'gone');
    await simulator.until(() => simulator.polling() || undefined, 'a held poll');
    leaving.abort();
    expect(await gone).toBe('gone');
    const ana = simulator.person({ firstName: 'Ana' });
    ana.start();
    expect((await call('getUpdates')).result).toHaveLength(1);
    expect(simulator.refusals).toEqual([]);
  });

  it('slows a caller that repeats the same offset: one update within half a second', async () => {
    const { call, simulator } = await stage({ antiSpin: true });
    const ana = simulator.person({ firstName: 'Ana' });
    ana.start();
    ana.say('dos');
    expect((await call('getUpdates')).result).toHaveLength(2);
    expect((await call('getUpdates')).result).toHaveLength(1);
  });
});

describe('getUpdates: kinds', () => {
  it('filters when the update is made, keeps the setting, and uses no id for filtered ones', async () => {
    const { call, simulator } = await stage({ firstUpdateId: 1 });
    const ana = simulator.person({ firstName: 'Ana' });
    ana.start();
    await call('getUpdates', { allowed_updates: ['callback_query', 'nonsense'] });
    ana.say('no llega');
    ana.forgeTap('x', 1);
    expect((await call('getUpdates', { allowed_updates: 'not JSON' })).result.map(Object.keys)).toEqual([
      ['update_id', 'message'],
      ['update_id', 'callback_query'],
    ]);
    await call('getUpdates', { allowed_updates: [] });
    ana.say('llega');
    expect(ids(await call('getUpdates'))).toEqual([1, 2, 3]);
  });
});

describe('how long Telegram keeps things', () => {
  it('forgets a tap after 150 s and a message after 24 h', async () => {
    const { call, simulator, clock } = await stage();
    const ana = simulator.person({ firstName: 'Ana' });
    ana.start();
    ana.forgeTap('x', 1);
    clock.advance(149_999);
    expect((await call('getUpdates')).result).toHaveLength(2);
    clock.advance(1);
    expect((await call('getUpdates')).result).toHaveLength(1);
    clock.advance(24 * 3600 * 1000);
    expect((await call('getUpdates')).result).toHaveLength(0);
  });
});
