import { changeQuestion, closeQuestion, type QuestionRow } from '../../db/questions.ts';
import { takeReceived } from '../../db/workbooks.ts';
import type { Html } from '../../domain/events.ts';
import { notForYou } from '../../texts/help.ts';
import { allowed } from '../allowed.ts';
import { say, type Turn } from '../turn.ts';
import { type Shown, tellAll } from './offer.ts';
import type { ImportQuestion } from './question.ts';

/** What the steps of an import share. */

/** Over, with nothing changed: the file that was received goes with it. */
export function endImport(turn: Turn, row: QuestionRow): void {
  takeReceived(turn.db, row.id);
  closeImport(turn, row);
}

/** Closes the question; the plan that it held (15 MB of a large one) does not stay. */
export function closeImport({ db, now }: Turn, row: QuestionRow): void {
  const over: ImportQuestion = { step: 'waiting' };
  changeQuestion(db, row.id, over);
  closeQuestion(db, row.id, now);
}

export function mayImport(turn: Turn, row: QuestionRow): boolean {
  if (allowed(turn, 'importPlan', { command: 'importar' })) return true;
  endImport(turn, row);
  say(turn, { html: notForYou() });
  return false;
}

export function telling(turn: Turn): (lines: readonly Html[], shown?: Shown) => void {
  return (lines, shown) => tellAll(turn.db, whose(turn), lines, shown, turn.now);
}

export function whose(turn: Turn) {
  return { chatId: turn.chatId, personId: turn.person.id };
}
