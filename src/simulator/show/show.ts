/**
 * The demo in the browser, composed: the town of the real form, a simulated Telegram, the real bot as a process of its
 * own, one clock for both, and what the page sees of it. Everything lies in one folder.
 */
import { join } from 'node:path';
import { systemClock } from '../../clock.ts';
import { openStore } from '../../db/open.ts';
import { allPeople } from '../../db/people.ts';
import { activitiesOf, plannedCuts } from '../../db/plans.ts';
import { lastReportsOfCut } from '../../db/reports.ts';
import { addDays, localTime, type Moment, momentAt } from '../../domain/dates.ts';
import { demoRefusals, happened } from '../../texts/demo.ts';
import { botName, foundTown, type RoleKey, token, username } from '../cast.ts';
import { createSimulator, type Simulator } from '../index.ts';
import { answerEverything, enrolEverybody } from './assist.ts';
import { createBotProcess } from './bot-process.ts';
import { createShiftedClock } from './clock.ts';
import { curtainView } from './curtain.ts';
import { createSwitches, type Switches } from './faults.ts';
import { createJournal } from './journal.ts';
import { underWay } from './ledger.ts';
import { nextClosing, nextReminder } from './moments.ts';
import { createPhones, type DemoPhone } from './phones.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { createQuiet } from './quiet.ts';
import { createTraveller } from './travel.ts';
import { createTyping } from './typing.ts';
import type { Jump, StageView, TourFacts } from './view.ts';

export type Show = {
  readonly phone: (key: RoleKey) => DemoPhone;
  readonly switches: Switches;
  readonly jump: (to: Jump) => string | undefined;
  readonly bot: (what: 'kill' | 'start' | 'restart') => Promise<string | undefined>;
  readonly assist: (what: 'enrol' | 'answer') => string | undefined;
  readonly publisher: Publisher;
  readonly simulator: Simulator;
  readonly end: () => Promise<void>;
};

/** Tuesday 15 March 2022, 09:00: the day before the first cut opens. */
const opening = { before: '2022-03-15', date: '2022-03-16' } as const;

/** @param folder where the bot's database and files lie; who opens the show removes it */
export async function openShow(folder: string, start: Moment = momentAt(opening.before, 9)): Promise<Show> {
  const databasePath = join(folder, 'demo.db');
  const town = foundTown(databasePath, start);
  const clock = createShiftedClock(start - systemClock.now());
  const simulator = createSimulator({ clock, token, username, botName });
  const { apiRoot } = await simulator.start();
  const store = openStore(databasePath, { migrate: false });
  const { db } = store;
  let assisting = false;

  const stageChanged = (): void => publisher.stage();
  const journal = createJournal(db, start, stageChanged);
  const bot = createBotProcess({ apiRoot, databasePath, filesPath: join(folder, 'files') }, clock, () =>
    botChanged(),
  );
  const quiet = createQuiet(
    simulator,
    () => bot.state() === 'running',
    () => underWay(db, clock.now()),
  );
  const switches = createSwitches(simulator, stageChanged);
  const traveller = createTraveller({
    clock,
    bot,
    journal,
    quiet,
    troubled: switches.any,
    changed: stageChanged,
  });
  const typing = createTyping(simulator, (chatId) => publisher.phoneOf(chatId));
  const phones = createPhones(simulator, town, typing.shown, (key) => publisher.phone(key));
  const phone = (key: RoleKey): DemoPhone => {
    const found = phones.find((each) => each.member.key === key);
    if (!found) throw new Error(`the demo has no phone ${key}`);
    return found;
  };

  let lastState = bot.state();
  const botChanged = (): void => {
    const state = bot.state();
    if (state !== lastState) {
      lastState = state;
      if (state === 'starting') journal.note('bot', happened.started(bot.pid() ?? 0), clock.now());
      if (state === 'running') journal.note('bot', happened.running(simulator.pendingUpdates()), clock.now());
    }
    publisher.stage();
  };

  const destinations = (now: Moment): StageView['jumps'] => {
    const opens = momentAt(opening.date, 8);
    const { date, hour, minute } = localTime(now);
    return {
      opening: opens > now ? opens : null,
      day: momentAt(addDays(date, 1), hour, minute),
      reminder: nextReminder(db, now),
      closing: nextClosing(db, now),
    };
  };

  const enrolledIds = (): ReadonlySet<number> =>
    new Set(allPeople(db).flatMap((each) => (each.telegramUserId === null ? [] : [each.id])));

  const tourFacts = (): TourFacts => {
    const [first] = plannedCuts(db);
    const enrolled = enrolledIds();
    const mayor = phone('mayor').person.chat;
    return {
      enrolled: town.members.filter(({ personId }) => enrolled.has(personId)).map(({ key }) => key),
      opened: first !== undefined && clock.now() >= first.window.opensAt,
      reported: first ? lastReportsOfCut(db, first.cut.id).size : 0,
      activities: first ? activitiesOf(db, first.plan.id).length : 0,
      summaryAsked: mayor.some(({ from, text }) => from === 'me' && text.startsWith('/resumen')),
      assisting,
    };
  };

  const stageView = (): StageView => {
    const now = clock.now();
    if (!traveller.moving()) journal.look(now);
    return {
      shift: clock.shift(),
      jumps: destinations(now),
      moving: traveller.moving(),
      journal: journal.entries(),
      bot: { state: bot.state(), pid: bot.pid() ?? null, starts: bot.starts(), log: bot.log() },
      faults: {
        tooManyRequests: switches.on('tooManyRequests'),
        lostConnection: switches.on('lostConnection'),
        duplicates: switches.on('duplicates'),
      },
      tour: tourFacts(),
    };
  };

  const publisher: Publisher = createPublisher({
    simulator,
    phones,
    stage: stageView,
    curtain: () => curtainView(simulator, db),
  });

  const help = async (what: 'enrol' | 'answer'): Promise<void> => {
    if (what === 'enrol') await enrolEverybody(phones, enrolledIds());
    else await answerEverything(db, town.form, phones, clock.now);
  };

  bot.start();
  return {
    phone,
    switches,
    simulator,
    publisher,
    jump: (to) => traveller.goTo(destinations(clock.now())[to]),
    bot: async (what) => {
      const pid = bot.pid();
      if (what !== 'start' && pid !== undefined) {
        await bot.kill();
        journal.note('bot', happened.killed(pid), clock.now());
      }
      if (what !== 'kill') bot.start();
      return undefined;
    },
    assist: (what) => {
      if (assisting) return demoRefusals.assisting;
      if (bot.state() === 'stopped') return demoRefusals.botStopped;
      assisting = true;
      publisher.stage();
      // What a fault or a closed phone keeps from happening is seen on the phones themselves.
      void help(what)
        .catch(() => undefined)
        .finally(() => {
          assisting = false;
          publisher.stage();
        });
      return undefined;
    },
    end: async () => {
      publisher.end();
      typing.end();
      await traveller.arrived();
      await bot.stop();
      await simulator.stop();
      store.close();
    },
  };
}
