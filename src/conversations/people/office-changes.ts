import { describeAssignRefusal } from '../../actions/assign-refusal.ts';
import {
  answerOfficeChange,
  guardiansOfChange,
  isStillAsked,
  officeChangesFor,
} from '../../actions/office-change.ts';
import { type OfficeChange, officeChangeById } from '../../db/office-changes.ts';
import { personById } from '../../db/people.ts';
import type { Button, Html, Message } from '../../domain/events.ts';
import { officeChangeMessage } from '../../notices/office-change-question.ts';
import { officeChangeWords } from '../../notices/office-change-words.ts';
import { lines, nothing, paragraphs } from '../../texts/html.ts';
import * as texts from '../../texts/people/office-changes.ts';
import { cannotBe, peopleButtons } from '../../texts/people/people.ts';
import { mayNow } from '../allowed.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow, say, type Turn } from '../turn.ts';
import { namesToConfirm } from './offices-waiting.ts';

/**
 * Lines and buttons above a list: the names to confirm, the changes that wait for this person's yes, and those that they
 * asked for.
 */
export function officeChangesAbove(turn: Turn): {
  readonly html: Html;
  readonly buttons: readonly Button[];
} {
  const { toAnswer, asked } = officeChangesFor(turn.db, turn.person.id, turn.now);
  const all = new Map([...toAnswer, ...asked].map((change) => [change.id, change]));
  const most = 4;
  const buttons = [...all.values()].slice(0, most).map((change) => {
    const name = personById(turn.db, change.personId)?.name ?? '';
    return screenButton(texts.officeChangeButtons.open(name), 'officeask', { changeId: change.id });
  });
  const names = namesToConfirm(turn);
  return {
    html: paragraphs(lines(...names.lines), texts.officeChangesWaiting(toAnswer.length, asked.length)),
    buttons: [...names.buttons, ...buttons],
  };
}

/** The same as a message of its own, when there is anything. */
export function sayOfficeChanges(turn: Turn): void {
  const { html, buttons } = officeChangesAbove(turn);
  if (html !== nothing) say(turn, { html, keyboard: buttons.map((button) => [button]) });
}

/** One change: the question for a person who may answer it, *Retirar* for the person who asked. */
export const officeAskScreen: Screen<'officeask'> = {
  needs: 'answerOfficeChange',
  show: (turn, { changeId }) => {
    const change = officeChangeById(turn.db, changeId);
    say(turn, change ? cardOf(turn, change) : { html: texts.officeChangeOver() });
    return undefined;
  },
};

function cardOf(turn: Turn, change: OfficeChange): Message {
  const { db, now, person } = turn;
  if (!isStillAsked(db, change, now)) return { html: texts.officeChangeOver() };
  const { own, others } = guardiansOfChange(db, change, now);
  const isOwn = own.some((each) => each.id === person.id);
  if (isOwn || others.some((each) => each.id === person.id))
    return officeChangeMessage(db, change, isOwn, now);
  const isAsker = change.askedBy === person.id;
  if (!isAsker && !mayNow(turn, 'managePeople')) return { html: texts.officeChangeOver() };
  const withdraw = { changeId: change.id, answer: 'withdraw' } as const;
  return {
    html: texts.officeChangeCard(officeChangeWords(db, change, now), isAsker),
    keyboard: [
      ...(isAsker ? [[screenButton(texts.officeChangeButtons.withdraw, 'officesay', withdraw)]] : []),
      [screenButton(peopleButtons.all, 'people', { page: 1 })],
    ],
  };
}

/** *Sí, de acuerdo*, *No*, *Retirar lo pedido*. */
export const officeSayScreen: Screen<'officesay'> = {
  needs: 'answerOfficeChange',
  show: (turn, { changeId, answer }) => {
    const { db, now, person } = turn;
    const before = officeChangeById(db, changeId);
    const words = before && officeChangeWords(db, before, now);
    const done = answerOfficeChange(db, { changeId, by: person.id, answer }, now);
    if (done.ok && words) follow(turn, { html: texts.officeChangeAnswered(words, answer) });
    else if (!done.ok) follow(turn, whyNot(turn, done));
    return undefined;
  },
};

function whyNot(turn: Turn, done: Extract<ReturnType<typeof answerOfficeChange>, { ok: false }>): Message {
  switch (done.why) {
    case 'over':
      return { html: texts.officeChangeOver() };
    case 'notYours':
      return {
        html: mayNow(turn, 'managePeople') ? texts.officeChangeNotYours() : texts.officeChangeOver(),
      };
    case 'impossible': {
      const { office } = done.change;
      if (office === null) return { html: texts.officeChangeOver() };
      return { html: cannotBe(describeAssignRefusal(turn.db, { office }, done.refusal, turn.now)) };
    }
  }
}
