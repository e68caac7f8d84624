import { describe, expect, it } from 'vitest';
import { stage, TOKEN } from './setup.ts';

async function faulty() {
  const set = await stage({ limits: false });
  const ana = set.simulator.person({ firstName: 'Ana' });
  ana.start();
  const send = (text: string, init?: RequestInit) =>
    set.request(`/bot${TOKEN}/sendMessage?chat_id=${ana.id}&text=${text}`, init);
  const arrived = () => ana.chat.filter(({ from }) => from === 'bot').map(({ text }) => text);
  return { ...set, ana, send, arrived };
}

describe('injected faults', () => {
  it('answer in place of Telegram, as often as set, without an effect and without counting as refusals', async () => {
    const { simulator, send, arrived } = await faulty();
    simulator.faults.add({ kind: 'badGateway', method: 'sendMessage', times: 1 });
    simulator.faults.add({ kind: 'restart', method: ['sendMessage'], times: 1 });
    simulator.faults.add({ kind: 'internalHtml', times: 1 });
    const bad = await send('uno');
    expect([bad.status, await bad.text()]).toEqual([
      502,
      expect.stringContaining('<title>502 Bad Gateway</title>'),
    ]);
    const restart = await send('dos');
    expect([restart.status, await restart.json()]).toEqual([
      500,
      { ok: false, error_code: 500, description: 'Internal Server Error: restart' },
    ]);
    expect(await (await send('tres')).text()).toContain('<html>');
    expect((await send('cuatro')).status).toBe(200);
    expect(arrived()).toEqual(['cuatro']);
    expect(simulator.refusals).toEqual([]);
    expect(simulator.calls.map(({ fault }) => fault)).toEqual([
      'badGateway',
      'restart',
      'internalHtml',
      undefined,
    ]);
    expect(simulator.faults.hits).toHaveLength(3);
  });

  it('announce a wait that is then enforced; ignoring it counts as the bot’s own mistake', async () => {
    const { simulator, send, clock } = await faulty();
    simulator.faults.add({ kind: 'tooManyRequests', retryAfter: 7, times: 1 });
    const told = await send('uno');
    expect([told.status, told.headers.get('retry-after')]).toEqual([429, '7']);
    expect(simulator.refusals).toEqual([]);
    clock.advance(6999);
    expect((await send('dos')).status).toBe(429);
    expect(simulator.refusals).toHaveLength(1);
    clock.advance(1);
    expect((await send('tres')).status).toBe(200);
  });

  it('announce a wait for every chat, when asked', async () => {
    const { simulator, send, call } = await faulty();
    const luis = simulator.person({ firstName: 'Luis' });
    luis.start();
    simulator.faults.add({ kind: 'tooManyRequests', retryAfter: 3, times: 1, everywhere: true });
    await send('uno');
    expect((await call('sendMessage', { chat_id: luis.id, text: 'x' })).parameters).toEqual({
      retry_after: 3,
    });
    simulator.faults.add({ kind: 'tooManyRequests', retryAfter: 3, times: 1, method: 'getUpdates' });
    expect((await call('getUpdates')).error_code).toBe(429);
    expect((await call('getUpdates')).ok).toBe(true);
  });

  it('cut the connection before or after the effect', async () => {
    const { simulator, send, arrived } = await faulty();
    simulator.faults.add({ kind: 'resetBefore', times: 1 });
    await expect(send('uno')).rejects.toThrow();
    simulator.faults.add({ kind: 'resetAfter', times: 1 });
    await expect(send('dos')).rejects.toThrow();
    expect(arrived()).toEqual(['dos']);
  });

  it('spoil the answer of a call that took effect', async () => {
    const { simulator, send, arrived } = await faulty();
    simulator.faults.add({ kind: 'garbage', times: 1 });
    await expect((await send('uno')).json()).rejects.toThrow();
    simulator.faults.add({ kind: 'truncated', times: 1 });
    await expect(send('dos').then((response) => response.text())).rejects.toThrow();
    expect(arrived()).toEqual(['uno', 'dos']);
  });

  it('hang until the client gives up', async () => {
    const { simulator, send, arrived } = await faulty();
    simulator.faults.add({ kind: 'hang', times: 1 });
    await expect(send('uno', { signal: AbortSignal.timeout(30) })).rejects.toThrow();
    simulator.faults.add({ kind: 'hangAfter', times: 1 });
    await expect(send('dos', { signal: AbortSignal.timeout(30) })).rejects.toThrow();
    simulator.faults.add({ kind: 'delay', ms: 10, times: 1 });
    expect((await send('tres')).status).toBe(200);
    expect(arrived()).toEqual(['dos', 'tres']);
  });

  it('affect one chat only, or a seeded share of the calls, until removed', async () => {
    const { simulator, send } = await faulty();
    simulator.faults.add({ kind: 'restart', chatId: 4 });
    expect((await send('uno')).status).toBe(200);
    const stop = simulator.faults.add({ kind: 'restart', probability: 0.5 });
    const statuses: number[] = [];
    for (let sent = 0; sent < 20; sent += 1) statuses.push((await send('x')).status);
    expect(new Set(statuses)).toEqual(new Set([200, 500]));
    stop();
    expect((await send('y')).status).toBe(200);
  });

  it('cut the network and restore it', async () => {
    const { simulator, send, arrived } = await faulty();
    await send('uno');
    simulator.network.down();
    await expect(send('dos')).rejects.toThrow();
    simulator.network.up();
    expect((await send('tres')).status).toBe(200);
    expect(arrived()).toEqual(['uno', 'tres']);
  });

  it('repeat, redeliver and shuffle updates', async () => {
    const { simulator, call, ana } = await faulty();
    for (const text of ['b', 'c', 'd']) ana.say(text);
    const texts = async (params: object = {}): Promise<string[]> =>
      (await call('getUpdates', { ...params })).result.map(
        (u: { message: { text: string } }) => u.message.text,
      );
    simulator.faults.duplicateUpdates();
    expect(await texts({ limit: 2 })).toEqual(['/start', '/start', 'b', 'b']);
    simulator.faults.redeliverUpdates();
    expect(await texts({ offset: simulator.nextUpdateId() - 2 })).toEqual(['/start', 'b', 'c', 'd']);
    for (const text of ['e', 'f', 'g', 'h']) ana.say(text);
    simulator.faults.reorderUpdates();
    const shuffled = await texts();
    expect(shuffled).not.toEqual(['c', 'd', 'e', 'f', 'g', 'h']);
    expect(shuffled.toSorted()).toEqual(['c', 'd', 'e', 'f', 'g', 'h']);
  });

  it('make getMe answer as another bot', async () => {
    const { simulator, call } = await faulty();
    simulator.faults.wrongBot({ id: 42, username: 'otro_bot' });
    expect((await call('getMe')).result).toMatchObject({ id: 42, username: 'otro_bot' });
    simulator.faults.wrongBot(undefined);
    expect((await call('getMe')).result.id).toBe(110201543);
  });
});
