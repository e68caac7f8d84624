/**
 * The only real time in the simulator: how long a socket or a test waits, which no simulated clock can know.
 * Expiry, dates and rate limits never use it.
 */

/** Calls back after that much real time; the returned function cancels. */
export function afterRealMs(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}

export function realSleep(ms: number): Promise<void> {
  return new Promise((resolve) => afterRealMs(ms, resolve));
}

/** Monotonic milliseconds of this process. */
export function monotonicMs(): number {
  return performance.now();
}
