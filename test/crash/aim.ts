/**
 * Loaded before the real `src/main.ts` (`node --import`) in the processes that are to die: shifts the wall clock to the
 * time of the story, and ends the process by SIGKILL at a chosen instruction inside SQLite. Nothing of it is in the
 * product; what runs is the product's own code.
 */
import { isMainThread } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { systemClock } from '../../src/clock.ts';
import type { InsideAim } from './death.ts';

type Statement = { readonly source: string; readonly database: Database.Database };
type Step = (this: Statement, ...args: unknown[]) => unknown;

/** Milliseconds by which the story differs from the machine's clock. */
const offsetMs = Number(process.env.CRASH_OFFSET_MS ?? 0);
const aim = JSON.parse(process.env.CRASH_AIM ?? 'null') as InsideAim | null;
/** A fault planted by a test of the harness: what matches is not executed. */
const left = process.env.CRASH_LEAVE_OUT === undefined ? null : new RegExp(process.env.CRASH_LEAVE_OUT);

Object.assign(systemClock, { now: () => Date.now() + offsetMs });
if (isMainThread && (aim !== null || left !== null)) watchStatements();

function watchStatements(): void {
  const probe = new Database(':memory:');
  const statement = Object.getPrototypeOf(probe.prepare('select 1')) as Record<'run' | 'get' | 'all', Step>;
  probe.close();
  let handling = false;
  let seen = 0;
  for (const name of ['run', 'get', 'all'] as const) {
    const real = statement[name];
    statement[name] = function (this: Statement, ...args) {
      const { source } = this;
      if (left?.test(source)) return { changes: 0, lastInsertRowid: 0 };
      if (aim === null) return real.apply(this, args);
      handling ||= aim.from === 'start' || /(from|into) "update"/.test(source);
      if (!handling || !counts(aim, source, this.database)) return real.apply(this, args);
      if (++seen === aim.count && aim.where !== 'afterCommit') die();
      const result = real.apply(this, args);
      if (seen === aim.count) die();
      return result;
    };
  }
}

function counts({ where }: InsideAim, source: string, database: Database.Database): boolean {
  return where === 'statement' ? database.inTransaction && source !== 'COMMIT' : source === 'COMMIT';
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}
