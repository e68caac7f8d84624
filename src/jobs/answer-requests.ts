import { flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { RenderAnswer, RenderRequest } from './render-request.ts';

/** An answer on its way, with the memory that the process which gave it holds by then, in bytes. */
export type Answered = { readonly answer: RenderAnswer; readonly resident: number };

/**
 * What a process started by `startRenderProcess` does: answers each request, and ends with the process that started it,
 * also when that one is killed, and also in the middle of a rendering that never comes back. It is ended without a word, so
 * what Node compiled is kept for the next one right after the answer.
 */
export function answerRequests(answerTo: (request: RenderRequest) => Promise<RenderAnswer>): void {
  process.on('disconnect', () => process.exit());
  new Worker(new URL('./end-with-parent.cjs', import.meta.url), {
    workerData: Number(process.argv[2]),
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 },
  }).unref();
  process.on('message', async (request: RenderRequest) => {
    const answer = await answerTo(request);
    const answered: Answered = { answer, resident: process.memoryUsage.rss() };
    process.send?.(answered, () => flushCompileCache());
  });
}
