import type { Clock } from '../clock.ts';
import { readMoment } from '../db/meta.ts';
import type { Store } from '../db/open.ts';
import { createMeasures } from '../http/measures.ts';
import { type Counters, createCounters, metricsText } from '../http/metrics.ts';
import { createPulse, type Pulse } from '../http/pulse.ts';
import { startServer } from '../http/server.ts';
import { healthTexts } from '../texts/health.ts';
import { evidenceRules } from './evidence-rules.ts';
import type { BotOptions } from './options.ts';

/** Another process that uses the token is noted after five minutes, and again while it lasts. */
const rivalForMs = 30 * 60_000;

/** The bot's port to the outside: health, metrics, and Telegram's webhook. */
export type Front = {
  readonly pulse: Pulse;
  readonly counters: Counters;
  /** Starts taking updates in. Before that, Telegram is asked to bring them again. */
  readonly receive: (take: (update: unknown) => Promise<boolean>) => void;
  readonly stop: () => Promise<void>;
};

/**
 * Opens the port when there is one, before Telegram has answered, so that health can be asked meanwhile.
 * @throws {CannotListenError}
 */
export async function openFront(options: BotOptions, store: Store): Promise<Front> {
  const { clock, http, webhook = null } = options;
  const [pulse, counters] = [createPulse(clock), createCounters()];
  let take: (update: unknown) => Promise<boolean> = () => Promise.resolve(false);
  const receive: Front['receive'] = (now) => {
    take = now;
  };
  if (!http) return { pulse, counters, receive, stop: () => Promise.resolve() };
  const measures = createMeasures({
    store,
    databasePath: options.databasePath,
    filesPath: options.filesPath,
    hasRoom: evidenceRules(options).hasRoom,
    counters,
    pulse,
    now: clock.now,
  });
  const server = await startServer(http, {
    health: () => healthOf(pulse, store, clock),
    metrics: () => metricsText(measures.read()),
    webhook: webhook && {
      path: new URL(webhook.url).pathname,
      secret: webhook.secret,
      take: (update) => take(update),
    },
    answered: (status) => counters.add('monitoreo_webhook_requests_total', { status: String(status) }),
  });
  return {
    pulse,
    counters,
    receive,
    stop: async () => {
      measures.stop();
      await server.stop();
    },
  };
}

function healthOf(pulse: Pulse, store: Store, clock: Clock) {
  const ok = pulse.isAlive();
  const rival = readMoment(store.db, 'rivalSeenAt');
  const doubled = rival !== null && clock.now() - rival < rivalForMs;
  return { ok, text: `${ok ? 'ok' : 'fail'}${doubled ? `\n${healthTexts.rival}` : ''}` };
}
