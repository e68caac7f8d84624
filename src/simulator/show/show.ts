/**
 * The demo in the browser, composed: the people of the real form, a simulated Telegram, the real bot as a
 * process of its own, one clock for both, and the page's view of it. Everything is in one folder.
 */
import { join } from 'node:path';
import { systemClock } from '../../clock.ts';
import { openStore } from '../../db/open.ts';
import { type Moment, momentAt } from '../../domain/dates.ts';
import { botName, foundTown, type RoleKey, token, username } from '../cast.ts';
import { demoRefusals, happened } from '../demo-texts.ts';
import { createSimulator, type Simulator } from '../index.ts';
import { answerEverything, enrolEverybody } from './assist.ts';
import { type BotProcess, createBotProcess } from './bot-process.ts';
import { createShiftedClock, type ShiftedClock } from './clock.ts';
import { curtainView } from './curtain.ts';
import { createSwitches, type Switches } from './faults.ts';
import { createJournal, type Journal } from './journal.ts';
import { underWay } from './ledger.ts';
import { createPhones, type DemoPhone } from './phones.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { createQuiet } from './quiet.ts';
import { destinations, enrolledIds, type StageParts, stageView } from './stage-view.ts';
import { createTraveller } from './travel.ts';
import { createTyping } from './typing.ts';
import type { Jump } from './view.ts';

/**
 * Each act begins at once.
 * @returns why it does not, in Spanish; undefined when it does
 */
export type Show = {
  readonly phone: (key: RoleKey) => DemoPhone;
  readonly switches: Switches;
  readonly jump: (to: Jump) => string | undefined;
  readonly bot: (what: 'kill' | 'start' | 'restart') => Promise<undefined>;
  readonly assist: (what: 'enrol' | 'answer') => string | undefined;
  readonly publisher: Publisher;
  readonly simulator: Simulator;
  readonly end: () => Promise<void>;
};

/** Tuesday 15 March 2022, 09:00: the day before the first cut opens. */
const usualStart = momentAt('2022-03-15', 9);

/** @param folder the folder of the bot's database and files; the caller removes it */
export async function openShow(folder: string, start: Moment = usualStart): Promise<Show> {
  const databasePath = join(folder, 'demo.db');
  const town = foundTown(databasePath, start);
  const clock = createShiftedClock(start - systemClock.now());
  const simulator = createSimulator({ clock, token, username, botName });
  const { apiRoot } = await simulator.start();
  const store = openStore(databasePath, { migrate: false });
  const { db } = store;
  const changed = (): void => publisher.stage();
  const journal = createJournal(db, start, changed);
  const bot: BotProcess = createBotProcess(
    { apiRoot, databasePath, filesPath: join(folder, 'files') },
    clock,
    () => lives.look(),
  );
  const lives = createLives({ bot, journal, clock, simulator, changed });
  const switches = createSwitches(simulator, changed);
  const quiet = createQuiet(
    simulator,
    () => bot.state() === 'running',
    () => underWay(db, clock.now()),
  );
  const traveller = createTraveller({ clock, bot, journal, quiet, troubled: switches.any, changed });
  const typing = createTyping(simulator, (chatId) => publisher.phoneOf(chatId));
  const phones = createPhones(simulator, town, typing.shown, (key) => publisher.phone(key));
  const phone = (key: RoleKey): DemoPhone => {
    const found = phones.find((each) => each.member.key === key);
    if (!found) throw new Error(`the demo has no phone ${key}`);
    return found;
  };
  const helper = createHelper({
    changed,
    running: () => bot.state() !== 'stopped',
    failed: () => journal.note('trouble', happened.notHelped(), clock.now()),
    help: (what) =>
      what === 'enrol'
        ? enrolEverybody(phones, enrolledIds(db))
        : answerEverything(db, town.form, phones, clock.now),
  });
  const parts: StageParts = {
    db,
    town,
    clock,
    bot,
    journal,
    switches,
    traveller,
    mayor: () => phone('mayor'),
    assisting: helper.busy,
  };
  const publisher: Publisher = createPublisher({
    simulator,
    phones,
    stage: () => stageView(parts),
    curtain: () => curtainView(simulator, db),
  });

  bot.start();
  return {
    phone,
    switches,
    simulator,
    publisher,
    jump: (to) => traveller.goTo(destinations(db, clock.now())[to]),
    bot: lives.act,
    assist: helper.assist,
    end: async () => {
      publisher.end();
      typing.end();
      await traveller.stop();
      await bot.stop();
      await simulator.stop();
      store.close();
    },
  };
}

/** Starts and ends the bot, and writes both down. */
function createLives(of: {
  readonly bot: BotProcess;
  readonly journal: Journal;
  readonly clock: ShiftedClock;
  readonly simulator: Simulator;
  readonly changed: () => void;
}): { readonly look: () => void; readonly act: Show['bot'] } {
  const { bot, journal, clock, simulator } = of;
  let before = bot.state();
  let killing: number | undefined;

  const wordsFor = (state: ReturnType<BotProcess['state']>): string => {
    if (state === 'starting') return happened.started(bot.pid() ?? 0);
    if (state === 'running') return happened.running(simulator.pendingUpdates());
    return killing === undefined ? happened.stopped() : happened.killed(killing);
  };

  return {
    look: () => {
      const state = bot.state();
      if (state !== before) journal.note('bot', wordsFor(state), clock.now());
      before = state;
      of.changed();
    },
    act: async (what) => {
      if (what !== 'start') {
        killing = bot.pid();
        await bot.kill();
        killing = undefined;
      }
      if (what !== 'kill') bot.start();
    },
  };
}

/** *Hágalo por mí*, one step at a time. */
function createHelper(of: {
  readonly help: (what: 'enrol' | 'answer') => Promise<void>;
  readonly running: () => boolean;
  readonly changed: () => void;
  readonly failed: () => void;
}): { readonly busy: () => boolean; readonly assist: Show['assist'] } {
  let busy = false;
  return {
    busy: () => busy,
    assist: (what) => {
      if (busy) return demoRefusals.assisting;
      if (!of.running()) return demoRefusals.botStopped;
      busy = true;
      of.changed();
      void of
        .help(what)
        .catch(of.failed)
        .finally(() => {
          busy = false;
          of.changed();
        });
      return undefined;
    },
  };
}
