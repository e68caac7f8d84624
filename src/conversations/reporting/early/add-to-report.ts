import { noteAnswered } from '../../../db/received.ts';
import type { Report } from '../../../db/reports.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Turn } from '../../turn.ts';
import { aboutOf } from '../about.ts';
import { isTooLong } from '../answer/observation-length.ts';
import { storeReport } from '../answer/store-report.ts';
import { appendMessage } from './append-message.ts';

/** A task whose report is there. */
export type Reported = Task & { readonly report: Report };

export function isReported(task: Task | undefined): task is Reported {
  return task?.report !== undefined;
}

/** The observation of a report with words after it. */
export function withWords({ report }: Reported, words: string): string {
  return report.observation === ''
    ? words
    : appendMessage(report.observation, report.observation.length, words);
}

/** Adds words to the observation of a report. @returns false when it would be too long; nothing is stored then */
export function addToReport(turn: Turn, task: Reported, words: string): boolean {
  const observation = withWords(task, words);
  if (isTooLong(observation)) return false;
  const { progress, amount } = task.report;
  storeReport(turn, task, { progress, amount, observation });
  if (turn.messageId !== null) noteAnswered(turn.db, turn.chatId, turn.messageId, aboutOf(task));
  return true;
}
