import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { systemClock } from '../src/clock.ts';
import { createRandom } from '../src/simulator/random.ts';
import { startedAt } from './chat-clocks.ts';
import { type Contestant, type StoredReport, start } from './contestants.ts';
import { startTelegramApi, type TelegramApi } from './telegram-api.ts';
import { createVillage } from './villagers.ts';

/** A process is killed at most so long after it was given its first updates. */
const mostLifeMs = 1_500;
const people = 100;
const activities = 60;
/** A process that ends by itself so often in a row would do so for ever: what waits is dropped, as its operator would. */
const mostEnds = 3;

/**
 * Kills a contestant with SIGKILL again and again while a hundred people report, and starts it again; in the end compares
 * what they gave with what is stored. The seed decides who writes what and when the process dies; only timing is real.
 * Nobody writes before they have got an answer and have read it, and Telegram brings again what was not confirmed.
 */
export async function benchKills(
  contestant: Contestant,
  of: { readonly kills: number; readonly seed: number },
): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const databasePath = join(folder, 'killed.db');
  contestant.fill(databasePath, { people, activities, onePlan: true });
  const offsetMs = startedAt - Date.now();
  const random = createRandom(of.seed);
  const village = createVillage({ people, random });
  let handed = Promise.withResolvers<void>();
  const api = await startTelegramApi({ ...village, handed: () => handed.resolve() });
  const counts = { kills: 0, ends: 0, dropped: 0 };
  try {
    for (let endsInARow = 0; counts.kills < of.kills; ) {
      handed = Promise.withResolvers();
      const life = live(contestant, { apiRoot: api.apiRoot, databasePath, offsetMs });
      const acting = setInterval(() => village.act(api), 10);
      const lifetime = handed.promise.then(() => systemClock.sleep(random.integer(0, mostLifeMs)));
      const how = await Promise.race([lifetime.then(() => 'killed' as const), life.ended]);
      clearInterval(acting);
      await life.kill();
      if (how === 'killed') {
        counts.kills++;
        endsInARow = 0;
        continue;
      }
      counts.ends++;
      if (++endsInARow < mostEnds) continue;
      counts.dropped += api.drop();
      endsInARow = 0;
    }
    await finish(contestant, api, village, { databasePath, offsetMs });
    const stored = contestant.stored?.(databasePath) ?? [];
    return {
      kills: counts.kills,
      ...compare(village, stored),
      ...village.counts(),
      'ended by itself': counts.ends,
      'updates dropped': counts.dropped,
    };
  } finally {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Village = ReturnType<typeof createVillage>;

function live(
  contestant: Contestant,
  of: { readonly apiRoot: string; readonly databasePath: string; readonly offsetMs: number },
) {
  const child = start(contestant, { ...of, silent: true });
  const exit = once(child, 'exit');
  return {
    ended: exit.then(() => 'ended' as const),
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** One life in peace, started again when it ends by itself: everybody finishes the report that they are at. */
async function finish(
  contestant: Contestant,
  api: TelegramApi,
  village: Village,
  of: { readonly databasePath: string; readonly offsetMs: number },
): Promise<void> {
  village.finish();
  for (let tries = 0; tries < 2 * mostEnds; tries++) {
    if (tries === mostEnds) api.drop();
    const life = live(contestant, { apiRoot: api.apiRoot, ...of });
    let ended = false;
    void life.ended.then(() => {
      ended = true;
    });
    const deadline = performance.now() + 120_000;
    while (!ended && performance.now() < deadline && !(village.isIdle() && !api.waits() && api.isQuiet())) {
      village.act(api);
      await systemClock.sleep(10);
    }
    const finished = !ended;
    await life.kill();
    if (finished) return;
  }
}

function compare({ given, askedAgain }: Village, stored: readonly StoredReport[]) {
  const isAsGiven = (report: StoredReport) => isDeepStrictEqual(report, given.get(report.activity));
  const right = Map.groupBy(stored.filter(isAsGiven), ({ activity }) => activity);
  const missing = [...given.keys()].filter((activity) => !right.has(activity));
  return {
    given: given.size,
    lost: missing.filter((activity) => !askedAgain.has(activity)).length,
    'stored twice': [...right.values()].filter(({ length }) => length > 1).length,
    invented: stored.filter((report) => !isAsGiven(report)).length,
  };
}
