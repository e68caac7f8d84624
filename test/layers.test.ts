import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesIn, type Imports, importsIn, readImports } from './layers/imports.ts';
import { faultsIn, type Rooms, roomOf } from './layers/rooms.ts';

/** What holds plain data and rules; time, settings and logs come to these rooms as arguments. */
const rules = ['domain', 'db', 'texts', 'forms', 'summary', 'publication', 'notices', 'actions'] as const;

/** What reaches outside the process, and what starts by itself. */
const edges = ['conversations', 'schedule', 'jobs', 'telegram', 'http'] as const;

/** Who may import whom. No room but the simulator has `simulator`: the product is never built on it. */
const rooms = {
  domain: [],
  db: ['domain'],
  texts: ['domain'],
  forms: ['domain', 'texts'],
  summary: ['domain', 'db', 'texts', 'forms'],
  publication: ['domain', 'db', 'texts', 'forms', 'summary'],
  notices: ['domain', 'db', 'texts', 'forms', 'summary'],
  actions: ['domain', 'db', 'texts', 'forms', 'summary', 'notices'],
  conversations: rules,
  schedule: [...rules, 'clock.ts'],
  jobs: ['domain', 'db', 'texts', 'forms', 'summary', 'publication', 'backoff.ts', 'clock.ts', 'log.ts'],
  telegram: ['domain', 'db', 'backoff.ts', 'clock.ts', 'log.ts', 'node-http.ts'],
  http: ['domain', 'db', 'clock.ts', 'node-http.ts'],
  app: [...rules, ...edges, 'clock.ts', 'log.ts', 'config.ts'],
  cli: [...rules, ...edges, 'app', 'clock.ts', 'log.ts', 'config.ts'],
  simulator: [...rules, ...edges, 'app', 'clock.ts', 'log.ts', 'config.ts', 'node-http.ts'],
  'main.ts': ['node-version.cjs', 'app'],
  'cli.ts': ['cli', 'clock.ts', 'config.ts'],
  'config.ts': ['texts', 'log.ts'],
  'backoff.ts': [],
  'clock.ts': [],
  'log.ts': [],
  'node-http.ts': [],
  'node-version.cjs': [],
} as const satisfies Rooms;

const src = readImports(join(import.meta.dirname, '../src'));

describe('the rooms of src', () => {
  it('import only the rooms that the table allows, and all are in it', () => {
    expect(faultsIn(src, rooms)).toEqual([]);
  });

  it('are all there: the table has no room that is gone', () => {
    const there = new Set([...src.keys()].map(roomOf));
    expect(Object.keys(rooms).filter((room) => !there.has(room))).toEqual([]);
  });

  // biome's noImportCycles passes over types, so it cannot see these.
  it('have no circle of imports, types included', () => {
    expect(circlesIn(src)).toEqual([]);
  });
});

describe('a planted fault', () => {
  const planted = (file: string, target: string): Imports =>
    new Map([...src, [file, [...(src.get(file) ?? []), target]]]);

  it.each(Object.keys(rooms))('in %s is reported', (room) => {
    const file = room.includes('.') ? room : `${room}/planted.ts`;
    const target = room === 'simulator' ? 'cli/run.ts' : 'simulator/index.ts';
    expect(faultsIn(planted(file, target), rooms)).toEqual([`${file} imports ${target}`]);
  });

  it('is reported for each room that another may not import', () => {
    for (const [room, allowed] of Object.entries<readonly string[]>(rooms)) {
      for (const other of Object.keys(rooms)) {
        const faults = faultsIn(new Map([[`${room}/a.ts`, [`${other}/b.ts`]]]), rooms);
        expect(faults).toHaveLength(other === room || allowed.includes(other) ? 0 : 1);
      }
    }
  });

  it('is reported when a room is missing in the table', () => {
    expect(faultsIn(planted('notes/planted.ts', 'domain/dates.ts'), rooms)).toEqual([
      'notes is not in the table',
    ]);
    expect(faultsIn(planted('notes.ts', 'domain/dates.ts'), rooms)).toEqual(['notes.ts is not in the table']);
  });

  it('is reported when it closes a circle', () => {
    expect(circlesIn(planted('clock.ts', 'log.ts'))).toEqual([]);
    const both = new Map([...planted('clock.ts', 'log.ts'), ['log.ts', ['clock.ts']]]);
    expect(circlesIn(both)).toEqual([['clock.ts', 'log.ts']]);
  });

  it('is reported when a circle runs by way of other files, each circle once', () => {
    const imports = new Map([
      ['a.ts', ['b.ts', 'x.ts']],
      ['b.ts', ['c.ts']],
      ['c.ts', ['a.ts']],
      ['x.ts', ['y.ts']],
      ['y.ts', ['x.ts']],
      ['alone.ts', ['a.ts', 'alone.ts']],
    ]);
    expect(circlesIn(imports)).toEqual([
      ['a.ts', 'b.ts', 'c.ts'],
      ['x.ts', 'y.ts'],
    ]);
  });
});

describe('what a file imports', () => {
  const importsOf = (code: string) => importsIn('room/file.ts', code);

  it.each([
    ['values', "import { a } from './a.ts';", 'room/a.ts'],
    ['values over several lines', "import {\n  a,\n  b,\n} from '../a.ts';", 'a.ts'],
    ['types', "import type { A } from '../other/a.ts';", 'other/a.ts'],
    ['inline types', "import { type A } from './a.ts';", 'room/a.ts'],
    ['everything by a name', "import * as a from './a.ts';", 'room/a.ts'],
    ['what it hands on', "export type { A } from './a.ts';", 'room/a.ts'],
    ['what only runs', "import './a.ts';", 'room/a.ts'],
    ['later, by import()', "const { a } = await import('./a.ts');", 'room/a.ts'],
    ['a type by import()', "type A = import('./a.ts').A;", 'room/a.ts'],
    ['as CommonJS', "const a = require('./a.cjs');", 'room/a.cjs'],
  ])('%s', (_what, code, target) => {
    expect(importsOf(code)).toEqual([target]);
  });

  it('no package and no part of Node', () => {
    expect(importsOf("import { z } from 'zod';\nimport { join } from 'node:path';")).toEqual([]);
  });
});
