import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPlan } from '../src/actions/import-plan.ts';
import { inTransaction, openStore } from '../src/db/open.ts';
import { assignment, person, position } from '../src/db/schema/index.ts';
import { momentAt } from '../src/domain/dates.ts';
import { token } from '../src/simulator/cast.ts';
import { createSimulator, type Person } from '../src/simulator/index.ts';
import { formOf, importedAt } from './data.ts';
import { medians, percentile } from './figures.ts';

const permittedPerSecond = 30;
const talkers = 20;
const eachWritesEveryMs = 4_000;

/** The median of each figure over so many runs. A run with 10,000 people takes six minutes. */
export async function benchBroadcast(of: {
  readonly people: number;
  readonly rounds: number;
}): Promise<Readonly<Record<string, number>>> {
  const rounds: Readonly<Record<string, number>>[] = [];
  for (let round = 0; round < of.rounds; round++) rounds.push(await broadcastOnce(of));
  return medians(rounds);
}

/**
 * Sends the 08:00 reminder to so many people in real time, under the simulator's limits (Telegram's), while
 * twenty others write. The time of an answer is from the phone's message to the bot's.
 */
async function broadcastOnce(of: { readonly people: number }): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const databasePath = join(folder, 'broadcast.db');
  const offsetMs = momentAt('2022-03-16', 7, 59) + 50_000 - Date.now();
  const simulator = createSimulator({
    clock: { now: () => Date.now() + offsetMs },
    token,
    username: 'bench_bot',
    botName: 'Seguimiento',
  });
  const { apiRoot } = await simulator.start();
  const newPerson = (index: number) => simulator.person({ firstName: `P${index}` });
  const reminded = Array.from({ length: of.people }, (_, index) => newPerson(index));
  const writing = Array.from({ length: talkers }, (_, index) => newPerson(of.people + index));
  prepare(databasePath, reminded, writing);
  for (const each of [...reminded, ...writing]) each.start();
  simulator.world.updates.clear();

  const child = spawn(process.execPath, [join(import.meta.dirname, 'bots/ours.ts')], {
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: apiRoot,
      DATABASE_PATH: databasePath,
      FILES_PATH: join(folder, 'files'),
      BENCH_OFFSET_MS: String(offsetMs),
      BENCH_PACE: 'telegram',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const latencies: number[] = [];
  const askedAt = new Map<number, number>();
  const isReminded = new Set(reminded.map(({ id }) => id));
  let first = 0;
  let last = 0;
  let reminders = 0;
  let answersBetween = 0;
  const finished = Promise.withResolvers<void>();
  simulator.onChange((change) => {
    if (change.kind !== 'message') return;
    const message = simulator.world.chats.get(change.chatId)?.at(-1);
    if (!message?.byBot) return;
    const now = performance.now();
    if (isReminded.has(change.chatId)) {
      if (first === 0) first = now;
      last = now;
      if (++reminders === of.people) finished.resolve();
      return;
    }
    const asked = askedAt.get(change.chatId);
    askedAt.delete(change.chatId);
    if (asked === undefined || first === 0) return;
    latencies.push(now - asked);
    answersBetween++;
  });
  const writers = writing.map((each, index) =>
    setTimeout(
      () => {
        const write = () => {
          if (askedAt.has(each.id)) return;
          askedAt.set(each.id, performance.now());
          each.say('/ayuda');
        };
        write();
        timers.push(setInterval(write, eachWritesEveryMs));
      },
      (index * eachWritesEveryMs) / talkers,
    ),
  );
  const timers: NodeJS.Timeout[] = [...writers];
  try {
    await finished.promise;
  } finally {
    for (const timer of timers) clearInterval(timer);
    child.kill('SIGKILL');
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const seconds = (last - first) / 1000;
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    people: of.people,
    seconds,
    perSecond: (reminders + answersBetween) / seconds,
    'share of the permitted rate': (reminders + answersBetween) / seconds / permittedPerSecond,
    'refused (429)': simulator.refusals.filter(({ code }) => code === 429).length,
    'mistakes in all': simulator.mistakes().length,
    'answers meanwhile': sorted.length,
    'answer p50 ms': percentile(sorted, 50),
    'answer p99 ms': percentile(sorted, 99),
    'answer worst ms': sorted.at(-1) ?? Number.NaN,
  };
}

/**
 * One plan of seven activities whose position all of them hold. The people who write hold an office and have
 * nothing pending.
 */
function prepare(path: string, reminded: readonly Person[], writing: readonly Person[]): void {
  const store = openStore(path, { migrate: true });
  inTransaction(store, (db) => {
    importPlan(db, formOf({ code: 'PL-PC-01', activities: 7, position: 'Cargo' }), {
      withoutMonitoring: true,
      now: importedAt,
    });
    const held = db.select().from(position).all()[0];
    if (!held) throw new Error('no position');
    const add = (phone: Person, holds: { positionId: number } | { office: 'control' }) => {
      const { first_name: name } = phone.user;
      const enrolled = { telegramUserId: phone.id, enrolledAt: importedAt + 1, telegramName: name };
      const { id } = db
        .insert(person)
        .values({ name, createdAt: importedAt, ...enrolled })
        .returning()
        .get();
      db.insert(assignment)
        .values({ personId: id, fromAt: importedAt, ...holds })
        .run();
    };
    for (const each of reminded) add(each, { positionId: held.id });
    for (const each of writing) add(each, { office: 'control' });
  });
  store.close();
}
