/**
 * What the page shows besides the phones: the clock and its targets, what happened, the bot's process, the
 * tour.
 */
import type { Db } from '../../db/open.ts';
import { allPeople } from '../../db/people.ts';
import { activitiesOf, plannedCuts } from '../../db/plans.ts';
import { lastReportsOfCut } from '../../db/reports.ts';
import { addDays, localTime, type Moment, momentAt } from '../../domain/dates.ts';
import type { Town } from '../cast.ts';
import type { BotProcess } from './bot-process.ts';
import type { ShiftedClock } from './clock.ts';
import type { Switches } from './faults.ts';
import type { Journal } from './journal.ts';
import { nextClosing, nextReminder } from './moments.ts';
import type { DemoPhone } from './phones.ts';
import type { Traveller } from './travel.ts';
import type { Jump, StageView, TourFacts } from './view.ts';

export type StageParts = {
  readonly db: Db;
  readonly town: Town;
  readonly clock: ShiftedClock;
  readonly bot: BotProcess;
  readonly journal: Journal;
  readonly switches: Switches;
  readonly traveller: Traveller;
  readonly mayor: () => DemoPhone;
  readonly assisting: () => boolean;
};

/** The day on which the first cut of the real plan opens. */
const opening = '2022-03-16';

export function stageView(parts: StageParts): StageView {
  const { clock, bot, journal, switches, traveller } = parts;
  if (!traveller.moving()) journal.look(clock.now());
  return {
    shift: clock.shift(),
    jumps: destinations(parts.db, clock.now()),
    moving: traveller.moving(),
    journal: journal.entries(),
    bot: { state: bot.state(), pid: bot.pid() ?? null, starts: bot.starts(), log: bot.log() },
    faults: {
      tooManyRequests: switches.on('tooManyRequests'),
      lostConnection: switches.on('lostConnection'),
      duplicates: switches.on('duplicates'),
    },
    tour: tourFacts(parts),
  };
}

/** The target of each button of the clock; null when there is none. */
export function destinations(db: Db, now: Moment): Readonly<Record<Jump, Moment | null>> {
  const opens = momentAt(opening, 8);
  const { date, hour, minute } = localTime(now);
  return {
    opening: opens > now ? opens : null,
    day: momentAt(addDays(date, 1), hour, minute),
    reminder: nextReminder(db, now),
    closing: nextClosing(db, now),
  };
}

/** Ids of the people with an account. */
export function enrolledIds(db: Db): ReadonlySet<number> {
  return new Set(allPeople(db).flatMap((each) => (each.telegramUserId === null ? [] : [each.id])));
}

function tourFacts({ db, town, clock, mayor, assisting }: StageParts): TourFacts {
  const [first] = plannedCuts(db);
  const enrolled = enrolledIds(db);
  return {
    enrolled: town.members.filter(({ personId }) => enrolled.has(personId)).map(({ key }) => key),
    opened: first !== undefined && clock.now() >= first.window.opensAt,
    reported: first ? lastReportsOfCut(db, first.cut.id).size : 0,
    activities: first ? activitiesOf(db, first.plan.id).length : 0,
    summaryAsked: mayor().person.chat.some(({ from, text }) => from === 'me' && text.startsWith('/resumen')),
    assisting: assisting(),
  };
}
