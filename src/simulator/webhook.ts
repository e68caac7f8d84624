/**
 * Webhook delivery (specification: Telegram webhook): one after another within a chat. A failing update
 * blocks its queue; it is retried at once and then after 2, 4, 8 … up to 60 s until it expires. Only a 2xx
 * confirms.
 */
import { realSleep } from './real-time.ts';
import type { Queued } from './updates.ts';
import { passes } from './waits.ts';
import type { World } from './world.ts';

export type Delivery = {
  /** Delivers what is pending while a webhook is set. Called at every new update and at setWebhook. */
  pump(): void;
  stop(): void;
};

/** Runs the method that a bot wrote into its 2xx answer; the result is thrown away. */
export type RunReply = (method: string, params: Record<string, unknown>) => Promise<void>;

const LONGEST_WAIT_MS = 60_000;
const NEVER_IN_REPLY = /^(get|setwebhook$|deletewebhook$|close$|logout$)/i;

export function createDelivery(world: World, runReply: RunReply): Delivery {
  const busy = new Set<string>();
  let stopping = new AbortController();

  const pump = (): void => {
    if (world.webhook.url === '') return;
    for (const queued of world.updates.heads()) {
      if (busy.size >= world.webhook.maxConnections) return;
      if (busy.has(queued.key)) continue;
      busy.add(queued.key);
      void deliver(queued, stopping.signal).finally(() => {
        busy.delete(queued.key);
        if (!stopping.signal.aborted) pump();
      });
    }
  };

  const deliver = async (queued: Queued, signal: AbortSignal): Promise<void> => {
    for (let failures = 0; !signal.aborted && world.webhook.url !== ''; failures += 1) {
      if (queued.expiresAt <= world.clock.now()) return world.updates.confirm(queued.update.update_id);
      const failure = await post(queued, signal);
      if (failure === undefined) return world.updates.confirm(queued.update.update_id);
      world.webhook.lastError = { at: Math.floor(world.clock.now() / 1000), message: failure };
      if (failures === 0) await realSleep(0);
      else await passes(world.clock, Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures), signal);
    }
  };

  /** The text of the failure; undefined when the bot took it. */
  const post = async (queued: Queued, signal: AbortSignal): Promise<string | undefined> => {
    const { url, secret } = world.webhook;
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal,
        headers: {
          'content-type': 'application/json',
          ...(secret === '' ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(queued.update),
      });
      const body = await response.text();
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      await reply(body);
      return undefined;
    } catch {
      return 'Connection refused';
    }
  };

  const reply = async (body: string): Promise<void> => {
    const parsed = parse(body);
    const method = parsed?.method;
    if (typeof method !== 'string' || NEVER_IN_REPLY.test(method)) return;
    await runReply(method, parsed ?? {});
  };

  world.updates.onPush(pump);
  return {
    pump,
    stop: () => {
      stopping.abort();
      stopping = new AbortController();
      busy.clear();
    },
  };
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
