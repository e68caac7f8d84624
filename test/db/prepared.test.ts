import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { and, desc, drizzle, eq, getTableColumns, is, sql, Table } from '../../src/db/drizzle.ts';
import { type Db, openStore, type Store } from '../../src/db/open.ts';
import { given, givenOrNull, prepared, selecting } from '../../src/db/prepared.ts';
import { readerOf } from '../../src/db/row-reader.ts';
import * as schema from '../../src/db/schema/index.ts';
import { assignment, outbox, person, position, round } from '../../src/db/schema/index.ts';
import { putEmptyDatabase } from '../world/database.ts';

let folder: string;
let store: Store;
let db: Db;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepared-'));
  const path = join(folder, 'a.db');
  putEmptyDatabase(path);
  store = openStore(path, { migrate: true });
  db = store.db;
  db.insert(person)
    .values(['Ana', 'Luz', 'Berta'].map((name, place) => ({ name, createdAt: place })))
    .run();
  db.insert(position).values({ name: 'Secretaría', key: 'secretaria' }).run();
  db.insert(assignment)
    .values([
      { personId: 1, positionId: 1, fromAt: 5, untilAt: 9, acting: true },
      { personId: 2, office: 'mayor' as const, fromAt: 6 },
    ])
    .run();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The answers of drizzle itself and of the prepared query. */
function both<
  Query extends Readonly<Record<'run' | 'get' | 'all', (values?: Record<string, unknown>) => unknown>> & {
    readonly getQuery: () => { readonly sql: string; readonly params: unknown[] };
  },
>(build: (of: Db) => Query, values: Record<string, unknown>) {
  return { plain: build(db).all(values), quick: prepared(build)(db).all(values) };
}

describe('a prepared query answers what drizzle answers', () => {
  it('for rows with JSON, booleans and nulls', () => {
    db.insert(round)
      .values({ personId: 1, startedAt: 1, items: [{ activityId: 1, cutId: 2, state: 'todo' }] })
      .run();
    const rounds = both(
      (of) =>
        of
          .select()
          .from(round)
          .where(eq(round.personId, sql.placeholder('id')))
          .prepare(),
      { id: 1 },
    );
    expect(rounds.quick).toEqual(rounds.plain);
    expect(rounds.quick).toHaveLength(1);
    const spans = both((of) => of.select().from(assignment).orderBy(desc(assignment.id)).prepare(), {});
    expect(spans.quick).toEqual(spans.plain);
    expect(spans.quick).toMatchObject([{ acting: false, untilAt: null }, { acting: true }]);
  });

  it('for a join, a left join, an expression and a limit', () => {
    const inner = both(
      (of) =>
        of
          .select({ person, from: assignment.fromAt })
          .from(assignment)
          .innerJoin(person, eq(person.id, assignment.personId))
          .orderBy(desc(person.id))
          .limit(sql.placeholder('most'))
          .prepare(),
      { most: 1 },
    );
    expect(inner.quick).toEqual(inner.plain);
    expect(inner.quick).toMatchObject([{ person: { name: 'Luz' }, from: 6 }]);
    const left = both(
      (of) =>
        of
          .select({ position, office: assignment.office })
          .from(assignment)
          .leftJoin(position, eq(position.id, assignment.positionId))
          .prepare(),
      {},
    );
    expect(left.quick).toEqual(left.plain);
    expect(left.quick).toContainEqual({ position: null, office: 'mayor' });
    const amount = both((of) => of.select({ amount: sql<number>`count(*)` }).from(person).prepare(), {});
    expect(amount.quick).toEqual([{ amount: 3 }]);
  });

  it('for writes: JSON as JSON, null as null, and the returned row', () => {
    const write = prepared((of) =>
      of
        .insert(round)
        .values({
          personId: sql.placeholder('personId'),
          startedAt: sql.placeholder('startedAt'),
          items: sql.placeholder('items'),
        })
        .onConflictDoUpdate({ target: round.personId, set: { items: given('items', round.items) } })
        .returning()
        .prepare(),
    );
    const item = { activityId: 1, cutId: 2, state: 'todo' as const };
    expect(write(db).get({ personId: 2, startedAt: 7, items: [] })).toEqual({
      personId: 2,
      startedAt: 7,
      items: [],
    });
    expect(write(db).get({ personId: 2, startedAt: 8, items: [item] })).toEqual({
      personId: 2,
      startedAt: 7,
      items: [item],
    });
    const end = prepared((of) =>
      of
        .update(assignment)
        .set({ untilAt: given('at', assignment.untilAt), acting: given('acting', assignment.acting) })
        .where(eq(assignment.id, sql.placeholder('id')))
        .prepare(),
    );
    expect(end(db).run({ id: 2, at: 20, acting: true }).changes).toBe(1);
    expect(db.select().from(assignment).all()).toMatchObject([{}, { acting: true, untilAt: 20 }]);
    end(db).run({ id: 2, at: null, acting: false });
    expect(db.select().from(assignment).all()).toMatchObject([{}, { acting: false, untilAt: null }]);
  });
});

it('stores null in a JSON column as null, not as the JSON null', () => {
  const write = prepared((of) =>
    of
      .insert(outbox)
      .values({
        chatId: 1,
        kind: 'reminder',
        payload: givenOrNull('payload', outbox.payload),
        createdAt: 1,
        notBefore: 1,
        state: 'waiting',
      })
      .prepare(),
  );
  write(db).run({ payload: null });
  write(db).run({ payload: { html: 'x' } });
  const stored = store.sqlite.prepare('select payload from outbox order by id').pluck().all();
  expect(stored).toEqual([null, '{"html":"x"}']);
});

