import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NoticeKind } from '../../src/notices/kind.ts';
import { noticeKinds } from '../../src/notices/registry.ts';

const folder = join(import.meta.dirname, '../../src/notices/kinds');
const files = globSync('*.ts', { cwd: folder });

/** The kinds that a file exports. */
async function kindsOf(file: string): Promise<readonly NoticeKind[]> {
  const exported = (await import(join(folder, file))) as Record<string, unknown>;
  return Object.values(exported).filter(
    (value): value is NoticeKind =>
      typeof value === 'object' && value !== null && 'name' in value && 'about' in value,
  );
}

describe('The kinds of notice', () => {
  it('have one file each, and are all in the registry', async () => {
    const found = await Promise.all(files.map(kindsOf));
    expect(found.map((own) => own.length)).toEqual(files.map(() => 1));
    expect(new Set(found.flat())).toEqual(new Set(noticeKinds));
    expect(noticeKinds).toHaveLength(files.length);
  });

  it('each have the name of their file', () => {
    const names = noticeKinds.map((kind) => kind.name);
    expect(new Set(names).size).toBe(names.length);
    const ofFiles = files.map((file) =>
      file.replace('.ts', '').replace(/-(\w)/g, (_, next) => next.toUpperCase()),
    );
    expect(new Set(names)).toEqual(new Set(ofFiles));
  });

  it('declare that they replace a reminder when they do, so that they give it back', async () => {
    const says: string[] = [];
    const does: string[] = [];
    for (const file of files) {
      const [kind] = await kindsOf(file);
      if (kind?.replacesReminder) says.push(file);
      if (readFileSync(join(folder, file), 'utf8').includes('countAsReminder(')) does.push(file);
    }
    expect(does).not.toEqual([]);
    expect(says).toEqual(does);
  });
});
