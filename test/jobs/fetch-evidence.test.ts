import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEvidence, type Evidence, evidenceById, markNotKept } from '../../src/db/evidence.ts';
import { removeParts } from '../../src/db/evidence-bytes.ts';
import { enqueueJob, type Job, jobById } from '../../src/db/jobs.ts';
import { inTransaction, type Store } from '../../src/db/open.ts';
import { job, person } from '../../src/db/schema/index.ts';
import { evidenceFetcher, type NotKept } from '../../src/jobs/fetch-evidence.ts';
import { type Database, openDatabase } from '../world/database.ts';

const pdf = Buffer.from('%PDF-1.7\nacta');
const sha256 = createHash('sha256').update(pdf).digest('hex');
const name = `${sha256}.pdf`;

let database: Database;
let files: string;
let store: Store;
let refused: NotKept[];
let content: Uint8Array;
let room: boolean;

beforeEach(() => {
  database = openDatabase({});
  ({ store, filesPath: files } = database);
  inTransaction(store, (db) => {
    for (const one of ['Ana', 'Berta']) db.insert(person).values({ name: one, createdAt: 1 }).run();
  });
  [refused, content, room] = [[], pdf, true];
});
afterEach(() => database.remove());

const fetcher = (limit = 1e9) =>
  evidenceFetcher({
    store,
    folder: files,
    limit,
    hasRoom: () => room,
    download: async () => ({ ok: true, bytes: content }),
    notKept: (_, __, why) => void refused.push(why),
  });

/** A sent file: its row, and the job that fetches it. */
function sent(of: Partial<Evidence> = {}): { readonly id: number; readonly job: Job } {
  return inTransaction(store, (db) => {
    const row = {
      activityId: 1,
      cutId: 1,
      personId: 1,
      kind: 'file',
      state: 'fetching',
      fileId: 'x',
    } as const;
    const { id } = addEvidence(db, { ...row, moment: 1, ...of });
    const job = enqueueJob(db, 'evidence', { evidenceId: id }, 1);
    return { id, job: waitingJob(job) };
  });
}

function waitingJob(id: number): Job {
  const found = jobById(store.db, id);
  if (!found) throw new Error(`job ${id} does not wait`);
  return found;
}

/** Does a job as the loop of jobs does. */
async function work(job: Job, fetch = fetcher()): Promise<void> {
  const done = await fetch(job, new AbortController().signal);
  inTransaction(store, (db) => (typeof done === 'function' ? done : done.finish)(db, 2));
}

/** Does the jobs added meanwhile, which remove files that no row needs. */
async function removals(): Promise<void> {
  for (const each of store.db.select().from(job).all()) {
    if (JSON.stringify(each.payload).includes('remove')) await work(each);
  }
}

const state = (id: number) => evidenceById(store.db, id)?.state;
const inFolder = () => (existsSync(files) ? readdirSync(files) : []);

