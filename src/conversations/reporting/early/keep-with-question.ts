import { keepDraft } from '../../../db/drafts.ts';
import { changeQuestion, type QuestionRow } from '../../../db/questions.ts';
import { noteAnswered } from '../../../db/received.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Html } from '../../../domain/events.ts';
import { nothing } from '../../../texts/html.ts';
import { cameBefore } from '../../../texts/reporting/evidence.ts';
import { keptAsObservation } from '../../../texts/reporting/hints.ts';
import { say, showAgain, type Turn } from '../../turn.ts';
import { type About, aboutOf } from '../about.ts';
import { taskWhenSent } from '../incoming/task-when-sent.ts';
import { questionMessage } from '../questions/ask.ts';
import { type ReportQuestion, readReportQuestion } from '../questions/question.ts';
import { appendMessage } from './append-message.ts';
import { isPlainWords } from './plain-words.ts';

/**
 * Adds a text that was sent before the second question about an activity could be seen to the answer before it. It
 * completes a report but confirms nothing: a question that waits for a yes keeps it, or the bot says that it was not
 * taken.
 * @returns false when it may answer the question like any other text
 */
export function keepWithQuestion(turn: Turn, row: QuestionRow, about: About, text: string): boolean {
  const question = readReportQuestion(row.payload);
  if (question.kind === 'progress') return false;
  if (question.kind === 'observation' && question.proposal === null) return false;
  const task = taskWhenSent(turn, about, turn.moment);
  if (!task) return false;
  if (turn.messageId !== null) noteAnswered(turn.db, turn.chatId, turn.messageId, about);
  const longer = withText(question, text);
  if (longer !== null) {
    changeQuestion(turn.db, row.id, longer);
    showAgain(turn, questionMessage(turn, task, row, longer, {}), task.until);
    return true;
  }
  const isKept = !question.correcting && isPlainWords(text);
  // In a message of its own: the question may change once more before it is sent.
  if (!isKept) say(turn, { html: cameBefore(text) });
  const before = isKept ? keepWords(turn, task, text) : nothing;
  showAgain(turn, questionMessage(turn, task, row, question, { before }), task.until);
  return true;
}

/** Keeps words until the figure is sure, together with those that wait already. */
function keepWords(turn: Turn, task: Task, text: string): Html {
  const before = task.draft?.observation ?? null;
  const observation = before === null ? text : `${before}\n${text}`;
  keepDraft(turn.db, { personId: turn.person.id, ...aboutOf(task), updatedAt: turn.now }, { observation });
  return keptAsObservation(observation);
}

/** The question with the text added to what it holds; null when it holds nothing that can grow. */
function withText(question: ReportQuestion, text: string): ReportQuestion | null {
  switch (question.kind) {
    case 'shorten':
      return {
        ...question,
        text: appendMessage(question.text, question.lastPiece ?? 0, text),
        lastPiece: text.length,
      };
    case 'misplaced':
      return { ...question, sent: `${question.sent}\n${text}` };
    case 'lower':
    case 'doubtful':
    case 'overwrite': {
      if (!isPlainWords(text)) return null;
      const { observation } = question;
      return { ...question, observation: observation === null ? text : `${observation}\n${text}` };
    }
    case 'progress':
    case 'observation':
      return null;
  }
}
