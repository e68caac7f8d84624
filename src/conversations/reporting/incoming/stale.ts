import type { QuestionRow } from '../../../db/questions.ts';
import { ANSWERS } from '../../../domain/constants.ts';
import type { Turn } from '../../turn.ts';

/** Whether a question is 12 hours old or more: nobody remembers what was asked. */
export function isStale(turn: Turn, row: QuestionRow): boolean {
  return turn.moment - row.askedAt > ANSWERS.staleHours * 3_600_000;
}
