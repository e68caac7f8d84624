import { reportableTask } from '../../../actions/reportable.ts';
import { lastClosedQuestion, type QuestionRow } from '../../../db/questions.ts';
import { lastReportOf } from '../../../db/reports.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Turn } from '../../turn.ts';
import { type About, aboutOfQuestion, isSame } from '../about.ts';
import { readSeveralQuestion } from '../several/several-question.ts';
import { isReported, type Reported } from './add-to-report.ts';

/** What the person did last, when something sent in the same breath may belong to it. */
export type JustDone = {
  /** The activities that it was about. */
  readonly activities: readonly Task[];
  /** The one report that it saved. */
  readonly saved: Reported | undefined;
};

/** The act after which the open question was asked. */
export function justDone(turn: Turn, row: QuestionRow): JustDone {
  const closed = lastClosedQuestion(turn.db, turn.person.id);
  const isIts = closed?.closedAt != null && closed.closedAt >= row.askedAt;
  const saved = savedSince(turn, row.askedAt);
  if (isIts && closed.kind === 'several') {
    const { items } = readSeveralQuestion(closed.payload);
    return { activities: tasksOf(turn, items), saved: items.length === 1 ? saved : undefined };
  }
  const about = isIts ? aboutOfQuestion(closed) : null;
  return { activities: saved ? [saved] : tasksOf(turn, about ? [about] : []), saved };
}

/** Whether the open question only asks for more of an activity that an answer began. */
export function goesOnWith(turn: Turn, row: QuestionRow, about: About): boolean {
  const closed = lastClosedQuestion(turn.db, turn.person.id);
  return closed?.closedAt != null && closed.closedAt >= row.askedAt && isSame(closed, about);
}

/** This person's own last report, when it was saved since a moment and can still be corrected. */
export function savedSince(turn: Turn, since: number): Reported | undefined {
  const last = lastReportOf(turn.db, turn.person.id);
  if (!last || last.recordedAt < since) return undefined;
  const task = reportableTask(turn.db, turn.person.id, last, turn.moment);
  return isReported(task) && task.report.id === last.id ? task : undefined;
}

function tasksOf(turn: Turn, abouts: readonly About[]): readonly Task[] {
  return abouts.flatMap((about) => reportableTask(turn.db, turn.person.id, about, turn.moment) ?? []);
}
