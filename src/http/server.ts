import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { systemClock } from '../clock.ts';
import { createServer } from '../node-http.ts';
import { readJson } from './body.ts';
import { keepRoom } from './room.ts';
import { isSecret } from './secret.ts';

/** Telegram sends in this header the secret that setWebhook was given (Bot API, setWebhook.secret_token). */
const secretHeader = 'x-telegram-bot-api-secret-token';
/**
 * Telegram keeps a connection for 60 s. Ours lasts longer, so no update meets a connection that is closing.
 */
const keepAliveMs = 75_000;
const retryAfterSeconds = '5';

/** How many connections at once, and how long one may take to send its request. */
export type Limits = {
  readonly connections: number;
  /** Milliseconds from the opening, or the first byte of a later request, until its headers are complete. */
  readonly headersMs: number;
  /** Milliseconds until its body is complete too; at most 1 MiB. */
  readonly requestMs: number;
  /** How often Node looks for connections that are too slow. */
  readonly checkedEachMs: number;
};
const usualLimits: Limits = { connections: 256, headersMs: 5_000, requestMs: 10_000, checkedEachMs: 1_000 };

export type Answers = {
  /** The answer of `GET /healthz`, and whether all is well. */
  readonly health: () => { readonly ok: boolean; readonly text: string };
  /** The answer of `GET /metrics`. */
  readonly metrics: () => string;
  /** Null: long polling. `take` resolves to true once the update is durable. */
  readonly webhook: {
    readonly path: string;
    readonly secret: string;
    readonly take: (update: unknown) => Promise<boolean>;
  } | null;
  /** Called when a webhook request was answered, with its HTTP status. */
  readonly answered: (status: number) => void;
};

export type Server = { readonly stop: () => Promise<void> };

/** The port cannot be opened; `code` is the system's error code. */
export class CannotListenError extends Error {
  readonly host: string;
  readonly port: number;
  readonly code: string;

  constructor(host: string, port: number, code: string) {
    super(`cannot listen on ${host}:${port} (${code})`);
    this.host = host;
    this.port = port;
    this.code = code;
  }
}

/**
 * Serves health, metrics and the webhook on one port. An update is answered with 200 only when it is durable;
 * 503 asks Telegram to bring it again. Idle connections never keep a new one out (`keepRoom`).
 * @throws {CannotListenError}
 */
export async function startServer(
  at: { readonly host: string; readonly port: number },
  answers: Answers,
  limits: Limits = usualLimits,
): Promise<Server> {
  const options = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkedEachMs,
    keepAliveTimeout: keepAliveMs,
  };
  const server = createServer(options);
  const room = keepRoom(server, limits.connections);
  server.on('request', (request, response) => {
    answer(request, response, answers, room.trust).catch(() => response.destroy());
    response.on('finish', () => {
      if (!server.listening) request.socket.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new CannotListenError(at.host, at.port, error.code ?? error.name)),
    );
    server.listen(at.port, at.host, resolve);
  });
  return { stop: () => stop(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  answers: Answers,
  trust: (socket: Socket) => void,
): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0];
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (reads && path === '/healthz') {
    const { ok, text } = answers.health();
    return say(response, ok ? 200 : 503, 'text/plain; charset=utf-8', text);
  }
  if (reads && path === '/metrics') {
    return say(response, 200, 'text/plain; version=0.0.4; charset=utf-8', answers.metrics());
  }
  const { webhook } = answers;
  if (!webhook || path !== webhook.path) return refuse(response, 404);
  const status = await take(request, webhook, trust);
  answers.answered(status);
  if (status === 200) response.writeHead(200).end();
  else refuse(response, status);
}

async function take(
  request: IncomingMessage,
  webhook: NonNullable<Answers['webhook']>,
  trust: (socket: Socket) => void,
): Promise<number> {
  if (request.method !== 'POST') return 405;
  if (!isSecret(request.headers[secretHeader], webhook.secret)) return 401;
  trust(request.socket);
  const body = await readJson(request);
  if (!body.ok) return body.status;
  return (await webhook.take(body.value)) ? 200 : 503;
}

function say(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}

/** Does not wait for the unread rest of a refused request. */
function refuse(response: ServerResponse, status: number): void {
  const headers = { connection: 'close', ...(status === 503 ? { 'retry-after': retryAfterSeconds } : {}) };
  response.writeHead(status, headers).end();
}

/** Takes no more connections, lets requests under way finish, and closes the rest. */
async function stop(server: ReturnType<typeof createServer>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const ended = new AbortController();
  void systemClock
    .sleep(1_000, ended.signal)
    .then(() => server.closeAllConnections())
    .catch(() => undefined);
  await closed;
  ended.abort();
}
