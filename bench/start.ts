import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import { fillDatabase } from './data.ts';
import { medians } from './figures.ts';
import { memoryOfExports } from './memory.ts';
import { residentMb } from './resident.ts';
import { npmStart, withBot } from './running.ts';

/** By then the start is over, and the compile cache is written. */
const SETTLED = 6_000;

/**
 * The time from the start of the process to its first poll, and the memory of the bot and all its processes:
 * idle, after each way of starting, and while files are made.
 */
export async function benchStart(of: { readonly rounds: number }): Promise<Readonly<Record<string, number>>> {
  const rounds: Readonly<Record<string, number>>[] = [];
  await startOnce(npmStart);
  for (let round = 0; round < of.rounds; round++) {
    const started = await startOnce(npmStart);
    const plain = await startOnce([]);
    const bare = await startOnce(npmStart, { NODE_DISABLE_COMPILE_CACHE: '1' });
    const first = await firstStart();
    rounds.push({
      'first poll ms': started.firstPollMs,
      'first poll of the very first start ms': first.firstPollMs,
      'first poll without a cache ms': bare.firstPollMs,
      'idle MB': started.idleMb,
      'idle as node src/main.ts MB': plain.idleMb,
      'idle where no cache can be written MB': bare.idleMb,
      'idle after the very first start MB': first.idleMb,
      ...(await memoryOfExports()),
    });
  }
  return medians(rounds);
}

function startOnce(how: readonly string[], more?: NodeJS.ProcessEnv) {
  return withBot(
    how,
    (path) => fillDatabase(path, { plans: 1, activities: 7 }),
    async ({ pid, firstPollMs }) => {
      await systemClock.sleep(SETTLED);
      return { firstPollMs, idleMb: residentMb(pid) };
    },
    more,
  );
}

/** The first start, with an empty compile cache. */
async function firstStart() {
  const empty = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return await startOnce(npmStart, { NODE_COMPILE_CACHE: empty });
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}
