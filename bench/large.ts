import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTick } from '../src/app/minute.ts';
import { systemClock } from '../src/clock.ts';
import { summaryMessages } from '../src/conversations/summary/summary-messages.ts';
import { openStore } from '../src/db/open.ts';
import { plannedCuts } from '../src/db/plans.ts';
import { type Moment, momentAt } from '../src/domain/dates.ts';
import { startRender } from '../src/jobs/render.ts';
import type { ExportFormat } from '../src/summary/export-cut.ts';
import { fillDatabase } from './data.ts';
import { median } from './figures.ts';
import { residentMb } from './resident.ts';

const context = {
  username: null,
  entityName: null,
  dataContact: '',
  filesPath: tmpdir(),
  evidenceLimit: 0,
  hasRoom: () => true,
  secret: Buffer.alloc(32),
};
const reader = { reminds: true, approves: true, presents: false, verifies: false };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * What a plan of 10,000 activities with four reported cuts, and 1,000 cuts open at once, cost the process that answers
 * people, in processor time; and how long files take, with the memory that this takes beside the bot.
 */
export async function benchLarge(of: { readonly quick: boolean }): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const [activities, plans, printed] = of.quick ? [2_000, 100, 700] : [10_000, 1_000, 3_000];
  try {
    const filled = (name: string, data: Parameters<typeof fillDatabase>[1]) => {
      const path = join(folder, name);
      fillDatabase(path, data);
      return path;
    };
    const large = filled('large.db', { plans: 1, activities, reported: true });
    const open = filled('open.db', { plans: 1, activities });
    const many = filled('many.db', { plans, activities: 20 });
    const long = filled('long.db', { plans: 1, activities: printed, reported: true });
    return {
      ...textOf(large, activities),
      ...ticksOf(open, `one cut of ${activities} activities open`),
      ...ticksOf(many, `${plans} cuts open`),
      ...(await fileOf(large, activities, 'chart')),
      ...(await fileOf(large, activities, 'csv')),
      ...(await fileOf(large, activities, 'xlsx')),
      ...(await fileOf(long, printed, 'pdf')),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function textOf(path: string, activities: number): Readonly<Record<string, number>> {
  const store = openStore(path, { migrate: false });
  const cutId = plannedCuts(store.db).at(-1)?.cut.id ?? 0;
  const now = momentAt('2022-12-31', 12);
  const took = processorMs(() => void summaryMessages(store.db, context, cutId, now, reader));
  store.close();
  return { [`${activities} activities: text, first, processor ms`]: took };
}

/** The minute of 08:00 that reminds, and the median of the minutes after it. */
function ticksOf(path: string, what: string): Readonly<Record<string, number>> {
  const store = openStore(path, { migrate: false });
  const at = (minutes: number): Moment => momentAt('2022-03-24', 8) + minutes * 60_000;
  const tick = (minutes: number) => processorMs(() => runTick({ store, context, log: silent }, at(minutes)));
  tick(-30);
  const morning = tick(0);
  const later = median(Array.from({ length: 5 }, (_, place) => tick(place + 1)));
  store.close();
  return { [`${what}: the minute of 08:00, ms`]: morning, [`${what}: another minute, ms`]: later };
}

async function fileOf(
  path: string,
  activities: number,
  format: ExportFormat,
): Promise<Readonly<Record<string, number>>> {
  const store = openStore(path, { migrate: false });
  const cutId = plannedCuts(store.db).at(-1)?.cut.id ?? 0;
  const render = startRender({ clock: systemClock });
  // Looking every 20 ms, as `watchPeak` does, would itself hold up what is measured.
  let memory = 0;
  // This process has filled the databases: it is no bot at rest.
  const own = residentMb(process.pid);
  const look = () => {
    memory = Math.max(memory, residentMb(process.pid) - own);
  };
  const looking = setInterval(look, 250);
  const from = performance.now();
  const moment = momentAt('2022-12-31', 12);
  await render.files({
    databasePath: path,
    of: { cutId, format, moment, entityName: null },
    pathBefore: `${path}-`,
  });
  const took = performance.now() - from;
  look();
  clearInterval(looking);
  await render.close();
  store.close();
  return {
    [`${activities} activities: ${format}, ms`]: took,
    [`${activities} activities: ${format}, beside the bot MB`]: memory,
  };
}

function processorMs(act: () => void): number {
  const before = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
