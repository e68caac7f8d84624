import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBot } from '../../src/app/bot.ts';
import { readMoment } from '../../src/db/meta.ts';
import { telegramRate } from '../../src/telegram/pace.ts';
import { listen } from '../world/log.ts';
import { token } from '../world/telegram.ts';
import { copies, createTown, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';

const help = 'Esto puede hacer aquí';
const rivalWords = 'Otro programa está usando la misma cuenta';
const terminated = {
  kind: 'refuse',
  code: 409,
  description:
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  method: 'getUpdates',
} as const;
let town: Town;
beforeEach(async () => {
  town = await createTown();
});
afterEach(() => town.end());

const callsOf = (method: string) => town.simulator.calls.filter((call) => call.method === method);

async function callTelegram(method: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${town.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}

describe('409: a webhook is active', () => {
  it('removes a webhook that somebody else set, drops nothing pending, and goes on polling', async () => {
    for (let time = 1; time <= 3; time++) {
      town.clock.step(2_000);
      await callTelegram('setWebhook', { url: 'https://example.org/hook' });
      town.ana.say('/ayuda');
      await town.liveUntil(() => copies(town.ana, help) === time, 'the answer', 60_000);
      await town.settle();
    }
    expect(callsOf('deleteWebhook').length).toBeGreaterThanOrEqual(4);
    expect(
      callsOf('deleteWebhook').every(({ params }) => String(params.drop_pending_updates) === 'false'),
    ).toBe(true);
    expect(town.endedBy()).toBeUndefined();
  });

  it('repeats deleteWebhook for a webhook of an earlier run until Telegram has done it', async () => {
    await town.stopBot();
    await callTelegram('setWebhook', { url: 'https://example.org/hook' });
    town.ana.say('/ayuda');
    town.simulator.faults.add({ kind: 'badGateway', method: 'deleteWebhook', times: 3 });
    const already = town.simulator.calls.length;
    await town.startBot();
    await town.liveUntil(() => copies(town.ana, help) === 1, 'the answer', 60_000);
    const methods = town.simulator.calls
      .slice(already)
      .map(({ method }) => method)
      .filter((method) => !method.startsWith('setMy'));
    expect(methods.slice(1, 5)).toEqual(Array(4).fill('deleteWebhook'));
    await town.settle();
  });
});

describe('409: terminated by other getUpdates', () => {
  it('waits 5, 10 … 60 s between tries, goes on when the other process has gone, and notifies nobody of a short one', async () => {
    const stop = town.simulator.faults.add(terminated);
    const begun = town.clock.now();
    const already = callsOf('getUpdates').length;
    town.ana.say('/ayuda');
    await until(() => copies(town.ana, help) === 1, 'the answer of the poll under way');
    await town.clock.travel(begun + 200_000);
    const times = callsOf('getUpdates')
      .slice(already)
      .map(({ at }) => at);
    const gaps = times.slice(1).map((at, place) => Math.round((at - (times[place] ?? 0)) / 1000));
    expect(gaps.filter((gap) => gap > 1).slice(0, 5)).toEqual([5, 10, 15, 20, 25]);
    expect(town.lines.join('\n')).toContain('another process polls with this token');
    stop();
    town.berta.say('/ayuda');
    await town.liveUntil(() => copies(town.berta, help) === 1, 'the answer', 120_000);
    expect(copies(town.coordinator, rivalWords)).toBe(0);
    expect(town.endedBy()).toBeUndefined();
  });

  it('notifies the coordinator once after five minutes, and notes it for doctor and health', async () => {
    town.simulator.faults.add(terminated);
    town.ana.say('/ayuda');
    const begun = town.clock.now();
    await town.liveUntil(() => copies(town.coordinator, rivalWords) === 1, 'the notice', 900_000);
    const after = town.clock.now() - begun;
    expect(after).toBeGreaterThanOrEqual(300_000);
    expect(after).toBeLessThan(400_000);
    expect(readMoment(town.db, 'rivalSeenAt')).not.toBeNull();
    await town.clock.travel(town.clock.now() + 600_000);
    expect(copies(town.coordinator, rivalWords)).toBe(1);
    expect(copies(town.ana, rivalWords)).toBe(0);
  });

  it('notifies too when both processes get through now and then', async () => {
    const rival = new AbortController();
    const poll = async () => {
      while (!rival.signal.aborted) {
        const body = JSON.stringify({ offset: 1, timeout: 50 });
        const headers = { 'content-type': 'application/json' };
        await fetch(`${town.apiRoot}/bot${token}/getUpdates`, {
          method: 'POST',
          headers,
          body,
          signal: rival.signal,
        })
          .then((answer) => answer.text())
          .catch(() => undefined);
        await town.clock.sleep(3_000, rival.signal).catch(() => undefined);
      }
    };
    const polling = poll();
    await town.liveUntil(() => copies(town.coordinator, rivalWords) === 1, 'the notice', 900_000);
    rival.abort();
    await polling;
    expect(town.endedBy()).toBeUndefined();
  });
});

describe('401 and 404 end the process, naming BOT_TOKEN, never its value', () => {
  it.each([
    [401, 'Unauthorized'],
    [404, 'Not Found'],
  ])('%i in the middle of a life', async (code, description) => {
    town.simulator.faults.add({ kind: 'refuse', code, description, method: 'getUpdates' });
    town.ana.say('/ayuda');
    await until(() => town.endedBy() !== undefined, 'the end');
    expect(String(town.endedBy())).toContain('BOT_TOKEN');
    expect(String(town.endedBy())).not.toContain(token);
  });

  it.each([
    ['a revoked token', '110201543:AAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
    ['no token at all', 'nonsense'],
  ])('%s at the start, and the file is free again', async (_, other) => {
    await town.stopBot();
    const heard = listen();
    const start = () =>
      startBot({
        token: other,
        apiRoot: town.apiRoot,
        databasePath: town.databasePath,
        filesPath: `${town.databasePath}.files`,
        entityName: null,
        dataContact: 'x',
        clock: town.clock,
        rate: telegramRate,
        log: heard.log,
      });
    for (let time = 0; time < 2; time++) {
      const error = await start().catch((reason: unknown) => reason);
      expect(String(error)).toContain('BOT_TOKEN');
      expect(String(error) + heard.lines.join()).not.toContain(other);
    }
  });
});
