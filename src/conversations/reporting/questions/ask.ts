import { othersResponsible, personById } from '../../../db/people.ts';
import { hasSeveralPlans } from '../../../db/plans.ts';
import {
  type Asked,
  openNewQuestion,
  type QuestionRow,
  reopenQuestion,
  roundOf,
} from '../../../db/questions.ts';
import { earlierReport } from '../../../db/reports.ts';
import type { Task } from '../../../db/tasks.ts';
import { writeButton } from '../../../domain/buttons.ts';
import type { Button, Html, Keyboard, Message } from '../../../domain/events.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as questions from '../../../texts/reporting/questions.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { planName } from '../../../texts/words.ts';
import { follow, sayAfterTap, type Turn } from '../../turn.ts';
import { cutShort, type Facts, lengthOf, longestObservation } from '../answer/save-or-ask.ts';
import type { ReportQuestion } from './question.ts';

/** How a question is shown: in the tapped message when it may, or as a new one; what stands above it. */
type Shown = {
  readonly where: 'follow' | 'new';
  readonly before?: Html;
  /** What it is about was just said: only the question itself. */
  readonly brief?: boolean;
};

/** Where nothing is asked: to begin, or to look. */
export const reportOrLook: Keyboard = [
  [{ text: texts.buttons.report, data: writeButton({ to: 'report' }) }],
  [{ text: texts.buttons.list, data: writeButton({ to: 'myActivities', page: 0 }) }],
];

/** Opens a question about a task and shows it; whatever was open is suspended. */
export function askNew(turn: Turn, task: Task, question: ReportQuestion, shown: Shown): void {
  const row = openNewQuestion(turn.db, {
    personId: turn.person.id,
    kind: question.kind,
    activityId: task.activity.id,
    cutId: task.cut.id,
    payload: question,
    askedAt: turn.now,
    basedOnReport: task.report?.id ?? 0,
  });
  show(turn, task, row, question, shown);
}

/** Shows a suspended or still open question again, whole, with what is true now. */
export function askAgain(
  turn: Turn,
  task: Task,
  row: QuestionRow,
  question: ReportQuestion,
  before: Html = nothing,
): void {
  const reopened = reopenQuestion(turn.db, row, task.report?.id ?? 0, turn.now, question);
  show(turn, task, reopened, question, { where: 'new', before });
}

/** A question ends when its cut locks; what was saved is told all the same. */
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
    question.saved ? questions.savedLine(question.saved) : nothing,
    before,
    questionText(turn, task, asked, question, shown.brief === true),
  );
  return { html: text, keyboard: questionButtons(row.id, question, asked) };
}

/** What a question shows of its activity. */
export function askedActivity(turn: Turn, task: Task): questions.AskedActivity {
  const { activity, cut } = task;
  const round = roundOf(turn.db, turn.person.id);
  const index =
    round?.items.findIndex((item) => item.activityId === activity.id && item.cutId === cut.id) ?? -1;
  const earlier = earlierReport(turn.db, activity.id, cut.date);
  return {
    number: activity.number,
    name: activity.name,
    target: activity.target,
    cutDate: cut.date,
    plan: hasSeveralPlans(turn.db) ? planName(task.plan) : null,
    forPosition: task.forPosition,
    place: round && index >= 0 ? { index: index + 1, total: round.items.length } : null,
    earlier: earlier ? { ...figures(earlier.report), cutDate: earlier.cutDate } : null,
    current: task.report ? { ...figures(task.report), corrected: task.report.origin === 'correction' } : null,
    keptObservation: task.draft?.observation ?? null,
  };
}

/** What the decision needs to know. */
export function factsOf(turn: Turn, task: Task, row: QuestionRow): Facts {
  const earlier = earlierReport(turn.db, task.activity.id, task.cut.date);
  const newer = task.report && task.report.id > row.basedOnReport && task.report.personId !== turn.person.id;
  return {
    earlier: earlier ? figures(earlier.report) : null,
    current: task.report ? figures(task.report) : null,
    standing: task.report?.personId === turn.person.id && !task.pending,
    kept: { progress: task.draft?.progress ?? null, observation: task.draft?.observation ?? null },
    takenByOther: newer === true,
  };
}

