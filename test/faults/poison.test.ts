import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sql } from '../../src/db/drizzle.ts';
import { type Life, startLife } from '../crash/life.ts';
import { createVillage, type Village } from '../crash/village.ts';

const root = join(import.meta.dirname, '../..');
let village: Village;
let life: Life | undefined;
beforeEach(async () => {
  village = await createVillage(1);
});
afterEach(async () => {
  life?.kill();
  await life?.dead;
  await village.end();
});

function start(dies: boolean): Life {
  const inside = { where: 'statement', from: 'handling', count: 12 } as const;
  return startLife({ ...village, aim: dies ? { inside } : null });
}

it('an update that kills the process is set aside at its second return: its person is told, the others are answered, doctor shows it', async () => {
  const ana = village.responsibles.get('Ana');
  const bruno = village.responsibles.get('Bruno');
  if (!ana || !bruno) throw new Error('nobody there');
  ana.say('/misactividades');
  for (let deaths = 0; deaths < 2; deaths++) {
    life = start(true);
    expect(await life.dead).toBe('aimed');
  }
  bruno.say('/ayuda');
  life = start(false);
  await ana.waitFor({ text: 'No pudimos procesar' }, { after: 0, timeoutMs: 60_000 });
  await bruno.waitFor({ text: 'Esto puede hacer aquí' }, { after: 0, timeoutMs: 60_000 });
  expect(village.store.db.all(sql`select state from "update" where state <> 'done'`)).toEqual([
    { state: 'setAside' },
  ]);
  const doctor = await promisify(execFile)(
    join(root, 'node_modules/.bin/node'),
    ['--import', join(root, 'test/crash/aim.ts'), join(root, 'src/cli.ts'), 'doctor'],
    { env: { PATH: process.env.PATH, ...village.env, CRASH_OFFSET_MS: String(village.offsetMs) } },
  ).catch((error: { readonly stdout: string }) => error);
  expect(doctor.stdout).toContain('the process ended while handling it');
  ana.say('/ayuda');
  await ana.waitFor({ text: 'Esto puede hacer aquí' }, { timeoutMs: 60_000 });
});
