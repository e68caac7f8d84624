import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import { startedAt } from './chat-clocks.ts';
import { type Contestant, start } from './contestants.ts';
import { createCrowd, settlingMs } from './crowd.ts';
import { medians, percentile } from './figures.ts';
import type { Load, Report, Step } from './loads.ts';
import { processorMs } from './processor.ts';
import { residentMb } from './resident.ts';
import { startTelegramApi, type TelegramApi } from './telegram-api.ts';

const minute = 60_000;

/** All at once, or so many messages a second. */
export type Pace = { readonly perSecond: number; readonly messages: number } | 'at once';

type Figures = Readonly<Record<string, number>>;

/**
 * Answers of each contestant to the same messages, the medians of rounds in turns, so that a slow moment affects all.
 * An *answer* is an update handled and its message sent. Afterwards the reports that are stored are compared with the
 * given ones.
 *
 * At once means: everybody writes, and writes again when all have got their answer and the bot has confirmed every update
 * (a library confirms when it has handled them, Telegraf's session included); the pause after that is processor time, and
 * no time of answers. Two messages of a person never wait together. It is the only load that all can carry: our bot
 * takes a text that was sent before its question was seen for *early* and asks what it is about, and Telegraf handles
 * two messages of a person concurrently and answers as if nothing had been asked.
 */
export async function benchAnswers(
  contestants: readonly Contestant[],
  load: Load,
  pace: Pace,
  of: {
    readonly rounds: number;
    /** The memory after a minute in which nobody writes is measured too, in the last round. */
    readonly rests?: boolean;
  },
): Promise<Readonly<Record<string, Figures>>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const runs = new Map<string, Figures[]>(contestants.map(({ name }) => [name, []]));
  try {
    for (const { name, fill } of contestants) fill(join(folder, `${name}.db`), load.shape);
    for (let round = 0; round < of.rounds; round++) {
      const rests = of.rests === true && round === of.rounds - 1;
      for (const each of contestants) {
        const databasePath = join(folder, `${round}.db`);
        if (each.stored) copyFileSync(join(folder, `${each.name}.db`), databasePath);
        runs.get(each.name)?.push(await runOnce(each, load, pace, databasePath, rests));
        removeDatabase(databasePath);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Object.fromEntries([...runs].map(([name, each]) => [name, medians(each)]));
}

/** Starts a contestant once, so that later starts find what Node compiled. */
export async function compile(contestant: Contestant): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const databasePath = join(folder, 'compile.db');
  const api = await startTelegramApi({ date: () => startedAt, shown: () => undefined });
  const offsetMs = startedAt - Date.now();
  const child = start(contestant, { apiRoot: api.apiRoot, databasePath, offsetMs, keep: true });
  await quiet(api);
  child.kill('SIGUSR2');
  await systemClock.sleep(settlingMs);
  child.kill('SIGKILL');
  await api.close();
  rmSync(folder, { recursive: true, force: true });
}

function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
}

async function runOnce(
  contestant: Contestant,
  load: Load,
  pace: Pace,
  databasePath: string,
  rests: boolean,
): Promise<Figures> {
  const crowd = createCrowd();
  const offsetMs = startedAt - Date.now();
  const api = await startTelegramApi(crowd);
  const child = start(contestant, { apiRoot: api.apiRoot, databasePath, offsetMs });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`${contestant.name} ended with ${code}`);
  });
  const pid = child.pid ?? 0;
  const measure = async () => {
    await quiet(api);
    await crowd.write(api, load.before);
    await systemClock.sleep(settlingMs);
    crowd.latencies.length = 0;
    const idleMb = residentMb(pid);
    const before = processorMs(pid);
    let busyMs = 0;
    if (pace === 'at once') {
      for (const round of load.rounds) {
        busyMs += await crowd.write(api, round);
        await systemClock.sleep(settlingMs);
      }
    } else {
      busyMs = await crowd.writeSteadily(api, load.rounds.flat().slice(0, pace.messages), pace.perSecond);
      await systemClock.sleep(settlingMs);
    }
    const sorted = crowd.latencies.toSorted((a, b) => a - b);
    const figures = {
      'answers/s': (sorted.length / busyMs) * 1000,
      'processor ms/answer': (processorMs(pid) - before) / sorted.length,
      'p50 ms': percentile(sorted, 50),
      'p99 ms': percentile(sorted, 99),
      'MB before': idleMb,
      'MB after': residentMb(pid),
    };
    if (!rests) return figures;
    await systemClock.sleep(minute);
    return { ...figures, 'MB a minute later': residentMb(pid) };
  };
  try {
    const figures = await Promise.race([measure(), died]);
    if (contestant.stored) compare(contestant, databasePath, crowd.written);
    return figures;
  } finally {
    died.catch(() => undefined);
    child.kill('SIGKILL');
    await api.close();
  }
}

/** Waits until the bot polls and has nothing else to do. */
async function quiet(api: TelegramApi): Promise<void> {
  while (!api.isQuiet()) await systemClock.sleep(20);
}

/** @throws {Error} unless what is stored is what was given */
function compare({ name, stored }: Contestant, databasePath: string, written: readonly Step[]): void {
  const show = ({ personId, percentage, observation }: Report) =>
    `${personId}: ${percentage} % ${observation}`;
  const given = new Set(written.flatMap(({ completes }) => (completes ? [show(completes)] : [])));
  const found = stored?.(databasePath).map(show) ?? [];
  const wrong = found.find((each) => !given.has(each)) ?? 'none';
  if (wrong !== 'none' || found.length !== given.size)
    throw new Error(`${name} has ${found.length} reports of ${given.size}; wrong: ${wrong}`);
}