export function figures(report: { readonly progress: number; readonly observation: string }) {
  return { progress: report.progress, observation: report.observation };
}

/** Everybody who holds one of the activity's positions now, but this person. */
export function othersOf({ db, person, now }: Turn, activityId: number) {
  return othersResponsible(db, { activityId, personId: person.id }, now);
}

function questionText(
  turn: Turn,
  task: Task,
  asked: questions.AskedActivity,
  question: ReportQuestion,
  brief: boolean,
): Html {
  switch (question.kind) {
    case 'progress':
      return brief && question.saved === null
        ? questions.askOnlyProgress(asked)
        : questions.progressQuestion(asked);
    case 'observation':
      return question.proposal === null
        ? questions.observationQuestion(asked, question.progress)
        : questions.changeQuestion(asked, question.progress, question.proposal);
    case 'shorten':
      return questions.tooLongQuestion(
        asked,
        question.text,
        lengthOf(question.text),
        longestObservation,
        cutShort(question.text),
      );
    case 'lower':
      return questions.lowerQuestion(asked, question.progress);
    case 'doubtful':
      return questions.doubtfulQuestion(asked, question.progress, question.observation);
    case 'overwrite':
      return questions.overwriteQuestion(asked, {
        by: reporterOf(turn, task),
        reason: task.report?.origin === 'correction' ? task.report.reason : null,
        ...figures(task.report ?? { progress: 0, observation: '' }),
      });
    case 'misplaced':
      return questions.misplacedQuestion(asked, question.sent, question.repliedTo);
  }
}

/** The name under a report, whoever is responsible by now; Planeación when it came with the form. */
function reporterOf({ db }: Turn, { report }: Task): string {
  const byPlanning = report?.origin === 'correction' || report?.origin === 'planning';
  const reporter = byPlanning || !report?.personId ? undefined : personById(db, report.personId);
  return reporter?.name ?? 'Planeación';
}

function questionButtons(
  id: number,
  question: ReportQuestion,
  asked: questions.AskedActivity,
): Keyboard | undefined {
  const button = (text: string, answer: string): Button => ({
    text,
    data: writeButton({ to: 'question', id, answer }),
  });
  const rows = answerRows(question, asked, button).filter((row) => row.length > 0);
  if (question.saved) {
    const { activityId, cutId, number } = question.saved;
    rows.push([
      { text: texts.buttons.correct(number), data: writeButton({ to: 'correct', activityId, cutId }) },
    ]);
  }
  return rows.length === 0 ? undefined : rows;
}

function answerRows(
  question: ReportQuestion,
  asked: questions.AskedActivity,
  button: (text: string, answer: string) => Button,
): Button[][] {
  const { buttons } = texts;
  const out = question.correcting ? button(buttons.leave, 'leave') : button(buttons.skip, 'skip');
  switch (question.kind) {
    case 'progress':
      return [
        [0, 250, 500, 750, 1000].map((tenths) => button(buttons.percentage(tenths), `p${tenths}`)),
        question.correcting && asked.current
          ? [button(buttons.keepProgress(asked.current.progress), 'stay')]
          : asked.earlier
            ? [button(buttons.same, 'same')]
            : [],
        [out],
      ];
    case 'observation':
      if (question.proposal !== null) {
        return [
          [
            button(buttons.changeTo(question.proposal), 'yes'),
            button(buttons.keepProgress(question.progress), 'no'),
          ],
        ];
      }
      return asked.current?.observation ? [[button(buttons.keepText, 'stay')], [out]] : [[out]];
    case 'shorten':
      return [[button(buttons.cut, 'cut')]];
    case 'lower':
      return [[button(buttons.yes(question.progress), 'yes'), button(buttons.noCorrect, 'no')]];
    case 'doubtful':
      return [[button(buttons.yes(question.progress), 'yes'), button(buttons.noOther, 'no')]];
    case 'overwrite':
      return [[button(buttons.keepReport, 'keep'), button(buttons.change, 'change')]];
    case 'misplaced':
      return [[button(buttons.forThis, 'yes'), button(buttons.notForThis, 'no')]];
  }
}
