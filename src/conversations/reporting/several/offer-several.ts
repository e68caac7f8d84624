import { keepDraft } from '../../../db/drafts.ts';
import { numbersOfPlans } from '../../../db/plan-numbers.ts';
import {
  closeQuestionsAbout,
  openGeneralQuestion,
  openQuestion,
  type QuestionRow,
  touchQuestion,
} from '../../../db/questions.ts';
import { noteAnswered } from '../../../db/received.ts';
import { tasksOf } from '../../../db/tasks.ts';
import type { Answer } from '../../../domain/answers/answer.ts';
import { mayNameActivities } from '../../../domain/answers/may-name-activities.ts';
import { readSeveral } from '../../../domain/answers/several-answers.ts';
import type { Html } from '../../../domain/events.ts';
import type { Counted } from '../../../domain/units.ts';
import { nothing } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/several.ts';
import { say, type Turn } from '../../turn.ts';
import { aboutOf, aboutOfQuestion } from '../about.ts';
import { isTooLong } from '../answer/observation-length.ts';
import { storeReport } from '../answer/store-report.ts';
import { offerCorrection, takeCorrectionUnasked } from '../incoming/correction.ts';
import { taskWhenSent } from '../incoming/task-when-sent.ts';
import { askNew, questionMessage } from '../questions/ask.ts';
import { readReportQuestion } from '../questions/question.ts';
import { savedReport } from '../questions/saved.ts';
import { askNext } from '../round/ask-next.ts';
import { ensureRound } from '../round/start-round.ts';
import { askLater } from './ask-later.ts';
import { type Among, lowerThan, measuresOf, type Numbered, readLine, taskOfNumber } from './read-lines.ts';
import { type SeveralQuestion, showSeveral } from './several-question.ts';

/**
 * Takes a message with numbers of activities: saves one clear line at once, shows everything else as understood. Only
 * what stands above the first number goes to the open question.
 * @returns false when the text is not of that shape
 */
export function offerSeveral(turn: Turn, text: string): boolean {
  // Most texts name none, and the list of what is theirs costs more than the answer.
  if (!mayNameActivities(text)) return false;
  const open = openQuestion(turn.db, turn.person.id);
  if (isOther(open?.kind) && !text.includes(':')) return false;
  const tasks = tasksOf(turn.db, turn.person.id, turn.moment);
  const numbers = numbersOfPlans(turn.db, tasks);
  const lines = readSeveral(text, numbers, measuresOf(tasks));
  const example = (tasks.find((task) => task.pending) ?? tasks.find((task) => task.later))?.activity.number;
  if (!lines) return false;
  const of = { tasks, numbers, lines };
  const [only] = lines;
  if (lines.length === 1 && only?.kind === 'numbered' && takeOne(turn, only, of, text)) return true;
  const read = lines.map((each) => readLine(turn, each, of, open));
  const items = read.flatMap((each) => ('lowerThan' in each ? [each] : []));
  const corrections = read.flatMap((each) => ('from' in each ? [each] : []));
  const unclear = read.flatMap((each) => ('why' in each ? [each] : []));
  if (items.length === 0 && corrections.length > 0) {
    for (const correction of corrections.toReversed()) askLater(turn, correction);
    askNext(turn, { saved: null, before: texts.notKept(unclear) }, 'heldFirst');
    return true;
  }
  if (example === undefined) return false;
  if (items.length === 0) {
    askOpenAgain(turn, texts.nothingUnderstood(unclear, example));
    return true;
  }
  const { moment: sentAt, messageId } = turn;
  const unread = unclear.flatMap((each) => ('text' in each ? [each.text] : []));
  const payload: SeveralQuestion = { kind: 'several', sentAt, messageId, items, corrections, unread };
  const row = openGeneralQuestion(turn.db, turn.person.id, payload.kind, payload, turn.now);
  showSeveral(turn, row.id, payload, unclear);
  return true;
}

/** Whether another conversation is open, in which a number without a colon is an answer. */
function isOther(kind: QuestionRow['kind'] | undefined): boolean {
  return kind === 'administration' || kind === 'import' || kind === 'leave';
}

/** One line: saves it at once when it is clear, and asks about a correction when the activity is reported. */
function takeOne(turn: Turn, line: Numbered, of: Among, text: string): boolean {
  const task = taskOfNumber(line.number, of.tasks);
  if (!task) return false;
  const { answer } = line;
  const [figure, other] = figuresOf(answer);
  const observation = 'observation' in answer ? answer.observation : null;
  if (figure === undefined) return false;
  if (!task.pending && !task.later) {
    if (task.report === undefined) return false;
    if (takeCorrectionUnasked(turn, text)) return true;
    offerCorrection(turn, task, { ...figure, ...(other === undefined ? {} : { other }), observation });
    return true;
  }
  const words = observation ?? task.draft?.observation ?? null;
  if (other !== undefined) {
    offerCorrection(turn, task, { ...figure, other, observation: words });
    return true;
  }
  const lower = lowerThan(turn, task, figure) !== null;
  if (
    !line.sure ||
    lower ||
    isTooLong(words ?? '') ||
    (task.report?.personId ?? turn.person.id) !== turn.person.id
  ) {
    return false;
  }
  if (turn.messageId !== null) noteAnswered(turn.db, turn.chatId, turn.messageId, aboutOf(task));
  ensureRound(turn);
  if (words === null) {
    keepDraft(
      turn.db,
      { personId: turn.person.id, ...aboutOf(task), updatedAt: turn.now },
      { progress: figure.tenths, amount: figure.amount },
    );
    closeQuestionsAbout(turn.db, turn.person.id, aboutOf(task), turn.now);
    askNew(
      turn,
      task,
      {
        kind: 'observation',
        correcting: false,
        saved: null,
        progress: figure.tenths,
        amount: figure.amount,
        proposal: null,
      },
      { where: 'new' },
    );
    return true;
  }
  const { tenths: progress, amount } = figure;
  const { report, items } = storeReport(turn, task, { progress, amount, observation: words });
  const saved = savedReport(task, report, items);
  askNext(turn, { saved, before: nothing });
  return true;
}

/** The figure of a line, or the likely one; two when a number may be an amount or a percentage. */
function figuresOf(answer: Answer): readonly Counted[] {
  if (answer.kind === 'units') return [answer];
  if (answer.kind === 'askUnits') return answer.options;
  const tenths = answer.kind === 'ask' ? answer.options[0] : 'tenths' in answer ? answer.tenths : undefined;
  return tenths === undefined ? [] : [{ tenths, amount: null }];
}

/** Nothing was understood: asks the open question again. */
function askOpenAgain(turn: Turn, before: Html): void {
  const row = openQuestion(turn.db, turn.person.id);
  const about = row ? aboutOfQuestion(row) : null;
  const task = about && taskWhenSent(turn, about, turn.moment);
  if (!row || !task) {
    say(turn, { html: before });
    return;
  }
  touchQuestion(turn.db, row.id, turn.now);
  const question = { ...readReportQuestion(row.payload), saved: null };
  say(turn, questionMessage(turn, task, row, question, { before, brief: true }), task.until);
}
