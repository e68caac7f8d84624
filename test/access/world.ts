import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../src/actions/access.ts';
import { importPlan } from '../../src/actions/import-plan.ts';
import { invite } from '../../src/actions/invite.ts';
import { handle } from '../../src/conversations/router.ts';
import type { House } from '../../src/conversations/turn.ts';
import { linkAccount, unlinkAccount } from '../../src/db/accounts.ts';
import { eq, gt, sql } from '../../src/db/drizzle.ts';
import { addEvidence, markStored } from '../../src/db/evidence.ts';
import { type Db, openStore, type Store } from '../../src/db/open.ts';
import { activitiesOf, allPlans, plannedCuts } from '../../src/db/plans.ts';
import { addReport } from '../../src/db/reports.ts';
import {
  assignment,
  audit,
  type Office,
  outbox,
  person,
  position,
  question,
} from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Event } from '../../src/domain/events.ts';
import { realForm } from '../forms/real-form.ts';

/** The first cut of the real form is open, everything has been reported once. */
const NOW = momentAt('2022-03-16', 10);
const LONG_AGO = momentAt('2022-03-01', 9);

/** Everybody who may stand before the bot. */
const cast = {
  responsible: { positions: [1] },
  colleague: { positions: [2] },
  mayor: { offices: ['mayor'] },
  coordinator: { offices: ['coordinator'] },
  control: { offices: ['control'] },
  /** Holds a position and is Control Interno. */
  two: { positions: [3], offices: ['control'] },
  /** Enrolled, holds nothing. */
  none: {},
  /** Held the first position until yesterday, and was being asked about it. */
  former: { positions: [1], until: NOW - 24 * 3_600_000 },
  /** Holds an office from tomorrow on. */
  coming: { offices: ['coordinator'], from: NOW + 24 * 3_600_000 },
  /** Was coordinator and has left. */
  left: { offices: ['coordinator'] },
} as const satisfies Readonly<
  Record<
    string,
    { positions?: readonly number[]; offices?: readonly Office[]; from?: number; until?: number }
  >
>;

export type Somebody = keyof typeof cast | 'stranger';

/** What each of them is now, whatever the code makes of it; null: nobody here. */
const roles: Readonly<Record<Somebody, readonly Role[] | null>> = {
  responsible: ['responsible'],
  colleague: ['responsible'],
  mayor: ['mayor'],
  coordinator: ['coordinator'],
  control: ['control'],
  two: ['responsible', 'control'],
  none: [],
  former: [],
  coming: [],
  left: null,
  stranger: null,
};
export const everybody = [...(Object.keys(cast) as (keyof typeof cast)[]), 'stranger'] as const;

export type Done = {
  /** What the bot told anybody, oldest first. */
  readonly said: readonly string[];
  /** Failed accesses that were put on record. */
  readonly refused: readonly unknown[];
  /** Tables in which anything else changed. */
  readonly changed: readonly string[];
};

/** A town in which every act is undone after it was looked at. */
export function createWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'access-'));
  const store = openStore(join(folder, 'a.db'), { migrate: true });
  const { db } = store;
  const house: House = {
    username: 'cascajal_bot',
    entityName: null,
    dataContact: 'datos@example.org',
    filesPath: folder,
    evidenceLimit: 1e9,
    hasRoom: () => true,
    secret: new Uint8Array(32).fill(7),
  };
  importPlan(db, realForm(), { withoutMonitoring: true, now: LONG_AGO });
  const [plan] = allPlans(db);
  const [planned] = plannedCuts(db);
  if (!plan || !planned) throw new Error('the plan is not there');
  const activities = activitiesOf(db, plan.id);
  const people = new Map(
    everybody.map((who, place) => [who, who === 'stranger' ? null : settle(db, who, 1_000 + place)]),
  );
  const idOf = (who: Somebody) => people.get(who) ?? 0;
  const accountOf = (who: Somebody) => 1_000 + everybody.indexOf(who);

  for (const activity of activities) {
    const personId = idOf(activity.number === '4' ? 'colleague' : 'responsible');
    const of = { activityId: activity.id, cutId: planned.cut.id, personId };
    const moment = NOW - 3_600_000;
    const report = { progress: 500, observation: `SECRETO-${activity.number} de la actividad`, late: false };
    addReport(db, { ...of, ...report, origin: 'chat', moment, recordedAt: moment });
    const { id } = addEvidence(db, { ...of, kind: 'file', state: 'fetching', moment });
    const file = { storedName: `${id}.pdf`, mime: 'application/pdf', bytes: 9, sha256: 'a'.repeat(64) };
    markStored(db, id, file, moment);
  }
  const token =
    invite(db, { personId: idOf('none'), invitedBy: null }, 'cascajal_bot', NOW).link.split('=')[1] ?? '';
  const at = (who: Somebody) => ({
    chatId: accountOf(who),
    from: { userId: accountOf(who), name: who },
    moment: NOW,
  });
  let messages = 100;

  /** Each has something open of their own, as far as they may. */
  const begin: readonly (readonly [Somebody, string])[] = [
    ['responsible', '/misactividades'],
    ['colleague', '/misactividades'],
    ['mayor', '/salir'],
    ['coordinator', '/importar'],
    ['control', '/salir'],
    ['two', '/salir'],
  ];
  for (const [who, text] of begin)
    handle(
      db,
      house,
      { kind: 'text', ...at(who), messageId: ++messages, text, forwarded: false, repliesTo: null },
      NOW,
    );
  for (const who of ['responsible', 'colleague'] as const) {
    const activity = activities.find((each) => each.number === (who === 'colleague' ? '4' : '1'));
    const data = `c:${activity?.id}:${planned.cut.id}`;
    handle(db, house, { kind: 'tap', ...at(who), queryId: 'q', messageId: null, data }, NOW);
  }
  const asked = db
    .select()
    .from(question)
    .where(eq(question.personId, idOf('responsible')))
    .all()
    .at(-1);
  if (!asked?.activityId) throw new Error('the responsible is not being asked');
  db.insert(question)
    .values({ ...asked, id: undefined, personId: idOf('former') })
    .run();
  unlinkAccount(db, idOf('left'), NOW);
  const questions = db.select().from(question).all();
  watch(store);

  const world = {
    db,
    house,
    now: NOW,
    plan,
    cut: planned.cut,
    cuts: plannedCuts(db).map((each) => each.cut),
    activities,
    questions,
    token,
    idOf,
    accountOf,
    rolesOf: (who: Somebody): ReadonlySet<Role> | null => roles[who] && new Set(roles[who]),
    /** Does something, looks, and undoes it. */
    trying: (act: (inner: Db) => void): Done => tried(store, act),
    /** An event inside such a try. */
    does: (inner: Db, event: Event) => handle(inner, house, event, NOW),
    says: (who: Somebody, text: string, forwarded = false): Done =>
      world.sees({ kind: 'text', ...at(who), messageId: ++messages, text, forwarded, repliesTo: null }),
    taps: (who: Somebody, data: string): Done =>
      world.sees({ kind: 'tap', ...at(who), queryId: 'q', messageId: null, data }),
    edits: (who: Somebody, text: string): Done =>
      world.sees({ kind: 'edited', ...at(who), messageId: 100, text }),
    sends: (who: Somebody, name: string | null, caption: string | null): Done =>
      world.sees({
        kind: 'file',
        ...at(who),
        messageId: ++messages,
        file: { fileId: 'f', bytes: 100, name },
        caption,
        mediaGroupId: null,
        forwarded: false,
      }),
    writesInGroup: (who: Somebody, text: string): Done =>
      world.sees({ kind: 'group', ...at(who), chatId: -5, messageId: ++messages, text }),
    sees: (event: Event): Done => tried(store, (inner) => handle(inner, house, event, NOW)),
    end: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}

