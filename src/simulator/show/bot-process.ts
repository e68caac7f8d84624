/** The bot's process: started, really killed, started again. It learns every jump of the clock. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { withoutToken } from '../../log.ts';
import { afterRealMs } from '../real-time.ts';
import { type BotSettings, fromBot, settingsVariable, type ToBot } from './bot-messages.ts';

export type BotState = 'starting' | 'running' | 'stopped';

export type BotProcess = {
  readonly state: () => BotState;
  readonly pid: () => number | undefined;
  /** How often it has been started. */
  readonly starts: () => number;
  /** The last lines of its log. */
  readonly log: () => readonly string[];
  readonly start: () => void;
  /** SIGKILL: the bot finishes and cleans up nothing. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, and after 5 s SIGKILL. */
  readonly stop: () => Promise<void>;
  /** Resolves once the bot has decided what is due at the new time; at once when no bot runs. */
  readonly setShift: (ms: number) => Promise<void>;
};

/** Loaded first, as `npm start` does: Node keeps what it compiled. */
const NODE_VERSION = join(import.meta.dirname, '../../node-version.cjs');
const logLines = 60;
const patienceMs = 5_000;

export function createBotProcess(
  settings: Omit<BotSettings, 'shift'>,
  clock: { readonly shift: () => number },
  changed: () => void,
): BotProcess {
  let child: ChildProcess | undefined;
  let state: BotState = 'stopped';
  let starts = 0;
  let turn = 0;
  const waiting = new Map<number, () => void>();
  const lines: string[] = [];

  const become = (next: BotState): void => {
    state = next;
    if (next === 'stopped') {
      for (const done of waiting.values()) done();
      waiting.clear();
    }
    changed();
  };

  const listen = (own: ChildProcess): void => {
    own.on('message', (message) => {
      const said = fromBot.parse(message);
      if ('running' in said) {
        become('running');
        // The clock may have jumped while it was starting.
        own.send({ shift: clock.shift(), turn: 0 } satisfies ToBot, () => undefined);
        return;
      }
      waiting.get(said.turn)?.();
      waiting.delete(said.turn);
    });
    own.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...withoutToken(text).split('\n').filter(Boolean));
      lines.splice(0, lines.length - logLines);
      changed();
    });
    own.on('exit', () => {
      if (child !== own) return;
      child = undefined;
      become('stopped');
    });
  };

  const start = (): void => {
    if (child) return;
    starts += 1;
    child = spawn(process.execPath, ['-r', NODE_VERSION, join(import.meta.dirname, 'bot-child.ts')], {
      // The demo's bot gets no setting of the machine, and no token.
      env: { [settingsVariable]: JSON.stringify({ ...settings, shift: clock.shift() }) },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    listen(child);
    become('starting');
  };

  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      const own = child;
      if (!own) return resolve();
      const cancel = afterRealMs(patienceMs, () => own.kill('SIGKILL'));
      own.once('exit', () => {
        cancel();
        resolve();
      });
      own.kill(signal);
    });

  return {
    state: () => state,
    pid: () => child?.pid,
    starts: () => starts,
    log: () => lines,
    start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    setShift: (ms) =>
      new Promise((resolve) => {
        const own = child;
        if (!own?.connected || state !== 'running') return resolve();
        turn += 1;
        const thisTurn = turn;
        const done = (): void => {
          cancel();
          resolve();
        };
        const cancel = afterRealMs(patienceMs, () => {
          waiting.delete(thisTurn);
          resolve();
        });
        waiting.set(thisTurn, done);
        own.send({ shift: ms, turn: thisTurn } satisfies ToBot, () => undefined);
      }),
  };
}
