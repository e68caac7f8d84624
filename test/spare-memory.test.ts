import { expect, it } from 'vitest';
import { spareMemory } from '../src/app/spare-memory.ts';

const MB = 1024 * 1024;

/** Looks as often as there are moments, each with what the heap holds and how busy the thread was; when it collected. */
async function lookAt(moments: readonly { readonly heap: number; readonly busy: number }[]) {
  const ending = new AbortController();
  const collectedAt: number[] = [];
  let at = -1;
  let heap = 0;
  await spareMemory(
    {
      clock: {
        sleep: async () => {
          at += 1;
          heap = moments[at]?.heap ?? 0;
          if (at === moments.length) ending.abort();
        },
      },
      busy: () => moments[at]?.busy ?? 1,
      heap: () => heap,
      collect: () => {
        collectedAt.push(at);
        heap = 25 * MB;
      },
    },
    ending.signal,
  );
  return collectedAt;
}

it('gives memory back once nothing happens, and again only when enough has come together', async () => {
  const quiet = (heap: number) => ({ heap: heap * MB, busy: 0.01 });
  const busy = (heap: number) => ({ heap: heap * MB, busy: 0.6 });
  expect(await lookAt([busy(60), busy(70), quiet(70), quiet(25), quiet(32), busy(80), quiet(34)])).toEqual([
    2, 6,
  ]);
});

it('makes the heap of a process small that nothing is asked of any more', async () => {
  // What a young generation that has grown looks like: half of it is empty, and stays with the process.
  let kept: unknown[] = [];
  for (let round = 0; round < 200; round++) {
    kept = Array.from({ length: 20_000 }, (_, place) => ({ place }));
  }
  const before = process.memoryUsage().heapTotal;
  expect(kept.length).toBe(20_000);
  kept = [];
  const ending = new AbortController();
  let looks = 0;
  const sleep = async () => {
    looks += 1;
    if (looks > 1) ending.abort();
  };
  await spareMemory({ clock: { sleep }, busy: () => 0 }, ending.signal);
  expect(process.memoryUsage().heapTotal).toBeLessThan(before - 8 * MB);
});
