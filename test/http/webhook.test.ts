import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readMoment } from '../../src/db/meta.ts';
import type { Store } from '../../src/db/open.ts';
import { copies, createTown, outboxRows, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';
import { freePort } from './free-port.ts';

/** The opened stores: the test gives the bot's own connection a full disk. */
const opened = vi.hoisted((): Store[] => []);
vi.mock('../../src/db/open.ts', async (load) => {
  const real = await load<typeof import('../../src/db/open.ts')>();
  const openStore: typeof real.openStore = (path, options) => {
    const store = real.openStore(path, options);
    opened.push(store);
    return store;
  };
  return { ...real, openStore };
});

const help = 'Esto puede hacer aquí';
const secret = 'secreto_de-prueba';
let town: Town;
let port: number;

beforeEach(async () => {
  port = await freePort();
  town = await createTown({ people: 4, webhook: { port, secret } });
});
afterEach(() => town.end());

const calls = (method: string) => town.simulator.calls.filter((call) => call.method === method);
const read = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();

function deliver(update: unknown): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/telegram`, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify(update),
  });
}

/** A message of Ana as Telegram would deliver it, which the simulator does not know. */
function said(updateId: number, text: string) {
  const from = { id: town.ana.id, is_bot: false, first_name: 'Ana' };
  return {
    update_id: updateId,
    message: {
      message_id: updateId,
      date: Math.floor(town.clock.now() / 1000),
      chat: { id: town.ana.id, type: 'private', first_name: 'Ana' },
      from,
      text,
    },
  };
}

it('gives Telegram the address, the secret and the kinds of update, and never polls', () => {
  expect(calls('setWebhook').map((call) => call.params)).toEqual([
    {
      url: `http://127.0.0.1:${port}/telegram`,
      secret_token: secret,
      allowed_updates: [
        'message',
        'edited_message',
        'channel_post',
        'edited_channel_post',
        'callback_query',
        'my_chat_member',
      ],
      drop_pending_updates: 'false',
    },
  ]);
  expect(calls('getUpdates')).toEqual([]);
});

it('answers everybody at once, each in the order of their messages', async () => {
  await town.after(() => {
    for (const each of town.people) {
      each.say('/ayuda');
      each.say('50 % taller con la comunidad');
      each.say('/misdatos');
    }
  });
  for (const each of town.people) {
    const texts = each.chat.filter(({ from }) => from === 'bot').map(({ text }) => text);
    expect(texts.findIndex((text) => text.includes(help))).toBe(0);
    expect(texts.at(-1)).toContain('Esto es lo que guardamos de usted');
  }
  expect(town.simulator.mistakes()).toEqual([]);
});

it('handles an update once, also when it comes twice at the same time and again later', async () => {
  const update = said(900_000_001, '/ayuda');
  const statuses = await Promise.all([deliver(update), deliver(update), deliver(update)]);
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await deliver(update)).status).toBe(200);
  await town.settle();
  expect(copies(town.ana, help)).toBe(1);
});

it('does not answer 200 while it cannot store, and loses nothing', async () => {
  const bot = opened.at(-1);
  bot?.sqlite.exec(
    "create temp trigger full before insert on main.outbox begin select raise(abort, 'full'); end",
  );
  bot?.sqlite.pragma(`max_page_count = ${bot.sqlite.pragma('page_count', { simple: true })}`);
  bot?.sqlite.exec('drop trigger full');
  const padded = (place: number) => said(900_000_100 + place, `/ayuda ${'x'.repeat(3_000)}`);
  const statuses: number[] = [];
  for (let place = 0; place < 60; place++) statuses.push((await deliver(padded(place))).status);
  expect(statuses).toContain(503);
  expect(town.lines.some((line) => line.includes('could not be stored'))).toBe(true);
  const kept = outboxRows(town.db).length;
  bot?.sqlite.pragma('max_page_count = 1000000');
  for (let place = 0; place < 60; place++) expect((await deliver(padded(place))).status).toBe(200);
  await town.settle(60_000);
  expect(outboxRows(town.db).length - kept).toBe(statuses.filter((status) => status === 503).length);
  expect(copies(town.ana, help)).toBe(60);
});

