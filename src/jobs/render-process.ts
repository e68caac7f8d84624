import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answered } from './answer-requests.ts';
import type { RenderAnswer, RenderRequest } from './render-request.ts';

/** What came of a request: bytes, or a form that was read. */
export type Made = Extract<RenderAnswer, { ok: true }>['value'];

/** A process that renders one thing at a time. */
export type RenderProcess = {
  readonly alive: () => boolean;
  /** Bytes it held in memory when it last answered. */
  readonly resident: () => number;
  /**
   * Not to be called again before it is settled.
   * @throws {Error} when the rendering failed, and when the process died of it.
   */
  readonly run: (request: RenderRequest) => Promise<Made>;
  /** At once, whatever it is doing. Resolves when it has gone. */
  readonly end: (why: string) => Promise<void>;
};

const NODE_VERSION = fileURLToPath(new URL('../node-version.cjs', import.meta.url));
const FLAGS = [
  // Its garbage is collected early: 30 MB less, and a tenth of a second more for 300 activities (measured).
  '--max-semi-space-size=1',
  // A file that was made to fill the memory ends here, and takes nothing of ours with it.
  '--max-old-space-size=384',
];

/** Starts a process on a script that calls `answerRequests`. While idle it does not hold ours up. */
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
    // It was never there: nothing more is heard of it.
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
 * Neither the token nor a setting: files that somebody sent are read there. The libraries for pictures and PDF run several
 * threads, and glibc would give each an arena of its own, which it never gives back.
 */
function childEnvironment(ours: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH, LD_LIBRARY_PATH, NODE_ENV, NODE_COMPILE_CACHE } = ours;
  return { PATH, LD_LIBRARY_PATH, NODE_ENV, NODE_COMPILE_CACHE, MALLOC_ARENA_MAX: '1' };
}
