import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { summaryMessages } from '../src/conversations/summary/summary-messages.ts';
import { openStore } from '../src/db/open.ts';
import { plannedCuts } from '../src/db/plans.ts';
import { momentAt } from '../src/domain/dates.ts';
import { fillDatabase } from './data.ts';
import { median } from './figures.ts';

const context = {
  username: null,
  entityName: null,
  dataContact: '',
  filesPath: '',
  secret: Buffer.alloc(32),
};
const buttons = { reminds: true, approves: true, presents: false, verifies: false };

/**
 * The time for the text of `/resumen` and the files of a cut, for plans of growing length with all four cuts
 * reported.
 */
export async function benchSummaries(of: {
  readonly rounds: number;
}): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const figures: Record<string, number> = {};
  try {
    for (const activities of [7, 70, 700, 7_000]) {
      const path = join(folder, `${activities}.db`);
      fillDatabase(path, { plans: 1, activities, reported: true });
      const { first, later } = timeText(path, of.rounds * 5);
      figures[`${activities} activities: text, first ms`] = first;
      figures[`${activities} activities: text, median ms`] = later;
      if (activities > 700) continue;
      const runs = [];
      for (let round = 0; round < of.rounds; round++) runs.push(await exportCold(path));
      for (const what of ['chart', 'xlsx', 'pdf', 'all'] as const)
        figures[`${activities} activities: ${what} cold ms`] = median(runs.map((run) => run[what]));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

function timeText(path: string, times: number): { readonly first: number; readonly later: number } {
  const store = openStore(path, { migrate: false });
  const cutId = plannedCuts(store.db).at(-1)?.cut.id ?? 0;
  const runs = Array.from({ length: times }, () => {
    const from = performance.now();
    summaryMessages(store.db, context, cutId, momentAt('2022-12-31', 12), buttons);
    return performance.now() - from;
  });
  store.close();
  return { first: runs[0] ?? Number.NaN, later: median(runs.slice(1)) };
}

type Exported = {
  readonly chart: number;
  readonly xlsx: number;
  readonly pdf: number;
  readonly all: number;
};

async function exportCold(path: string): Promise<Exported> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'bots/export.ts')],
    {
      env: { PATH: process.env.PATH, DATABASE_PATH: path },
    },
  );
  return JSON.parse(stdout) as Exported;
}
