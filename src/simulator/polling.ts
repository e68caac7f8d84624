/**
 * How getUpdates waits (specification: Telegram updates): it is answered at once when something is pending,
 * otherwise when an update arrives or the time is over. Only one call waits: a second one that has to wait
 * ends the first with a 409.
 */
import type { ApiUpdate } from './api-types.ts';
import { afterRealMs, monotonicMs } from './real-time.ts';
import { conflict, type Refusal } from './refusal.ts';
import { passes } from './waits.ts';
import { announce, type World } from './world.ts';

type Poll = { offset: number; limit: number; timeoutSeconds: number };

export type Polling = {
  /** @param signal aborted when the client goes away: that poll is forgotten and takes no updates */
  poll(request: Poll, signal: AbortSignal): Promise<ApiUpdate[]>;
  /** Answers the poll that waits, if any, with this refusal. */
  refuseWaiting(refusal: Refusal): void;
  /** Whether somebody waits for an update now. */
  waiting(): boolean;
};

/** The server collects updates for this long after the first one before it answers. */
const COALESCE_MS = 1;

/** @param antiSpin the server's brake, in real time, on callers that repeat the same offset */
export function createPolling(world: World, antiSpin: boolean): Polling {
  let current: { refuse(refusal: Refusal): void; wake(): void } | undefined;
  let previous = { offset: Number.NaN, at: Number.NEGATIVE_INFINITY };

  world.updates.onPush(() => current?.wake());

  const braked = (request: Poll): Poll => {
    const at = monotonicMs();
    const same = request.offset === previous.offset;
    const since = at - previous.at;
    previous = { offset: request.offset, at };
    if (!antiSpin || !same) return request;
    return {
      offset: request.offset,
      limit: since < 500 ? 1 : request.limit,
      timeoutSeconds: since < 3000 ? Math.max(3, request.timeoutSeconds) : request.timeoutSeconds,
    };
  };

  const poll = async (asked: Poll, signal: AbortSignal): Promise<ApiUpdate[]> => {
    const { offset, limit, timeoutSeconds } = braked(asked);
    const pending = world.updates.take(offset, limit);
    if (pending.length > 0 || timeoutSeconds === 0) return world.faults.disturb(pending);
    current?.refuse(
      conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
    );
    await held(timeoutSeconds * 1000, signal);
    return world.faults.disturb(world.updates.take(offset, limit));
  };

  /** Resolves when there is something to answer; rejects with the refusal that ends the wait. */
  const held = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const over = new AbortController();
      const waiter = {
        refuse: (refusal: Refusal): void => {
          leave();
          reject(refusal);
        },
        wake: (): void => {
          afterRealMs(COALESCE_MS, () => over.abort());
        },
      };
      const leave = (): void => {
        if (current === waiter) {
          current = undefined;
          announce(world, { kind: 'polling', held: false });
        }
        signal.removeEventListener('abort', gone);
        over.abort();
      };
      const gone = (): void => {
        leave();
        reject(new Error('the client of this poll has gone'));
      };
      current = waiter;
      announce(world, { kind: 'polling', held: true });
      signal.addEventListener('abort', gone, { once: true });
      void passes(world.clock, ms, over.signal).then(() => {
        leave();
        resolve();
      });
    });

  return {
    poll,
    refuseWaiting: (refusal) => current?.refuse(refusal),
    waiting: () => current !== undefined,
  };
}
