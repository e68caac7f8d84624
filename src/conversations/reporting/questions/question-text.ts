import { personById } from '../../../db/people.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Html } from '../../../domain/events.ts';
import * as hints from '../../../texts/reporting/hints.ts';
import * as questions from '../../../texts/reporting/questions.ts';
import type { Turn } from '../../turn.ts';
import { cutShort, lengthOf, longestObservation } from '../answer/observation-length.ts';
import { shownFigures } from './asked-activity.ts';
import type { ReportQuestion } from './question.ts';

/** The question itself. @param brief what it is about was just said */
export function questionText(
  turn: Turn,
  task: Task,
  asked: questions.AskedActivity,
  question: ReportQuestion,
  brief: boolean,
): Html {
  switch (question.kind) {
    case 'progress':
      if (question.correcting && question.held === null && asked.current?.isStanding)
        return questions.whatToCorrect(asked);
      return brief && question.saved === null
        ? hints.askOnlyProgress(asked)
        : questions.progressQuestion(asked);
    case 'observation':
      return observationText(asked, question);
    case 'shorten':
      return questions.tooLongQuestion(
        asked,
        question.text,
        lengthOf(question.text),
        longestObservation,
        cutShort(question.text),
      );
    case 'lower':
      return questions.lowerQuestion(asked, question);
    case 'doubtful':
      return question.from === undefined
        ? questions.doubtfulQuestion(asked, question)
        : questions.correctionQuestion(
            asked,
            question.from,
            question,
            question.observation === asked.current?.observation ? null : question.observation,
          );
    case 'overwrite':
      return questions.overwriteQuestion(asked, {
        by: reporterOf(turn, task),
        reason: task.report?.origin === 'correction' ? task.report.reason : null,
        ...shownFigures(task, task.report ?? { progress: 0, amount: null, observation: '' }),
      });
    case 'misplaced':
      return questions.misplacedQuestion(asked, question.sent, question.repliedTo);
  }
}

function observationText(
  asked: questions.AskedActivity,
  question: Extract<ReportQuestion, { kind: 'observation' }>,
): Html {
  const { proposal, proposalAmount, words = null, otherActivity, unclear } = question;
  if (otherActivity !== undefined) return questions.whichActivity(asked, words ?? '', otherActivity);
  if (proposal !== null)
    return questions.changeQuestion(asked, question, { progress: proposal, amount: proposalAmount }, words);
  return unclear === undefined
    ? questions.observationQuestion(asked, question)
    : questions.saysNothingDone(asked, unclear.text);
}

/** The name of the person who reported; Planeación for a report that came with the form or from a coordinator. */
function reporterOf({ db }: Turn, { report }: Task): string {
  const byPlanning = report?.origin === 'correction' || report?.origin === 'planning';
  const reporter = byPlanning || !report?.personId ? undefined : personById(db, report.personId);
  return reporter?.name ?? 'Planeación';
}
