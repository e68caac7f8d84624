import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { token } from '../../src/simulator/cast.ts';
import { type PageServer, servePage } from '../../src/simulator/show/page-server.ts';
import { openShow, type Show } from '../../src/simulator/show/show.ts';

describe('the server of the page', () => {
  let folder: string;
  let show: Show;
  let server: PageServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'page-server-'));
    show = await openShow(folder);
    server = await servePage(show, 0);
  });
  afterAll(async () => {
    await server.stop();
    await show.end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Sends a request as any program can, with headers that a browser would not let a page set. */
  function ask(of: {
    method?: string;
    path: string;
    headers?: Record<string, string>;
    body?: string | Buffer;
  }) {
    return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
      (resolve, reject) => {
        const { method = 'GET', path, headers = {}, body } = of;
        const asked = request({ host: '127.0.0.1', port: server.port, method, path, headers }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
          );
        });
        asked.on('error', reject);
        asked.end(body);
      },
    );
  }

  const act = (body: unknown, headers = {}) =>
    ask({ method: 'POST', path: '/act', headers, body: JSON.stringify(body) });

  it('refuses other names for this machine and other sites, which could act as the visitor', async () => {
    expect((await ask({ path: '/', headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask({ path: '/events', headers: { host: `evil.example:${server.port}` } })).status).toBe(
      403,
    );
    const asked = { kind: 'bot', do: 'kill' };
    expect((await act(asked, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await act(asked, { origin: 'null' })).status).toBe(403);
    expect((await ask({ path: '/', headers: { host: `localhost:${server.port}` } })).status).toBe(200);
  });

  it('serves the page and its modules, without their types, and no other file of the disk', async () => {
    const page = await ask({ path: '/' });
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    const module = await ask({ path: '/page/main.ts' });
    expect(module.headers['content-type']).toContain('text/javascript');
    expect(module.body).not.toContain(': PhoneView');
    for (const path of [
      '/page/../show/show.ts',
      '/page/%2e%2e/cast.ts',
      '/page/tsconfig.json',
      '/page/none.ts',
      '/files/x/y',
      '/.env',
    ])
      expect((await ask({ path })).status).toBe(404);
    for (const path of [...page.body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? ''))
      expect([path, (await ask({ path })).status]).toEqual([path, 200]);
  });

  it('explains in Spanish what it refuses, and changes nothing', async () => {
    const before = show.phone('ana').person.chat.length;
    for (const wrong of [
      { kind: 'say', phone: 'nobody', text: 'hola' },
      { kind: 'say', phone: 'ana', text: ' ' },
      { kind: 'shell' },
      null,
    ]) {
      const { status, body } = await act(wrong);
      expect([status, body]).toEqual([400, JSON.stringify({ ok: false, why: 'No entendimos esa acción.' })]);
    }
    const { body } = await act({ kind: 'tap', phone: 'ana', messageId: 1, data: 'q:1:yes' });
    expect(body).toContain('El teléfono no pudo hacer eso');
    expect((await ask({ method: 'POST', path: '/send?phone=ana&as=exe&name=x&mime=&caption=' })).status).toBe(
      400,
    );
    const large = await ask({
      method: 'POST',
      path: '/send?phone=ana&as=document&name=x&mime=&caption=',
      body: Buffer.alloc(20 * 1024 * 1024 + 1),
    });
    expect([large.status, large.body]).toEqual([
      413,
      JSON.stringify({ ok: false, why: 'El archivo pasa de 20 MB.' }),
    ]);
    expect(show.phone('ana').person.chat.length).toBe(before);
  });

  it('lets a browser show only pictures and PDF, whatever a file claims to be', async () => {
    const page = Buffer.from('<script>alert(1)</script>');
    const sent = show
      .phone('pedro')
      .person.sendFile({ kind: 'document', bytes: page, name: 'a b".html', mime: 'text/html' });
    const { headers, body } = await ask({ path: `/files/${sent.document?.fileId}/a%20b%22.html` });
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''a%20b%22.html",
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    });
    expect(body).toContain('<script>');
  });

  it('never shows the token, not even among calls and log', async () => {
    await show.simulator.until(
      () => (show.simulator.polling() ? true : undefined),
      'the bot to poll',
      20_000,
    );
    const told: string[] = [];
    show.publisher.listen((_, json) => told.push(json))();
    expect(told.join()).toContain('getMe');
    expect(told.join()).not.toContain(token.split(':')[1]);
  });
});
