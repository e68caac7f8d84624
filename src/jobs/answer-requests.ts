import { flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { RenderAnswer, RenderRequest } from './render-request.ts';

/** An answer, with the memory that the process held when it gave it, in bytes. */
export type Answered = { readonly answer: RenderAnswer; readonly resident: number };

/**
 * The loop of a process started by `startRenderProcess`: answers each request, and ends with its parent, even
 * when the parent is killed or a rendering never ends. It is killed without notice, so it writes Node's
 * compile cache right after an answer.
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
