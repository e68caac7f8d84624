import { afterEach, beforeEach, expect, it } from 'vitest';
import { addEvidence } from '../../src/db/evidence.ts';
import { enqueueJob, type Job, jobById } from '../../src/db/jobs.ts';
import { type Db, inTransaction } from '../../src/db/open.ts';
import { job, person } from '../../src/db/schema/index.ts';
import { type JobWorker, startJobs, whoseTurn } from '../../src/jobs/run-jobs.ts';
import { createManualClock } from '../../src/simulator/index.ts';
import { requestFiles } from '../../src/summary/file-request.ts';
import { type Database, openDatabase } from '../world/database.ts';
import { silent } from '../world/log.ts';
import { until } from '../world/until.ts';

let database: Database;
beforeEach(() => {
  database = openDatabase({});
  inTransaction(database.store, (db) => {
    for (const name of ['Julio', 'Diana', 'Ana']) db.insert(person).values({ name, createdAt: 1 }).run();
  });
});
afterEach(() => database.remove());

const of = (personId: number) => ({ chatId: 100 + personId, personId, cutId: 1, as: 'reply' }) as const;
const waiting = () =>
  database.db
    .select()
    .from(job)
    .all()
    .filter((each) => each.state === 'waiting');

/**
 * Does jobs until none waits.
 * @param work called with each job, outside any transaction
 */
async function workThrough(work: (done: Job) => void): Promise<void> {
  const stopping = new AbortController();
  const worker: JobWorker = async (each) => {
    work(each);
    return () => undefined;
  };
  const workers = {
    evidence: worker,
    render: worker,
    readForm: worker,
    qr: worker,
    account: worker,
    handout: worker,
  };
  const { store } = database;
  const clock = createManualClock(1_000);
  const failed = () => expect.fail('a job failed');
  const { stopped } = startJobs(
    { store, clock, log: silent, workers, failed, finished: () => undefined },
    stopping.signal,
  );
  await until(() => waiting().length === 0, 'the jobs');
  stopping.abort();
  await stopped;
}

/** A file of evidence that is still to be fetched. */
function evidenceOf(db: Db, personId: number): number {
  const row = { activityId: 1, cutId: 1, personId, kind: 'file', state: 'fetching', fileId: 'x' } as const;
  return enqueueJob(db, 'evidence', { evidenceId: addEvidence(db, { ...row, moment: 1 }).id }, 1);
}

it('queues a file of a cut once while it waits, with the latest request', () => {
  const { db } = database;
  expect(requestFiles(db, of(1), ['pdf', 'xlsx'], 1)).toEqual(['pdf', 'xlsx']);
  for (let times = 0; times < 100; times++) expect(requestFiles(db, of(1), ['pdf'], 2 + times)).toEqual([]);
  expect(waiting().map((each) => each.payload)).toMatchObject([
    { format: 'pdf', moment: 101 },
    { format: 'xlsx', moment: 1 },
  ]);
  expect(requestFiles(db, of(2), ['pdf'], 3)).toEqual(['pdf']);
  expect(requestFiles(db, { ...of(1), cutId: 2 }, ['pdf'], 3)).toEqual(['pdf']);
  expect(requestFiles(db, { ...of(1), presentation: 7 }, ['pdf'], 3)).toEqual(['pdf']);
  expect(requestFiles(db, { ...of(1), as: 'summary' }, ['pdf'], 3)).toEqual(['pdf']);
  expect(waiting()).toHaveLength(6);
});

it('makes a file once more when it was requested again meanwhile, and then stops', async () => {
  const { db } = database;
  requestFiles(db, of(1), ['pdf'], 1);
  const made: unknown[] = [];
  await workThrough(({ payload }) => {
    made.push((payload as { moment: number }).moment);
    if (made.length === 1) requestFiles(db, of(1), ['pdf'], 2);
  });
  expect(made).toEqual([1, 2]);
});

it('lets people take turns: behind forty jobs of one person, another’s evidence waits for one', async () => {
  const { db } = database;
  for (let each = 1; each <= 40; each++) enqueueJob(db, 'readForm', { personId: 1, fileId: `${each}` }, 1);
  const late = [evidenceOf(db, 3), evidenceOf(db, 3)];
  enqueueJob(db, 'account', {}, 1);
  const order: number[] = [];
  let arrived = 0;
  await workThrough(({ id }) => {
    order.push(id);
    // A request arrives in the middle.
    if (order.length === 9) arrived = enqueueJob(db, 'readForm', { personId: 2, fileId: 'x' }, 1);
  });
  expect(order.slice(0, 5)).toEqual([1, late[0], 43, 2, late[1]]);
  expect(order.indexOf(arrived)).toBe(9);
  expect(order).toHaveLength(44);
  expect(order.filter((id) => id <= 40)).toEqual(Array.from({ length: 40 }, (_, place) => place + 1));
});

it('gives the turn to the person whose last one is longest ago, then to the first to ask', () => {
  const ready = [
    { personId: 1, jobId: 1 },
    { personId: 2, jobId: 9 },
    { personId: null, jobId: 5 },
  ];
  expect(whoseTurn(ready, new Set())?.jobId).toBe(1);
  expect(whoseTurn(ready, new Set([1]))?.jobId).toBe(5);
  expect(whoseTurn(ready, new Set([2, 1, null]))?.jobId).toBe(9);
  expect(whoseTurn([], new Set())).toBeUndefined();
});

it('removes what a job left on the disk when nobody waits for it any more', async () => {
  const { db, store } = database;
  const id = enqueueJob(db, 'evidence', { evidenceId: 1 }, 1);
  let undone = 0;
  const worker: JobWorker = async () => {
    db.delete(job).run();
    return { finish: () => expect.fail('nobody waits'), undo: async () => void undone++ };
  };
  const stopping = new AbortController();
  const workers = {
    evidence: worker,
    render: worker,
    readForm: worker,
    qr: worker,
    account: worker,
    handout: worker,
  };
  const { stopped } = startJobs(
    {
      store,
      clock: createManualClock(1_000),
      log: silent,
      workers,
      failed: () => undefined,
      finished: () => undefined,
    },
    stopping.signal,
  );
  await until(() => undone === 1, 'what was left');
  stopping.abort();
  await stopped;
  expect(jobById(db, id)).toBeUndefined();
});
