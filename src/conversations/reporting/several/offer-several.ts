import { activitiesOf } from '../../../db/plans.ts';
import { openGeneralQuestion, openQuestion, touchQuestion } from '../../../db/questions.ts';
import { earlierReport } from '../../../db/reports.ts';
import { type Task, tasksOf } from '../../../db/tasks.ts';
import { type NumberedAnswer, readSeveral } from '../../../domain/answers/several-answers.ts';
import type { Html } from '../../../domain/events.ts';
import { hasLetter } from '../../../domain/invisible.ts';
import * as texts from '../../../texts/reporting/several.ts';
import { say, type Turn } from '../../turn.ts';
import { aboutOf, aboutOfQuestion } from '../about.ts';
import { isTooLong } from '../answer/observation-length.ts';
import { taskWhenSent } from '../incoming/task-when-sent.ts';
import { questionMessage } from '../questions/ask.ts';
import { readReportQuestion } from '../questions/question.ts';
import { type SeveralItem, type SeveralQuestion, showSeveral, type Unclear } from './several-question.ts';

/**
 * Shows how a message was understood whose lines begin with the number of an activity and a colon. The open question
 * gets nothing of it. @returns false when the text has another shape.
 */
export function offerSeveral(turn: Turn, text: string): boolean {
  // Most texts have no colon, and listing the person's activities costs more than the answer.
  if (!text.includes(':')) return false;
  const tasks = tasksOf(turn.db, turn.person.id, turn.moment);
  const numbers = numbersOfPlans(turn, tasks);
  const answers = readSeveral(text, numbers);
  const example = tasks.find((task) => task.pending)?.activity.number;
  if (!answers || example === undefined) return false;
  const read = answers.map((each) => readLine(turn, each, { tasks, numbers, answers }));
  const items = read.flatMap((each) => ('why' in each ? [] : [each]));
  const unclear = read.flatMap((each) => ('why' in each ? [each] : []));
  if (items.length === 0) {
    askOpenAgain(turn, texts.nothingUnderstood(unclear, example));
    return true;
  }
  const payload: SeveralQuestion = { kind: 'several', sentAt: turn.moment, messageId: turn.messageId, items };
  const row = openGeneralQuestion(turn.db, turn.person.id, payload.kind, payload, turn.now);
  showSeveral(turn, row.id, items, unclear);
  return true;
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

/** All activity numbers of the plans, colleagues' ones too: a line about theirs is not part of an observation. */
function numbersOfPlans(turn: Turn, tasks: readonly Task[]): ReadonlySet<string> {
  const plans = new Set(tasks.map((task) => task.plan.id));
  return new Set([...plans].flatMap((id) => activitiesOf(turn.db, id).map((each) => each.number)));
}

function readLine(
  turn: Turn,
  line: NumberedAnswer,
  of: {
    readonly tasks: readonly Task[];
    readonly numbers: ReadonlySet<string>;
    readonly answers: readonly NumberedAnswer[];
  },
): SeveralItem | Unclear {
  const { number, answer } = line;
  const named = of.tasks.filter((each) => each.activity.number === number);
  const task = named.length === 1 ? named[0] : undefined;
  const why = (reason: string): Unclear => ({ number, why: reason });
  if (!of.numbers.has(number)) return why(texts.unclear.unknown);
  if (!task) return why(named.length === 0 ? texts.unclear.notTheirs : texts.unclear.twoPlans);
  if (!task.pending) return why(texts.unclear.reported);
  if (of.answers.filter((each) => each.number === number).length > 1) return why(texts.unclear.twice);
  const observation = answer.kind === 'both' ? answer.observation : (task.draft?.observation ?? '');
  if (answer.kind === 'outOfRange') return why(texts.unclear.outOfRange);
  if (answer.kind !== 'both' && answer.kind !== 'percentage') return why(texts.unclear.noPercentage);
  if (!hasLetter(observation)) return why(texts.unclear.noObservation);
  if (isTooLong(observation)) return why(texts.unclear.tooLong);
  const earlier = earlierReport(turn.db, task.activity.id, task.cut.date)?.report.progress ?? 0;
  return {
    ...aboutOf(task),
    number,
    progress: answer.tenths,
    observation,
    lowerThan: answer.tenths < earlier ? earlier : null,
    basedOnReport: task.report?.id ?? 0,
  };
}
