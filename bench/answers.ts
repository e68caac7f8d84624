import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import { momentAt } from '../src/domain/dates.ts';
import { type Contestant, start } from './contestants.ts';
import { medians, percentile } from './figures.ts';
import type { Load, Report, Step } from './loads.ts';
import { processorMs } from './processor.ts';
import { residentMb } from './resident.ts';
import { startTelegramApi, type TelegramApi } from './telegram-api.ts';

const startedAt = momentAt('2022-03-17', 9);

/** Milliseconds between two rounds, in which a bot writes down what it has sent. Not counted as time, but as processor. */
const betweenMs = 400;
/** By which a round is later on Telegram's clock than on ours: people take two seconds at least to read a question. */
const readingMs = 3_000;

/** All at once, or so many messages a second. */
export type Pace = { readonly perSecond: number; readonly messages: number } | 'at once';

type Figures = Readonly<Record<string, number>>;

/**
 * Answers of each contestant to the same messages, the medians of rounds in turns, so that a slow moment affects all.
 * An *answer* is an update handled and its message sent. Afterwards the reports that are stored are compared with the
 * given ones.
 *
 * At once means: everybody writes, and writes again when everybody has got their answer and has read it. More than one
 * message of a person never waits. This is the only load that all can carry: our bot takes a text that was sent before
 * its question was seen for *early* and asks what it is about, and Telegraf handles two messages of a person
 * concurrently.
 */
export async function benchAnswers(
  contestants: readonly Contestant[],
  load: Load,
  pace: Pace,
  rounds: number,
): Promise<Readonly<Record<string, Figures>>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const runs = new Map<string, Figures[]>(contestants.map(({ name }) => [name, []]));
  try {
    for (const { name, fill } of contestants) fill(join(folder, `${name}.db`), load.shape);
    for (let round = 0; round < rounds; round++) {
      for (const each of contestants) {
        const databasePath = join(folder, `${round}.db`);
        if (each.stored) copyFileSync(join(folder, `${each.name}.db`), databasePath);
        runs.get(each.name)?.push(await runOnce(each, load, pace, databasePath));
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
  await systemClock.sleep(betweenMs);
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
): Promise<Figures> {
  // Telegram's clock is early at first and comes nearer with each round.
  let earlyMs = (load.rounds.length + 1) * readingMs;
  const crowd = createCrowd();
  const offsetMs = startedAt - Date.now();
  const api = await startTelegramApi({
    date: () => Date.now() + offsetMs - earlyMs,
    shown: crowd.shown,
  });
  const child = start(contestant, { apiRoot: api.apiRoot, databasePath, offsetMs });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`${contestant.name} ended with ${code}`);
  });
  const pid = child.pid ?? 0;
  const measure = async () => {
    await quiet(api);
    await crowd.write(api, load.before);
    await systemClock.sleep(betweenMs);
    crowd.latencies.length = 0;
    const before = processorMs(pid);
    let busyMs = 0;
    if (pace === 'at once') {
      for (const round of load.rounds) {
        earlyMs -= readingMs;
        busyMs += await crowd.write(api, round);
        await systemClock.sleep(betweenMs);
      }
    } else {
      earlyMs = 0;
      busyMs = await crowd.writeSteadily(api, load.rounds.flat().slice(0, pace.messages), pace.perSecond);
      await systemClock.sleep(betweenMs);
    }
    const sorted = crowd.latencies.toSorted((a, b) => a - b);
    return {
      'answers/s': (sorted.length / busyMs) * 1000,
      'processor ms/answer': (processorMs(pid) - before) / sorted.length,
      'p50 ms': percentile(sorted, 50),
      'p99 ms': percentile(sorted, 99),
      'MB after': residentMb(pid),
    };
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

/** People who write and wait for their answers. */
function createCrowd() {
  const askedAt = new Map<number, number>();
  const latencies: number[] = [];
  const written: Step[] = [];
  let allAnswered = Promise.withResolvers<number>();

  function deliver(api: TelegramApi, steps: readonly Step[]): number {
    const now = performance.now();
    for (const { personId } of steps) {
      if (askedAt.has(personId)) throw new Error(`${personId} still waits for an answer`);
      askedAt.set(personId, now);
    }
    written.push(...steps);
    api.deliver(steps);
    return now;
  }

  /** @returns milliseconds from the first message to the last answer */
  async function write(api: TelegramApi, steps: readonly Step[]): Promise<number> {
    if (steps.length === 0) return 0;
    allAnswered = Promise.withResolvers();
    const begun = deliver(api, steps);
    return (await allAnswered.promise) - begun;
  }

  async function writeSteadily(api: TelegramApi, steps: readonly Step[], perSecond: number): Promise<number> {
    const begun = performance.now();
    for (const [place, step] of steps.entries()) {
      await systemClock.sleep(Math.max(0, begun + (place * 1000) / perSecond - performance.now()));
      deliver(api, [step]);
    }
    allAnswered = Promise.withResolvers();
    if (askedAt.size === 0) return performance.now() - begun;
    return (await allAnswered.promise) - begun;
  }

  return {
    latencies,
    written,
    write,
    writeSteadily,
    shown({ personId, at }: { readonly personId: number; readonly at: number }): void {
      const asked = askedAt.get(personId);
      if (asked === undefined) return;
      askedAt.delete(personId);
      latencies.push(at - asked);
      if (askedAt.size === 0) allAnswered.resolve(at);
    },
  };
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
