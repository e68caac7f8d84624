import { keepDraft } from '../../../db/drafts.ts';
import { closeQuestion, closeQuestionsAbout, type QuestionRow } from '../../../db/questions.ts';
import { noteAnswered } from '../../../db/received.ts';
import { roundOf } from '../../../db/rounds.ts';
import type { Task } from '../../../db/tasks.ts';
import { nothing } from '../../../texts/html.ts';
import { severalSaved } from '../../../texts/reporting/saved.ts';
import * as texts from '../../../texts/reporting/several.ts';
import { readQuestionAnswer } from '../../question-answers.ts';
import type { Turn } from '../../turn.ts';
import { aboutOf, isSame } from '../about.ts';
import { storeReport } from '../answer/store-report.ts';
import { askWhoseLater, saidNow } from '../evidence/whose-question.ts';
import { taskWhenSent } from '../incoming/task-when-sent.ts';
import { shownFigures } from '../questions/asked-activity.ts';
import type { Saved } from '../questions/saved.ts';
import { askNext } from '../round/ask-next.ts';
import { ensureRound } from '../round/start-round.ts';
import { named, stillPending } from '../round/still-pending.ts';
import { askLater, askWhichStands } from './ask-later.ts';
import { readSeveralQuestion, type SeveralItem, type SeveralQuestion } from './several-question.ts';

/** An activity of a line without a number is chosen among so many. */
const mostOptions = 12;

type NotSaved = { readonly number: string; readonly why: string };

/** The answer to *Guardar estas 3*. @returns false when the button does not belong to this question. */
export function answerSeveral(turn: Turn, row: QuestionRow, given: string): boolean {
  const question = readSeveralQuestion(row.payload);
  const said = readQuestionAnswer('several', given);
  if (said === null) return false;
  closeQuestion(turn.db, row.id, turn.now);
  if (said === 'no') {
    askNext(turn, { saved: null, before: texts.severalNotSaved() });
    return true;
  }
  ensureRound(turn);
  const { saved, changed, halves } = saveAll(turn, question);
  for (const correction of question.corrections) askLater(turn, correction);
  const [first] = saved;
  if (first && question.messageId !== null) noteAnswered(turn.db, turn.chatId, question.messageId, first);
  const left = stillPending({ ...turn, moment: Math.max(turn.moment, turn.now) });
  const told = toldOf(turn, saved, changed, halves, left);
  askWhoseLines(turn, question, left);
  askNext(turn, { saved: told, before: nothing }, 'heldFirst');
  return true;
}

/** What was saved, and what is left; null when there is nothing to tell. */
function toldOf(
  turn: Turn,
  saved: readonly SavedItem[],
  changed: readonly NotSaved[],
  halves: readonly string[],
  left: readonly Task[],
): Saved | null {
  if (saved.length + changed.length + halves.length === 0) return null;
  const items = roundOf(turn.db, turn.person.id)?.items ?? [];
  return {
    html: severalSaved(saved, changed, halves, named(turn, left)),
    reports: saved.map(({ activityId, cutId, number }) => ({ activityId, cutId, number })),
    ofRound: saved.length === 0 || items.some((item) => saved.some((each) => isSame(item, each))),
  };
}

/** Asks later whose the lines are that name no activity; the first of them first. */
function askWhoseLines(turn: Turn, { unread, items }: SeveralQuestion, left: readonly Task[]): void {
  const all = left.length > 0 ? left : items.flatMap((item) => taskWhenSent(turn, item, turn.now) ?? []);
  const options = all
    .slice(0, mostOptions)
    .map((task) => ({ ...aboutOf(task), number: task.activity.number }));
  if (options.length === 0) return;
  for (const text of unread.toReversed())
    askWhoseLater(turn, { files: [], options, said: saidNow(turn, text) });
}

type SavedItem = SeveralItem & ReturnType<typeof shownFigures>;

/** Stores each item, unless its activity was reported since it was shown: then asks about it later. */
function saveAll(
  turn: Turn,
  question: SeveralQuestion,
): {
  readonly saved: readonly SavedItem[];
  readonly changed: readonly NotSaved[];
  /** Numbers of those whose other half is asked. */
  readonly halves: readonly string[];
} {
  const { db, person } = turn;
  const sent = { ...turn, moment: question.sentAt };
  const saved: SavedItem[] = [];
  const changed: NotSaved[] = [];
  const halves: string[] = [];
  for (const item of question.items) {
    const { progress, amount = null, observation } = item;
    const task = taskWhenSent(turn, item, question.sentAt);
    if (!task) changed.push({ number: item.number, why: texts.unclear.closed });
    else if (task.report && task.report.id > item.basedOnReport) {
      if (task.report.personId === person.id) changed.push({ number: item.number, why: texts.unclear.newer });
      else askWhichStands(turn, item, task.report.id);
    } else if (progress === null || observation === '') {
      const half = progress === null ? { observation } : { progress, amount };
      keepDraft(db, { personId: person.id, ...aboutOf(task), updatedAt: turn.now }, half);
      closeQuestionsAbout(db, person.id, aboutOf(task), turn.now);
      halves.push(item.number);
    } else {
      const { report } = storeReport(sent, task, { progress, amount, observation });
      saved.push({ ...item, ...shownFigures(task, report) });
    }
  }
  return { saved, changed, halves };
}
