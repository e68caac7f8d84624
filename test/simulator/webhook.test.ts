import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { refusal, stage } from './setup.ts';

type Delivered = { secret: string | undefined; update: { update_id: number; message: { text: string } } };

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());

/** A bot's webhook: answers with the given statuses, then with 200. */
async function listener(statuses: number[] = [], body = '') {
  const got: Delivered[] = [];
  let heard: () => void = () => undefined;
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const secret = request.headers['x-telegram-bot-api-secret-token']?.toString();
    got.push({ secret, update: JSON.parse(Buffer.concat(chunks).toString()) as Delivered['update'] });
    response.writeHead(statuses.shift() ?? 200, { 'content-type': 'application/json' }).end(body);
    heard();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const count = (wanted: number): Promise<void> =>
    new Promise((resolve) => {
      heard = () => got.length >= wanted && resolve();
      heard();
    });
  return { url, got, count };
}

describe('webhooks', () => {
  it.each([
    ['not a url', 'invalid webhook URL specified'],
    ['http://example.org/x', 'bad webhook: An HTTPS URL must be provided for webhook'],
    ['https://example.org:8080/x', 'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443'],
    ['https://127.0.0.1/x', 'bad webhook: IP address 127.0.0.1 is reserved'],
  ])('are refused at %s', async (url, reason) => {
    const { call } = await stage();
    expect(await refusal(call('setWebhook', { url }))).toBe(`400 Bad Request: ${reason}`);
  });

  it('are refused with a bad secret, or twice within a second', async () => {
    const { call, clock } = await stage();
    const url = 'https://example.org/x';
    expect(await refusal(call('setWebhook', { url, secret_token: 'ñ' }))).toBe(
      '400 Bad Request: secret token contains unallowed characters',
    );
    expect(await refusal(call('setWebhook', { url, secret_token: 'x'.repeat(257) }))).toBe(
      '400 Bad Request: secret token is too long',
    );
    expect(await call('setWebhook', { url })).toEqual({
      ok: true,
      result: true,
      description: 'Webhook was set',
    });
    expect(await refusal(call('setWebhook', { url }))).toBe('429 Too Many Requests: retry after 1');
    clock.advance(1000);
    expect((await call('setWebhook', { url })).description).toBe('Webhook is already set');
  });

  it('block getUpdates until deleted, and end the poll that waits', async () => {
    const { call, simulator } = await stage();
    const waiting = call('getUpdates', { timeout: 50 });
    await simulator.until(() => simulator.polling() || undefined, 'a held poll');
    await call('setWebhook', { url: 'https://example.org/x' });
    expect(await refusal(waiting)).toBe('409 Conflict: terminated by setWebhook request');
    expect(await refusal(call('getUpdates'))).toBe(
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    expect((await call('getWebhookInfo')).result).toMatchObject({ url: 'https://example.org/x' });
    expect((await call('deleteWebhook')).description).toBe('Webhook was deleted');
    expect((await call('deleteWebhook')).description).toBe('Webhook is already deleted');
    expect((await call('getUpdates')).ok).toBe(true);
  });

  it('keep or drop what is pending, as asked', async () => {
    const { call, simulator } = await stage();
    simulator.person({ firstName: 'Ana' }).start();
    await call('deleteWebhook');
    expect(simulator.pendingUpdates()).toBe(1);
    await call('deleteWebhook', { drop_pending_updates: true });
    expect(simulator.pendingUpdates()).toBe(0);
  });

  it('deliver with the secret, in order within a chat, again after a failure', async () => {
    const { url, got, count } = await listener([500]);
    const { call, simulator } = await stage({ allowLocalWebhook: true });
    const ana = simulator.person({ firstName: 'Ana' });
    ana.start();
    await call('setWebhook', { url, secret_token: 'secreto_1' });
    ana.say('dos');
    await count(3);
    expect(got.map(({ update }) => update.message.text)).toEqual(['/start', '/start', 'dos']);
    expect(new Set(got.map(({ secret }) => secret))).toEqual(new Set(['secreto_1']));
    const info = (await call('getWebhookInfo')).result;
    expect(info.last_error_message).toBe('Wrong response from the webhook: 500 Internal Server Error');
  });

  it('run a method written into the answer', async () => {
    const reply = { method: 'sendMessage', chat_id: 100_000_001, text: 'recibido' };
    const { url } = await listener([], JSON.stringify(reply));
    const { call, simulator } = await stage({ allowLocalWebhook: true });
    await call('setWebhook', { url });
    const ana = simulator.person({ firstName: 'Ana' });
    ana.start();
    expect((await ana.waitFor({ text: 'recibido' })).from).toBe('bot');
  });
});
