import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answers, CannotListenError, type Server, startServer } from '../../src/http/server.ts';
import { freePort } from './free-port.ts';

const secret = 'a_secret-of-the-entity';
let server: Server;
let port: number;
let taken: unknown[];
let durable: boolean;
let healthy: boolean;
let statuses: number[];

const answers: Answers = {
  health: () => ({ ok: healthy, text: healthy ? 'ok' : 'fail' }),
  metrics: () => 'monitoreo_up 1\n',
  webhook: {
    path: '/telegram/hook',
    secret,
    take: async (update) => {
      taken.push(update);
      return durable;
    },
  },
  answered: (status) => void statuses.push(status),
};

beforeEach(async () => {
  [taken, statuses, durable, healthy] = [[], [], true, true];
  port = await freePort();
  server = await startServer({ host: '127.0.0.1', port }, answers);
});
afterEach(() => server.stop());

const at = (path: string) => `http://127.0.0.1:${port}${path}`;

function post(body: string, headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': secret }) {
  return fetch(at('/telegram/hook'), { method: 'POST', body, headers });
}

describe('health and metrics', () => {
  it('says ok or fail, and nothing else', async () => {
    const well = await fetch(at('/healthz'));
    expect([well.status, await well.text()]).toEqual([200, 'ok']);
    healthy = false;
    const stuck = await fetch(at('/healthz'));
    expect([stuck.status, await stuck.text()]).toEqual([503, 'fail']);
  });

  it('gives metrics as Prometheus reads them', async () => {
    const response = await fetch(at('/metrics'));
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await response.text()).toBe('monitoreo_up 1\n');
  });

  it('answers no other path', async () => {
    expect((await fetch(at('/'))).status).toBe(404);
    expect((await fetch(at('/healthz'), { method: 'POST' })).status).toBe(404);
  });
});

describe('the webhook', () => {
  it('takes an update, and answers 200 only once it is durable', async () => {
    expect((await post('{"update_id":7}')).status).toBe(200);
    durable = false;
    const later = await post('{"update_id":8}');
    expect([later.status, later.headers.get('retry-after')]).toEqual([503, '5']);
    expect(taken).toEqual([{ update_id: 7 }, { update_id: 8 }]);
    expect(statuses).toEqual([200, 503]);
  });

  it.each([
    ['none', {}],
    ['an empty one', { 'x-telegram-bot-api-secret-token': '' }],
    ['another of the same length', { 'x-telegram-bot-api-secret-token': secret.replace('a', 'b') }],
    ['the beginning of it', { 'x-telegram-bot-api-secret-token': secret.slice(0, -1) }],
    ['it and more', { 'x-telegram-bot-api-secret-token': `${secret}x` }],
  ])('refuses a secret that is %s, and reads nothing', async (_, headers) => {
    expect((await post('{"update_id":7}', headers)).status).toBe(401);
    expect(taken).toEqual([]);
  });

  it('refuses what is not a POST, not JSON, or elsewhere', async () => {
    expect((await fetch(at('/telegram/hook'))).status).toBe(405);
    expect((await post('{"update_id":')).status).toBe(400);
    const elsewhere = { method: 'POST', body: '{}', headers: { 'x-telegram-bot-api-secret-token': secret } };
    expect((await fetch(at('/telegram/hook/'), elsewhere)).status).toBe(404);
    expect(taken).toEqual([]);
  });

  it('refuses a body beyond 1 MiB, announced or not, and takes one below', async () => {
    const big = JSON.stringify({ update_id: 7, text: 'x'.repeat(1024 * 1024) });
    expect((await post(big)).status).toBe(413);
    const unannounced = await new Promise<number | undefined>((resolve, reject) => {
      const sending = request(
        {
          port,
          path: '/telegram/hook',
          method: 'POST',
          headers: { 'x-telegram-bot-api-secret-token': secret },
        },
        (response) => {
          resolve(response.statusCode);
          sending.destroy();
        },
      );
      sending.on('error', reject);
      sending.write(big);
    });
    expect(unannounced).toBe(413);
    expect(taken).toEqual([]);
    expect((await post(JSON.stringify({ text: 'x'.repeat(1_000_000) }))).status).toBe(200);
  });

  it('answers requests under way when it stops, and takes no more', async () => {
    let finish: (value: boolean) => void = () => undefined;
    await server.stop();
    server = await startServer(
      { host: '127.0.0.1', port },
      {
        ...answers,
        webhook: {
          path: '/hook',
          secret,
          take: () =>
            new Promise((resolve) => {
              finish = resolve;
              taken.push('begun');
            }),
        },
      },
    );
    const headers = { 'x-telegram-bot-api-secret-token': secret };
    const underWay = fetch(at('/hook'), { method: 'POST', body: '{}', headers });
    await expect.poll(() => taken).toEqual(['begun']);
    const stopped = server.stop();
    await expect(fetch(at('/healthz'))).rejects.toThrow();
    finish(true);
    expect((await underWay).status).toBe(200);
    await stopped;
  });
});

it('says which port it cannot open', async () => {
  const second = await startServer({ host: '127.0.0.1', port }, answers).catch((error: unknown) => error);
  expect(second).toBeInstanceOf(CannotListenError);
  expect(second).toMatchObject({ port, code: 'EADDRINUSE' });
});
