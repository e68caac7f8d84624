import type { AskedChange } from '../db/asked-changes.ts';
import type { Db } from '../db/open.ts';
import type { Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import { writeScreen } from '../domain/screens.ts';
import { changeQuestion, isShortened, reformButtons } from '../texts/cuts/reformulation.ts';
import { planChangeWords } from './plan-change-words.ts';

/** The question to a person who may accept a change, with its buttons. */
export function planChangeMessage(db: Db, change: AskedChange, now: Moment): Message {
  const say = (answer: 'yes' | 'no') => writeScreen('reformsay', { changeId: change.id, answer });
  const words = planChangeWords(db, change, now);
  return {
    html: changeQuestion(words),
    keyboard: [
      ...(isShortened(words)
        ? [[{ text: reformButtons.whole, data: writeScreen('reformall', { changeId: change.id }) }]]
        : []),
      [
        { text: reformButtons.accept, data: say('yes') },
        { text: reformButtons.refuse, data: say('no') },
      ],
    ],
  };
}
