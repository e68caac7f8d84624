import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handle } from '../src/conversations/router.ts';
import type { BotContext } from '../src/conversations/turn.ts';
import { sql } from '../src/db/drizzle.ts';
import { inTransaction, openStore } from '../src/db/open.ts';
import { momentAt } from '../src/domain/dates.ts';
import { token } from '../src/simulator/cast.ts';
import { fillDatabase } from './data.ts';
import { median, percentile } from './figures.ts';
import { type Served, serveUpdates } from './trivial-api.ts';

const at = momentAt('2022-03-17', 9);
const bots = ['telegraf-echo', 'grammy-echo', 'ours'] as const;
type BotName = (typeof bots)[number];

/**
 * Durable answers a second: each update is a report that is stored with `synchronous=FULL` and answered with
 * the next question, compared with two echo bots without storage on the same API. They run in turns, so that
 * a slow moment affects all three.
 */
export async function benchAnswers(of: {
  readonly rounds: number;
  readonly plans: number;
  readonly activities: number;
}): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const template = join(folder, 'template.db');
  prepare(template, of);
  const runs: Record<BotName, Served[]> = { 'telegraf-echo': [], 'grammy-echo': [], ours: [] };
  try {
    for (let round = 0; round < of.rounds; round++) {
      for (const bot of bots) {
        const databasePath = join(folder, `${round}.db`);
        if (bot === 'ours') copyFileSync(template, databasePath);
        runs[bot].push(await run(bot, of, databasePath));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const amount = of.plans * of.activities;
  const rate = (bot: BotName) => median(runs[bot].map(({ ms }) => (amount / ms) * 1000));
  const each = (pick: (served: Served) => number, bot: BotName) => median(runs[bot].map(pick));
  const ratio = (to: BotName) =>
    median(runs.ours.map(({ ms }, round) => (runs[to][round]?.ms ?? Number.NaN) / ms));
  return {
    answers: amount,
    oursPerSecond: rate('ours'),
    telegrafPerSecond: rate('telegraf-echo'),
    grammyPerSecond: rate('grammy-echo'),
    timesTelegraf: ratio('telegraf-echo'),
    timesGrammy: ratio('grammy-echo'),
    ...Object.fromEntries(
      bots.flatMap((bot) => [
        [`${bot} p50 ms`, each((served) => percentile(served.latencies, 50), bot)],
        [`${bot} p99 ms`, each((served) => percentile(served.latencies, 99), bot)],
      ]),
    ),
  };
}

async function run(
  bot: BotName,
  of: { readonly plans: number; readonly activities: number },
  databasePath: string,
): Promise<Served> {
  const api = await serveUpdates(updatesOf(of));
  const child = start(bot, api.apiRoot, databasePath);
  try {
    const served = await Promise.race([api.done, died(child, bot)]);
    if (bot === 'ours') checkStored(databasePath, of.plans * of.activities);
    return served;
  } finally {
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    await api.close();
  }
}

function start(bot: BotName, apiRoot: string, databasePath: string): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'bots', `${bot}.ts`)], {
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: apiRoot,
      DATABASE_PATH: databasePath,
      FILES_PATH: `${databasePath}.files`,
      BENCH_OFFSET_MS: String(at - Date.now()),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function died(child: ChildProcess, bot: string): Promise<never> {
  return new Promise((_, reject) =>
    child.once('exit', (code) => reject(new Error(`${bot} ended with ${code}`))),
  );
}

/** Everybody answers one activity after another, by turns, after reading the question. */
function updatesOf({ plans, activities }: { readonly plans: number; readonly activities: number }) {
  return Array.from({ length: plans * activities }, (_, index) => {
    const id = 1_000_001 + (index % plans);
    return {
      update_id: index + 1,
      message: {
        message_id: 10_000_000 + index,
        date: Math.floor(at / 1000),
        chat: { id, type: 'private', first_name: 'P' },
        from: { id, is_bot: false, first_name: 'P' },
        text: `${index % 101} % se realizaron las jornadas de la semana con la comunidad`,
      },
    };
  });
}

/** Prepares a database in which everybody has been asked for the first activity and has seen the question. */
function prepare(path: string, of: { readonly plans: number; readonly activities: number }): void {
  fillDatabase(path, of);
  const store = openStore(path, { migrate: true });
  const context: BotContext = {
    username: 'bench_bot',
    entityName: null,
    dataContact: '',
    filesPath: '',
    evidenceLimit: 1e9,
    hasRoom: () => true,
    secret: Buffer.alloc(32),
  };
  inTransaction(store, (db) => {
    for (let index = 1; index <= of.plans; index++) {
      const id = 1_000_000 + index;
      const from = { userId: id, name: 'P' };
      const event = {
        kind: 'text',
        chatId: id,
        from,
        moment: at,
        messageId: 1,
        text: '/reportar',
        forwarded: false,
        repliesTo: null,
      };
      handle(db, context, event as Parameters<typeof handle>[2], at);
    }
    db.run(
      sql`update outbox set state = 'sent', settledAt = ${at - 60_000}, messageId = id where state = 'released'`,
    );
    db.run(sql`update question set shownAt = ${at - 60_000}, shownMessageId = 1`);
    db.run(
      sql`insert into meta (key, value) values ('remindersDecidedUntil', ${String(at)}) on conflict do nothing`,
    );
  });
  store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
}

function checkStored(path: string, wanted: number): void {
  const store = openStore(path, { migrate: false });
  const stored = store.db.all(sql`select 1 from report`).length;
  store.close();
  if (stored !== wanted) throw new Error(`${stored} reports are stored of ${wanted}`);
}
