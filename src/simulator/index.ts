/**
 * A local Telegram for tests and the demo: the Bot API over HTTP on 127.0.0.1, as strict as the real one
 * (the chapter Telegram of docs/specification.md), with scriptable people, a controllable clock and injectable faults.
 *
 * Dates, expiry (taps 150 s, messages 24 h, answers to taps 15 s) and rate limits run on the given clock. A long
 * poll is answered as soon as an update arrives; its timeout ends by real time or, if the clock has `sleep`, by
 * simulated time, whichever comes first.
 */
import { type Api, createApi, paramsOf } from './api.ts';
import type { SimulatorClock } from './clock.ts';
import type { Faults } from './faults.ts';
import { createGroup, type Group, type GroupOptions } from './groups.ts';
import { type Limits, telegramLimits } from './limits.ts';
import { createPerson, type Person, type PersonOptions } from './people.ts';
import { patienceMs, waitUntil } from './phone.ts';
import { createPolling } from './polling.ts';
import { createHttpEdge } from './server.ts';
import { createDelivery } from './webhook.ts';
import { type Call, type Change, createWorld, type Ignored, type RefusedCall, type World } from './world.ts';

export {
  createManualClock,
  type ManualClock,
  type ManualClockOptions,
  type SimulatorClock,
} from './clock.ts';
export type { Fault, FaultKind, Faults } from './faults.ts';
export type { Group, GroupOptions } from './groups.ts';
export { type Limits, telegramLimits } from './limits.ts';
export type { ButtonChoice, Person, PersonOptions, PersonTap, SayOptions } from './people.ts';
export type { SentFile } from './person-files.ts';
export { type Pattern, type PhoneButton, type PhoneMessage, transcript, type Wanted } from './phone.ts';
export type { Call, Change, Ignored, RefusedCall, Tap, TapAnswer, World } from './world.ts';

export type SimulatorOptions = {
  clock: SimulatorClock;
  /** `<bot id>:<secret>`. */
  token: string;
  username: string;
  botName: string;
  /** Default: random between 2,000,001 and 1,000,000,000, by the seed. */
  firstUpdateId?: number;
  seed?: number;
  /** Default: Telegram's. `false` lifts them, for benchmarks. */
  limits?: Limits | false;
  /** Default: on. Asking again with the same offset within 0.5 s brings one update, within 3 s waits 3 s. */
  antiSpin?: boolean;
  /** Accepts http webhooks on this machine, which Telegram refuses. */
  allowLocalWebhook?: boolean;
  /** Default: a free one. */
  port?: number;
};

export type Simulator = {
  start(): Promise<{ apiRoot: string; port: number }>;
  stop(): Promise<void>;
  person(options: PersonOptions): Person;
  group(options: GroupOptions): Group;
  faults: Faults;
  /** Cuts every connection, and every new one, until it is up again. */
  network: { down(): void; up(): void };
  /** Every 4xx that Telegram itself would give, including 429; without injected faults. */
  readonly refusals: readonly RefusedCall[];
  /** Every parameter, or part of one, that Telegram takes silently and without effect. */
  readonly ignored: readonly Ignored[];
  readonly calls: readonly Call[];
  /**
   * What a correct bot never causes, one line each: every 400, 404 and 429 except the two that nobody can
   * foresee (`query is too old…`, `message to edit not found`), and everything in `ignored`.
   */
  mistakes(): string[];
  /** Calls the listener after every change, synchronously; returns a function that ends this. */
  onChange(listener: (change: Change) => void): () => void;
  /**
   * Resolves as soon as `find` returns something; it is asked again at every change.
   * @param timeoutMs real ms
   */
  until<T>(find: () => T | undefined, what: string, timeoutMs?: number): Promise<T>;
  /** Updates not confirmed yet. */
  pendingUpdates(): number;
  /** Whether a getUpdates call is waiting. */
  polling(): boolean;
  nextUpdateId(): number;
  /** Later update ids start here; also lower than before, as after a week of silence. */
  jumpUpdateId(nextId: number): void;
  /** The whole state as plain data, for a page that shows it. */
  world: World;
};

export function createSimulator(options: SimulatorOptions): Simulator {
  const { limits = telegramLimits, antiSpin = true, allowLocalWebhook = false } = options;
  const world = createWorld({ ...options, limits: limits === false ? undefined : limits });
  const polling = createPolling(world, antiSpin);
  const api: Api = createApi(world, () => ({ polling, delivery, allowLocalWebhook }));
  const delivery = createDelivery(world, async (method, params) => {
    const read = paramsOf(params);
    const recorded = api.record(method, read);
    recorded.answer = await api.call(method, read, false, new AbortController().signal);
  });
  const edge = createHttpEdge(world, api, options.port);

  return {
    start: edge.start,
    stop: async () => {
      delivery.stop();
      await edge.stop();
    },
    person: (person) => createPerson(world, person),
    group: (group) => createGroup(world, group),
    faults: world.faults,
    network: { down: edge.down, up: edge.up },
    refusals: world.refusals,
    ignored: world.ignored,
    calls: world.calls,
    mistakes: () => mistakesOf(world),
    onChange: (listener) => {
      world.listeners.add(listener);
      return () => world.listeners.delete(listener);
    },
    until: (find, what, timeoutMs = patienceMs) =>
      waitUntil(world, find, timeoutMs, () => new Error(`Waited ${timeoutMs} ms for ${what}.`)),
    pendingUpdates: () => world.updates.pending().length,
    polling: polling.waiting,
    nextUpdateId: () => world.updates.nextId(),
    jumpUpdateId: (nextId) => world.updates.jumpTo(nextId),
    world,
  };
}

function mistakesOf(world: World): string[] {
  const unforeseeable = /query is too old|message to edit not found/;
  const refused = world.refusals.filter(
    ({ code, description }) => [400, 404, 429, 500].includes(code) && !unforeseeable.test(description),
  );
  return [
    ...refused.map(
      ({ method, code, description, params }) => `${method}: ${code} ${description} ${shortly(params)}`,
    ),
    ...world.ignored.map(({ method, what, params }) => `${method}: ignored ${what} ${shortly(params)}`),
  ];
}

function shortly(params: Record<string, unknown>): string {
  return JSON.stringify(params).slice(0, 300);
}