export type World = ReturnType<typeof createWorld>;

function settle(db: Db, who: keyof typeof cast, account: number): number {
  const {
    positions = [],
    offices = [],
    from = LONG_AGO,
    until = null,
  } = { ...cast[who] } as {
    positions?: readonly number[];
    offices?: readonly Office[];
    from?: number;
    until?: number | null;
  };
  const { id } = db
    .insert(person)
    .values({ name: `Nombre de ${who}`, createdAt: LONG_AGO })
    .returning()
    .get();
  const all = db.select().from(position).all();
  const held = [
    ...positions.map((place) => ({ positionId: all[place - 1]?.id ?? 0, office: null })),
    ...offices.map((office) => ({ positionId: null, office })),
  ];
  for (const each of held)
    db.insert(assignment)
      .values({ ...each, personId: id, fromAt: from, untilAt: until })
      .run();
  linkAccount(db, id, { userId: account, name: who }, 'test', LONG_AGO);
  return id;
}

/** What is noted of every message, whoever wrote it: none of it is anybody's. */
const notLookedAt = new Set(['outbox', 'received', 'update', 'meta', 'stranger', 'audit', 'sqlite_sequence']);
const notCounted = new Set(['lastHeardAt', 'lastWroteAfterRow', 'unreachableSince', 'unreachableReason']);

/** Notes in a table of this connection alone in which tables a row came, went or became another. */
function watch({ sqlite }: Store): void {
  sqlite.exec('create temp table touched (name text primary key)');
  const tables = sqlite
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
    .all()
    .filter(({ name }) => !notLookedAt.has(name) && !name.startsWith('__'));
  for (const { name } of tables) {
    const columns = sqlite
      .prepare<[], { name: string }>(`select name from pragma_table_info('${name}')`)
      .all();
    const differs = columns
      .filter((column) => !notCounted.has(column.name))
      .map((column) => `old."${column.name}" is not new."${column.name}"`);
    const note = `begin insert or ignore into touched values ('${name}'); end`;
    sqlite.exec(`create temp trigger "in_${name}" after insert on main."${name}" ${note}`);
    sqlite.exec(`create temp trigger "out_${name}" after delete on main."${name}" ${note}`);
    const when = `when ${differs.join(' or ')}`;
    sqlite.exec(`create temp trigger "to_${name}" after update on main."${name}" ${when} ${note}`);
  }
}

function tried(store: Store, act: (inner: Db) => void): Done {
  let done: Done | undefined;
  class Undone extends Error {}
  try {
    store.db.transaction((inner) => {
      const db = inner as unknown as Db;
      const lastRow =
        db
          .select({ last: max(outbox.id) })
          .from(outbox)
          .get()?.last ?? 0;
      const lastAct =
        db
          .select({ last: max(audit.id) })
          .from(audit)
          .get()?.last ?? 0;
      act(db);
      const rows = db.select().from(outbox).where(gt(outbox.id, lastRow)).all();
      const acts = db.select().from(audit).where(gt(audit.id, lastAct)).all();
      const touched = store.sqlite.prepare<[], { name: string }>('select name from touched').all();
      done = {
        said: rows.flatMap(({ payload }) => (payload && 'html' in payload ? [JSON.stringify(payload)] : [])),
        refused: acts.filter((row) => row.act === 'accessRefused').map((row) => row.after),
        changed: [
          ...touched.map(({ name }) => name),
          ...acts.filter((row) => row.act !== 'accessRefused').map((row) => `audit ${row.act}`),
        ],
      };
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  if (!done) throw new Error('nothing was done');
  return done;
}

const max = (column: typeof outbox.id | typeof audit.id) => sql<number | null>`max(${column})`;
