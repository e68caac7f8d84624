/**
 * Serves the page on 127.0.0.1, only to this machine's own browser: it refuses requests under other names of
 * this address (DNS rebinding), and requests from another site's page.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { z } from 'zod';
import { createServer } from '../../node-http.ts';
import { roleKeys } from '../cast.ts';
import { demoRefusals } from '../demo-texts.ts';
import { perform, readAct } from './acts.ts';
import { pageFile } from './page-files.ts';
import { sentFile } from './sent-files.ts';
import type { Show } from './show.ts';

export type PageServer = { readonly port: number; readonly stop: () => Promise<void> };

const host = '127.0.0.1';
const mostPortsTried = 50;
const longestAct = 200_000;
const largestFile = 20 * 1024 * 1024;
const policy =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** @param wanted the port; when it is busy the next free one is taken */
export async function servePage(show: Show, wanted: number): Promise<PageServer> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    answer(show, request, response).catch(() => {
      if (!response.headersSent) plain(response, 500, 'error');
      else response.destroy();
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await listen(server, wanted);
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

async function listen(server: Server, wanted: number): Promise<void> {
  for (let port = wanted; ; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!busy || port >= 65_535 || port >= wanted + mostPortsTried) throw error;
    }
  }
}

async function answer(show: Show, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-security-policy', policy);
  if (!isOurs(request)) return plain(response, 403, 'forbidden');
  const url = new URL(request.url ?? '/', `http://${host}`);
  if (request.method === 'GET') return get(show, url, response, request);
  if (request.method === 'POST' && url.pathname === '/act') return takeAct(show, request, response);
  if (request.method === 'POST' && url.pathname === '/send') return takeFile(show, url, request, response);
  return plain(response, 404, 'not found');
}

/** Whether the request names this very address and does not come from another site's page. */
function isOurs(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  const names = [`${host}:${port}`, `localhost:${port}`];
  const { host: asked, origin } = request.headers;
  if (!names.includes(asked ?? '')) return false;
  return origin === undefined || names.some((name) => origin === `http://${name}`);
}

function get(show: Show, url: URL, response: ServerResponse, request: IncomingMessage): void {
  if (url.pathname === '/events') return stream(show, response, request);
  const file = /^\/files\/([\w-]+)\/([^/]+)$/.exec(url.pathname);
  if (file) return serveFile(show, file[1] ?? '', file[2] ?? '', url.searchParams.has('save'), response);
  const page = pageFile(url.pathname);
  if (page === null) return plain(response, 404, 'not found');
  response.writeHead(200, { 'content-type': page.type });
  response.end(page.body);
}

function stream(show: Show, response: ServerResponse, request: IncomingMessage): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  const end = show.publisher.listen((event, json) => {
    response.write(`event: ${event}\ndata: ${json}\n\n`);
  });
  request.on('close', end);
}

/** @param name already encoded, as the page requested it */
function serveFile(show: Show, id: string, name: string, save: boolean, response: ServerResponse): void {
  const file = sentFile(show.simulator, id);
  if (!file) return plain(response, 404, 'not found');
  const how = file.inline && !save ? 'inline' : 'attachment';
  response.setHeader('content-security-policy', "sandbox; default-src 'none'");
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.body.length,
    'content-disposition': `${how}; filename*=UTF-8''${name}`,
  });
  response.end(file.body);
}

async function takeAct(show: Show, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await read(request, longestAct);
  const asked = body === null ? null : readAct(body.toString('utf8'));
  if (asked === null) return outcome(response, demoRefusals.notUnderstood, 400);
  outcome(response, await perform(show, asked));
}

const sending = z.object({
  phone: z.enum(roleKeys),
  as: z.enum(['photo', 'document']),
  name: z.string().min(1).max(255),
  mime: z.string().max(100),
  caption: z.string().max(1_024),
});

/** Takes a file from a phone: the body has its bytes, the address describes it. */
async function takeFile(
  show: Show,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = sending.safeParse(Object.fromEntries(url.searchParams));
  if (!asked.success) return outcome(response, demoRefusals.notUnderstood, 400);
  const bytes = await read(request, largestFile);
  if (bytes === null) return outcome(response, demoRefusals.tooBig, 413);
  const { phone, as, name, mime, caption } = asked.data;
  const words = caption.trim() === '' ? {} : { caption: caption.trim() };
  const file =
    as === 'photo'
      ? ({ kind: 'photo', bytes, ...words } as const)
      : ({ kind: 'document', bytes, name, ...(mime === '' ? {} : { mime }), ...words } as const);
  outcome(response, show.phone(phone).send(file));
}

/** Null when there are more than `most` bytes. */
async function read(request: IncomingMessage, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  return size > most ? null : Buffer.concat(chunks);
}

function outcome(response: ServerResponse, why: string | undefined, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(why === undefined ? { ok: true } : { ok: false, why }));
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}
