import type { Clock } from '../clock.ts';

/**
 * Reminders wait for what people wrote while we were away: nothing is asked to be due before the first
 * backlog is handled, or 10 s have passed without one.
 */
export function firstBacklog(clock: Clock, signal: AbortSignal) {
  const { promise, resolve } = Promise.withResolvers<void>();
  let done = false;
  const reach = () => {
    done = true;
    resolve();
  };
  void clock.sleep(10_000, signal).then(reach, () => undefined);
  return { reached: promise, reach, done: () => done };
}
