import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFolder } from '../../src/cli/publish-folder.ts';
import { plan } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { siteFiles } from '../../src/publication/site.ts';
import { toPublish } from '../../src/publication/to-publish.ts';
import { realTown, undrawn } from '../publication/setup.ts';
import { operator } from './setup.ts';

/** An operator with the real plan, which needs no approval, after its first cut closed. */
async function closedCut() {
  const own = operator('2022-04-20');
  const form = join(import.meta.dirname, '../data/PL-PC-01-2022.xlsx');
  expect((await own.types('plan', 'import', form)).code).toBe(0);
  own.inDatabase((db) => db.update(plan).set({ needsApproval: false }).run());
  return { ...own, out: join(dirname(own.databasePath), 'sitio') };
}

const filesIn = (folder: string) => globSync('**/*.*', { cwd: folder }).sort();

describe('publish', () => {
  it('lists every observation and writes nothing without --yes, then writes the site', async () => {
    const { types, out } = await closedCut();
    const asked = await types('publish', '--out', out);
    expect(asked.code).toBe(1);
    expect(asked.out.split('\n').filter((line) => line.startsWith('  n.º'))).toHaveLength(7);
    expect(asked.out).toContain(
      'Plan de Participación Ciudadana 2022 · Primer monitoreo, 31 de marzo (nuevo)',
    );
    expect(asked.out).toContain('n.º 7: En construcción');
    expect(asked.err).toContain('--yes');
    expect(existsSync(out)).toBe(false);
    const done = await types('publish', '--out', out, '--yes');
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(filesIn(out)).toContain('planes/PL-PC-01/2022/1/formato.pdf');
    const before = readFileSync(join(out, 'sitio.json'), 'utf8');
    expect((await types('publish', '--out', out, '--yes')).out).toContain('ya publicado, sin cambios');
    expect(readFileSync(join(out, 'sitio.json'), 'utf8')).toBe(before);
    expect(readdirSync(dirname(out)).filter((name) => name.includes('sitio'))).toEqual(['sitio']);
    expect((await types('audit')).out).toContain('publicó el corte');
  });

  it('says so when there is nothing to publish', async () => {
    const { types, out, inDatabase } = await closedCut();
    inDatabase((db) => db.update(plan).set({ needsApproval: true }).run());
    expect(await types('publish', '--out', out, '--yes')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no hay cortes aprobados'),
    });
  });

  it('takes the place of no folder that holds anything else', async () => {
    const { types, out } = await closedCut();
    mkdirSync(join(out, 'a'), { recursive: true });
    writeFileSync(join(out, 'a/suyo.txt'), 'suyo');
    const refused = await types('publish', '--out', out, '--yes');
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('«a/suyo.txt», que no es') });
    expect(filesIn(out)).toEqual(['a/suyo.txt']);
    rmSync(join(out, 'a'), { recursive: true });
    expect((await types('publish', '--out', out, '--yes')).code).toBe(0);
    writeFileSync(join(out, '.htaccess'), '');
    expect((await types('publish', '--out', out, '--yes')).err).toContain('«.htaccess», que no es');
    writeFileSync(join(dirname(out), 'archivo'), '');
    expect((await types('publish', '--out', join(dirname(out), 'archivo'), '--yes')).err).toContain(
      'no es una carpeta',
    );
  });

  it('takes no published address away, as after a copy was restored', async () => {
    const { types, out } = await closedCut();
    expect((await types('publish', '--out', out, '--yes')).code).toBe(0);
    const list = join(out, 'sitio.json');
    const cut = '"direccion": "planes/PL-PC-01/2022/1/"';
    const text = readFileSync(list, 'utf8');
    writeFileSync(list, text.replace(cut, '"direccion": "planes/PL-PC-01/2021/4/"'));
    expect((await types('publish', '--out', out, '--yes')).err).toContain('planes/PL-PC-01/2021/4/');
  });

  it('brings the former site back when it was killed between its two renames', async () => {
    const { types, out } = await closedCut();
    expect((await types('publish', '--out', out, '--yes')).code).toBe(0);
    renameSync(out, join(dirname(out), '.sitio.anterior'));
    expect((await types('publish', '--out', out)).code).toBe(1);
    expect(filesIn(out)).toContain('index.html');
  });

  it('leaves the former site whole when the new one cannot be written', async () => {
    const town = realTown();
    town.approve(1, '2022-04-12');
    const files = await siteFiles(toPublish(town.db, momentAt('2022-04-20', 9)), null, undrawn);
    const out = join(mkdtempSync(join(tmpdir(), 'site-')), 'sitio');
    await replaceFolder(out, files);
    const broken = new Map([...files, ['index.html/x', new Uint8Array()] as const]);
    await expect(replaceFolder(out, broken)).rejects.toThrow();
    expect(filesIn(out)).toEqual([...files.keys()].sort());
    expect(readdirSync(dirname(out))).toEqual(['sitio']);
  });
});
