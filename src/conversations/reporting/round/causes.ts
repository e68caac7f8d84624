import { z } from 'zod';
import { addCause } from '../../../db/causes.ts';
import { closeQuestion, openGeneralQuestion, type QuestionRow } from '../../../db/questions.ts';
import { type Cause, causes } from '../../../db/schema/index.ts';
import { bareWords } from '../../../domain/answers/yes-or-no.ts';
import type { Html, Keyboard, Message } from '../../../domain/events.ts';
import { paragraphs } from '../../../texts/html.ts';
import {
  causeButtons,
  causeNames,
  causeNoted,
  causesDone,
  causesLeft,
  whatHoldsItBack,
  whatHoldsThemBack,
} from '../../../texts/reporting/causes.ts';
import { inRows } from '../../dialogs/keyboard.ts';
import { answerButton, type QuestionAnswer, readQuestionAnswer } from '../../question-answers.ts';
import { follow, goesOnInPlace, type Turn } from '../../turn.ts';
import { correctRows } from '../questions/saved.ts';

const causesQuestion = z.object({
  kind: z.literal('causes'),
  behind: z
    .array(z.object({ activityId: z.number(), cutId: z.number(), number: z.string(), name: z.string() }))
    .min(1),
  /** Place of the one being asked about, or null when one tap stands for all. */
  at: z.number().nullable(),
  /** The closing message this question hangs on. */
  closing: z.string(),
  /** What was reported last and is told there, each with its *Corregir*. */
  reports: z.array(z.object({ activityId: z.number(), cutId: z.number(), number: z.string() })).default([]),
});
export type CausesQuestion = z.infer<typeof causesQuestion>;

export function causesMessage(id: number, question: CausesQuestion): Message {
  const button = answerButton<'causes'>(id);
  const one = question.at === null ? undefined : question.behind[question.at];
  const last = one
    ? [button(causeButtons.next, 'next')]
    : [
        ...(question.behind.length > 1 ? [button(causeButtons.oneByOne, 'each')] : []),
        button(causeButtons.notNow, 'no'),
      ];
  const choices = causes.map((cause) => button(causeNames[cause], cause));
  const text = one ? whatHoldsItBack(one) : whatHoldsThemBack(question.behind.map((each) => each.number));
  return {
    html: paragraphs(question.closing as Html, text),
    keyboard: [...inRows(choices.slice(0, 4), 2), [...choices.slice(4), ...last], ...correctRows(question)],
    asks: id,
  };
}

/** A tap or a typed cause. @returns false when it answers nothing here. */
export function answerCauses(turn: Turn, row: QuestionRow, given: string): boolean {
  const said = readQuestionAnswer('causes', given);
  if (said === null) return false;
  const question = notSaidTwice(turn, causesQuestion.parse(row.payload));
  const closing = question.closing as Html;
  if (said === 'each' && question.at === null) return askOne(turn, row, question, 0);
  if (said === 'next' && question.at !== null) return askOne(turn, row, question, question.at + 1);
  if (said === 'no' && question.at === null) {
    closeQuestion(turn.db, row.id, turn.now);
    follow(turn, { html: paragraphs(closing, causesLeft()), keyboard: whatIsLeft(question) });
    return true;
  }
  const cause = causes.find((each) => each === said);
  if (!cause) return false;
  const about = question.at === null ? question.behind : question.behind.slice(question.at, question.at + 1);
  note(turn, about, cause);
  if (question.at !== null) return askOne(turn, row, question, question.at + 1);
  closeQuestion(turn.db, row.id, turn.now);
  follow(turn, {
    html: paragraphs(
      closing,
      causeNoted(
        cause,
        about.map((each) => each.number),
      ),
    ),
    keyboard: whatIsLeft(question),
  });
  return true;
}

/** The answer of the button whose label was typed, if any. */
export function causeInWords(text: string): string | undefined {
  const said = bareWords(text);
  const labels: Readonly<Record<QuestionAnswer<'causes'>, string>> = {
    ...causeNames,
    each: causeButtons.oneByOne,
    no: causeButtons.notNow,
    next: causeButtons.next,
  };
  return Object.entries(labels).find(([, label]) => bareWords(label) === said)?.[0];
}

/** In another message than the closing this is left out, and its *Corregir* where it keeps them. */
function notSaidTwice(turn: Turn, question: CausesQuestion): CausesQuestion {
  if (goesOnInPlace(turn)) return question;
  return { ...question, closing: '', reports: turn.tappedRow === null ? [] : question.reports };
}

/** The buttons that stay when the causes are answered. */
function whatIsLeft({ reports }: CausesQuestion): Keyboard | undefined {
  return reports.length === 0 ? undefined : correctRows({ reports });
}

function askOne(turn: Turn, row: QuestionRow, question: CausesQuestion, at: number): boolean {
  closeQuestion(turn.db, row.id, turn.now);
  if (at >= question.behind.length) {
    follow(turn, {
      html: paragraphs(question.closing as Html, causesDone()),
      keyboard: whatIsLeft(question),
    });
    return true;
  }
  const payload: CausesQuestion = { ...question, at };
  const next = openGeneralQuestion(turn.db, turn.person.id, 'causes', payload, turn.now);
  follow(turn, causesMessage(next.id, payload));
  return true;
}

function note(turn: Turn, about: CausesQuestion['behind'], cause: Cause): void {
  for (const { activityId, cutId } of about) {
    addCause(turn.db, { activityId, cutId, cause, personId: turn.person.id, moment: turn.now });
  }
}
