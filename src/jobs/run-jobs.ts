import { backoff, type Growth } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import { type Job, jobById, nextJobAt, postponeJob, type Ready, readyJobs, settleJob } from '../db/jobs.ts';
import { type Db, inTransaction, type Store } from '../db/open.ts';
import type { JobKind } from '../db/schema/index.ts';
import { isStorageTrouble } from '../db/storage-trouble.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Moment } from '../domain/dates.ts';
import { type Log, nameOf } from '../log.ts';

/** Writes the outcome of a job once it is done, as an act of its own, on an open transaction. */
export type Finish = (db: Db, now: number) => void;

/** The same, with a function that removes what the job left on the disk when the outcome was not written. */
export type Undoable = { readonly finish: Finish; readonly undo: () => Promise<void> };

/** Does one job outside any transaction. A throw means that the job may be tried again. */
export type JobWorker = (job: Job, signal: AbortSignal) => Promise<Finish | Undoable>;

export type RunningJobs = { readonly wake: () => void; readonly stopped: Promise<void> };

/** Telegram asked to wait: the job is tried again at that time, and this does not count as a failure. */
export class TryLater extends Error {
  readonly afterMs: number;

  constructor(afterMs: number) {
    super('asked to wait');
    this.name = 'TryLater';
    this.afterMs = afterMs;
  }
}

const mostAttempts = 5;
/** 2, 8, 32, 128 s: a missing network has some three minutes to come back. */
const betweenAttempts: Growth = { first: 2_000, factor: 4, most: 128_000 };
const idleMs = 60_000;

/**
 * The person whose turn it is: one who has had none, or the one whose last turn is longest ago; among equals,
 * the one who asked first.
 */
export function whoseTurn(ready: readonly Ready[], served: ReadonlySet<number | null>): Ready | undefined {
  const turns = new Map([...served].map((personId, index) => [personId, index]));
  const turnOf = (each: Ready) => turns.get(each.personId) ?? -1;
  return ready.toSorted((a, b) => turnOf(a) - turnOf(b) || a.jobId - b.jobId)[0];
}

/**
 * Does the jobs of the database one after another, people taking turns, until aborted. Each job is tried five
 * times, then given up by `failed`. A failing job delays no other; a full or locked disk counts against none.
 */
export function startJobs(
  of: {
    readonly store: Store;
    readonly clock: Clock;
    readonly log: Log;
    readonly workers: Readonly<Record<JobKind, JobWorker>>;
    readonly failed: (db: Db, job: Job, now: number) => void;
    readonly finished: () => void;
  },
  signal: AbortSignal,
): RunningJobs {
  const { store, clock, log } = of;
  /** The people who had a turn, longest ago first. */
  const served = new Set<number | null>();
  let nudge = Promise.withResolvers<void>();
  let alarm: { readonly at: number; readonly off: AbortController } | null = null;
  const wake = () => nudge.resolve();

  async function run(): Promise<void> {
    for (let troubles = 0; !signal.aborted; ) {
      nudge = Promise.withResolvers<void>();
      try {
        const next = nextJobAt(store.db) ?? Number.POSITIVE_INFINITY;
        if (next > clock.now() || !(await doOne())) await rest(next);
        troubles = 0;
      } catch (error) {
        log.error(
          { error: nameOf(error) },
          'jobs could not be read or written; none of them counts as tried',
        );
        await sleepUnlessAborted(backoff(++troubles));
      }
    }
  }

  /** @returns whether there was anything to do. @throws when the storage fails */
  async function doOne(): Promise<boolean> {
    const next = whoseTurn(readyJobs(store.db, clock.now()), served);
    const job = next && jobById(store.db, next.jobId);
    if (!job) return false;
    served.delete(next.personId);
    served.add(next.personId);
    await attempt(job);
    return true;
  }

  async function sleepUnlessAborted(ms: number): Promise<void> {
    await clock.sleep(ms, signal).catch(() => undefined);
  }

  async function attempt(job: Job): Promise<void> {
    try {
      const done = await of.workers[job.kind](job, signal);
      await write(job, typeof done === 'function' ? { finish: done, undo: async () => {} } : done);
      of.finished();
    } catch (error) {
      if (isStorageTrouble(error)) throw error;
      if (!signal.aborted) giveUpOrPostpone(job, error);
    }
  }

  async function write(job: Job, { finish, undo }: Undoable): Promise<void> {
    let written = false;
    try {
      written = inTransaction(store, (db) => {
        const asked = jobById(db, job.id);
        // The person who asked for it may have left meanwhile.
        if (asked?.state !== 'waiting') return false;
        finish(db, clock.now());
        // A job that was asked for again meanwhile is done once more: its input may have changed.
        if (canonicalJson(asked.payload) === canonicalJson(job.payload))
          settleJob(db, job.id, 'done', null, clock.now());
        return true;
      });
    } finally {
      if (!written)
        await undo().catch((error: unknown) =>
          log.error(
            { job: job.id, error: nameOf(error) },
            'what a job left on the disk could not be removed',
          ),
        );
    }
  }

  function giveUpOrPostpone(job: Job, error: unknown): void {
    if (error instanceof TryLater) {
      log.warn({ job: job.id, kind: job.kind, afterMs: error.afterMs }, 'a job was asked to wait');
      inTransaction(store, (db) =>
        postponeJob(db, job.id, job.attempts, error.name, clock.now() + error.afterMs),
      );
      return;
    }
    const attempts = job.attempts + 1;
    const why = error instanceof Error ? error.name : 'unknown';
    log.warn({ job: job.id, kind: job.kind, attempts, why }, 'a job did not succeed');
    inTransaction(store, (db) => {
      const now = clock.now();
      if (attempts < mostAttempts)
        return postponeJob(db, job.id, attempts, why, now + backoff(attempts, betweenAttempts));
      settleJob(db, job.id, 'failed', why, now);
      of.failed(db, job, now);
    });
    of.finished();
  }

  /** Waits until a job is asked for, or the next postponed job is due. */
  async function rest(next: Moment): Promise<void> {
    wakeWithin(Math.min(idleMs, Math.max(next - clock.now(), 1)));
    await nudge.promise;
  }

  /** An alarm that rings soon enough stays: every answer to a person wakes the jobs, and most ask for none. */
  function wakeWithin(ms: number): void {
    const at = clock.monotonic() + ms;
    if (alarm !== null && alarm.at <= at) return;
    alarm?.off.abort();
    const mine = { at, off: new AbortController() };
    alarm = mine;
    const ring = () => {
      if (alarm === mine) alarm = null;
      wake();
    };
    clock.sleep(ms, AbortSignal.any([mine.off.signal, signal])).then(ring, () => undefined);
  }

  signal.addEventListener('abort', wake);
  return { wake, stopped: run() };
}
