import { heldPositions } from '../../db/assignments.ts';
import { allPeople, type Person, personById } from '../../db/people.ts';
import type { Message } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import { lines } from '../../texts/html.ts';
import * as texts from '../../texts/pending/why.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow, say, type Turn } from '../turn.ts';
import { reminderDaysOf, reminderOfDay } from './why-nothing.ts';

/** *Por qué no llegó un recordatorio*: whose; with a page it turns the list that is shown. */
export const whyScreen: Screen<'why'> = {
  needs: 'pending',
  show: (turn, { page }) => {
    if (page === null) say(turn, peopleMessage(turn, 1));
    else follow(turn, peopleMessage(turn, page));
    return undefined;
  },
};

/** The days of one person with what became of each reminder; nobody of that number shows the list. */
export const whyOfScreen: Screen<'whyof'> = {
  needs: 'pending',
  show: (turn, { personId, page }) => {
    const person = personById(turn.db, personId);
    follow(turn, person ? daysMessage(turn, person, page) : peopleMessage(turn, 1));
    return undefined;
  },
};

function peopleMessage(turn: Turn, asked: number): Message {
  const holders = new Set(heldPositions(turn.db, turn.now).map(({ personId }) => personId));
  const people = allPeople(turn.db)
    .filter((person) => holders.has(person.id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'es'));
  if (people.length === 0) return { html: texts.nobodyReports() };
  const page = pageOf(people, asked);
  const rows = page.items.map((person) => [
    screenButton(texts.whyButtons.person(person.name), 'whyof', { personId: person.id, page: 1 }),
  ]);
  const turning = pageButtons(page, (to) => writeScreen('why', { page: to }));
  return { html: texts.whoseReminders(page), keyboard: [...rows, ...turning] };
}

function daysMessage(turn: Turn, person: Person, asked: number): Message {
  const page = pageOf(reminderDaysOf(turn.db, person, turn.now), asked);
  const days = page.items.map((date) => texts.dayLine(date, reminderOfDay(turn.db, person, date, turn.now)));
  const turning = pageButtons(page, (to) => writeScreen('whyof', { personId: person.id, page: to }));
  return {
    html: lines(texts.remindersOf(person.name, page), ...days),
    keyboard: [...turning, [screenButton(texts.whyButtons.all, 'why', { page: 1 })]],
  };
}
