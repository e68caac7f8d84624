import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presentCut } from '../../src/actions/present.ts';
import { sendFiles, tellFileMissing } from '../../src/conversations/summary/send-files.ts';
import { settleJob } from '../../src/db/jobs.ts';
import { type PlannedCut, plannedCut } from '../../src/db/plans.ts';
import { addReport, lastReport } from '../../src/db/reports.ts';
import { decide } from '../../src/db/review.ts';
import { job, plan } from '../../src/db/schema/index.ts';
import { type Moment, momentAt } from '../../src/domain/dates.ts';
import { notifyPresented } from '../../src/notices/kinds/presented.ts';
import { releaseWaiting } from '../../src/schedule/release.ts';
import { readFileRequest } from '../../src/summary/file-request.ts';
import { sealed } from '../../src/summary/review/document.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import {
  act,
  addOffice,
  addResponsible,
  openEntity,
  report,
  rows,
  type TestEntity,
  tickAt,
} from '../schedule/setup.ts';

const NOW = momentAt('2022-03-17', 9);
const MINUTE = 60_000;

let entity: TestEntity;
let cutId: number;
beforeEach(() => {
  entity = openEntity();
  cutId = entity.cuts[0] ?? 0;
});
afterEach(() => entity.remove());

function planned(): PlannedCut {
  const found = plannedCut(entity.store.db, cutId);
  if (!found) throw new Error('no cut');
  return found;
}

/** A whole cut that a coordinator presents to a mayor. */
function present(now: Moment = NOW): number {
  const coordinator = addOffice(entity, 'Diana', 'coordinator');
  addOffice(entity, 'Julio', 'mayor');
  const ana = addResponsible(entity, { name: 'Ana', activities: 1 });
  report(entity, ana.personId, ana.activities[0] ?? 0, cutId, now - MINUTE);
  return presentAs(coordinator, now);
}

function presentAs(coordinator: number, now: Moment): number {
  return act(entity, (db) => {
    const { fingerprint } = sealed(liveDocument(db, planned()));
    const done = presentCut(db, { cutId, personId: coordinator, fingerprint, closes: false }, now);
    if (!done.ok) throw new Error(`not presented: ${JSON.stringify(done)}`);
    notifyPresented(db, { planned: planned(), presentation: done.presentation, entityName: null }, now);
    return done.presentation.id;
  });
}

/** Ana reports another figure. */
function revise(progress: number, moment: Moment): void {
  act(entity, (db) => {
    const last = lastReport(db, 1, cutId);
    if (!last) throw new Error('nothing was reported');
    const { activityId, observation, origin, personId, late } = last;
    const row = { activityId, cutId, progress, observation, origin, personId, late };
    addReport(db, { ...row, moment, recordedAt: moment });
  });
}

const requested = () =>
  entity.store.db
    .select()
    .from(job)
    .all()
    .filter((each) => each.kind === 'render' && each.state === 'waiting');

/** A file is made, or given up; and what may go, goes, as when a job ends. */
function ends(how: 'made' | 'failed', format: string, now: Moment): void {
  const found = requested().find((each) => readFileRequest(each.payload).format === format);
  if (!found) throw new Error(`${format} is not asked for`);
  const asked = readFileRequest(found.payload);
  act(entity, (db) => {
    const file = { as: 'document', path: `/nowhere/${format}`, name: format } as const;
    settleJob(db, found.id, how === 'made' ? 'done' : 'failed', null, now);
    if (how === 'made') sendFiles(db, asked, { files: [file], status: null }, now);
    else tellFileMissing(db, asked, now);
    releaseWaiting(db, now, new Set(), { askAgain: () => null });
  });
}

/** What has left so far, in the order in which it leaves: names of files, and `question`. */
function left(): readonly string[] {
  return rows(entity)
    .filter(
      (row) => row.state === 'released' && row.releaseSeq !== null && /^presented/.test(row.notice ?? ''),
    )
    .toSorted((a, b) => (a.releaseSeq ?? 0) - (b.releaseSeq ?? 0))
    .map(({ payload }) => {
      if (!payload || !('html' in payload)) return 'empty';
      return payload.file?.name ?? (payload.keyboard ? 'question' : payload.html);
    });
}

function question(): string {
  const row = rows(entity).find((each) => each.notice === 'presented');
  return row?.payload && 'html' in row.payload ? row.payload.html : '';
}

