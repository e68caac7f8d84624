import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBot } from '../app/bot.ts';
import { openToRead } from '../db/open.ts';
import { type Moment, momentAt } from '../domain/dates.ts';
import type { Form } from '../forms/form.ts';
import { createLog } from '../log.ts';
import { telegramRate } from '../telegram/pace.ts';
import { botName, dataContact, foundTown, token, username } from './cast.ts';
import {
  createManualClock,
  createSimulator,
  type ManualClock,
  type Person,
  type Simulator,
} from './index.ts';
import { patienceMs } from './phone.ts';
import { underWay } from './show/ledger.ts';
import { createQuiet } from './show/quiet.ts';

const keys = ['ana', 'luz', 'pedro', 'mayor', 'coordinator'] as const;

export type Character = {
  readonly name: string;
  readonly phone: Person;
  /** The invitation link that the coordinator would forward. */
  readonly link: string;
};

export type Stage = {
  readonly clock: ManualClock;
  readonly simulator: Simulator;
  readonly form: Form;
  readonly cast: Readonly<Record<(typeof keys)[number], Character>>;
  /**
   * Waits until the bot is done. A message is on a phone before the bot has noted that Telegram took it, and the bot
   * takes what is sent before that for an early message.
   */
  readonly settle: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/**
 * Opens a temporary world: the real form imported without its monitoring, its three positions, the mayor and
 * a coordinator invited, a simulated Telegram and the real bot on one clock. Its temporary folder is removed
 * at the end.
 */
export async function openStage(start: Moment = momentAt('2022-03-15', 9)): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'monitoreo-demo-'));
  const tidyUp = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', tidyUp);
  const databasePath = join(folder, 'demo.db');
  const clock = createManualClock(start);
  const simulator = createSimulator({ clock, token, username, botName });
  const { apiRoot } = await simulator.start();
  const { form, members } = foundTown(databasePath, start, keys);
  const bot = await startBot({
    token,
    apiRoot,
    databasePath,
    filesPath: join(folder, 'files'),
    entityName: null,
    dataContact,
    clock,
    pacingClock: clock.advancing(),
    rate: telegramRate,
    log: createLog('error'),
  });
  const store = openToRead(databasePath);
  const quiet = createQuiet(
    simulator,
    () => true,
    () => underWay(store.db, clock.now()),
  );
  const character = (key: (typeof keys)[number]): Character => {
    const member = members.find((each) => each.key === key);
    if (!member) throw new Error(`the town has no ${key}`);
    const { firstName, lastName, link } = member;
    return {
      name: `${firstName} ${lastName}`,
      phone: simulator.person({ firstName, lastName, languageCode: 'es' }),
      link,
    };
  };
  return {
    clock,
    simulator,
    form,
    cast: {
      ana: character('ana'),
      luz: character('luz'),
      pedro: character('pedro'),
      mayor: character('mayor'),
      coordinator: character('coordinator'),
    },
    settle: async () => {
      if (!(await quiet.settle(patienceMs))) throw new Error('the bot did not come to rest');
    },
    end: async () => {
      store.close();
      await bot.stop();
      await simulator.stop();
      tidyUp();
      process.off('exit', tidyUp);
    },
  };
}
