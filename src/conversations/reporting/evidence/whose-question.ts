import { z } from 'zod';
import { type QuestionRow, reopenQuestion } from '../../../db/questions.ts';
import type { Html } from '../../../domain/events.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import { answerButton } from '../../question-answers.ts';
import { say, type Turn } from '../../turn.ts';

const whoseQuestion = z.object({
  kind: z.literal('evidence'),
  files: z
    .array(
      z.object({
        fileId: z.string(),
        /** Not in the questions that former versions asked. */
        bytes: z.number().nullable().default(null),
        mediaGroupId: z.string().nullable(),
        moment: z.number(),
      }),
    )
    .min(1),
  options: z.array(z.object({ activityId: z.number(), cutId: z.number(), number: z.string() })).min(1),
  /** The caption: an answer, as soon as the activity is known. */
  caption: z.string().nullable(),
});

/** *¿El archivo es de la n.º 3 o de la n.º 5?* */
export type WhoseQuestion = z.infer<typeof whoseQuestion>;

export function readWhoseQuestion(payload: unknown): WhoseQuestion {
  return whoseQuestion.parse(payload);
}

export function showWhose(turn: Turn, id: number, question: WhoseQuestion): void {
  const button = answerButton<'evidence'>(id);
  say(turn, {
    html: texts.whose(question.options.map((option) => option.number)),
    keyboard: [
      question.options.map((option, place) =>
        button(texts.evidenceButtons.activity(option.number), `a${place}`),
      ),
      [button(texts.evidenceButtons.none, 'none')],
    ],
  });
}

/** Shows it again after something else was asked. */
export function askWhoseAgain(turn: Turn, row: QuestionRow, first: () => void): boolean {
  first();
  const reopened = reopenQuestion(turn.db, row, 0, turn.now, row.payload);
  showWhose(turn, reopened.id, readWhoseQuestion(row.payload));
  return true;
}

/** Says how to answer this question. */
export function whoseHint(row: QuestionRow): Html {
  return texts.chooseWhose(readWhoseQuestion(row.payload).options.map((option) => option.number));
}
