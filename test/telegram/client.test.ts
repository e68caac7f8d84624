import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/simulator/index.ts';
import { createApi } from '../../src/telegram/client.ts';
import { simulatedTelegram, token } from '../world/telegram.ts';

const patient = { timeoutMs: 10_000 };
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A server that answers as it is told. @returns its address, and how many connections it has had. */
async function serve(answer: RequestListener) {
  const server = createServer(answer);
  let connections = 0;
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
  };
}

describe('A call', () => {
  it('sends structured parameters as JSON and gives the result', async () => {
    const { apiRoot } = await serve(async (request, response) => {
      const body = (await request.toArray()).join('');
      const { url, headers } = request;
      response.end(JSON.stringify({ ok: true, result: { url, type: headers['content-type'], body } }));
    });
    const parameters = { chat_id: 5, text: 'año', reply_markup: { inline_keyboard: [] } };
    expect(await createApi(token, `${apiRoot}//`).call('sendMessage', parameters, patient)).toEqual({
      ok: true,
      result: { url: `/bot${token}/sendMessage`, type: 'application/json', body: JSON.stringify(parameters) },
    });
  });

  it('goes over a connection that is kept', async () => {
    const { apiRoot, connections } = await serve((_, response) => {
      response.end('{"ok":true,"result":true}');
    });
    const api = createApi(token, apiRoot);
    for (let count = 0; count < 5; count++) expect((await api.call('getMe', {}, patient)).ok).toBe(true);
    expect(connections()).toBe(1);
  });

  it('reads letters that arrive in two pieces', async () => {
    const bytes = Buffer.from('{"ok":true,"result":"ñ"}');
    const { apiRoot } = await serve((_, response) => {
      response.write(bytes.subarray(0, bytes.length - 3), () => response.end(bytes.subarray(-3)));
    });
    expect(await createApi(token, apiRoot).call('getMe', {}, patient)).toEqual({ ok: true, result: 'ñ' });
  });

  it('uploads a file with its caption and buttons', async () => {
    const simulator = simulatedTelegram(createManualClock(Date.UTC(2022, 2, 17)));
    ends.push(() => simulator.stop());
    const { apiRoot } = await simulator.start();
    const ana = simulator.person({ firstName: 'Ana' });
    ana.start();
    const folder = mkdtempSync(join(tmpdir(), 'client-'));
    ends.push(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'año.pdf');
    writeFileSync(file, Buffer.alloc(300_000, '%PDF\r\n--'));
    const parameters = {
      chat_id: ana.id,
      document: { upload: file, filename: 'formato.pdf' },
      caption: 'Año <b>2022</b>',
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Sí', callback_data: 'yes' }]] },
    };
    expect((await createApi(token, apiRoot).call('sendDocument', parameters, patient)).ok).toBe(true);
    expect(ana.last()).toMatchObject({
      text: 'Año 2022',
      document: { name: 'formato.pdf', size: 300_000 },
      buttons: [[{ text: 'Sí' }]],
    });
    expect(simulator.refusals).toEqual([]);
    expect(simulator.ignored).toEqual([]);
  });
});

describe('A call that fails', () => {
  const answers: readonly [string, RequestListener, object][] = [
    [
      'a refusal',
      (_, response) =>
        response
          .writeHead(429)
          .end('{"ok":false,"error_code":429,"description":"Too Many","parameters":{"retry_after":7}}'),
      { kind: 'refused', code: 429, description: 'Too Many', retryAfterMs: 7_000 },
    ],
    [
      'a page of a machine in front of Telegram',
      (_, response) => response.writeHead(502).end('<html>nginx</html>'),
      { kind: 'refused', code: 502, description: 'Bad Gateway', retryAfterMs: null },
    ],
    [
      'text that is no JSON',
      (_, response) => response.end('hola'),
      { kind: 'unreachable', reason: 'invalid-json' },
    ],
    [
      'JSON that is no answer',
      (_, response) => response.end('[1]'),
      { kind: 'unreachable', reason: 'invalid-json' },
    ],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('{"ok":true,"result":', () => response.destroy());
      },
      { kind: 'unreachable', reason: 'ECONNRESET' },
    ],
    [
      'a connection that is reset',
      ({ socket }) => void socket.resetAndDestroy(),
      { kind: 'unreachable', reason: 'ECONNRESET' },
    ],
  ];
  it.each(answers)('gives the outcome of %s', async (_, answer, outcome) => {
    const { apiRoot } = await serve(answer);
    expect(await createApi(token, apiRoot).call('sendMessage', { text: 'a' }, patient)).toEqual({
      ok: false,
      ...outcome,
    });
  });

  it('follows no redirection: the address holds the token', async () => {
    const elsewhere = await serve((_, response) => response.end('{"ok":true,"result":true}'));
    const { apiRoot } = await serve((request, response) =>
      response.writeHead(307, { location: `${elsewhere.apiRoot}${request.url}` }).end(),
    );
    expect(await createApi(token, apiRoot).call('getMe', {}, patient)).toMatchObject({
      reason: 'invalid-json',
    });
    expect(elsewhere.connections()).toBe(0);
  });

  it('ends after its time, before or within the answer, and when it is given up', async () => {
    const { apiRoot } = await serve((request, response) => {
      if (request.url?.endsWith('getUpdates')) response.write('{"ok":');
    });
    const api = createApi(token, apiRoot);
    const soon = { timeoutMs: 20 };
    expect(await api.call('getMe', {}, soon)).toMatchObject({ kind: 'unreachable', reason: 'ETIMEDOUT' });
    expect(await api.call('getUpdates', {}, soon)).toMatchObject({ kind: 'unreachable' });
    const stop = new AbortController();
    const calls = Array.from({ length: 30 }, () =>
      api.call('getMe', {}, { ...patient, signal: stop.signal }),
    );
    stop.abort();
    for (const outcome of await Promise.all(calls)) expect(outcome).toMatchObject({ reason: 'ABORT_ERR' });
    const late = await api.call('getMe', {}, { ...patient, signal: stop.signal });
    expect(late).toMatchObject({ reason: 'ABORT_ERR' });
  });

  it('says why a file cannot be read', async () => {
    const { apiRoot } = await serve((request, response) => {
      request.resume().on('end', () => response.end('{"ok":true,"result":true}'));
    });
    const parameters = { photo: { upload: '/nowhere/at.all', filename: 'a.png' } };
    const outcome = await createApi(token, apiRoot).call('sendPhoto', parameters, patient);
    expect(outcome).toEqual({ ok: false, kind: 'unreachable', reason: 'ENOENT' });
  });

  it('says nothing of the token, also when it has characters that no address has', async () => {
    const odd = '123:ab c\n#ñ?/../x';
    const { apiRoot } = await serve((_, response) => response.writeHead(404).end('<html>'));
    for (const root of [apiRoot, 'http://127.0.0.1:1']) {
      const outcome = await createApi(odd, root).call('getMe', {}, patient);
      expect(outcome).toMatchObject({
        kind: 'unreachable',
        reason: expect.stringMatching(/^(invalid-json|ECONNREFUSED)$/),
      });
    }
  });
});
