import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answers, type Limits, type Server, startServer } from '../../src/http/server.ts';
import { freePort } from './free-port.ts';

const secret = 'a_secret-of-the-entity';
const limits: Limits = { connections: 8, headersMs: 300, requestMs: 600, checkedEachMs: 50 };
const answers: Answers = {
  health: () => ({ ok: true, text: 'ok' }),
  metrics: () => '',
  webhook: { path: '/hook', secret, take: async () => true },
  answered: () => undefined,
};
let server: Server;
let port: number;
let sockets: Socket[];

beforeEach(async () => {
  sockets = [];
  port = await freePort();
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await server.stop();
});

async function start(changed: Partial<Limits> = {}): Promise<void> {
  server = await startServer({ host: '127.0.0.1', port }, answers, { ...limits, ...changed });
}

/** A connection that sends a text, or nothing; waits for the answer when it sends a whole request. */
async function connected(sends = ''): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  if (sends !== '') socket.write(sends);
  if (sends.endsWith('\r\n\r\n') || sends.endsWith('{}')) await once(socket, 'data');
  else socket.resume();
  return socket;
}

const askHealth = 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n';
const update = `POST /hook HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${secret}\r\ncontent-length: 2\r\n\r\n{}`;
const health = async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, {
    headers: { connection: 'close' },
    signal: AbortSignal.timeout(2_000),
  });
  return answer.status;
};

describe('connections that are held open', () => {
  it.each([
    ['send nothing', ''],
    ['send half a request', 'GET /healthz HTTP/1.1\r\nhost'],
    ['asked once and stay', askHealth],
  ])('never silence /healthz, when they %s', async (_, sends) => {
    await start({ headersMs: 60_000, requestMs: 90_000 });
    for (let i = 0; i < 3 * limits.connections; i += 1) await connected(sends);
    for (let i = 0; i < 5; i += 1) expect(await health()).toBe(200);
  });

  it('never close Telegram’s own, however many there are', async () => {
    await start({ headersMs: 60_000, requestMs: 90_000 });
    const telegram = await connected(update);
    for (let i = 0; i < 3 * limits.connections; i += 1) await connected(i % 2 === 0 ? '' : askHealth);
    expect(telegram.closed).toBe(false);
    telegram.write(update);
    const [answer] = (await once(telegram, 'data')) as [Buffer];
    expect(answer.toString()).toContain('HTTP/1.1 200');
  });

  it.each([
    ['nothing', ''],
    ['half a request', 'GET /healthz HTTP/1.1\r\nhost'],
    ['headers and half a body', update.slice(0, -1)],
  ])('are closed soon when they send %s', async (_, sends) => {
    await start();
    const socket = await connected(sends);
    const begun = performance.now();
    if (!socket.closed) await once(socket, 'close');
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it('stay open between requests, as Telegram needs', async () => {
    await start();
    const kept = await connected(askHealth);
    for (let i = 0; i < 2; i += 1) {
      const silent = await connected();
      await once(silent, 'close');
    }
    kept.write(askHealth);
    const [answer] = (await once(kept, 'data')) as [Buffer];
    expect(answer.toString()).toContain('HTTP/1.1 200');
  });
});
