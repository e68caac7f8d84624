import { type Asked, openNewQuestion, type QuestionRow, reopenQuestion } from '../../../db/questions.ts';
import type { Task } from '../../../db/tasks.ts';
import { writeButton } from '../../../domain/buttons.ts';
import type { Html, Keyboard, Message } from '../../../domain/events.ts';
import { measureOf } from '../../../domain/units.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { follow, sayAfterTap, type Turn } from '../../turn.ts';
import { aboutOf } from '../about.ts';
import { askedActivity } from './asked-activity.ts';
import type { ReportQuestion } from './question.ts';
import { questionButtons } from './question-buttons.ts';
import { questionText } from './question-text.ts';

/** How a question is shown: in the tapped message where possible (`follow`) or as a new one, and the text above it. */
type Shown = {
  readonly where: 'follow' | 'new';
  readonly before?: Html;
  /** What it is about was just said: only the question itself. */
  readonly brief?: boolean;
};

/** Two buttons where nothing is asked: begin a round, or see the list. */
export const reportOrLook: Keyboard = [
  [{ text: texts.buttons.report, data: writeButton({ to: 'report' }) }],
  [{ text: texts.buttons.list, data: writeButton({ to: 'myActivities', page: 0 }) }],
];

/** Opens a question about a task and shows it; whatever was open is suspended. */
export function askNew(turn: Turn, task: Task, question: ReportQuestion, shown: Shown): void {
  const row = openNewQuestion(turn.db, {
    personId: turn.person.id,
    kind: question.kind,
    ...aboutOf(task),
    payload: measuredBy(task, question),
    askedAt: turn.now,
    basedOnReport: task.report?.id ?? 0,
  });
  show(turn, task, row, question, shown);
}

/** A question with what it asks for units of: Planeación may change that before it is answered. */
export function measuredBy({ activity }: Task, question: ReportQuestion): ReportQuestion {
  const measured = measureOf(activity);
  if (question.kind === 'misplaced') return { ...question, measured, asked: { ...question.asked, measured } };
  return { ...question, measured };
}

/** Shows a suspended or still open question again, whole, with what is true now. */
export function askAgain(
  turn: Turn,
  task: Task,
  row: QuestionRow,
  question: ReportQuestion,
  before: Html = nothing,
): void {
  const reopened = reopenQuestion(turn.db, row, {
    basedOnReport: task.report?.id ?? 0,
    askedAt: turn.now,
    payload: measuredBy(task, question),
  });
  show(turn, task, reopened, question, { where: 'new', before });
}

/** A question expires when its cut locks, unless it also tells what was just saved. */
function show(turn: Turn, task: Task, row: Asked, question: ReportQuestion, shown: Shown): void {
  const message = questionMessage(turn, task, row, question, shown);
  const expiresAt = question.saved ? null : task.until;
  (shown.where === 'follow' ? follow : sayAfterTap)(turn, message, expiresAt);
}

/** A question as the phone shows it: what was just saved, a sentence, the question with its buttons. */
export function questionMessage(
  turn: Turn,
  task: Task,
  row: Asked,
  question: ReportQuestion,
  shown: Omit<Shown, 'where'>,
): Message {
  const before = shown.before ?? nothing;
  const asked = askedActivity(turn, task);
  const text = paragraphs(
    (question.saved?.html ?? nothing) as Html,
    before,
    questionText(turn, task, asked, question, shown.brief === true),
  );
  return { html: text, keyboard: questionButtons(row.id, question, asked), asks: row.id };
}
