import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { systemClock } from '../clock.ts';
import { readJson } from './body.ts';
import { isSecret } from './secret.ts';

/** Header in which Telegram sends what setWebhook was given (Bot API, setWebhook.secret_token). */
const secretHeader = 'x-telegram-bot-api-secret-token';
/** Telegram keeps a connection for 60 s; ours lasts longer, so that no update meets a closing door. */
const keepAliveMs = 75_000;
const retryAfterSeconds = '5';

export type Answers = {
  /** What `GET /healthz` says, and whether all is well. */
  readonly health: () => { readonly ok: boolean; readonly text: string };
  /** What `GET /metrics` says. */
  readonly metrics: () => string;
  /** Null: long polling. `take` resolves to true once the update is durable. */
  readonly webhook: {
    readonly path: string;
    readonly secret: string;
    readonly take: (update: unknown) => Promise<boolean>;
  } | null;
  /** A request of the webhook was answered so. */
  readonly answered: (status: number) => void;
};

export type Server = { readonly stop: () => Promise<void> };

/** The port cannot be opened; `code` is the system's. */
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
 * Serves health, metrics and the webhook on one port. An update is answered 200 only when it is durable; 503 asks
 * Telegram to bring it again. @throws {CannotListenError}
 */
export async function startServer(
  at: { readonly host: string; readonly port: number },
  answers: Answers,
): Promise<Server> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    answer(request, response, answers).catch(() => response.destroy());
    response.on('finish', () => {
      if (!server.listening) request.socket.end();
    });
  });
  server.keepAliveTimeout = keepAliveMs;
  server.maxConnections = 256;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new CannotListenError(at.host, at.port, error.code ?? error.name)),
    );
    server.listen(at.port, at.host, resolve);
  });
  return { stop: () => stop(server) };
}

async function answer(request: IncomingMessage, response: ServerResponse, answers: Answers): Promise<void> {
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
  const status = await take(request, webhook);
  answers.answered(status);
  if (status === 200) response.writeHead(200).end();
  else refuse(response, status);
}

async function take(request: IncomingMessage, webhook: NonNullable<Answers['webhook']>): Promise<number> {
  if (request.method !== 'POST') return 405;
  if (!isSecret(request.headers[secretHeader], webhook.secret)) return 401;
  const body = await readJson(request);
  if (!body.ok) return body.status;
  return (await webhook.take(body.value)) ? 200 : 503;
}

function say(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}

/** What was not read of a refused request is not waited for. */
function refuse(response: ServerResponse, status: number): void {
  const headers = { connection: 'close', ...(status === 503 ? { 'retry-after': retryAfterSeconds } : {}) };
  response.writeHead(status, headers).end();
}

/** Takes no more connections, lets what is under way be answered, and closes the rest. */
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
