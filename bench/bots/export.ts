import { systemClock } from '../../src/clock.ts';
import { openStore } from '../../src/db/open.ts';
import { plannedCuts } from '../../src/db/plans.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { startRender } from '../../src/jobs/render.ts';

/** A process that makes the picture, the workbook and the PDF of a cut once, as the bot does, and says how long it took. */
const begun = performance.now();
const path = process.env.DATABASE_PATH ?? '';
const store = openStore(path, { migrate: false });
const cutId = plannedCuts(store.db).at(-1)?.cut.id ?? 0;
const render = startRender({ clock: systemClock });
const took: Record<string, number> = {};
for (const format of ['chart', 'xlsx', 'pdf'] as const) {
  const from = performance.now();
  await render.files({
    databasePath: path,
    of: { cutId, format, moment: momentAt('2022-12-31', 12), entityName: null },
    pathBefore: `${path}-`,
  });
  took[format] = performance.now() - from;
}
const all = performance.now() - begun;
await render.close();
store.close();
process.stdout.write(JSON.stringify({ ...took, all }));
