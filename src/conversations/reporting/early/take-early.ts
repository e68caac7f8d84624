import { reportableTask } from '../../../actions/reportable.ts';
import { type QuestionRow, suspendedQuestions } from '../../../db/questions.ts';
import type { Task } from '../../../db/tasks.ts';
import { writeButton } from '../../../domain/buttons.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import { buttons } from '../../../texts/reporting/reporting.ts';
import { say, type Turn } from '../../turn.ts';
import { aboutOf, aboutOfQuestion } from '../about.ts';
import { askWhose, saidNow } from '../evidence/whose-question.ts';
import { questionRepliedTo } from '../incoming/replied-to.ts';
import { nowAsked } from '../questions/now-asked.ts';
import { addToReport, type Reported } from './add-to-report.ts';
import { goesOnWith, type JustDone, justDone } from './just-done.ts';
import { keepWithQuestion } from './keep-with-question.ts';
import { isPlainWords } from './plain-words.ts';

/**
 * Takes a text sent before its writer can have seen the open question about an activity or the end of a round. It may
 * complete the activity that it began; plain words are added to the report just saved; everything else is asked about.
 * @returns false when it may answer the open question all the same
 */
export function takeEarly(turn: Turn, row: QuestionRow, text: string): boolean {
  const about = aboutOfQuestion(row);
  if (about !== null && goesOnWith(turn, row, about)) return keepWithQuestion(turn, row, about, text);
  const done = justDone(turn, row);
  if (done.saved && isPlainWords(text) && sayAdded(turn, done.saved, text, row)) return true;
  const options = optionsOf(turn, row, done);
  if (options.length === 0) return false;
  askForWhich(turn, options, text);
  return true;
}

/** Adds plain words to a report and says so. @returns false when it would be too long */
export function sayAdded(turn: Turn, task: Reported, words: string, row: QuestionRow | undefined): boolean {
  if (!addToReport(turn, task, words)) return false;
  const { number } = task.activity;
  const about = row && aboutOfQuestion(row);
  const asked = about && reportableTask(turn.db, turn.person.id, about, turn.moment);
  const next = row && asked ? nowAsked(turn, asked, row) : nothing;
  const correct = { text: buttons.correct(number), data: writeButton({ to: 'correct', ...aboutOf(task) }) };
  say(turn, { html: paragraphs(texts.added(number, words), next), keyboard: [[correct]] });
  return true;
}

/** *¿Es para la n.º 1 o la n.º 2?* */
export function askForWhich(turn: Turn, tasks: readonly Task[], text: string): void {
  askWhose(turn, { files: [], options: asOptions(tasks), said: saidNow(turn, text) });
}

/** Each activity once, as a question offers it. */
export function asOptions(tasks: readonly Task[]) {
  const once = new Map(tasks.map((task) => [task.activity.id, task]));
  return [...once.values()].map((task) => ({ ...aboutOf(task), number: task.activity.number }));
}

/** The activities that it may be for: what was done last, the asked one, and the one whose question it replies to. */
export function optionsOf(turn: Turn, row: QuestionRow, { activities }: JustDone): readonly Task[] {
  const interrupted = activities.length > 0 ? [] : suspendedQuestions(turn.db, turn.person.id).slice(0, 1);
  const asked = [questionRepliedTo(turn), ...interrupted, row].flatMap((each) => {
    const about = each && aboutOfQuestion(each);
    return (about && reportableTask(turn.db, turn.person.id, about, turn.moment)) || [];
  });
  return [...activities, ...asked];
}
