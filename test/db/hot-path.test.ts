import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/drizzle.ts';
import { createTown, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';
import { addYear } from './year.ts';

/** Every statement that ran, by its cause: one person's act, or the minute and requests about everybody. */
const ran = { person: new Set<string>(), everybody: new Set<string>() };
let now: keyof typeof ran = 'everybody';
let town: Town;
let stopListening: () => void;

beforeAll(async () => {
  town = await createTown({ start: ['2022-03-16', 7, 50], startBot: false });
  addYear(town.store.sqlite);
  stopListening = listen();
  await town.startBot();
  await town.settle();
  const [ana, berta] = [town.ana, town.berta];
  const as = async (who: keyof typeof ran, act: () => void) => {
    now = who;
    await town.after(act);
    now = 'everybody';
    await until(noJobWaits, 'the jobs that it began');
  };
  const noJobWaits = () => town.db.all(sql`select 1 from job where state = 'waiting'`).length === 0;
  await until(noJobWaits, 'the account to be told');
  town.clock.step(10 * 60_000);
  await as('everybody', () => town.tick());
  await as('person', () => ana.tap('Reportar ahora'));
  await as('person', () => ana.tap('25'));
  await as('person', () => ana.say('se hizo la jornada con la gente del barrio'));
  await as('person', () => ana.say('50 % se publicó el plan en la página'));
  await as('person', () => ana.tap('Corregir la n.º 2'));
  await as('person', () => ana.say('75'));
  await as('person', () => ana.say('se publicó el plan y se contó en la radio'));
  await as('person', () => ana.say('/misactividades'));
  await as('person', () => ana.tap(/^n\.º 3/));
  await as('person', () => ana.say('3: 100 % informe publicado\n5: 10 % se convocó'));
  await as('person', () => ana.tap(/^Guardar est/));
  await as('person', () => ana.say('/cancelar'));
  await as('person', () => berta.say('/reportar'));
  await as('person', () => berta.tap('0'));
  await as('everybody', () => town.coordinator.say('/pendientes'));
  town.clock.step(60_000);
  await as('everybody', () => town.tick());
  expect(town.simulator.mistakes()).toEqual([]);
});
afterAll(async () => {
  stopListening();
  await town.end();
});

/** Notes from now on every statement of any connection of this process. */
function listen(): () => void {
  const probe = new Database(':memory:');
  const statements = Object.getPrototypeOf(probe.prepare('select 1')) as Record<string, unknown>;
  probe.close();
  const ways = ['run', 'get', 'all', 'iterate'] as const;
  const before = ways.map((way) => statements[way] as (...args: unknown[]) => unknown);
  ways.forEach((way, place) => {
    statements[way] = function (this: Database.Statement, ...args: unknown[]) {
      ran[now].add(this.source);
      return before[place]?.apply(this, args);
    };
  });
  return () => {
    ways.forEach((way, place) => {
      statements[way] = before[place];
    });
  };
}

/** Indexes of what is still to be erased: they are small, so reading them whole costs little. */
const ofAFewRows: ReadonlySet<string> = new Set(['outbox_text', 'outbox_visitor']);

/** Reads of a whole table, or of a whole index: `table: statement`. */
function scans(statements: ReadonlySet<string>): readonly string[] {
  const tables = new Set(
    town.store.sqlite
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
      .all()
      .map(({ name }) => name),
  );
  return [...statements].flatMap((source) => {
    if (!/^\s*(select|insert|update|delete|with)\b/i.test(source)) return [];
    const steps = explain(source);
    if (isFirstFew(source, steps) || / where false\b/.test(source)) return [];
    return steps.flatMap((step) => {
      const table = readWhole(step, source);
      const index = / INDEX (\w+)/.exec(step)?.[1] ?? '';
      return tables.has(table) && !ofAFewRows.has(index)
        ? [`${table}: ${source.replace(/\s+/g, ' ').slice(0, 300)}`]
        : [];
    });
  });
}

/**
 * The table of a step that reads all of it, or everything older than a moment; except for rows that are
 * deleted with it.
 */
function readWhole(step: string, source: string): string {
  // A minimum or maximum without an index reads all rows, except for that of the row's own number.
  const whole = (
    /max\((?:"outbox"\.)?"id"\)/.test(source) ? /^SCAN (\w+)/ : /^(?:SCAN|SEARCH) (\w+)$|^SCAN (\w+)/
  ).exec(step);
  if (whole) return whole[1] ?? whole[2] ?? '';
  // A partial index on *not null* contains nothing else.
  const [, table, column] = /^SEARCH (\w+) .*\((\w+)>\?\)$/.exec(step) ?? [];
  const name = column === 'rowid' ? 'id' : column;
  if (table && !source.includes(`"${name}" >`)) return table;
  return /^\s*delete\b/i.test(source) ? '' : (/^SEARCH (\w+) .*\(\w+<\?\)$/.exec(step)?.[1] ?? '');
}

function explain(source: string): readonly string[] {
  return town.store.sqlite
    .prepare<unknown[], { detail: string }>(`explain query plan ${source}`)
    .all(...(source.match(/\?/g) ?? []).map(() => 1))
    .map(({ detail }) => detail);
}

/** Whether it reads only the first rows in stored order, however many there are. */
function isFirstFew(source: string, steps: readonly string[]): boolean {
  const isLimited = / limit (\?|\(select \?\)|\d+)\s*$/.test(source) && !/ where /.test(source);
  return isLimited && !steps.some((step) => step.includes('TEMP B-TREE'));
}

/** Small tables: a dozen local days off; strangers, whose hash is kept for 24 hours; migrations. */
const everSmall = /^(day_off|stranger|__drizzle_migrations): /;
/**
 * Tables with one row or a few (like invitations) for each plan, cut or person: the minute reads all of them,
 * however much was reported.
 */
const ofPlansAndPeople =
  /^(plan|cut|cut_act|cut_exclusion|presentation|person|position|invitation|assignment|account_setting): /;

describe('Over a year of a thousand plans of twenty activities, reported four times', () => {
  it('reads no whole table for an answer, a tap, a correction, several lines, a list or a round', () => {
    expect(ran.person.size).toBeGreaterThan(60);
    expect(scans(ran.person).filter((scan) => !everSmall.test(scan))).toEqual([]);
  });

  it('reads no table that grows with reports in the minute, the sender and /pendientes', () => {
    expect(ran.everybody.size).toBeGreaterThan(80);
    const known = (scan: string) => everSmall.test(scan) || ofPlansAndPeople.test(scan);
    expect(scans(ran.everybody).filter((scan) => !known(scan))).toEqual([]);
  });

  it.each([
    ['report_last_word', 'report'],
    ['question_person', 'question'],
    ['activity_position_of', 'activity_position'],
    ['assignment_person', 'assignment'],
    ['outbox_open', 'outbox'],
    ['outbox_key', 'outbox'],
    ['outbox_text', 'outbox'],
    ['outbox_visitor', 'outbox'],
    ['received_at', 'received'],
    ['cause_cut', 'cause'],
    ['draft_cut', 'draft'],
  ])('it is seen when the index %s is gone', (index, table) => {
    const { sqlite } = town.store;
    sqlite.exec(`begin; drop index ${index}`);
    try {
      const found = [...scans(ran.person), ...scans(ran.everybody)];
      expect(found.filter((scan) => scan.startsWith(`${table}: `))).not.toEqual([]);
    } finally {
      sqlite.exec('rollback');
    }
  });

  it('keeps these plans after somebody runs ANALYZE on the file', () => {
    const { sqlite } = town.store;
    sqlite.exec('begin; analyze');
    try {
      const grows =
        /^(activity|activity_position|report|question|outbox|received|update|audit|draft|cause): /;
      const found = [...scans(ran.person), ...scans(ran.everybody)];
      expect(found.filter((scan) => grows.test(scan))).toEqual([]);
    } finally {
      sqlite.exec('rollback');
    }
  });
});
