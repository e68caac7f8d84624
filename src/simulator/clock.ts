/**
 * A clock that moves only on command, for the simulator and the bot together: a story of three months takes a
 * second, and the sender's pacing takes no real time.
 */
import { afterRealMs } from './real-time.ts';

/**
 * Moments in epoch milliseconds: expiry, rate limits and dates use it. With `sleep` (a manual clock, or the
 * bot's own), long polls and webhook retries also end when this clock has moved far enough.
 */
export type SimulatorClock = { now(): number; sleep?(ms: number, signal?: AbortSignal): Promise<void> };

export type ManualClock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds that only grow; sleeps are measured by them. */
  monotonic(): number;
  /** Moves to a later moment and wakes the sleepers due by then in order. An earlier moment is a `step`. */
  set(ms: number): void;
  /** Moves the wall clock forward or back, as NTP does; no time passes and nobody wakes. */
  step(ms: number): void;
  advance(ms: number): void;
  /**
   * Moves to a moment from sleeper to sleeper: each wakes with `now()` at its own time, and its work (except
   * slow work elsewhere) is done before the next one wakes.
   */
  travel(toMs: number): Promise<void>;
  /** Resolves when the clock has moved that far; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * The same time for a part whose sleeps the clock jumps over (the sender's pacing), as `autoAdvance` does.
   */
  advancing(): Pick<ManualClock, 'now' | 'monotonic' | 'sleep'>;
  /** When the sleepers wake, in order; a test can assert that something waits. */
  sleepers(): readonly number[];
};

export type ManualClockOptions = {
  /**
   * Whenever the event loop is idle, the clock jumps to the earliest sleeper whose sleep is at most
   * `longestMs` (default 5 s: pacing and first retries). Longer sleeps (long polls, ticks, watchdogs) wait
   * for `set`, `advance` or `travel`, so the time of a story does not run away. It would run away with a loop
   * of endless short sleeps (asking every 2 s): leave this off then, and give only the sender `advancing()`.
   */
  autoAdvance?: boolean | { longestMs: number };
};

type Sleeper = { /** Monotonic. */ wakeAt: number; order: number; short: boolean; wake(): void };

/** @param startMs epoch milliseconds */
export function createManualClock(startMs: number, options: ManualClockOptions = {}): ManualClock {
  const longestMs =
    options.autoAdvance === undefined || options.autoAdvance === false
      ? -1
      : options.autoAdvance === true
        ? 5_000
        : options.autoAdvance.longestMs;
  let lived = 0;
  let wall = startMs;
  let order = 0;
  let sleepers: Sleeper[] = [];
  let jumping = false;

  const now = (): number => wall + lived;

  const liveTo = (monotonicMs: number): void => {
    lived = Math.max(lived, monotonicMs);
    const due = sleepers.filter((sleeper) => sleeper.wakeAt <= lived);
    sleepers = sleepers.filter((sleeper) => sleeper.wakeAt > lived);
    for (const sleeper of due) sleeper.wake();
  };

  const step = (ms: number): void => {
    wall += ms;
  };

  const set = (ms: number): void => {
    if (ms < now()) step(ms - now());
    else liveTo(ms - wall);
  };

  const jumpWhenIdle = async (): Promise<void> => {
    if (jumping) return;
    jumping = true;
    for (;;) {
      await idle();
      const next = sleepers.find((sleeper) => sleeper.short);
      if (next === undefined) break;
      liveTo(next.wakeAt);
    }
    jumping = false;
  };

  const lieDown = (ms: number, signal: AbortSignal | undefined, short: boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (!(ms > 0)) return resolve();
      const abort = (): void => {
        sleepers = sleepers.filter((other) => other !== sleeper);
        reject(signal?.reason);
      };
      const wake = (): void => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const sleeper: Sleeper = { wakeAt: lived + ms, order: order++, short, wake };
      signal?.addEventListener('abort', abort, { once: true });
      sleepers.push(sleeper);
      sleepers.sort((a, b) => a.wakeAt - b.wakeAt || a.order - b.order);
      if (sleeper.short) void jumpWhenIdle();
    });

  const sleep = (ms: number, signal?: AbortSignal): Promise<void> => lieDown(ms, signal, ms <= longestMs);

  const travel = async (toMs: number): Promise<void> => {
    await idle();
    for (;;) {
      const next = sleepers[0];
      if (next === undefined || next.wakeAt + wall > toMs) break;
      liveTo(next.wakeAt);
      await idle();
    }
    if (toMs > now()) set(toMs);
  };

  return {
    now,
    monotonic: () => lived,
    set,
    step,
    advance: (ms) => set(now() + ms),
    travel,
    sleep,
    advancing: () => ({ now, monotonic: () => lived, sleep: (ms, signal) => lieDown(ms, signal, true) }),
    sleepers: () => sleepers.map((sleeper) => sleeper.wakeAt + wall),
  };
}

/** Runs everything that is ready: promises, immediates, and loopback HTTP under way in this process. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
  await new Promise<void>((resolve) => afterRealMs(1, resolve));
}
