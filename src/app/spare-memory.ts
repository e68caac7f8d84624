import { flushCompileCache } from 'node:module';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Clock } from '../clock.ts';

const LOOK_EVERY_MS = 2_000;
/** Share of the time since the last look in which the main thread had something to do. */
const QUIET = 0.05;
/** Bytes that the heap must have grown by: collecting everything stops the process for some 50 ms. */
const WORTH_IT = 8 * 1024 * 1024;

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Gives back to the system, while nothing happens, what V8 keeps for more of what has happened: after the start 20 MB of
 * 122 (measured). Left to itself V8 collects when it needs room, and a bot that is seldom
 * asked never does. Ends when aborted.
 */
export async function spareMemory(
  of: {
    readonly clock: Pick<Clock, 'sleep'>;
    /** Bytes of the heap, in use or not. */
    readonly heap?: () => number;
    /** Share of the time since it was last asked for which the thread was busy. */
    readonly busy?: () => number;
    readonly collect?: () => void;
  },
  signal: AbortSignal,
): Promise<void> {
  const { heap = () => process.memoryUsage().heapTotal, busy = busyShare(), collect = collectAll() } = of;
  let least = 0;
  while (!signal.aborted) {
    await of.clock.sleep(LOOK_EVERY_MS, signal).catch(() => undefined);
    if (signal.aborted || busy() > QUIET || heap() < least + WORTH_IT) continue;
    collect();
    least = heap();
  }
}

function busyShare(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return utilization;
  };
}

/**
 * As V8 does before it gives up for want of memory: the only one that makes the young generation small again. Node's option
 * for it is asked for here, since nobody who starts a bot should have to know it.
 */
function collectAll(): () => void {
  let gc: Collect | undefined;
  return () => {
    // Of a first start what was compiled is written now: it would be kept in memory until the end, and lost by a crash.
    flushCompileCache();
    if (!gc) {
      setFlagsFromString('--expose-gc');
      gc = runInNewContext('gc') as Collect;
    }
    gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  };
}
