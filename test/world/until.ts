/**
 * Waits for a condition, which is checked at each turn of the event loop; fails after `timeoutMs` real
 * milliseconds.
 */
export async function until(met: () => boolean, what: string, timeoutMs = 60_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!met()) {
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
