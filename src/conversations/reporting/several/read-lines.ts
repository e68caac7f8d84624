import { earlierReport } from '../../../db/earlier-reports.ts';
import type { QuestionRow } from '../../../db/questions.ts';
import type { Report } from '../../../db/reports.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Answer } from '../../../domain/answers/answer.ts';
import type { PlanNumbers } from '../../../domain/answers/plan-numbers.ts';
import type { Line, Measures } from '../../../domain/answers/several-answers.ts';
import { hasLetter } from '../../../domain/invisible.ts';
import { type Counted, measureOf } from '../../../domain/units.ts';
import * as texts from '../../../texts/reporting/several.ts';
import type { Turn } from '../../turn.ts';
import { aboutOf, aboutOfQuestion, isSame } from '../about.ts';
import { isTooLong } from '../answer/observation-length.ts';
import { readAnswer } from '../answer/read-answer.ts';
import { readReportQuestion } from '../questions/question.ts';
import type { SeveralCorrection, SeveralItem, Unclear } from './several-question.ts';

export type Numbered = Extract<Line, { kind: 'numbered' }>;
export type Among = {
  readonly tasks: readonly Task[];
  readonly numbers: PlanNumbers;
  readonly lines: readonly Line[];
};

type Read = SeveralItem | SeveralCorrection | Unclear;

export function readLine(turn: Turn, line: Line, of: Among, open: QuestionRow | undefined): Read {
  if (line.kind === 'unread') return { number: null, text: line.text, why: texts.unclear.notRead };
  if (line.kind === 'open') return readOpenLine(turn, line.text, of, open);
  return readNumbered(turn, line, of);
}

/** What stands above the first number answers the open question. */
function readOpenLine(turn: Turn, text: string, of: Among, open: QuestionRow | undefined): Read {
  const unread = { number: null, text, why: texts.unclear.notRead };
  const about = open ? aboutOfQuestion(open) : null;
  const task = about && of.tasks.find((each) => isSame(aboutOf(each), about));
  if (!task || !open) return unread;
  const question = readReportQuestion(open.payload);
  const meant = readAnswer(question, { by: 'typed', text }, new Set(), measureOf(task.activity));
  if (meant.kind !== 'text' || (question.kind !== 'progress' && question.kind !== 'observation'))
    return unread;
  const { answer } = meant;
  const said: Answer =
    question.kind === 'observation' && answer.kind === 'observation'
      ? withWords(question, answer.text)
      : answer;
  const { number } = task.activity;
  return readNumbered(turn, { kind: 'numbered', number, answer: said, sure: false, text }, of);
}

function readNumbered(turn: Turn, line: Numbered, of: Among): Read {
  const { number, answer } = line;
  const task = taskOfNumber(number, of.tasks);
  const why = (reason: string): Unclear => ({ number, why: reason });
  if (!of.numbers.has(number)) return { ...why(texts.unclear.unknown), text: line.text };
  if (!task) {
    const named = of.tasks.some((each) => each.activity.number === number);
    return why(named ? texts.unclear.twoPlans : texts.unclear.notTheirs);
  }
  const same = of.lines.filter((each) => each.kind === 'numbered' && each.number === number);
  if (same.length > 1) return why(texts.unclear.twice);
  if (answer.kind === 'outOfRange' && answer.observation === null) return why(texts.unclear.outOfRange);
  const figure = figureOf(answer);
  const said = wordsOf(line);
  if (!task.pending && !task.later) {
    const { report } = task;
    if (!report || figure === null || isTooLong(said ?? '')) return why(texts.unclear.reported);
    if (isSameFigure(figure, report) && (said ?? report.observation) === report.observation)
      return why(texts.unclear.same);
    return {
      ...aboutOf(task),
      number,
      progress: figure.tenths,
      amount: figure.amount,
      observation: said,
      from: report.progress,
    };
  }
  const observation = said ?? task.draft?.observation ?? '';
  const progress = figure?.tenths ?? task.draft?.progress ?? null;
  const amount = figure === null ? (task.draft?.amount ?? null) : figure.amount;
  if (progress === null && observation === '')
    return why(answer.kind === 'askUnits' ? texts.unclear.whichFigure : texts.unclear.noPercentage);
  if (isTooLong(observation)) return why(texts.unclear.tooLong);
  return {
    ...aboutOf(task),
    number,
    progress,
    amount,
    observation,
    lowerThan: progress === null ? null : lowerThan(turn, task, { tenths: progress, amount }),
    basedOnReport: task.report?.id ?? 0,
  };
}

/** The words to the figure that the open question holds. */
function withWords(
  { progress: tenths, amount }: { progress: number; amount?: number | null | undefined },
  words: string,
): Answer {
  return amount == null
    ? { kind: 'both', tenths, observation: words }
    : { kind: 'units', tenths, amount, observation: words };
}

/** What a line says was done. Words without a figure are kept when they are words about it. */
function wordsOf({ answer, text }: Numbered): string | null {
  if (answer.kind === 'observation') return answer.text;
  if (answer.kind === 'nothing') return hasLetter(text) ? text : null;
  return 'observation' in answer ? answer.observation : null;
}

/**
 * The figure to show before it is saved: a certain one, or a bare one. States, shares and several figures are not
 * shown.
 */
function figureOf(answer: Answer): Counted | null {
  if (answer.kind === 'percentage' || answer.kind === 'both') return { tenths: answer.tenths, amount: null };
  if (answer.kind === 'units') return answer;
  if (answer.kind === 'askUnits') return answer.options.length === 1 ? (answer.options[0] ?? null) : null;
  if (answer.kind !== 'ask' || answer.options.length !== 1) return null;
  const shown = ['bare', 'small', 'elsewhere', 'ofSomething'].includes(answer.why);
  const [tenths] = answer.options;
  return shown && tenths !== undefined ? { tenths, amount: null } : null;
}

export function taskOfNumber(number: string, tasks: readonly Task[]): Task | undefined {
  const named = tasks.filter((each) => each.activity.number === number);
  return named.length === 1 ? named[0] : undefined;
}

/** The percentage of an earlier cut that a figure is below; null: it is not. */
export function lowerThan(turn: Turn, task: Task, { tenths, amount }: Counted): number | null {
  const earlier = earlierReport(turn.db, task.activity, task.cut.date)?.report;
  if (earlier === undefined) return null;
  const fewer = amount !== null && earlier.amount !== null && amount < earlier.amount;
  return tenths < earlier.progress || (tenths === earlier.progress && fewer) ? earlier.progress : null;
}

/** Whether a figure is the one that is stored: a percentage says nothing of the units. */
export function isSameFigure({ tenths, amount }: Counted, report: Report): boolean {
  return tenths === report.progress && (amount === null || amount === report.amount);
}

/** What the activities of a person are counted in, by their numbers. */
export function measuresOf(tasks: readonly Task[]): Measures {
  return (number) => {
    const task = taskOfNumber(number, tasks);
    return task === undefined ? null : measureOf(task.activity);
  };
}
