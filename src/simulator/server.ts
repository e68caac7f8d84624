/**
 * The HTTP edge (specification: Telegram calls): routing, tokens, envelopes, and the effect of faults on a
 * connection.
 */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from '../node-http.ts';
import { type Api, envelopeOf } from './api.ts';
import { replyTo } from './http-faults.ts';
import { type Reply, tooBig } from './http-replies.ts';
import { jsonReply } from './json-reply.ts';
import { readRequest } from './request-body.ts';
import type { World } from './world.ts';

export type HttpEdge = {
  start(): Promise<{ apiRoot: string; port: number }>;
  stop(): Promise<void>;
  /** Cuts every connection, and every new one, until `up`. */
  down(): void;
  up(): void;
};

const LARGEST_BODY = 52_428_800;
/** Why the signal of a call aborts; made once, since most calls are over by then and nobody asks. */
const over = new Error('the connection of this call has gone');

export function createHttpEdge(world: World, api: Api, port = 0): HttpEdge {
  const sockets = new Set<Socket>();
  let isDown = false;
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.destroyed || isGone(error)) {
        response.destroy();
        return;
      }
      const description = `the simulator itself failed: ${error instanceof Error ? error.message : error}`;
      world.refusals.push({
        method: request.url?.split('/').at(-1) ?? '',
        code: 500,
        description,
        params: {},
        at: world.clock.now(),
      });
      write(response, jsonReply(envelopeOf(500, description)));
    });
  });
  server.keepAliveTimeout = 75_000;
  server.on('connection', (socket) => {
    if (isDown) {
      socket.resetAndDestroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('date', new Date(world.clock.now()).toUTCString());
    const gone = new AbortController();
    response.on('close', () => gone.abort(over));
    response.on('error', () => undefined);
    const body = await readBody(request);
    if (request.method !== 'GET' && request.method !== 'POST') return write(response, { status: 501 });
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const download = /^\/file\/bot([^/]*)\/(.+)$/.exec(url.pathname);
    if (download) return write(response, downloadReply(world, download));
    const route = /^\/bot([^/]*)\/([^/]+)\/?$/.exec(url.pathname);
    const token = decodeURIComponent(route?.[1] ?? '');
    if (route === null || !isWellFormed(token))
      return write(response, jsonReply(envelopeOf(404, 'Not Found')));
    if (token !== world.bot.token) return write(response, jsonReply(envelopeOf(401, 'Unauthorized')));
    if (body === undefined) return write(response, tooBig);
    const read = readRequest(url.searchParams, request.headers['content-type'] ?? '', body);
    if (read.kind === 'refused') return write(response, { status: read.status });

    const name = route[2] ?? '';
    const reply = await replyTo(
      { world, name, params: read.params, recorded: api.record(name, read.params) },
      () => api.call(name, read.params, read.malformed, gone.signal),
      gone.signal,
    );
    write(response, reply);
  };

  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          const { port: taken } = server.address() as AddressInfo;
          resolve({ apiRoot: `http://127.0.0.1:${taken}`, port: taken });
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
    down: () => {
      isDown = true;
      for (const socket of sockets) socket.resetAndDestroy();
    },
    up: () => {
      isDown = false;
    },
  };
}

function write(response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return;
  if (reply.status === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (reply.status === 'none') return;
  const body = reply.body ?? '';
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  response.writeHead(reply.status, {
    ...(reply.type === undefined ? {} : { 'content-type': reply.type }),
    'content-length': length,
    ...(reply.retryAfter === undefined ? {} : { 'retry-after': String(reply.retryAfter) }),
  });
  if (reply.cutAt === undefined) response.end(body);
  else response.write(body.slice(0, reply.cutAt), () => response.destroy());
}

function isWellFormed(token: string): boolean {
  return /^[1-9]\d*:[A-Za-z0-9_-]+$/.test(token) && token.length <= 80;
}

function downloadReply(world: World, [, token, path]: RegExpExecArray): Reply {
  if (!isWellFormed(token ?? '')) return jsonReply(envelopeOf(404, 'Not Found'));
  if (token !== world.bot.token) return jsonReply(envelopeOf(401, 'Unauthorized'));
  const file = [...world.files.values()].find((stored) => stored.path === path);
  if (file === undefined) return jsonReply(envelopeOf(404, 'Not Found'));
  return { status: 200, type: 'application/octet-stream', body: file.bytes };
}

/** Undefined when it is larger than Telegram takes. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  });
  await once(request, 'end');
  return size > LARGEST_BODY ? undefined : Buffer.concat(chunks);
}

function isGone(error: unknown): boolean {
  return error instanceof Error && /has gone|aborted|ECONNRESET/.test(`${error.message} ${error.name}`);
}
