import type { QuestionRow } from '../../db/questions.ts';
import { ANSWERS } from '../../domain/constants.ts';
import type { Turn } from '../turn.ts';

/** After 12 hours of silence nobody remembers what was asked. */
export function isStale(turn: Turn, row: QuestionRow): boolean {
  const heard = Math.max(row.askedAt, turn.person.lastHeardAt ?? 0);
  return turn.moment - heard > ANSWERS.staleHours * 3_600_000;
}
