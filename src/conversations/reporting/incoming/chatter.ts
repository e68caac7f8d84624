import { type QuestionRow, touchQuestion } from '../../../db/questions.ts';
import type { Task } from '../../../db/tasks.ts';
import { nothingInWords } from '../../../domain/answers/chatter.ts';
import type { Chatter } from '../../../domain/answers/chatter-words.ts';
import { snooze } from '../../pending/snooze.ts';
import { say, type Turn } from '../../turn.ts';
import { helpFor } from '../../who.ts';
import { readAnswer } from '../answer/read-answer.ts';
import { showMyActivities } from '../own-activities/my-activities.ts';
import { questionMessage } from '../questions/ask.ts';
import type { ReportQuestion } from '../questions/question.ts';
import { cancel } from '../round/cancel.ts';
import { offerCorrections } from './last-reports.ts';

/**
 * A text that wants something instead of answering: help, the list, a correction, to be reminded, to stop. The question
 * stays open but for the last. @returns false when it wants none of these.
 */
export function takeChatter(
  turn: Turn,
  {
    row,
    task,
    question,
  }: { readonly row: QuestionRow; readonly task: Task; readonly question: ReportQuestion },
  text: string,
): boolean {
  const meant = readAnswer(question, { by: 'typed', text }, new Set());
  if (meant.kind !== 'text' || meant.answer.kind !== 'chatter' || nothingInWords(meant.answer.as))
    return false;
  touchQuestion(turn.db, row.id, turn.now);
  actOn(turn, meant.answer.as, () =>
    say(
      turn,
      questionMessage(turn, task, row, { ...question, saved: null }, { before: helpFor(turn) }),
      task.until,
    ),
  );
  return true;
}

function actOn(turn: Turn, wanted: Chatter, help: () => void): void {
  switch (wanted) {
    case 'stop':
      return cancel(turn);
    case 'later':
      snooze(turn);
      return;
    case 'show':
      return showMyActivities(turn);
    case 'correct':
      return offerCorrections(turn);
    case 'help':
    case 'thanks':
    case 'greeting':
    case 'unclear':
    case 'summary':
    case 'missing':
    case 'files':
    case 'remind':
      return help();
  }
}