it('throws for a missing value, and never takes it for null', () => {
  const byName = prepared((of) =>
    of
      .select()
      .from(person)
      .where(eq(person.name, sql.placeholder('name')))
      .prepare(),
  );
  expect(() => byName(db).all({})).toThrow('No value for placeholder "name"');
  expect(byName(db).all({ name: 'Ana' })).toMatchObject([{ id: 1 }]);
});

it('is unaffected by another run of the same SQL in between', () => {
  const all = prepared((of) => of.select().from(person).prepare());
  const before = all(db).all();
  expect(store.sqlite.prepare('select * from "person"').all()).toHaveLength(3);
  store.sqlite.prepare(db.select().from(person).toSQL().sql).raw(false).all();
  expect(all(db).all()).toEqual(before);
});

it('leaves SQLite nothing to plan anew when a value changes', () => {
  const statements = Object.getPrototypeOf(store.sqlite.prepare('select 1')) as { all: () => unknown };
  const { all } = statements;
  const ran: string[] = [];
  statements.all = function (this: { source: string }) {
    ran.push(this.source);
    return [];
  };
  const spans = (of: Db) =>
    of
      .select()
      .from(assignment)
      .where(and(eq(assignment.personId, sql.placeholder('id')), eq(assignment.office, 'mayor')))
      .limit(1)
      .prepare();
  prepared(spans)(db).all({ id: 1 });
  spans(db).all({ id: 1 });
  statements.all = all;
  expect(ran[0]).toMatch(/"personId" = \(select \?\) and .* = \(select \?\)\) limit \(select \?\)$/);
  expect(ran[1]).toMatch(/"personId" = \? and .* = \?\) limit \?$/);
});

it('keeps a question mark that is a letter of a literal', () => {
  const asked = prepared((of) =>
    of
      .select({ mark: sql<string>`'¿qué?'` })
      .from(person)
      .where(eq(person.id, sql.placeholder('id')))
      .prepare(),
  );
  expect(asked(db).all({ id: 1 })).toEqual([{ mark: '¿qué?' }]);
});

it('builds the SQL once, whatever number of connections run it', () => {
  const another = openStore(join(folder, 'another.db'), { migrate: true });
  let built = 0;
  const all = prepared((of) => {
    built++;
    return of.select().from(person).orderBy(person.id).prepare();
  });
  expect(all(db).all()).toMatchObject([{ name: 'Ana' }, { name: 'Luz' }, { name: 'Berta' }]);
  store.close();
  another.db.insert(person).values({ name: 'Zoe', createdAt: 1 }).run();
  expect(all(another.db).all()).toMatchObject([{ name: 'Zoe' }]);
  another.close();
  store = openStore(join(folder, 'a.db'), { migrate: true });
  expect(all(store.db).all()).toHaveLength(3);
  expect(built).toBe(1);
});

describe('a select that reads its rows itself answers what drizzle answers', () => {
  it('for JSON, booleans and nulls', () => {
    const item = { activityId: 1, cutId: 2, state: 'todo' as const };
    db.insert(round)
      .values({ personId: 1, startedAt: 1, items: [item] })
      .run();
    const rounds = selecting(getTableColumns(round), (rows) => rows.from(round));
    expect(rounds(db).get()).toEqual(db.select().from(round).get());
    const spans = selecting(getTableColumns(assignment), (rows) => rows.from(assignment));
    expect(spans(db).all()).toEqual(db.select().from(assignment).all());
    expect(spans(db).all()).toMatchObject([{ acting: true }, { acting: false, untilAt: null }]);
  });

  it('for a table, a group and an expression in one row', () => {
    const fields = {
      person,
      span: { from: assignment.fromAt, acting: assignment.acting },
      next: sql<number>`${assignment.fromAt} + 1`,
    };
    const held = selecting(fields, (rows) =>
      rows
        .from(assignment)
        .innerJoin(person, eq(person.id, assignment.personId))
        .where(eq(assignment.id, sql.placeholder('id'))),
    );
    const plain = db
      .select(fields)
      .from(assignment)
      .innerJoin(person, eq(person.id, assignment.personId))
      .where(eq(assignment.id, 1))
      .get();
    expect(held(db).get({ id: 1 })).toEqual(plain);
    expect(plain).toMatchObject({ person: { name: 'Ana' }, span: { from: 5, acting: true }, next: 6 });
    expect(held(db).get({ id: 3 })).toBeUndefined();
    expect(() => held(db).get({})).toThrow('No value for placeholder "id"');
  });

  it('for every column of every table, whatever its type', () => {
    const asStored: Readonly<Record<string, unknown>> = {
      json: '{"a":[1,null]}',
      buffer: Buffer.from('x'),
      string: 'x',
    };
    const tables = Object.values(schema).filter((each) => is(each, Table));
    expect(tables.length).toBeGreaterThan(30);
    for (const table of tables) {
      const columns = getTableColumns(table);
      const row = Object.values(columns).map(({ dataType }) => asStored[dataType] ?? 1);
      const client = { prepare: () => ({ raw: () => ({ get: () => row }) }) } as unknown as Store['sqlite'];
      expect(readerOf(columns)(row)).toEqual(drizzle({ client }).select().from(table).get());
      expect(readerOf({ table })(row)).toEqual({ table: readerOf(columns)(row) });
    }
  });
});
