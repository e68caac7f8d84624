import type { QuestionRow } from '../../../db/questions.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Moment } from '../../../domain/dates.ts';
import type { Turn } from '../../turn.ts';
import { type ReportQuestion, readReportQuestion } from '../questions/question.ts';
import { carryOut } from './carry-out.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { factsOf } from './facts.ts';
import { type Given, isForThis, readAnswer } from './read-answer.ts';

/**
 * An answer to the question of a task: reads it, decides, and carries the decision out.
 * @returns false when the answer does not belong to this question.
 */
export function answerQuestion(turn: Turn, row: QuestionRow, task: Task, given: Given): boolean {
  const question = readReportQuestion(row.payload);
  const facts = factsOf(turn, task, row);
  const decision = decide(question, readAnswer(question, given, facts.numbers, facts.measure), facts);
  const counted = { ...turn, moment: momentOf(turn, question, given) };
  return carryOut(counted, { row, question, task }, withLastLength(decision, given));
}

/**
 * Words that are too long may be the first part of a text that a phone cut, so their length is kept: the next message
 * is put after them.
 */
function withLastLength(decision: Decision, given: Given): Decision {
  if (decision.do !== 'ask' || decision.question.kind !== 'shorten' || given.by !== 'typed') return decision;
  return { ...decision, question: { ...decision.question, lastPiece: given.text.length } };
}

/** The moment as of which an answer counts: its own; for a kept text that is confirmed now, when it was sent. */
export function momentOf(turn: Turn, question: ReportQuestion, given: Given): Moment {
  return question.kind === 'misplaced' && isForThis(question, given) ? question.sentAt : turn.moment;
}
