import { enrolledPeople } from '../../db/people.ts';
import { daysOff } from '../../db/plans.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import { comparable } from '../../domain/outside-text.ts';
import { readReminding } from '../../domain/reminding-words.ts';
import { pendingOfEverybody } from '../../summary/pending-in-plan.ts';
import * as texts from '../../texts/pending/remind.ts';
import { mayNow } from '../allowed.ts';
import { isDeciding } from '../dialogs/asked-now.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { say, type Turn } from '../turn.ts';
import { tapRemind } from './pending.ts';
import { askToRemind, showWhomToRemind } from './remind.ts';

const mostChoices = 8;

/**
 * `/recordar`, with words after it whom: *Luz*, *los que faltan*. Shown with its button; when the words fit several people it
 * asks, and when they fit nobody it lists who is missing.
 */
export function remindWhom(turn: Turn, words: string): void {
  const asked = readReminding(`recordar a ${words}`);
  if (words === '' || asked === null) return showWhomToRemind(turn);
  if (asked.whom === 'everybody') return void tapRemind(turn, null, false);
  const found = called(turn, asked.name);
  const [only, another] = found;
  if (!only) {
    say(turn, { html: texts.nobodyCalled() });
    return showWhomToRemind(turn);
  }
  if (!another) return askToRemind(turn, only.id);
  say(turn, {
    html: texts.whichOfThem(),
    keyboard: found
      .slice(0, mostChoices)
      .map(({ id, name }) => [screenButton(texts.remindButtons.one(name), 'remindone', { personId: id })]),
  });
}

/** *recordar a Luz*, *recuérdele a los que faltan*, while nothing else is decided. @returns false when it is none of that */
export function remindInWords(turn: Turn, text: string): boolean {
  const asked = readReminding(text);
  if (asked === null || !mayNow(turn, 'remind') || isDeciding(turn)) return false;
  remindWhom(turn, asked.whom === 'everybody' ? 'todos' : asked.name);
  return true;
}

/** People of that name who came in: those who have something pending, or else the others. */
function called({ db, now }: Turn, name: string) {
  const words = comparable(name).split(' ');
  const named = enrolledPeople(db).filter((person) => {
    const own = comparable(person.name).split(' ');
    return words.every((word) => own.some((each) => each.startsWith(word)));
  });
  const when = soonestAllowed(now, daysOff(db));
  if (named.length === 1) return named;
  const owing = pendingOfEverybody(db, null, when);
  const pending = named.filter((person) => owing.has(person.id));
  return pending.length > 0 ? pending : named;
}
