import { causes } from '../db/schema/index.ts';
import { type AnswerOf, answers, readTappedAnswer } from '../domain/answer-words.ts';
import { writeButton } from '../domain/buttons.ts';
import type { Button } from '../domain/events.ts';

/** The percentages that have a button, times ten. */
export const offeredTenths = [0, 250, 500, 750, 1000] as const;

/**
 * What the buttons of each kind of question answer. Those of administrative conversations stand in
 * `dialogs/step-answers.ts`, those of an import are the keys of its buttons.
 */
export const questionAnswers = {
  /** `u3`: three of the measure. */
  progress: answers(
    ['skip', 'leave', 'same', 'stay', ...offeredTenths.map((tenths) => `p${tenths}` as const)],
    ['u'],
  ),
  observation: answers(['skip', 'leave', 'stay', 'yes', 'no', 'asIs']),
  shorten: answers(['cut']),
  lower: answers(['yes', 'no']),
  doubtful: answers(['yes', 'no', 'other', 'leave']),
  overwrite: answers(['keep', 'change']),
  misplaced: answers(['yes', 'no']),
  several: answers(['yes', 'no']),
  /** `a0`: the first of the activities that a file may be of. */
  evidence: answers(['none'], ['a']),
  causes: answers([...causes, 'each', 'next', 'no']),
  leave: answers(['yes', 'no']),
};

export type QuestionKind = keyof typeof questionAnswers;
export type QuestionAnswer<Of extends QuestionKind> = AnswerOf<(typeof questionAnswers)[Of]>;

/** Makes the buttons of one question. */
export function answerButton<Of extends QuestionKind>(
  id: number,
): (text: string, answer: QuestionAnswer<Of>) => Button {
  return (text, answer) => ({ text, data: writeButton({ to: 'question', id, answer }) });
}

/** @returns null for anything that the buttons of such a question do not answer */
export function readQuestionAnswer<Of extends QuestionKind>(
  kind: Of,
  text: string,
): QuestionAnswer<Of> | null {
  return readTappedAnswer(questionAnswers[kind], text) as QuestionAnswer<Of> | null;
}
