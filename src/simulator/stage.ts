import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../actions/access.ts';
import { importPlan } from '../actions/import-plan.ts';
import { invite } from '../actions/invite.ts';
import { addPersonWith } from '../actions/people.ts';
import { type Bot, startBot } from '../bot.ts';
import { inTransaction, openStore } from '../db/open.ts';
import { type Moment, momentAt } from '../domain/dates.ts';
import type { Form } from '../forms/form.ts';
import { readFormFile } from '../forms/read-file.ts';
import { createLog } from '../log.ts';
import { telegramRate } from '../telegram/pace.ts';
import {
  createManualClock,
  createSimulator,
  type ManualClock,
  type Person,
  type Simulator,
} from './index.ts';

/** A token that only the simulator knows; the demo never runs with a real one. */
const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0';
const username = 'cascajal_bot';

export type Character = {
  readonly name: string;
  readonly holds: string;
  readonly phone: Person;
  /** The invitation link that the coordinator would forward. */
  readonly link: string;
};

export type Stage = {
  readonly clock: ManualClock;
  readonly simulator: Simulator;
  readonly bot: Bot;
  readonly form: Form;
  readonly cast: Readonly<Record<'ana' | 'luz' | 'pedro' | 'mayor' | 'coordinator', Character>>;
  readonly end: () => Promise<void>;
};

const cast = {
  ana: ['Aracelly', 'Arboleda Urbano', 1],
  luz: ['Luz Marina', 'Torres Angulo', 2],
  pedro: ['Pedro', 'Riascos Valencia', 3],
  mayor: ['Julio Cesar', 'Biojó Estacio', 'mayor'],
  coordinator: ['Diana', 'Mosquera Rentería', 'coordinator'],
} as const satisfies Record<string, readonly [first: string, last: string, holds: number | Role]>;

/**
 * The real form imported without its monitoring, its three positions, the mayor and a coordinator invited,
 * a simulated Telegram and the real bot on one clock; everything in a temporary folder, removed at the end.
 */
export async function openStage(start: Moment = momentAt('2022-03-15', 9)): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'monitoreo-demo-'));
  const databasePath = join(folder, 'demo.db');
  const clock = createManualClock(start);
  const simulator = createSimulator({ clock, token, username, botName: 'Seguimiento de planes' });
  const { apiRoot } = await simulator.start();
  const { form, links } = prepare(databasePath, start);
  const bot = await startBot({
    token,
    apiRoot,
    databasePath,
    filesPath: join(folder, 'files'),
    entityName: null,
    dataContact: 'datos@example.org',
    clock,
    pacingClock: clock.advancing(),
    rate: telegramRate,
    log: createLog('error'),
  });
  const character = (key: keyof typeof cast, place: number): Character => {
    const [firstName, lastName, holds] = cast[key];
    return {
      name: `${firstName} ${lastName}`,
      holds: String(holds),
      phone: simulator.person({ firstName, lastName, languageCode: 'es' }),
      link: links[place] ?? '',
    };
  };
  return {
    clock,
    simulator,
    bot,
    form,
    cast: {
      ana: character('ana', 0),
      luz: character('luz', 1),
      pedro: character('pedro', 2),
      mayor: character('mayor', 3),
      coordinator: character('coordinator', 4),
    },
    end: async () => {
      await bot.stop();
      await simulator.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Does what the operator does on the command line, with the same actions: imports, adds and invites. */
function prepare(
  databasePath: string,
  now: Moment,
): { readonly form: Form; readonly links: readonly string[] } {
  const reading = readFormFile(readFileSync(join(import.meta.dirname, 'data/PL-PC-01-2022.txt')));
  if (!reading.ok) throw new Error('the form of the demo cannot be read');
  const store = openStore(databasePath, { migrate: true });
  const links = inTransaction(store, (db) => {
    importPlan(db, reading.form, { withoutMonitoring: true, now });
    return Object.values(cast).map(([first, last, holds]) => {
      const positions = typeof holds === 'number' ? [String(holds)] : [];
      const roles: readonly Role[] = typeof holds === 'number' ? ['responsible'] : [holds];
      const added = addPersonWith(db, { name: `${first} ${last}`, positions, roles }, now, 'operator');
      if (!added.ok) throw new Error(`the demo cannot add ${first}: ${added.refusal.why}`);
      return invite(db, { personId: added.person.id, invitedBy: null }, username, now).link;
    });
  });
  store.close();
  return { form: reading.form, links };
}
