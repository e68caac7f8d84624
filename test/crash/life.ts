import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Change, Simulator } from '../../src/simulator/index.ts';
import type { Aim, InsideAim, OutsideAim } from './death.ts';

const root = join(import.meta.dirname, '../..');
const sends: ReadonlySet<string> = new Set([
  'sendMessage',
  'sendPhoto',
  'sendDocument',
  'editMessageText',
  'editMessageReplyMarkup',
]);

export type Life = {
  /** Resolves when the process has ended, with what it was asked to die of, or `late` when that never came. */
  readonly dead: Promise<'aimed' | 'late'>;
  readonly isDead: () => boolean;
  /** Ends it like an operator: SIGTERM. @returns its exit code */
  readonly stop: () => Promise<number | null>;
  readonly kill: () => void;
  readonly said: () => string;
};

/**
 * Starts the real process against the simulator and lets it die of its aim (null: it lives until it is stopped).
 * @param env.leaveOut statements that are not executed: a planted fault
 */
export function startLife(of: {
  readonly simulator: Simulator;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly offsetMs: number;
  readonly aim: Aim | null;
  readonly leaveOut?: string | undefined;
}): Life {
  const { simulator, aim } = of;
  const inside: InsideAim | null = aim && 'inside' in aim ? aim.inside : null;
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    [
      ...['-r', join(root, 'src/node-version.cjs')],
      ...['--import', join(import.meta.dirname, 'aim.ts'), join(root, 'src/main.ts')],
    ],
    {
      env: {
        PATH: process.env.PATH,
        ...of.env,
        CRASH_OFFSET_MS: String(of.offsetMs),
        ...(inside ? { CRASH_AIM: JSON.stringify(inside) } : {}),
        ...(of.leaveOut === undefined ? {} : { CRASH_LEAVE_OUT: of.leaveOut }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  let said = '';
  let dead = false;
  let late = false;
  child.stdout.on('data', (bytes) => (said += String(bytes)));
  child.stderr.on('data', (bytes) => (said += String(bytes)));
  const stopAiming =
    aim && 'outside' in aim ? aimFromOutside(simulator, aim.outside, () => kill(child)) : () => undefined;
  void exit.then(() => {
    dead = true;
    stopAiming();
  });
  return {
    dead: exit.then(() => (late ? 'late' : 'aimed')),
    isDead: () => dead,
    kill: () => {
      late = !dead;
      kill(child);
    },
    stop: () => {
      child.kill('SIGTERM');
      return exit;
    },
    said: () => said,
  };
}

function kill(child: ChildProcess): void {
  child.kill('SIGKILL');
}

/** Watches what reaches Telegram and strikes at the moment aimed at. @returns what ends the watching */
function aimFromOutside(simulator: Simulator, aim: OutsideAim, strike: () => void): () => void {
  const timers: NodeJS.Timeout[] = [];
  const after = (ms: number) => void timers.push(setTimeout(strike, ms));
  let seen = 0;
  const watch = (change: Change): void => {
    if (aim.where === 'intake' && change.kind === 'answered' && isBatch(change.call)) {
      if (++seen === aim.count) after(aim.afterMs);
    } else if (aim.where === 'acknowledged' && change.kind === 'answered' && sends.has(change.call.method)) {
      if (++seen === aim.count) after(aim.afterMs);
    } else if (
      (aim.where === 'beforeEffect' || aim.where === 'afterEffect') &&
      change.kind === 'call' &&
      sends.has(change.call.method) &&
      ++seen === aim.count
    ) {
      const kind = aim.where === 'beforeEffect' ? 'hang' : 'hangAfter';
      simulator.faults.add({ kind, method: change.call.method, times: 1 });
      after(2);
    }
  };
  if (aim.where === 'anywhere') after(aim.afterMs);
  const end = simulator.onChange(watch);
  return () => {
    end();
    for (const timer of timers) clearTimeout(timer);
  };
}

function isBatch(call: { readonly method: string; readonly answer: unknown }): boolean {
  const answer = call.answer as { readonly result?: unknown } | undefined;
  return call.method === 'getUpdates' && Array.isArray(answer?.result) && answer.result.length > 0;
}
