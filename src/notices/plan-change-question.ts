import type { AskedChange } from '../db/asked-changes.ts';
import type { Db } from '../db/open.ts';
import type { Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import { writeScreen } from '../domain/screens.ts';
import { changeQuestion, reformButtons } from '../texts/cuts/reformulation.ts';
import { planChangeWords } from './plan-change-words.ts';

/** The question to a person who may accept a change, with its buttons. */
export function planChangeMessage(db: Db, change: AskedChange, now: Moment): Message {
  const say = (answer: 'yes' | 'no') => writeScreen('reformsay', { changeId: change.id, answer });
  return {
    html: changeQuestion(planChangeWords(db, change, now)),
    keyboard: [
      [
        { text: reformButtons.accept, data: say('yes') },
        { text: reformButtons.refuse, data: say('no') },
      ],
    ],
  };
}
