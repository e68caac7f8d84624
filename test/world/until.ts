/** For so long a condition is checked at each turn of the event loop; then other processes get the core too. */
const EAGER_MS = 5;

/**
 * Waits for a condition, which is checked at each turn of the event loop, later each millisecond, at last whenever another
 * fiftieth of the wait has gone by; fails after `timeoutMs` real milliseconds.
 */
export async function until(met: () => boolean, what: string, timeoutMs = 60_000): Promise<void> {
  const from = performance.now();
  while (!met()) {
    const waited = performance.now() - from;
    if (waited > timeoutMs) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) =>
      waited < EAGER_MS ? setImmediate(resolve) : setTimeout(resolve, Math.max(1, waited / 50)),
    );
  }
}
