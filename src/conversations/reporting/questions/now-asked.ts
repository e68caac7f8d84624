import type { QuestionRow } from '../../../db/questions.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Html } from '../../../domain/events.ts';
import { nothing } from '../../../texts/html.ts';
import * as hints from '../../../texts/reporting/hints.ts';
import type { Turn } from '../../turn.ts';
import { askedActivity } from './asked-activity.ts';
import { readReportQuestion } from './question.ts';

/** What the open question still wants, in one line. */
export function nowAsked(turn: Turn, task: Task, row: QuestionRow): Html {
  const question = readReportQuestion(row.payload);
  const asked = askedActivity(turn, task);
  if (question.kind === 'progress') return hints.askOnlyProgress(asked);
  return question.kind === 'observation' ? hints.describeInWords(asked) : nothing;
}
