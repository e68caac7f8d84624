import { Worker } from 'node:worker_threads';
import type { RenderAnswer, RenderRequest } from './render-request.ts';

/** What came of a request: bytes, or a form that was read. */
export type Made = Extract<RenderAnswer, { ok: true }>['value'];

/** A thread that renders one thing at a time. */
export type RenderThread = {
  readonly alive: () => boolean;
  /**
   * Not to be called again before it is settled.
   * @throws {Error} when the rendering failed, and when the thread died of it.
   */
  readonly run: (request: RenderRequest) => Promise<Made>;
  readonly end: (why: string) => Promise<void>;
};

/** Starts a thread on a script that answers each `RenderRequest` with one `RenderAnswer`. While idle it holds no process up. */
export function startRenderThread(script: URL): RenderThread {
  const worker = new Worker(script);
  worker.unref();
  let alive = true;
  let asked: PromiseWithResolvers<Made> | null = null;

  const settle = (how: (of: PromiseWithResolvers<Made>) => void): void => {
    const own = asked;
    asked = null;
    worker.unref();
    if (own) how(own);
  };
  const die = (error: Error): void => {
    alive = false;
    settle((own) => own.reject(error));
  };
  worker.on('message', (answer: RenderAnswer) =>
    settle((own) => (answer.ok ? own.resolve(answer.value) : own.reject(new Error(answer.message)))),
  );
  worker.on('error', (error) => die(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => die(new Error(`The rendering thread ended with code ${code}`)));

  return {
    alive: () => alive,
    run: (request) => {
      const own = Promise.withResolvers<Made>();
      if (!alive || asked) {
        own.reject(new Error(alive ? 'The rendering thread is at work' : 'The rendering thread has ended'));
        return own.promise;
      }
      asked = own;
      worker.ref();
      worker.postMessage(request);
      return own.promise;
    },
    end: async (why) => {
      die(new Error(why));
      await worker.terminate();
    },
  };
}