describe('Telegram calls the bot', () => {
  it('keeps updates at Telegram while the bot is down, and handles them once', async () => {
    await town.stopBot();
    town.ana.say('/ayuda');
    town.berta.say('/ayuda');
    await until(() => town.simulator.world.webhook.lastError !== undefined, 'Telegram to try');
    town.clock.step(5_000);
    await town.startBot();
    await town.liveUntil(
      () => copies(town.ana, help) === 1 && copies(town.berta, help) === 1,
      'the answers',
      300_000,
    );
    expect(town.simulator.mistakes()).toEqual([]);
  });

  it('changes to polling and back to the webhook without losing or repeating anything', async () => {
    town.hearBy('polling');
    town.clock.step(5_000);
    await town.restart();
    await town.settle();
    expect(town.simulator.world.webhook.url).toBe('');
    await town.after(() => town.ana.say('/ayuda'));
    town.hearBy({ port, secret });
    town.clock.step(5_000);
    await town.restart();
    await town.after(() => town.ana.say('/ayuda'));
    expect(copies(town.ana, help)).toBe(2);
    expect(town.simulator.mistakes()).toEqual([]);
  });

  it('sets the address again when somebody changed it, and notifies after five minutes', async () => {
    const other = () =>
      fetch(`${town.apiRoot}/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0/deleteWebhook`);
    await other();
    await town.liveUntil(() => town.simulator.world.webhook.url !== '', 'the address', 60_000);
    await town.after(() => town.ana.say('/ayuda'));
    expect(copies(town.ana, help)).toBe(1);
    for (let time = 0; time < 14; time++) {
      await other();
      await town.liveUntil(() => town.simulator.world.webhook.url !== '', 'the address', 60_000);
      await town.clock.travel(town.clock.now() + 10_000);
    }
    await town.liveUntil(
      () => copies(town.coordinator, 'Otro programa') === 1,
      'the coordinator to hear',
      60_000,
    );
    expect(await read('/healthz')).toMatch(/\nOtro proceso usa el mismo BOT_TOKEN/);
  });

  it('does not treat quiet hours as an outage: nobody is asked again', async () => {
    await town.after(() => town.ana.say('/reportar'));
    const before = outboxRows(town.db).filter(({ personId }) => personId === 1).length;
    const signOfLife = () => town.clock.now() - (readMoment(town.db, 'aliveAt') ?? 0) <= 60_000;
    for (const until3Hours = town.clock.now() + 3 * 3_600_000; town.clock.now() < until3Hours; ) {
      await town.clock.travel(town.clock.now() + 30_000);
      await until(signOfLife, 'a sign of life');
    }
    town.tick();
    await town.settle();
    expect(outboxRows(town.db).filter(({ personId }) => personId === 1)).toHaveLength(before);
  });
});

it('shows its health and what it did', async () => {
  await town.after(() => town.ana.say('/ayuda'));
  expect(await read('/healthz')).toBe('ok');
  const metrics = await read('/metrics');
  expect(metrics).toMatch(/^monitoreo_updates_total\{outcome="handled"\} 1$/m);
  expect(metrics).toMatch(/^monitoreo_webhook_requests_total\{status="200"\} 1$/m);
  expect(metrics).toMatch(/^monitoreo_telegram_calls_total\{method="sendMessage",outcome="ok"\} 1$/m);
});

it('stays healthy while Telegram is unreachable', async () => {
  await town.end();
  town = await createTown({ webhook: { port, secret }, minutes: true });
  town.simulator.network.down();
  for (let minutes = 0; minutes < 60; minutes += 1) {
    await town.clock.travel(town.clock.now() + 60_000);
    await expect.poll(() => read('/healthz')).toBe('ok');
  }
  expect(town.lines.filter((line) => line.includes('cannot reach Telegram')).length).toBeGreaterThan(10);
  town.simulator.network.up();
});
