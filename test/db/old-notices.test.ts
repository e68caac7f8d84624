import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveTo } from '../../src/actions/assign.ts';
import { closeCut } from '../../src/actions/cut-acts.ts';
import { resendMessage } from '../../src/actions/resend.ts';
import { damages } from '../../src/db/health.ts';
import { inTransaction, openStore, type Store } from '../../src/db/open.ts';
import { plannedCut } from '../../src/db/plans.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Html } from '../../src/domain/events.ts';
import { kindOf } from '../../src/notices/registry.ts';
import { undeliveredMessages } from '../../src/notices/undelivered.ts';
import { tick } from '../../src/schedule/tick.ts';

const dump = readFileSync(join(import.meta.dirname, '../data/before-notices.sql'), 'utf8');
const night = momentAt('2022-03-23', 21);
let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'old-notices-'));
  const path = join(folder, 'old.db');
  const old = new Database(path);
  old.exec(dump);
  old.close();
  store = openStore(path, { migrate: true });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const columns = [
  'planId',
  'cutId',
  'activityId',
  'reportId',
  'assignmentId',
  'presentationId',
  'verificationId',
  'day',
  'variant',
  'part',
] as const;
type Stored = {
  readonly id: number;
  readonly key: string | null;
  readonly kind: string;
  readonly notice: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly supersededBy: number | null;
  readonly edits: number | null;
} & Readonly<Record<(typeof columns)[number], number | string | null>>;

function rows(): readonly Stored[] {
  return store.sqlite.prepare<[], Stored>('select * from outbox order by id').all();
}

/** `row state reason` of each row that changed, or that it is gone. */
function changes(before: readonly Stored[]): readonly string[] {
  const after = new Map(rows().map((row) => [row.id, row]));
  return before.flatMap((row) => {
    const name = row.key ?? row.notice ?? '';
    const now = after.get(row.id);
    if (!now) return [`${name} is gone`];
    return now.state === row.state && now.reason === row.reason
      ? []
      : [[name, now.state, now.reason].filter((part) => part !== null).join(' ')];
  });
}

function does(work: Parameters<typeof inTransaction>[1]): readonly string[] {
  const before = rows();
  inTransaction(store, work);
  return changes(before);
}

function tickAt(now: number): readonly string[] {
  const renderSummary = () => [{ html: 'Resumen' as Html }];
  const askAgain = () => ({ html: 'de nuevo' as Html });
  return does((db) => tick(db, now, { renderSummary, askAgain, entityName: null }));
}

function positionOf(name: string): number {
  const of =
    'select positionId from assignment a join person p on p.id = a.personId where p.name = ? and positionId is not null';
  return Number(store.sqlite.prepare(of).pluck().get(name));
}

