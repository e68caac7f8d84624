import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ofRights } from '../../src/cli/doctor/rights.ts';
import { readSettings } from '../../src/config.ts';
import { takeLock } from '../../src/db/lock.ts';
import { writeMeta } from '../../src/db/meta.ts';
import { openStore } from '../../src/db/open.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const modesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]));
const fresh = () => mkdtempSync(join(tmpdir(), 'rights-'));

describe('what other users of the machine may do', () => {
  it('nothing with the lock: a user who reads it could hold it, and the bot would not start', () => {
    const folder = fresh();
    takeLock(join(folder, 'm.db'), new Date(0));
    expect(modesIn(folder)).toMatchObject({ 'm.db.lock': '600', 'm.db.lock.txt': '600' });
    expect(new Set(Object.values(modesIn(folder)))).toEqual(new Set(['600']));
  });

  it('nothing with a lock that an earlier version left open', () => {
    const folder = fresh();
    for (const name of ['m.db.lock', 'm.db.lock.txt']) {
      writeFileSync(join(folder, name), '');
      chmodSync(join(folder, name), 0o644);
    }
    takeLock(join(folder, 'm.db'), new Date(0))();
    expect(modesIn(folder)).toEqual({ 'm.db.lock': '600' });
  });

  it.each([false, true])(
    'nothing with a database found open to all, nor with its log (migrate: %s)',
    (migrate) => {
      const folder = fresh();
      const path = join(folder, 'deep', 'er', 'm.db');
      const former = openStore(path, { migrate: true });
      writeMeta(former.db, 'running', 'yes');
      for (const end of ['', '-wal', '-shm']) chmodSync(path + end, 0o644);
      const store = openStore(path, { migrate });
      expect(existsSync(`${path}-wal`)).toBe(true);
      expect(new Set(Object.values(modesIn(join(folder, 'deep', 'er'))))).toEqual(new Set(['600']));
      expect([modeOf(join(folder, 'deep')), modeOf(join(folder, 'deep', 'er'))]).toEqual(['700', '700']);
      store.close();
      former.close();
    },
  );
});

describe('doctor', () => {
  it('names what every user of the machine may read: settings, database, copies beside it, evidence', () => {
    const folder = fresh();
    const at = (name: string) => join(folder, name);
    mkdirSync(at('files'));
    const files = ['.env', 'm.db', 'm.db-wal', 'm.db.antes-de-actualizar', 'files/1-a.pdf', 'files/2-b.jpg'];
    for (const name of files) writeFileSync(at(name), 'x');
    const read = readSettings({ DATABASE_PATH: at('m.db'), FILES_PATH: at('files') });
    if (!read.ok) throw new Error('settings');
    const found = () => ofRights(read.settings, [at('.env'), at('no.env')]).map(({ text }) => text);
    for (const name of files) chmodSync(at(name), 0o640);
    expect(found()).toEqual([]);
    for (const name of files) chmodSync(at(name), 0o644);
    const text = found().join('\n');
    for (const name of files.slice(0, 4)) expect(text).toContain(`leer ${at(name)} o escribir`);
    expect(text).toContain('2 archivos de soporte');
    expect(text).toContain('1-a.pdf, 2-b.jpg');
    expect(text).toContain(`chmod -R go= ${at('files')}`);
  });
});
