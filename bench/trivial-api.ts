import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Served = {
  /** Milliseconds from the first delivered update of a round to its last answer, all rounds together. */
  readonly ms: number;
  /** Milliseconds from the delivery of an update to its answer, sorted. */
  readonly latencies: readonly number[];
};

/** Milliseconds that a person takes at least to read a question before answering. */
const readingMs = 1_000;

/**
 * The simplest Bot API on this machine, the same for every bot: it delivers the updates by offset and accepts
 * everything. It checks nothing; the simulator tests whether a bot is correct. Updates come in rounds: the second one of
 * any chat begins a new round, when everybody has got their answer and has read it. Reading is not measured.
 */
export async function serveUpdates(
  updates: readonly {
    readonly update_id: number;
    readonly message: { readonly chat: { readonly id: number } };
  }[],
): Promise<{
  readonly apiRoot: string;
  readonly done: Promise<Served>;
  readonly close: () => Promise<void>;
}> {
  const handedAt = new Map<number, number[]>();
  const latencies: number[] = [];
  const finished = Promise.withResolvers<Served>();
  const rounds = roundsOf(updates);
  let round = 0;
  let begun = 0;
  let busyMs = 0;
  let handed = 0;
  let messageId = 1_000_000;
  const held: ServerResponse[] = [];

  function getUpdates(offset: number, response: ServerResponse): void {
    const first = updates.findIndex(({ update_id }) => update_id >= offset);
    if (first < 0) {
      held.push(response);
      return;
    }
    const rest = updates.slice(first, Math.min(first + 100, rounds[round] ?? updates.length));
    if (rest.length === 0) {
      setTimeout(() => getUpdates(offset, response), 2);
      return;
    }
    const now = performance.now();
    if (begun === 0) begun = now;
    for (const { update_id, message } of rest) {
      if (update_id <= handed) continue;
      handed = update_id;
      const times = handedAt.get(message.chat.id) ?? [];
      times.push(now);
      handedAt.set(message.chat.id, times);
    }
    answer(response, rest);
  }

  function sent(chatId: number, response: ServerResponse): void {
    const now = performance.now();
    const from = handedAt.get(chatId)?.shift();
    if (from !== undefined) latencies.push(now - from);
    answer(response, { message_id: messageId++, date: 1, chat: { id: chatId, type: 'private' } });
    if (latencies.length < (rounds[round] ?? 0) || begun === 0) return;
    busyMs += now - begun;
    begun = 0;
    if (latencies.length === updates.length)
      finished.resolve({ ms: busyMs, latencies: latencies.toSorted((a, b) => a - b) });
    else setTimeout(() => round++, readingMs);
  }

  const server = createServer(async (request, response) => {
    const method = (request.url ?? '').split('?')[0]?.split('/').at(-1)?.toLowerCase() ?? '';
    const given = await parametersOf(request);
    if (method === 'getupdates') getUpdates(Number(given.offset ?? 0), response);
    else if (method === 'sendmessage' || method === 'editmessagetext') sent(Number(given.chat_id), response);
    else if (method === 'getme')
      answer(response, { id: 110201543, is_bot: true, first_name: 'b', username: 'bench_bot' });
    else answer(response, true);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    done: finished.promise,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** How many updates have been delivered at the end of each round. */
function roundsOf(updates: readonly { readonly message: { readonly chat: { readonly id: number } } }[]) {
  const ends: number[] = [];
  let chats = new Set<number>();
  for (const [place, { message }] of updates.entries()) {
    if (chats.has(message.chat.id)) {
      ends.push(place);
      chats = new Set();
    }
    chats.add(message.chat.id);
  }
  return [...ends, updates.length];
}

function answer(response: ServerResponse, result: unknown): void {
  const body = JSON.stringify({ ok: true, result });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

async function parametersOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
  const body = Buffer.concat(chunks).toString();
  return { ...Object.fromEntries(query), ...(body.startsWith('{') ? JSON.parse(body) : {}) };
}