describe('A database of the version before', () => {
  it('keeps its keys as they were, so that nothing goes out twice', () => {
    const old = new Database(':memory:');
    old.exec(dump);
    const keys = 'select id, key, state, reason, payload, releaseSeq from outbox order by id';
    expect(store.sqlite.prepare(keys).all()).toEqual(old.prepare(keys).all());
    old.close();
    expect(damages(store.sqlite)).toEqual([]);
  });

  it('fills the columns of each row with what it is about', () => {
    const said = rows()
      .filter((row) => row.key !== null)
      .map((row) => {
        const about = columns.flatMap((column) => (row[column] === null ? [] : `${column}=${row[column]}`));
        return `${row.key}: ${[row.notice, ...about].join(' ')}`;
      });
    expect(new Set(said)).toEqual(
      new Set([
        'reminder:6:2022-02-14: reminder day=2022-02-14',
        'reminder:6:2022-02-25: reminder day=2022-02-25',
        'reminder:6:2022-03-01: reminder day=2022-03-01',
        'reminder:4:2022-03-16: reminder day=2022-03-16',
        'reminder:5:2022-03-16: reminder day=2022-03-16',
        'reminder:6:2022-03-24: reminder day=2022-03-24',
        'reminder:7:2022-03-24: reminder day=2022-03-24',
        'reminder:4:2022-03-24: reminder day=2022-03-24',
        'reminder:6:2022-03-25: reminder day=2022-03-25',
        'digest:2022-02-14:1:1: digest',
        'digest:2022-02-25:1:1: digest',
        'digest:2022-03-01:1:1: digest',
        'digest:2022-03-16:1:1: digest',
        'digest:2022-03-24:1:1: digest',
        'summary:5:afterClosing:0:2:1: summary cutId=5 variant=afterClosing part=1',
        'summary:5:allIn:0:2:1: summary cutId=5 variant=allIn part=1',
        'summary:5:afterGrace:0:2:1: summary cutId=5 variant=afterGrace part=1',
        'summary:1:allIn:0:2:1: summary cutId=1 variant=allIn part=1',
        'summary:1:allIn:0:2:2: summary cutId=1 variant=allIn part=2',
        'presented:1:2:0: presented presentationId=1',
        'presented:1:2:1: presented presentationId=1',
        'presented:1:2:7: presented presentationId=1',
        'changed:1:2: changed presentationId=1',
        'changed:1:1: changed presentationId=1',
        'changed:1:3: changed presentationId=1',
        'decided:1:1: decided presentationId=1',
        'rival:3:2022-03-18: rival',
        'rival:1:2022-03-23: rival',
        'again:5:1647601200000: again',
        'again:4:1648078200000: again',
        'reported:4:1:1:3: reported cutId=1 activityId=1 reportId=3',
        'reported:6:7:5:corrected:7: corrected cutId=5 activityId=7 reportId=7',
        'reported:5:5:1:corrected:8: corrected cutId=1 activityId=5 reportId=8',
        'reported:6:7:5:corrected:9: corrected cutId=5 activityId=7 reportId=9',
        'reported:5:6:1:voided:6: voided cutId=1 activityId=6 reportId=6',
        'reported:4:2:1:voided:4: voided cutId=1 activityId=2 reportId=4',
        'reopened:5:1:6: reopened cutId=5',
        'reopened:2:8:4: reopened cutId=2',
        'verified:5:6:1: verified cutId=5 verificationId=1',
        'verified:5:1:1: verified cutId=5 verificationId=1',
        'moved:1:1648083600000:2022-03-31:2022-04-11:4: moved cutId=1',
        'moved:1:1648083600000:2022-03-31:2022-04-11:5: moved cutId=1',
        'included:1:1648083600000:3:4: included cutId=1',
        'assigned:7:7:now: assigned assignmentId=7 variant=now',
        'assigned:9:8:planned: assigned assignmentId=9 variant=planned',
        // Called off since then: the assignment is gone.
        'assigned:11:8:planned: assigned variant=planned',
        'assigned:12:8:now: assigned assignmentId=12 variant=now',
        'given:5:5:1648083600000:now: given assignmentId=5',
        'given:6:6:1649048400000:planned: given assignmentId=6',
        'given:4:4:1649653200000:planned: given assignmentId=4',
        'given:11:8:off: calledOff',
        'appointed:12:2: appointed assignmentId=12',
        'appointed:12:3: appointed assignmentId=12',
        'unappointed:3:2: unappointed assignmentId=3',
        'received:1:4:1648083600000: received planId=1',
        'closed:2:9:4: closed cutId=2',
        'accepted:1:1648083600000:1: accepted',
        'joined:1:1648083600000:2: joined',
        'declined:1:1648083600000:1: declined',
        'left:5:1648083600000:1: left',
        'vacant:1:1: vacant cutId=1',
        'vacant:2:1: vacant cutId=2',
        'contract:12:2022-04-01:1: contract assignmentId=12',
        'contract:1:2022-03-30:1: contract assignmentId=1',
      ]),
    );
    const withoutKey = rows().filter((row) => row.key === null);
    expect(withoutKey.map((row) => [row.kind, row.notice])).toEqual([
      ['reply', null],
      ['tap', null],
      ['edit', null],
      ['notice', 'excluded'],
      ['notice', 'formerAccount'],
      ['summary', 'summaryFile'],
    ]);
    expect(rows().filter((row) => row.notice !== null && !kindOf(row))).toEqual([]);
  });

  it('names the notice that replaced a reminder, and sets `edits` only on edits', () => {
    const replaced = rows().filter((row) => row.supersededBy !== null || row.edits !== null);
    const keyOf = (id: number | null) => rows().find((row) => row.id === id)?.key ?? null;
    expect(replaced.map((row) => [row.key, keyOf(row.supersededBy), row.edits])).toEqual([
      [null, null, 13],
      ['reminder:6:2022-03-24', 'reopened:5:1:6', null],
      ['reminder:7:2022-03-24', 'assigned:7:7:now', null],
      ['reminder:4:2022-03-24', 'received:1:4:1648083600000', null],
    ]);
  });

  it('sends in the morning what waits, and nothing that is no longer true', () => {
    const waited = rows().filter((row) => row.state === 'waiting' && row.kind !== 'reminder');
    const untrue = ['reopened:2:8:4 notNeeded done', 'again:4:1648078200000 notNeeded done'];
    // News of one moment to one person go as one message.
    const joined = [
      ...['accepted:1:1648083600000:1', 'contract:12:2022-04-01:1', 'declined:1:1648083600000:1'],
      ...['left:5:1648083600000:1', 'joined:1:1648083600000:2', 'appointed:12:2', 'unappointed:3:2'],
    ];
    const sent = waited.map(({ key, notice }) =>
      joined.includes(key ?? '') ? `${key} notNeeded together` : `${key ?? notice} released`,
    );
    const expected = sent.filter((line) => !untrue.some((each) => line.split(' ')[0] === each.split(' ')[0]));
    expect(new Set(tickAt(momentAt('2022-03-24', 8)))).toEqual(new Set([...expected, ...untrue]));
    expect(tickAt(momentAt('2022-03-25', 8))).toEqual(['reminder:6:2022-03-25 released']);
  });

  it('cancels notices about a cut that is closed early, and restores the reminder', () => {
    const close = (cutId: number) =>
      does((db) => {
        const planned = plannedCut(db, cutId);
        if (planned) closeCut(db, planned, { personId: 1, reason: 'Se cierra antes' }, night);
      });
    expect(close(1)).toEqual([
      'moved:1:1648083600000:2022-03-31:2022-04-11:4 cancelled closedEarly',
      'moved:1:1648083600000:2022-03-31:2022-04-11:5 cancelled closedEarly',
      'included:1:1648083600000:3:4 cancelled closedEarly',
      'vacant:1:1 cancelled closedEarly',
    ]);
    const voided = store.sqlite.prepare('select payload from outbox where key = ?').pluck();
    expect(voided.get('reported:4:2:1:voided:4')).not.toContain('abril');
    expect(close(5)).toEqual([
      'reopened:5:1:6 cancelled closedEarly',
      'reminder:6:2022-03-24 is gone',
      'reminder:6:2022-03-25 cancelled closedEarly',
    ]);
    expect(tickAt(momentAt('2022-03-24', 8))).toEqual(
      expect.arrayContaining([
        'received:1:4:1648083600000 notNeeded closed',
        'reminder:4:2022-03-24 is gone',
        'reminder:7:2022-03-24 is gone',
      ]),
    );
  });

  const give = (of: { readonly positionId: number } | { readonly office: 'coordinator' }, instead: number) =>
    does((db) => {
      const asked = { held: of, instead: [instead], from: null, until: null, contractEndsOn: null, by: null };
      expect(giveTo(db, { ...asked, personId: 9 }, night)).toMatchObject({ ok: true });
    });

  it('cancels a notice about a position that is given away', () => {
    expect(give({ positionId: positionOf('Ana Arboleda') }, 4)).toEqual([
      'reported:4:1:1:3 cancelled reassigned',
      'reported:4:2:1:voided:4 cancelled reassigned',
      'reopened:2:8:4 cancelled reassigned',
    ]);
    expect(give({ positionId: positionOf('Eva Peña') }, 6)).toEqual([
      'reported:6:7:5:corrected:9 cancelled reassigned',
      'reopened:5:1:6 cancelled reassigned',
      'reminder:6:2022-03-24 is gone',
      'assigned:9:8:planned cancelled reassigned',
      'reminder:6:2022-03-25 cancelled reassigned',
    ]);
  });

  it('cancels notices to an office when it is given away', () => {
    expect(give({ office: 'coordinator' }, 1)).toEqual([
      'decided:1:1 cancelled reassigned',
      'accepted:1:1648083600000:1 cancelled reassigned',
      'declined:1:1648083600000:1 cancelled reassigned',
      'left:5:1648083600000:1 cancelled reassigned',
      'rival:1:2022-03-23 cancelled reassigned',
      'vacant:1:1 cancelled reassigned',
      'vacant:2:1 cancelled reassigned',
      'contract:12:2022-04-01:1 cancelled reassigned',
    ]);
  });

  it('sends refused notices again, but no question of another day', () => {
    expect(undeliveredMessages(store.db).map((row) => row.notice)).toEqual(['rival']);
    expect(does((db) => resendMessage(db, 21, night, 1))).toEqual(['rival:3:2022-03-18 waiting']);
    expect(does((db) => resendMessage(db, 22, night, 1))).toEqual([]);
  });
});
