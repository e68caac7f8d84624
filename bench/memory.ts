import { systemClock } from '../src/clock.ts';
import { inTransaction, openStore } from '../src/db/open.ts';
import { assignment, person } from '../src/db/schema/index.ts';
import type { Person, Simulator } from '../src/simulator/index.ts';
import { fillDatabase, importedAt } from './data.ts';
import { residentMb, watchPeak } from './resident.ts';
import { npmStart, withBot } from './running.ts';

/** Long after the rendering process has ended (10 s). */
const MINUTE = 60_000;
const SETTLED = 6_000;

/**
 * The memory of a bot with 300 reported activities: before any request, the most while it makes files, and a
 * minute later.
 */
export async function memoryOfExports(): Promise<Readonly<Record<string, number>>> {
  return withBot(npmStart, fill, async ({ simulator, pid }) => {
    const clara = simulator.person({ id: coordinatorId, firstName: 'Clara' });
    clara.start();
    await simulator.until(() => clara.last() ?? undefined, 'a welcome', 30_000);
    await systemClock.sleep(SETTLED);
    const before = residentMb(pid);
    const peak = watchPeak(pid);
    clara.say('/resumen');
    const summary = () => clara.chat.find(({ buttons }) => buttons.flat().some(({ text }) => text === 'PDF'));
    const shown = await simulator.until(summary, 'the summary', 60_000);
    for (const label of ['Más imágenes', 'PDF']) clara.tap(shown, label);
    await documents(simulator, clara, 1);
    clara.say('/exportar');
    await simulator.until(() => clara.last()?.buttons.length || undefined, 'the formats', 60_000);
    for (const [place, format] of (['xlsx', 'zip'] as const).entries()) {
      const offered = clara.chat.findLast(({ buttons }) =>
        buttons.flat().some((button) => button.data?.startsWith('g:')),
      );
      const button = offered?.buttons.flat().find((each) => each.data?.endsWith(`:${format}`));
      if (!offered || !button?.data) throw new Error(`no button for ${format}`);
      clara.tap(offered, { data: button.data });
      await documents(simulator, clara, place + 2);
    }
    const highest = peak();
    await systemClock.sleep(MINUTE);
    return {
      'before an export MB': before,
      'most while 300 activities are exported MB': highest,
      'a minute later MB': residentMb(pid),
    };
  });
}

const coordinatorId = 5_000;

function fill(path: string): void {
  fillDatabase(path, { plans: 1, activities: 300, reported: true });
  const store = openStore(path, { migrate: false });
  inTransaction(store, (db) => {
    const enrolled = { telegramUserId: coordinatorId, enrolledAt: importedAt + 1, telegramName: 'Clara' };
    const { id } = db
      .insert(person)
      .values({ name: 'Clara', createdAt: importedAt, ...enrolled })
      .returning()
      .get();
    db.insert(assignment).values({ personId: id, fromAt: importedAt, office: 'coordinator' }).run();
  });
  store.close();
}

async function documents(simulator: Simulator, phone: Person, count: number): Promise<void> {
  const came = () => phone.chat.filter(({ kind }) => kind === 'document').length >= count;
  await simulator.until(() => came() || undefined, `document ${count}`, 120_000);
}