describe('the same bytes', () => {
  it('are stored once, with a row for each sender and each report', async () => {
    const rows = [sent(), sent({ personId: 2 }), sent({ activityId: 2 }), sent({ cutId: 2 })];
    for (const { job } of rows) await work(job);
    expect(rows.map(({ id }) => state(id))).toEqual(['stored', 'stored', 'stored', 'stored']);
    expect(new Set(rows.map(({ id }) => evidenceById(store.db, id)?.storedName))).toEqual(new Set([name]));
    expect(inFolder()).toEqual([name]);
  });

  it('sent again by the same person for the same report are one piece of evidence', async () => {
    const [first, again] = [sent(), sent()];
    await work(first.job);
    await work(again.job);
    expect([state(first.id), state(again.id)]).toEqual(['stored', 'refused']);
    expect(inFolder()).toEqual([name]);
    expect(refused).toEqual([]);
  });

  it('get one name when an earlier version kept several, and the other files are removed', async () => {
    mkdirSync(files, { recursive: true });
    for (const [place, old] of ['1-a.pdf', '2-b.pdf', '3-c.pdf'].entries()) {
      writeFileSync(join(files, old), place === 2 ? 'somebody changed it' : pdf);
      sent({ state: 'stored', storedName: old, sha256, activityId: place + 1 });
    }
    const { job, id } = sent({ activityId: 4 });
    await work(job);
    await removals();
    // The file that was tampered with stays as a trace.
    expect(inFolder()).toEqual(['1-a.pdf', '3-c.pdf']);
    expect(evidenceById(store.db, id)?.storedName).toBe('1-a.pdf');
    expect(evidenceById(store.db, 2)?.storedName).toBe('1-a.pdf');
  });

  it('are written anew when the file is gone, and beside a file that was tampered with', async () => {
    await work(sent().job);
    rmSync(join(files, name));
    await work(sent({ activityId: 2 }).job);
    expect(readFileSync(join(files, name))).toEqual(pdf);
    writeFileSync(join(files, name), 'otra cosa');
    const { id, job } = sent({ activityId: 3 });
    await work(job);
    expect(evidenceById(store.db, id)?.storedName).toBe(`${sha256}-${id}.pdf`);
    expect(readFileSync(join(files, name), 'utf8')).toBe('otra cosa');
  });
});

describe('a file that is not kept leaves nothing behind', () => {
  it('when a write fails on a full disk: its person is told, and the part is removed', async () => {
    mkdirSync(files, { recursive: true });
    symlinkSync('/dev/full', join(files, `.${name}.part`));
    const { id, job } = sent();
    await work(job);
    expect([state(id), refused, inFolder()]).toEqual(['refused', ['noRoom'], []]);
  });

  it('when its row could not be written, unless another row has the same file', async () => {
    const [first, second] = [sent(), sent({ personId: 2 })];
    const undone = await fetcher()(first.job, new AbortController().signal);
    expect(inFolder()).toEqual([name]);
    if (typeof undone !== 'function') await undone.undo();
    expect(inFolder()).toEqual([]);
    await work(first.job);
    const other = await fetcher()(second.job, new AbortController().signal);
    if (typeof other !== 'function') await other.undo();
    expect(inFolder()).toEqual([name]);
  });

  it('when nobody wants it any more on arrival', async () => {
    const { id, job } = sent();
    const done = await fetcher()(job, new AbortController().signal);
    inTransaction(store, (db) => {
      markNotKept(db, id);
      (typeof done === 'function' ? done : done.finish)(db, 2);
    });
    await removals();
    expect([state(id), inFolder()]).toEqual(['refused', []]);
  });

  it('when an earlier process began to write it; nothing else is removed', () => {
    mkdirSync(join(files, 'outgoing'), { recursive: true });
    for (const each of [`.${name}.part`, '.9-2b1c7a52.pdf.part', name, '1-a.pdf'])
      writeFileSync(join(files, each), 'x');
    expect(removeParts(files)).toBe(2);
    expect(inFolder().sort()).toEqual(['1-a.pdf', name, 'outgoing'].sort());
    expect(removeParts(join(database.folder, 'nowhere'))).toBe(0);
  });
});

describe('how much is kept', () => {
  it('is limited per person and cut, by the received bytes, not the announced ones', async () => {
    await work(sent().job);
    content = Buffer.concat([pdf, Buffer.from(' dos')]);
    const [beyond, other, later] = [sent({ bytes: 1 }), sent({ personId: 2 }), sent({ cutId: 2 })];
    const limit = pdf.length + content.length - 1;
    for (const { job } of [beyond, other, later]) await work(job, fetcher(limit));
    expect([beyond, other, later].map(({ id }) => state(id))).toEqual(['refused', 'stored', 'stored']);
    expect(refused).toEqual(['tooMuch']);
  });

  it('is nothing while the disk has less than the reserve free', async () => {
    room = false;
    const { id, job } = sent();
    await work(job);
    expect([state(id), refused, inFolder()]).toEqual(['refused', ['noRoom'], []]);
  });
});
