import { reportableTask } from '../../../actions/reportable.ts';
import { keepDraft } from '../../../db/drafts.ts';
import {
  closeQuestion,
  closeQuestionsAbout,
  openNewQuestion,
  type QuestionRow,
  roundOf,
  suspendOpen,
} from '../../../db/questions.ts';
import { noteAnswered } from '../../../db/received.ts';
import type { Task } from '../../../db/tasks.ts';
import { nothing } from '../../../texts/html.ts';
import { severalSaved } from '../../../texts/reporting/saved.ts';
import * as texts from '../../../texts/reporting/several.ts';
import { readQuestionAnswer } from '../../question-answers.ts';
import type { Turn } from '../../turn.ts';
import { type About, aboutOf, isSame } from '../about.ts';
import { storeReport } from '../answer/store-report.ts';
import { askWhoseLater, saidNow } from '../evidence/whose-question.ts';
import { taskWhenSent } from '../incoming/task-when-sent.ts';
import type { ReportQuestion } from '../questions/question.ts';
import type { Saved } from '../questions/saved.ts';
import { askNext } from '../round/ask-next.ts';
import { ensureRound } from '../round/start-round.ts';
import { named, stillPending } from '../round/still-pending.ts';
import {
  readSeveralQuestion,
  type SeveralCorrection,
  type SeveralItem,
  type SeveralQuestion,
} from './several-question.ts';

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
  const { saved, changed } = saveAll(turn, question);
  for (const correction of question.corrections) askLater(turn, correction);
  const [first] = saved;
  if (first && question.messageId !== null) noteAnswered(turn.db, turn.chatId, question.messageId, first);
  const left = stillPending({ ...turn, moment: Math.max(turn.moment, turn.now) });
  const told = toldOf(turn, saved, changed, left);
  askWhoseLines(turn, question, left);
  askNext(turn, { saved: told, before: nothing }, 'heldFirst');
  return true;
}

/** What was saved, and what is left; null when there is nothing to tell. */
function toldOf(
  turn: Turn,
  saved: readonly SavedItem[],
  changed: readonly NotSaved[],
  left: readonly Task[],
): Saved | null {
  if (saved.length + changed.length === 0) return null;
  const items = roundOf(turn.db, turn.person.id)?.items ?? [];
  return {
    html: severalSaved(saved, changed, named(turn, left)),
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

type SavedItem = SeveralItem & { readonly progress: number };

/** Stores each item, unless its activity was reported since it was shown: then asks about it later. */
function saveAll(
  turn: Turn,
  question: SeveralQuestion,
): { saved: readonly SavedItem[]; changed: readonly NotSaved[] } {
  const { db, person } = turn;
  const sent = { ...turn, moment: question.sentAt };
  const saved: SavedItem[] = [];
  const changed: NotSaved[] = [];
  for (const item of question.items) {
    const { progress, observation } = item;
    const task = taskWhenSent(turn, item, question.sentAt);
    if (!task) changed.push({ number: item.number, why: texts.unclear.closed });
    else if (task.report && task.report.id > item.basedOnReport) {
      if (task.report.personId === person.id) changed.push({ number: item.number, why: texts.unclear.newer });
      else askWhichStands(turn, item, task.report.id);
    } else if (progress === null || observation === '') {
      const half = progress === null ? { observation } : { progress };
      keepDraft(db, { personId: person.id, ...aboutOf(task), updatedAt: turn.now }, half);
      closeQuestionsAbout(db, person.id, aboutOf(task), turn.now);
    } else {
      storeReport(sent, task, { progress, observation });
      saved.push({ ...item, progress });
    }
  }
  return { saved, changed };
}

/** *¿Cambio la n.º 5 de 70 % a 60 %?* will be asked, and keeps what was written. */
function askLater(turn: Turn, { activityId, cutId, progress, observation, from }: SeveralCorrection): void {
  const task = reportableTask(turn.db, turn.person.id, { activityId, cutId }, turn.now);
  if (!task?.report) return;
  const words = observation ?? (task.report.observation || null);
  const common = { correcting: !task.pending, saved: null };
  const question: ReportQuestion = { kind: 'doubtful', ...common, progress, observation: words, from };
  openSuspended(turn, { activityId, cutId }, question, task.report.id);
}

/** Somebody else reported it meanwhile: asks later *¿Lo deja así o lo cambia?*, and keeps what was written. */
function askWhichStands(turn: Turn, item: SeveralItem, basedOnReport: number): void {
  const { activityId, cutId, progress, observation } = item;
  const question: ReportQuestion = {
    kind: 'overwrite',
    correcting: true,
    saved: null,
    progress,
    observation,
    confirmed: true,
  };
  openSuspended(turn, { activityId, cutId }, question, basedOnReport);
}

/** Opens a question that is shown when what is asked now is done. */
function openSuspended(turn: Turn, about: About, question: ReportQuestion, basedOnReport: number): void {
  openNewQuestion(turn.db, {
    personId: turn.person.id,
    kind: question.kind,
    ...about,
    payload: question,
    askedAt: turn.now,
    basedOnReport,
  });
  suspendOpen(turn.db, turn.person.id);
}
