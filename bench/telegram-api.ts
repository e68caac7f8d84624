import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { token } from '../src/simulator/cast.ts';

/** What a person writes. */
export type Written = { readonly personId: number; readonly text: string };
/** What a person gets: a message, or the new text of one. */
export type Shown = {
  readonly personId: number;
  readonly messageId: number;
  readonly text: string;
  /** Of the machine's monotonic clock, in ms. */
  readonly at: number;
};

export type TelegramApi = {
  readonly apiRoot: string;
  /** Lets messages arrive at Telegram, all at once. */
  readonly deliver: (messages: readonly Written[]) => void;
  /** Whether an update of this person, or of anybody, is not confirmed yet. */
  readonly waits: (personId?: number) => boolean;
  /** Resolves as soon as no update waits for its confirmation. */
  readonly allConfirmed: () => Promise<void>;
  /** A poll waits for updates, and nothing else was called for half a second. */
  readonly isQuiet: () => boolean;
  /** Drops what waits, as `deleteWebhook` with `drop_pending_updates` does. @returns how many */
  readonly drop: () => number;
  readonly close: () => Promise<void>;
};

const mostAtOnce = 100;
const quietMs = 500;
/** What a bot may call besides, taken without effect. */
const alsoTaken = new Set([
  'deletewebhook',
  'setmycommands',
  'deletemycommands',
  'setmydescription',
  'setmyshortdescription',
  'sendchataction',
  'editmessagereplymarkup',
]);

type Held = { readonly response: ServerResponse; readonly timer: NodeJS.Timeout; readonly limit: number };

/**
 * A Bot API on this machine, the same for every bot: cheap, so that it takes little of the processors that a bot is
 * measured on. Updates wait until a later offset confirms them and come again until then, in their order and at most
 * 100 at a time; one counter numbers the messages of both sides. Wrong calls are refused as Telegram does; the simulator
 * checks far more.
 * @param of.date Telegram's clock in somebody's chat, epoch ms
 * @param of.shown called for each message, before its bot gets the answer
 * @param of.handed called when a poll is answered with updates
 */
export async function startTelegramApi(of: {
  readonly date: (personId: number) => number;
  readonly shown: (message: Shown) => void;
  readonly handed?: () => void;
}): Promise<TelegramApi> {
  let queue: { readonly update_id: number; readonly message: { readonly chat: { readonly id: number } } }[] =
    [];
  let updateId = 1_000;
  let messageId = 10_000;
  let held: Held | null = null;
  let calledAt = 0;
  let confirmed = Promise.withResolvers<void>();

  const seconds = (personId: number) => Math.floor(of.date(personId) / 1000);

  function release(updates: readonly unknown[]): void {
    if (held === null) return;
    clearTimeout(held.timer);
    answer(held.response, updates);
    held = null;
    if (updates.length > 0) of.handed?.();
  }

  function getUpdates(given: Given, response: ServerResponse): void {
    if (held !== null) {
      clearTimeout(held.timer);
      refuse(held.response, 409, 'Conflict: terminated by other getUpdates request');
      held = null;
    }
    const offset = Number(given.offset ?? 0);
    queue = queue.filter(({ update_id }) => update_id >= offset);
    if (queue.length === 0) confirmed.resolve();
    const limit = Math.min(mostAtOnce, Number(given.limit ?? mostAtOnce));
    const timer = setTimeout(() => release([]), Number(given.timeout ?? 0) * 1000);
    const mine = { response, timer, limit };
    held = mine;
    response.once('close', () => {
      if (held !== mine) return;
      clearTimeout(timer);
      held = null;
    });
    if (queue.length > 0) release(queue.slice(0, limit));
  }

  function show(given: Given, response: ServerResponse, edited: number | null): void {
    const personId = Number(given.chat_id);
    const { text } = given;
    if (!Number.isSafeInteger(personId)) return refuse(response, 400, 'Bad Request: chat not found');
    if (typeof text !== 'string' || text.trim() === '')
      return refuse(response, 400, 'Bad Request: message text is empty');
    if (text.length > 4_096 * 4) return refuse(response, 400, 'Bad Request: message is too long');
    const id = edited ?? messageId++;
    of.shown({ personId, messageId: id, text, at: performance.now() });
    answer(response, {
      message_id: id,
      date: seconds(personId),
      chat: { id: personId, type: 'private', first_name: 'P' },
      from: me,
      text,
    });
  }

  function call(method: string, given: Given, response: ServerResponse): void {
    if (method !== 'getupdates') calledAt = performance.now();
    switch (method) {
      case 'getupdates':
        return getUpdates(given, response);
      case 'sendmessage':
        return show(given, response, null);
      case 'editmessagetext':
        return show(given, response, Number(given.message_id));
      case 'getme':
        return answer(response, me);
      default:
        if (alsoTaken.has(method)) return answer(response, true);
        return refuse(response, 404, 'Not Found');
    }
  }

  const server = createServer(async (request, response) => {
    const [, bot, method = ''] = new URL(request.url ?? '/', 'http://127.0.0.1').pathname.split('/');
    const given = await parametersOf(request);
    if (bot === `bot${token}`) call(method.toLowerCase(), given, response);
    else refuse(response, 401, 'Unauthorized');
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    deliver(messages) {
      confirmed = Promise.withResolvers();
      for (const { personId, text } of messages) {
        const about = { id: personId, first_name: 'P' };
        const entities = text.startsWith('/')
          ? [{ type: 'bot_command', offset: 0, length: text.length }]
          : null;
        const message = {
          message_id: messageId++,
          date: seconds(personId),
          chat: { ...about, type: 'private' },
          from: { ...about, is_bot: false },
          text,
          ...(entities && { entities }),
        };
        queue.push({ update_id: updateId++, message });
      }
      if (held !== null) release(queue.slice(0, held.limit));
    },
    waits: (personId) =>
      personId === undefined ? queue.length > 0 : queue.some((each) => each.message.chat.id === personId),
    allConfirmed: () => confirmed.promise,
    isQuiet: () => held !== null && performance.now() - calledAt > quietMs,
    drop: () => queue.splice(0).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const me = { id: Number(token.split(':')[0]), is_bot: true, first_name: 'b', username: 'bench_bot' };

type Given = Readonly<Record<string, unknown>>;

function answer(response: ServerResponse, result: unknown): void {
  write(response, 200, { ok: true, result });
}

function refuse(response: ServerResponse, code: number, description: string): void {
  write(response, code, { ok: false, error_code: code, description });
}

function write(response: ServerResponse, status: number, content: unknown): void {
  const body = JSON.stringify(content);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

async function parametersOf(request: IncomingMessage): Promise<Given> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
  const body = Buffer.concat(chunks).toString();
  return { ...Object.fromEntries(query), ...(body.startsWith('{') ? (JSON.parse(body) as Given) : {}) };
}
