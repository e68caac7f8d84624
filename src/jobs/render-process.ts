import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answered } from './answer-requests.ts';
import type { Made, RenderRequest } from './render-request.ts';

/** A process that renders one thing at a time. */
export type RenderProcess = {
  readonly alive: () => boolean;
  /** Bytes of memory that it held at its last answer. */
  readonly resident: () => number;
  /**
   * Do not call it again before it settles.
   * @throws {Error} when the rendering failed, and when the process died of it.
   */
  readonly run: (request: RenderRequest) => Promise<Made>;
  /** Ends the process at once, whatever it is doing. Resolves when the process has gone. */
  readonly end: (why: string) => Promise<void>;
};

const NODE_VERSION = fileURLToPath(new URL('../node-version.cjs', import.meta.url));
const FLAGS = [
  // Collects garbage early: 30 MB less, and a tenth of a second more for 300 activities (measured).
  '--max-semi-space-size=1',
  // A file made to fill the memory ends only this process.
  '--max-old-space-size=384',
];

/**
 * Starts a process on a script that calls `answerRequests`. While idle it does not keep our process alive.
 */
export function startRenderProcess(script: URL): RenderProcess {
  const child = fork(script, [String(process.pid)], {
    execArgv: [...FLAGS, '-r', NODE_VERSION],
    env: childEnvironment(process.env),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let alive = true;
  let resident = 0;
  let asked: PromiseWithResolvers<Made> | null = null;
  const gone = Promise.withResolvers<void>();
  const holdUp = (how: 'ref' | 'unref'): void => {
    child[how]();
    child.channel?.[how]();
  };
  holdUp('unref');

  const settle = (how: (of: PromiseWithResolvers<Made>) => void): void => {
    const own = asked;
    if (!own) return;
    asked = null;
    holdUp('unref');
    how(own);
  };
  const die = (error: Error): void => {
    alive = false;
    settle((own) => own.reject(error));
  };
  child.on('message', ({ answer, resident: held }: Answered) => {
    resident = held;
    settle((own) => (answer.ok ? own.resolve(answer.value) : own.reject(new Error(answer.message))));
  });
  child.on('error', (error) => {
    die(error);
    // The process never started, so no event of it will come.
    if (child.pid === undefined) gone.resolve();
  });
  child.on('exit', (code, signal) => {
    die(new Error(`The rendering process ended with ${signal ?? `code ${code}`}`));
    gone.resolve();
  });

  return {
    alive: () => alive,
    resident: () => resident,
    run: (request) => {
      const own = Promise.withResolvers<Made>();
      if (!alive || asked) {
        own.reject(new Error(alive ? 'The rendering process is at work' : 'The rendering process has ended'));
        return own.promise;
      }
      asked = own;
      holdUp('ref');
      child.send(request, (error) => {
        if (error) die(error);
      });
      return own.promise;
    },
    end: async (why) => {
      die(new Error(why));
      child.ref();
      child.kill('SIGKILL');
      await gone.promise;
    },
  };
}

/**
 * The environment has neither the token nor any setting, because the process reads files that somebody sent.
 * The libraries for pictures and PDF run several threads, and glibc would give each thread an arena that it
 * never gives back.
 */
function childEnvironment(ours: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH, LD_LIBRARY_PATH, NODE_ENV, NODE_COMPILE_CACHE } = ours;
  return { PATH, LD_LIBRARY_PATH, NODE_ENV, NODE_COMPILE_CACHE, MALLOC_ARENA_MAX: '1' };
}
