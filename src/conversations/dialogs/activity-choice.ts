import type { AnswerOf } from '../../domain/answer-words.ts';
import type { Button, Keyboard } from '../../domain/events.ts';
import { choiceButtons as labels } from '../../texts/dialogs.ts';
import type { Page } from './list-pages.ts';
import type { choiceAnswers, StepAnswer } from './step-answers.ts';
import { pageIn, stepPages } from './step-pages.ts';

type ChoiceAnswer = AnswerOf<typeof choiceAnswers>;

/** Which activities of a list are chosen, by their ids, and which page of it is shown. */
export type Choice = { readonly chosen: readonly number[]; readonly page: number };

/** What a button of one activity of the list answers. */
export function toggles(activityId: number): `t${number}` {
  return `t${activityId}`;
}

/**
 * The choice after a tap; undefined when the button is not on the list. @param all the ids on offer now: a chosen one
 * that is no longer among them is dropped
 */
export function chosenBy(
  answer: StepAnswer<'return' | 'reopen'>,
  { chosen, page }: Choice,
  all: readonly number[],
): { readonly chosen: number[]; readonly page: number } | undefined {
  const still = chosen.filter((id) => all.includes(id));
  if (answer === 'all') return { chosen: [...all], page };
  if (answer === 'none') return { chosen: [], page };
  const turned = pageIn(answer);
  if (turned !== undefined) return { chosen: still, page: turned };
  const id = all.find((each) => answer === toggles(each));
  if (id === undefined) return undefined;
  return { chosen: still.includes(id) ? still.filter((each) => each !== id) : [...still, id], page };
}

/** The rows under the activities: other pages, all or none of them, on (`on`) with those chosen, or not (`no`). */
export function choiceRows(
  page: Page<unknown>,
  { chosen }: Choice,
  button: (text: string, answer: ChoiceAnswer) => Button,
): Keyboard {
  const some = chosen.length > 0;
  return [
    ...stepPages(page, button),
    [button(labels.all, 'all'), ...(some ? [button(labels.none, 'none')] : [])],
    [...(some ? [button(labels.goOn, 'on')] : []), button(labels.cancel, 'no')],
  ];
}