describe('what was presented', () => {
  it('comes as files first, and the question last, right above its buttons', () => {
    present();
    tickAt(entity, NOW);
    expect(left()).toEqual([]);
    for (const format of ['pdf', 'chart', 'xlsx']) ends('made', format, NOW + 1_000);
    expect(left()).toEqual(['pdf', 'chart', 'xlsx', 'question']);
    expect(question()).toMatch(/^<b>50 %<\/b>; para esta fecha/);
    expect(question()).toMatch(/\n\n¿Lo aprueba\?$/);
    expect(question()).not.toContain('prepara');
    expect(question().match(/Diana/g)).toHaveLength(1);
  });

  it('is asked after a minute all the same, with what is not made yet; that follows', () => {
    present();
    ends('made', 'chart', NOW + 30_000);
    tickAt(entity, NOW + MINUTE - 1);
    expect(left()).toEqual(['chart']);
    tickAt(entity, NOW + MINUTE);
    expect(left()).toEqual(['chart', 'question']);
    expect(question()).toMatch(/\n\nAún se preparan el PDF y el archivo de Excel\.\n\n¿Lo aprueba\?$/);
    ends('failed', 'pdf', NOW + 3 * MINUTE);
    ends('made', 'xlsx', NOW + 3 * MINUTE);
    expect(left()).toEqual([
      'chart',
      'question',
      expect.stringContaining('No pudimos preparar el PDF'),
      'xlsx',
    ]);
  });

  it('is asked at once when a file fails, and names it', () => {
    present();
    ends('failed', 'xlsx', NOW + 10_000);
    ends('made', 'pdf', NOW + 10_000);
    expect(left()).toEqual(['pdf']);
    ends('made', 'chart', NOW + 11_000);
    expect(left()).toEqual(['pdf', 'chart', 'question']);
    expect(question()).toMatch(
      /\n\nNo pudimos preparar el archivo de Excel\. Puede pedir los archivos con \/exportar\.\n\n¿Lo aprueba\?$/,
    );
  });

  it('at night waits with its files for the morning, in the same order', () => {
    const night = momentAt('2022-03-17', 22);
    present(night);
    for (const format of ['chart', 'pdf', 'xlsx']) ends('made', format, night + 5_000);
    expect(left()).toEqual([]);
    tickAt(entity, momentAt('2022-03-18', 8));
    expect(left()).toEqual(['chart', 'pdf', 'xlsx', 'question']);
  });

  it('is not followed by a summary that says the same', () => {
    const summaries = () => rows(entity).filter((row) => row.notice === 'summary').length;
    present();
    tickAt(entity, NOW + MINUTE);
    revise(700, NOW + 2 * MINUTE);
    presentAs(1, NOW + 3 * MINUTE);
    tickAt(entity, NOW + 4 * MINUTE);
    expect(left().filter((each) => each === 'question')).toHaveLength(2);
    tickAt(entity, momentAt('2022-04-01', 8));
    expect(summaries()).toBe(0);
    revise(800, momentAt('2022-04-01', 9));
    tickAt(entity, momentAt('2022-04-08', 8));
    expect(summaries()).toBe(1);
  });

  it('sends no file of what is decided already', () => {
    const id = present();
    tickAt(entity, NOW + MINUTE);
    act(entity, (db) =>
      decide(db, id, { outcome: 'returned', remark: 'no', decidedAt: NOW + MINUTE, decidedBy: 1 }),
    );
    for (const format of ['chart', 'pdf', 'xlsx']) ends('made', format, NOW + 2 * MINUTE);
    expect(left()).toEqual(['question']);
  });
});

describe('the files of a summary that goes out by itself', () => {
  const formats = () => requested().map((each) => readFileRequest(each.payload).format);

  function oneLeft(): void {
    addOffice(entity, 'Julio', 'mayor');
    const ana = addResponsible(entity, { name: 'Ana', activities: 2 });
    report(entity, ana.personId, ana.activities[0] ?? 0, cutId, NOW);
  }

  it('are the picture alone while the cut is to be approved', () => {
    oneLeft();
    tickAt(entity, momentAt('2022-04-01', 8));
    expect(formats()).toEqual(['chart']);
  });

  it('are all of them without approval, once, with the first summary after the closing', () => {
    entity.store.db.update(plan).set({ needsApproval: false }).run();
    oneLeft();
    tickAt(entity, momentAt('2022-04-01', 8));
    expect(formats()).toEqual(['chart', 'pdf', 'xlsx']);
    for (const each of requested()) act(entity, (db) => settleJob(db, each.id, 'done', null, NOW));
    report(entity, 2, 2, cutId, momentAt('2022-04-04', 10));
    tickAt(entity, momentAt('2022-04-04', 10, 1));
    expect(formats()).toEqual(['chart']);
  });
});
