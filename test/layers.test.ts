import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Who may import whom (docs/decisions.md): a room may import itself and these. */
const rooms = {
  domain: [],
  db: ['domain'],
  texts: ['domain'],
  forms: ['domain', 'texts'],
  summary: ['domain', 'db', 'texts', 'forms'],
  actions: ['domain', 'db', 'texts', 'forms', 'summary'],
  conversations: ['domain', 'db', 'texts', 'forms', 'summary', 'actions'],
  schedule: ['domain', 'db', 'texts', 'forms', 'summary', 'actions'],
  jobs: ['domain', 'db', 'texts', 'forms', 'summary'],
  telegram: ['domain', 'db'],
  http: ['domain', 'db'],
} as const satisfies Record<string, readonly string[]>;

/** The single files every room but `domain` may import. */
const everywhere = ['clock', 'log', 'config'];

type Room = keyof typeof rooms;

function roomOf(file: string): string {
  const [first = '', second] = relative(join(root, 'src'), file).split('/');
  return second === undefined ? first.replace(/\.ts$/, '') : first;
}

function importsOf(file: string): readonly string[] {
  const code = readFileSync(file, 'utf8');
  const found = code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map((match) => join(dirname(file), match[1] ?? ''));
}

function faultsIn(file: string): readonly string[] {
  const room = roomOf(file);
  if (!(room in rooms)) return [];
  const allowed: readonly string[] = [room, ...rooms[room as Room], ...(room === 'domain' ? [] : everywhere)];
  return importsOf(file)
    .map(roomOf)
    .filter((target) => !allowed.includes(target))
    .map((target) => `${relative(root, file)} imports ${target}`);
}

describe('the rooms of the house', () => {
  const files = globSync('src/**/*.ts', { cwd: root }).map((file) => join(root, file));

  it('import only whom they may', () => {
    expect(files.flatMap(faultsIn)).toEqual([]);
  });

  it('are never built on the simulator', () => {
    const product = files.filter((file) => roomOf(file) !== 'simulator');
    expect(
      product.filter((file) => importsOf(file).some((target) => roomOf(target) === 'simulator')),
    ).toEqual([]);
  });
});
