import { answerPlanChange } from '../../actions/reformulate.ts';
import { type AskedChange, askedChangeById, waitingChanges } from '../../db/asked-changes.ts';
import { activityById } from '../../db/plans.ts';
import type { Button, Html, Message } from '../../domain/events.ts';
import { planChangeMessage } from '../../notices/plan-change-question.ts';
import { planChangeWords } from '../../notices/plan-change-words.ts';
import { acceptorsOf } from '../../summary/change-acceptors.ts';
import { splitAtLines } from '../../summary/split-at-lines.ts';
import * as texts from '../../texts/cuts/reformulation.ts';
import { plain } from '../../texts/html.ts';
import { mayNow } from '../allowed.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow, say, type Turn } from '../turn.ts';

/** Lines and buttons above a list: the changes of a plan that wait, for this person or for an office that is missing. */
export function planChangesAbove(turn: Turn): { readonly html: Html; readonly buttons: readonly Button[] } {
  const waiting = waitingChanges(turn.db).map((change) => ({
    change,
    acceptors: acceptorsOf(turn.db, change, turn.now),
  }));
  const toAnswer = waiting.filter(({ acceptors }) =>
    acceptors.people.some(({ id }) => id === turn.person.id),
  );
  const missing = waiting.flatMap(({ acceptors }) => acceptors.missing ?? []);
  const shown = waiting.filter(
    (each) =>
      toAnswer.includes(each) || each.acceptors.missing !== null || each.change.askedBy === turn.person.id,
  );
  return {
    html: texts.changesWaiting({ toAnswer: toAnswer.length, missing: [...new Set(missing)] }),
    buttons: shown.slice(0, 4).map(({ change }) => openButton(turn, change)),
  };
}

/** Opens one change. */
export function openButton({ db }: Turn, change: AskedChange): Button {
  const numbers = change.changes.map(({ activityId }) => activityById(db, activityId)?.number ?? '');
  return screenButton(texts.reformButtons.open([...new Set(numbers)]), 'reformask', { changeId: change.id });
}

/** One change: the question for a person who may accept it, *Retirar* for the person who asked. */
export const reformAskScreen: Screen<'reformask'> = {
  needs: 'answerPlanChange',
  show: (turn, { changeId }) => {
    const change = askedChangeById(turn.db, changeId);
    say(turn, change ? cardOf(turn, change) : { html: texts.changeOver() });
    return undefined;
  },
};

function cardOf(turn: Turn, change: AskedChange): Message {
  const { db, now, person } = turn;
  if (change.outcome !== null) return { html: texts.changeOver() };
  const acceptors = acceptorsOf(db, change, now);
  if (acceptors.people.some(({ id }) => id === person.id)) return planChangeMessage(db, change, now);
  const isAsker = change.askedBy === person.id;
  if (!isAsker && !mayNow(turn, 'pending')) return { html: texts.changeOver() };
  const withdraw = { changeId: change.id, answer: 'withdraw' } as const;
  return {
    html: texts.changeCard(planChangeWords(db, change, now), acceptors, isAsker),
    keyboard: isAsker ? [[screenButton(texts.reformButtons.withdraw, 'reformsay', withdraw)]] : [],
  };
}

/** *Ver todo*: every change whole, then the question again. */
export const reformAllScreen: Screen<'reformall'> = {
  needs: 'answerPlanChange',
  show: (turn, { changeId }) => {
    const change = askedChangeById(turn.db, changeId);
    const card = change ? cardOf(turn, change) : { html: texts.changeOver() };
    if (change && card.keyboard && card.keyboard.length > 0)
      for (const html of splitAtLines(texts.wholeChanges(planChangeWords(turn.db, change, turn.now))))
        say(turn, { html });
    say(turn, card);
    return undefined;
  },
};

/** *Sí, aceptar*, *No aceptar*, *Retirar lo pedido*. */
export const reformSayScreen: Screen<'reformsay'> = {
  needs: 'answerPlanChange',
  show: (turn, { changeId, answer }) => {
    const { db, now, person } = turn;
    const before = askedChangeById(db, changeId);
    const words = before && planChangeWords(db, before, now);
    const done = answerPlanChange(db, { changeId, by: person.id, answer }, now);
    if (done.ok && words) follow(turn, { html: texts.changeAnswered(words, answer) });
    else if (!done.ok) follow(turn, { html: whyNot(turn, done.why) });
    return undefined;
  },
};

function whyNot(turn: Turn, why: Extract<ReturnType<typeof answerPlanChange>, { ok: false }>['why']): Html {
  switch (why) {
    case 'over':
      return texts.changeOver();
    case 'notYours':
      return mayNow(turn, 'pending') ? texts.changeNotYours() : texts.changeOver();
    default:
      return plain(texts.notPossible[why]);
  }
}
