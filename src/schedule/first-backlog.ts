import type { Clock } from '../clock.ts';

/**
 * Holds reminders back until the first backlog is handled, or for 10 s when there is none: people may have
 * written while the bot was away.
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
