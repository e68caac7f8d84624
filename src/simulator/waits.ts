/** Waits that end by real time, by the simulated clock, or by a signal, whichever comes first. */
import type { SimulatorClock } from './clock.ts';
import { afterRealMs } from './real-time.ts';

/** Resolves when `ms` have passed on either clock, or when the signal is aborted; never rejects. */
export function passes(clock: SimulatorClock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const simulated = new AbortController();
    const end = (): void => {
      cancel();
      signal.removeEventListener('abort', end);
      simulated.abort();
      resolve();
    };
    const cancel = afterRealMs(ms, end);
    signal.addEventListener('abort', end, { once: true });
    clock.sleep?.(ms, simulated.signal).then(end, () => undefined);
  });
}
