import { createRequire } from 'node:module';
import { type Clock, systemClock } from '../clock.ts';

const cron = createRequire(import.meta.url)('node-cron') as typeof import('node-cron');

/** Runs something every whole minute until it is stopped. */
export type EveryMinute = (run: () => void) => { readonly stop: () => void };

const watchEveryMs = 20_000;
const mostDriftMs = 5_000;

/** Whole minutes of the machine's wall clock, by node-cron. */
export const cronMinutes: EveryMinute = (run) => {
  const task = cron.schedule('* * * * *', run, { noOverlap: true, suppressMissedWarning: true });
  return { stop: () => void task.destroy() };
};

/** Whole minutes of another clock: a demo's or a test's. */
export function clockMinutes(clock: Clock): EveryMinute {
  return (run) => {
    const ended = new AbortController();
    void eachTime(clock, ended.signal, () => 60_000 - (((clock.now() % 60_000) + 60_000) % 60_000), run);
    return { stop: () => ended.abort() };
  };
}

/**
 * Runs at once and then every minute until stopped. When the wall clock steps (by more than 5 s, checked
 * every 20 s against the monotonic clock), it restarts the minutes, which node-cron would stop or pile up,
 * and runs at once.
 * @param of.run logs its own failures and must not throw
 * @param of.everyMinute default: node-cron for the machine's clock, else the given clock's own minutes.
 */
export function startSchedule(of: {
  readonly clock: Clock;
  readonly run: () => void;
  readonly everyMinute?: EveryMinute;
}): { readonly stop: () => void } {
  const { clock, run } = of;
  const everyMinute = of.everyMinute ?? (clock === systemClock ? cronMinutes : clockMinutes(clock));
  const ended = new AbortController();
  let minutes = everyMinute(run);
  let apart = clock.now() - clock.monotonic();
  void eachTime(
    clock,
    ended.signal,
    () => watchEveryMs,
    () => {
      const nowApart = clock.now() - clock.monotonic();
      if (Math.abs(nowApart - apart) <= mostDriftMs) return;
      apart = nowApart;
      minutes.stop();
      minutes = everyMinute(run);
      run();
    },
  );
  run();
  return {
    stop: () => {
      ended.abort();
      minutes.stop();
    },
  };
}

/** Sleeps and acts by turns until aborted. */
async function eachTime(
  clock: Clock,
  signal: AbortSignal,
  pause: () => number,
  act: () => void,
): Promise<void> {
  while (!signal.aborted) {
    const awake = await clock.sleep(pause(), signal).then(
      () => true,
      () => false,
    );
    if (!awake || signal.aborted) return;
    act();
  }
}
