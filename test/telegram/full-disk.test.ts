import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { sql } from '../../src/db/drizzle.ts';
import { writeMeta } from '../../src/db/meta.ts';
import { inTransaction, type Store } from '../../src/db/open.ts';
import { copies, createTown, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';

/** The opened stores: the test gives the bot's own connection a full disk. */
const opened = vi.hoisted((): Store[] => []);
vi.mock('../../src/db/open.ts', async (load) => {
  const real = await load<typeof import('../../src/db/open.ts')>();
  const openStore: typeof real.openStore = (path, options) => {
    const store = real.openStore(path, options);
    opened.push(store);
    return store;
  };
  return { ...real, openStore };
});

const help = 'Esto puede hacer aquí';
let town: Town;
afterEach(() => town.end());

/** Stops the bot's file from growing. */
function fillDisk(): () => void {
  const bot = opened.at(-1);
  if (!bot) throw new Error('the bot has no store');
  const pages = bot.sqlite.pragma('page_count', { simple: true });
  bot.sqlite.pragma(`max_page_count = ${pages}`);
  return () => bot.sqlite.pragma('max_page_count = 1000000');
}

function setAside(): number {
  return town.db.all(sql`select 1 from "update" where state = 'setAside'`).length;
}

it.each([
  ['in the middle of a life', false],
  ['after an unclean end', true],
])(
  'a full disk %s: nothing is confirmed or set aside, nobody is told, and it goes on when there is room',
  async (_, unclean) => {
    town = await createTown({ startBot: false });
    if (unclean) inTransaction(town.store, (db) => writeMeta(db, 'running', 'yes'));
    await town.startBot();
    await town.settle();
    const makeRoom = fillDisk();
    const asked = 40;
    for (let place = 0; place < asked; place++) town.ana.say('/ayuda');
    await until(() => town.lines.some((line) => line.includes('could not be stored')), 'the full disk');
    expect(town.lines.some((line) => line.includes('SQLITE_FULL'))).toBe(true);
    await town.clock.travel(town.clock.now() + 60_000);
    expect(town.endedBy()).toBeUndefined();
    expect(setAside()).toBe(0);
    expect(town.simulator.pendingUpdates()).toBe(asked);
    expect(copies(town.ana, 'No pudimos')).toBe(0);
    makeRoom();
    await town.liveUntil(() => copies(town.ana, help) === asked, 'every answer', 300_000);
    await town.settle();
    expect(setAside()).toBe(0);
    expect(copies(town.ana, help)).toBe(asked);
  },
);

it('keeps acknowledgements waiting while the disk is full, and sends no message twice', async () => {
  town = await createTown({ people: 6 });
  town.simulator.faults.add({ kind: 'delay', ms: 100, method: 'sendMessage', times: 6 });
  for (const each of town.people) each.say('/ayuda');
  await until(
    () => town.simulator.calls.filter(({ method }) => method === 'sendMessage').length === 6,
    'the sending',
  );
  const bot = opened.at(-1);
  bot?.sqlite.exec(
    "create temp trigger full before update on main.outbox begin select raise(abort, 'full'); end",
  );
  await until(
    () => town.lines.some((line) => line.includes('the outbox could not be written')),
    'the full disk',
  );
  bot?.sqlite.exec('drop trigger full');
  await town.settle();
  for (const each of town.people) expect(copies(each, help)).toBe(1);
});

it('goes on when it cannot note a sign of life', async () => {
  town = await createTown();
  town.store.sqlite.exec("create trigger full before update on meta begin select raise(abort, 'full'); end");
  town.clock.step(60_000);
  await town.after(() => town.ana.say('/ayuda'));
  expect(town.lines.some((line) => line.includes('could not note a poll'))).toBe(true);
  town.clock.step(60_000);
  await town.after(() => town.ana.say('/ayuda'));
  expect(copies(town.ana, help)).toBe(2);
  expect(town.endedBy()).toBeUndefined();
});

it('leaves no part of a file without room, tells its person, and goes on with answers', async () => {
  town = await createTown();
  const pdf = Buffer.from('%PDF-1.7\nacta');
  const name = `${createHash('sha256').update(pdf).digest('hex')}.pdf`;
  const files = join(town.folder, 'files');
  mkdirSync(files);
  await town.after(() => town.ana.say('/reportar'));
  // Every write to it fails with a full disk.
  symlinkSync('/dev/full', join(files, `.${name}.part`));
  await town.after(() => town.ana.sendFile({ kind: 'document', name: 'acta.pdf', bytes: pdf }));
  await until(() => copies(town.ana, 'queda poco espacio para archivos') === 1, 'the refusal');
  expect(readdirSync(files)).toEqual([]);
  await town.after(() => town.ana.say('70% acta firmada'));
  expect(copies(town.ana, '✅ n.º 1: 70 %')).toBe(1);
});

it('removes a file whose row cannot be written, and keeps it when the row can be', async () => {
  town = await createTown();
  const pdf = Buffer.from('%PDF-1.7\nacta');
  const files = join(town.folder, 'files');
  await town.after(() => town.ana.say('/reportar'));
  const bot = opened.at(-1);
  bot?.sqlite.exec(
    "create temp trigger full before update of state on main.evidence begin select raise(abort, 'full'); end",
  );
  await town.after(() => town.ana.sendFile({ kind: 'document', name: 'acta.pdf', bytes: pdf }));
  await until(() => town.lines.some((line) => line.includes('a job did not succeed')), 'the row');
  expect(readdirSync(files)).toEqual([]);
  await town.after(() => town.ana.say('70% acta firmada'));
  expect(copies(town.ana, '✅ n.º 1: 70 %')).toBe(1);
  bot?.sqlite.exec('drop trigger full');
  const kept = () => town.db.all(sql`select 1 from evidence where state = 'stored'`).length === 1;
  await town.liveUntil(kept, 'the file to be kept', 600_000);
  expect(readdirSync(files)).toHaveLength(1);
});
