import { type Reminding, remindMissing, whoWouldBeReminded } from '../../actions/remind.ts';
import { type EnrolledPerson, enrolledPeople } from '../../db/people.ts';
import { daysOff } from '../../db/plans.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import { writeScreen } from '../../domain/screens.ts';
import { pendingOfEverybody } from '../../summary/pending-in-plan.ts';
import { paragraphs } from '../../texts/html.ts';
import {
  alreadyDone,
  nobodyToRemind,
  pendingButtons,
  reminded,
  remindQuestion,
} from '../../texts/pending/pending.ts';
import * as texts from '../../texts/pending/remind.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import { follow, say, type Turn } from '../turn.ts';
import { namesOfReminding, wasAnswered } from './pending.ts';
import { reminderToday } from './pending-now.ts';

/** `/recordar`: all who are missing, or one of them. */
export function showWhomToRemind(turn: Turn): void {
  say(turn, listMessage(turn, 1));
}

export function turnWhomToRemind(turn: Turn, page: number): void {
  follow(turn, listMessage(turn, page));
}

/** One person: when it goes out, or that it is there already. */
export function askToRemind(turn: Turn, personId: number): void {
  const would = whoWouldBeReminded(turn.db, turn.now, { cutId: null, personId });
  const back = screenButton(texts.remindButtons.back, 'remindwho', { page: 1 });
  const names = namesOfReminding(would, turn);
  if (would.queued.length === 0) {
    follow(turn, { html: paragraphs(...nobodyToRemind(names, null)), keyboard: [[back]] });
    return;
  }
  const confirm = screenButton(pendingButtons.confirm, 'remindyes', { personId });
  follow(turn, { html: paragraphs(...remindQuestion(names)), keyboard: [[confirm], [back]] });
}

/** @returns what the phone shows for a moment, if anything. */
export function remindOne(turn: Turn, personId: number): string | undefined {
  const button = writeScreen('remindyes', { personId });
  if (wasAnswered(turn, button)) return alreadyDone;
  const asked = { cutId: null, personId };
  const done: Reminding = remindMissing(turn.db, turn.now, asked, turn.person.id);
  const names = namesOfReminding(done, turn);
  follow(turn, {
    html: paragraphs(...(done.queued.length === 0 ? nobodyToRemind(names, null) : reminded(names))),
    keyboard: [[screenButton(texts.remindButtons.back, 'remindwho', { page: 1 })]],
  });
  return undefined;
}

function listMessage(turn: Turn, asked: number) {
  const when = soonestAllowed(turn.now, daysOff(turn.db));
  const pending = pendingOfEverybody(turn.db, null, when);
  const missing = enrolledPeople(turn.db).flatMap((person) => {
    const activities = pending.get(person.id)?.size ?? 0;
    return activities === 0 ? [] : [{ person, activities }];
  });
  if (missing.length === 0) return { html: texts.nobodyMissing() };
  const page = pageOf(missing, asked);
  const all = writeButton({ to: 'remind', cutId: null, confirmed: false });
  return {
    html: texts.whoIsMissing({
      people: missing.length,
      shown: page.items.map(({ person, activities }) => ({
        name: person.name,
        activities,
        today: stateOf(turn, person),
      })),
      page: page.page,
      pages: page.pages,
    }),
    keyboard: [
      [{ text: pendingButtons.remind, data: all }],
      ...page.items.map(({ person }) => [
        screenButton(texts.remindButtons.one(person.name), 'remindone', { personId: person.id }),
      ]),
      ...pageButtons(page, (to) => writeScreen('remindwho', { page: to })),
    ],
  };
}

function stateOf(turn: Turn, person: EnrolledPerson): texts.MissingPerson['today'] {
  const today = reminderToday(turn.db, person, turn.now);
  return today === 'none' && person.unreachableSince !== null ? 'unreachable' : today;
}
