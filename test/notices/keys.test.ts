import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsIn } from '../layers/imports.ts';

const src = join(import.meta.dirname, '../../src');
const code: ReadonlyMap<string, string> = new Map(
  globSync('**/*.ts', { cwd: src }).map((file) => [file, readFileSync(join(src, file), 'utf8')]),
);

/** The only file that handles keys: it writes a row with its key, and looks a whole key up. */
const keyed = 'db/announce.ts';

/**
 * The kind of a notice builds a key and nobody reads one. The type of a row (`OutboxRow`) has no key; this
 * looks in the code for what the types cannot prevent.
 */
function faultsIn(file: string, text: string): readonly string[] {
  const faults: string[] = [];
  if (file.startsWith('db/schema/')) return faults;
  if (importsIn(file, text).includes(keyed) && !file.startsWith('notices/'))
    faults.push(`${file} builds a key: only src/notices may import ${keyed}`);
  if (file !== keyed && /\boutbox\.key\b/.test(text)) faults.push(`${file} asks for the key of a row`);
  if (/\.(select|returning)\(\)(?=\s*\.from\(outbox\))/.test(text)) faults.push(`${file} reads whole rows`);
  if (/\((outbox)\)[^;]*\.returning\(\)/.test(text)) faults.push(`${file} reads whole rows`);
  if (/\bfrom\s+["`]?outbox\b/i.test(text)) faults.push(`${file} reads the outbox in SQL of its own`);
  return faults;
}

describe('The key of a row of the outbox', () => {
  it('is built in src/notices, and read nowhere', () => {
    expect([...code].flatMap(([file, text]) => faultsIn(file, text))).toEqual([]);
  });

  it('is not part of the row that code reads', () => {
    const rows = code.get('db/outbox-rows.ts') ?? '';
    expect(rows).toContain("export type OutboxRow = Omit<typeof outbox.$inferSelect, 'key'>;");
    expect(code.get(keyed)?.match(/\boutbox\.key\b/g)).toHaveLength(1);
  });

  it.each([
    ['actions/tell-more.ts', "import { announce } from '../db/announce.ts';"],
    ['conversations/people/asks.ts', "import { rowByKey } from '../../db/announce.ts';"],
    ['db/sending.ts', 'db.select({ key: outbox.key }).from(outbox).all()'],
    ['schedule/release.ts', 'db.select().from(outbox).all()'],
    ['schedule/release.ts', "db\n  .select()\n  .from(outbox)\n  .where(eq(outbox.state, 'waiting'))"],
    ['notices/recheck.ts', 'db.update(outbox).set({ reason }).returning().all()'],
    ['cli/doctor/messages.ts', 'db.all(sql`select substr(key, 1, 8) from outbox`)'],
  ])('built or read in %s is found', (file, text) => {
    expect(faultsIn(file, text)).toHaveLength(1);
  });
});
