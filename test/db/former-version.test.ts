import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { readWhoseQuestion } from '../../src/conversations/reporting/evidence/whose-question.ts';
import { and, eq } from '../../src/db/drizzle.ts';
import { removeParts } from '../../src/db/evidence-bytes.ts';
import { settleJob } from '../../src/db/jobs.ts';
import { inTransaction, openStore } from '../../src/db/open.ts';
import { evidence, job, question } from '../../src/db/schema/index.ts';
import { evidenceFetcher } from '../../src/jobs/fetch-evidence.ts';
import { operator } from '../cli/setup.ts';

/**
 * A database and its folder as commit e10c402 left them. Two people sent the same file, one of them twice,
 * each time stored as a file of its own. There are also another file, a link, a file still to be fetched, the
 * question whose a file is, and a part of a file that was never finished.
 */
const former = unzipSync(readFileSync(join(import.meta.dirname, '../data/former-e10c402.zip')));
const acta = Buffer.from('%PDF-1.7\nacta de la reunión');
let desk: ReturnType<typeof operator>;

beforeEach(() => {
  desk = operator('2022-03-18');
  for (const [name, bytes] of Object.entries(former)) {
    const path = join(dirname(desk.databasePath), name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
});

const rows = () => desk.inDatabase((db) => db.select().from(evidence).all());
const inFolder = () => readdirSync(desk.filesPath);

describe('a database of the version before', () => {
  it('opens with all its evidence', () => {
    expect(rows().map(({ personId, kind, state }) => [personId, kind, state])).toEqual([
      [1, 'file', 'stored'],
      [1, 'file', 'stored'],
      [2, 'file', 'stored'],
      [2, 'file', 'stored'],
      [1, 'link', 'stored'],
      [1, 'file', 'fetching'],
    ]);
    expect(rows().every((row) => row.recordedAt === row.moment)).toBe(true);
    const [asked] = desk.inDatabase((db) =>
      db.select().from(question).where(eq(question.kind, 'evidence')).all(),
    );
    expect(readWhoseQuestion(asked?.payload).files).toMatchObject([{ bytes: null }]);
  });

  it('goes on: the unfinished part is removed, and bytes sent again share one file', async () => {
    rows();
    expect([removeParts(desk.filesPath), inFolder().length]).toEqual([1, 4]);
    const store = openStore(desk.databasePath, { migrate: false });
    const fetch = evidenceFetcher({
      store,
      folder: desk.filesPath,
      limit: 1e9,
      hasRoom: () => true,
      download: async () => ({ ok: true, bytes: acta }),
      notKept: (_, __, why) => expect.fail(why),
    });
    store.sqlite.exec("update evidence set activityId = 2 where state = 'fetching'");
    const waiting = () =>
      store.db
        .select()
        .from(job)
        .where(and(eq(job.kind, 'evidence'), eq(job.state, 'waiting')))
        .get();
    for (let next = waiting(); next; next = waiting()) {
      const work = await fetch(next, new AbortController().signal);
      inTransaction(store, (db) => (typeof work === 'function' ? work : work.finish)(db, 1));
      settleJob(store.db, next.id, 'done', null, 1);
    }
    store.close();
    expect(inFolder()).toHaveLength(2);
    expect(rows().filter((row) => row.state === 'stored')).toHaveLength(6);
    expect((await desk.types('doctor')).out).toContain('completos y sin cambios: 2 archivos');
  });

  it('can be copied, examined and restored', async () => {
    rows();
    const copy = join(dirname(desk.databasePath), 'copy.db');
    expect((await desk.types('backup', copy)).out).toContain('con 4 archivos de soporte');
    expect((await desk.types('doctor')).out).toContain('completos y sin cambios: 4 archivos');
    for (const name of inFolder()) writeFileSync(join(desk.filesPath, name), 'otra cosa');
    expect((await desk.types('restore', copy)).code).toBe(0);
    expect((await desk.types('doctor')).out).toContain('completos y sin cambios: 4 archivos');
  });
});
