import {
  openNewQuestion,
  type QuestionRow,
  questionById,
  reopenQuestion,
  suspendedQuestions,
} from '../../../db/questions.ts';
import { noteAnswered } from '../../../db/received.ts';
import type { Task } from '../../../db/tasks.ts';
import { readAnswer } from '../../../domain/answers/read-answer.ts';
import type { Html } from '../../../domain/events.ts';
import { hasLetter } from '../../../domain/invisible.ts';
import { linksIn, withoutLinks } from '../../../domain/links.ts';
import { type Counted, type Measure, measureOf } from '../../../domain/units.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import { say, type Turn } from '../../turn.ts';
import { type About, aboutOf, isSame } from '../about.ts';
import { takeLinks } from '../evidence/take-links.ts';
import type { Said } from '../evidence/whose-question.ts';
import { taskWhenSent } from '../incoming/task-when-sent.ts';
import { takeText } from '../incoming/text.ts';
import { storedText } from '../own-activities/stored-text.ts';
import { askNew, measuredBy } from '../questions/ask.ts';
import { firstQuestion } from '../questions/first-question.ts';
import { ofOne } from '../questions/saved.ts';
import { askNext } from '../round/ask-next.ts';
import { addToReport, isReported, type Reported, withWords } from './add-to-report.ts';

/**
 * Takes words for the activity that their writer chose. They answer its question when it waits for an answer; otherwise
 * they are added to its report. A figure in them changes nothing without a question.
 */
export function takeForChosen(turn: Turn, about: About, said: Said, before: Html): void {
  const sent: Turn = { ...turn, moment: said.sentAt, messageId: null, repliesTo: null };
  const task = taskWhenSent(sent, about, said.sentAt);
  if (!task) throw new Error(`activity ${about.activityId} takes no report`);
  for (const id of said.messageIds) noteAnswered(turn.db, turn.chatId, id, about);
  const row =
    waitingQuestion(sent, about) ?? (isReported(task) && !task.pending ? undefined : askSilently(sent, task));
  if (row) {
    if (before !== nothing) say(turn, { html: before });
    takeText(sent, row, said.text);
  } else if (isReported(task)) takeForStored(sent, task, said.text, before);
}

/** Reopens the question about an activity that something else interrupted; undefined without one. */
function waitingQuestion(turn: Turn, about: About): QuestionRow | undefined {
  const row = suspendedQuestions(turn.db, turn.person.id).find((each) => isSame(each, about));
  return row && reopenQuestion(turn.db, row, { ...row, askedAt: turn.now, seen: true });
}

/** Opens the question for the missing half without showing it: its answer is here. */
function askSilently(turn: Turn, task: Task): QuestionRow | undefined {
  const question = firstQuestion(task, null);
  const { id } = openNewQuestion(turn.db, {
    personId: turn.person.id,
    kind: question.kind,
    ...aboutOf(task),
    payload: measuredBy(task, question),
    askedAt: turn.now,
    basedOnReport: task.report?.id ?? 0,
  });
  return questionById(turn.db, id);
}

function takeForStored(turn: Turn, task: Reported, text: string, before: Html): void {
  const { number } = task.activity;
  const { progress, amount } = task.report;
  const say = (html: Html) => askNext(turn, { saved: null, before: paragraphs(before, html) }, 'heldFirst');
  const links = linksIn(text);
  if (links.length > 0 && !hasLetter(withoutLinks(text))) {
    takeLinks(turn, task, links);
    return askNext(turn, { saved: null, before });
  }
  const asked = { correcting: true, saved: null };
  const { figure, words } = figureAndWords(text, measureOf(task.activity));
  const differs = figure !== null && (figure.tenths !== progress || (figure.amount ?? amount) !== amount);
  if (words === null) {
    if (!differs) return say(storedText(turn, task));
    askNew(
      turn,
      task,
      {
        kind: 'observation',
        ...asked,
        progress,
        amount,
        proposal: figure.tenths,
        proposalAmount: figure.amount,
      },
      { where: 'follow', before },
    );
  } else if (differs) {
    const observation = withWords(task, words);
    askNew(
      turn,
      task,
      { kind: 'doubtful', ...asked, progress: figure.tenths, amount: figure.amount, observation },
      { where: 'follow', before },
    );
  } else if (addToReport(turn, task, words)) {
    askNext(turn, { saved: ofOne(task, texts.added(number, words)), before }, 'heldFirst');
  } else {
    const longer = withWords(task, words);
    askNew(
      turn,
      task,
      { kind: 'shorten', ...asked, progress, amount, text: longer },
      { where: 'follow', before },
    );
  }
}

/** The figure in a text, and what it says besides. */
function figureAndWords(
  text: string,
  measure: Measure | null,
): { readonly figure: Counted | null; readonly words: string | null } {
  const answer = readAnswer(text, { question: 'percentage', numbers: new Set(), measure });
  switch (answer.kind) {
    case 'percentage':
      return { figure: { tenths: answer.tenths, amount: null }, words: null };
    case 'both':
      return { figure: { tenths: answer.tenths, amount: null }, words: answer.observation };
    case 'ask': {
      const [tenths] = answer.options;
      if (tenths === undefined) return { figure: null, words: text };
      return { figure: { tenths, amount: null }, words: answer.observation };
    }
    case 'units':
      return { figure: answer, words: answer.observation };
    case 'askUnits': {
      const [figure] = answer.options;
      return figure === undefined ? { figure: null, words: text } : { figure, words: answer.observation };
    }
    case 'chatter':
      return { figure: null, words: null };
    case 'outOfRange':
    case 'observation':
    case 'nothing':
      return { figure: null, words: hasLetter(text) ? text : null };
  }
}
