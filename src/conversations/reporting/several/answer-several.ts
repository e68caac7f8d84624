import { keepDraft } from '../../../db/drafts.ts';
import {
  closeQuestion,
  closeQuestionsAbout,
  openNewQuestion,
  type QuestionRow,
  roundOf,
  saveRound,
  suspendOpen,
} from '../../../db/questions.ts';
import { noteAnswered } from '../../../db/received.ts';
import { lines, nothing } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/several.ts';
import { readQuestionAnswer } from '../../question-answers.ts';
import type { Turn } from '../../turn.ts';
import { aboutOf } from '../about.ts';
import { storeReport } from '../answer/store-report.ts';
import { taskWhenSent } from '../incoming/task-when-sent.ts';
import type { ReportQuestion } from '../questions/question.ts';
import { askNext } from '../round/ask-next.ts';
import { readSeveralQuestion, type SeveralItem, type SeveralQuestion } from './several-question.ts';

type NotSaved = { readonly number: string; readonly why: string };

/** The answer to *Guardar todo*. @returns false when the button does not belong to this question. */
export function answerSeveral(turn: Turn, row: QuestionRow, given: string): boolean {
  const question = readSeveralQuestion(row.payload);
  const said = readQuestionAnswer('several', given);
  if (said === null) return false;
  closeQuestion(turn.db, row.id, turn.now);
  if (said === 'no') {
    askNext(turn, { saved: null, before: texts.severalNotSaved() });
    return true;
  }
  const { saved, changed } = saveAll(turn, question);
  const [first] = saved;
  if (first && question.messageId !== null) noteAnswered(turn.db, turn.chatId, question.messageId, first);
  askNext(turn, {
    saved: null,
    before: saved.length + changed.length === 0 ? nothing : lines(texts.severalSaved(saved, changed)),
  });
  return true;
}

/**
 * Stores each item whose activity nobody reported since it was shown, and asks about the others. Without a round these
 * items become one, so that a closing follows.
 */
function saveAll(
  turn: Turn,
  question: SeveralQuestion,
): { saved: readonly SeveralItem[]; changed: readonly NotSaved[] } {
  const { db, person } = turn;
  if (!roundOf(db, person.id)) {
    // A draft is asked for its observation.
    const items = question.items.map(({ activityId, cutId, observation }) => ({
      activityId,
      cutId,
      state: observation === '' ? ('todo' as const) : ('gone' as const),
    }));
    saveRound(db, person.id, turn.now, items);
  }
  const sent = { ...turn, moment: question.sentAt };
  const saved: SeveralItem[] = [];
  const changed: NotSaved[] = [];
  for (const item of question.items) {
    const task = taskWhenSent(turn, item, question.sentAt);
    if (!task) changed.push({ number: item.number, why: texts.unclear.closed });
    else if (task.report && task.report.id > item.basedOnReport) {
      if (task.report.personId === person.id) changed.push({ number: item.number, why: texts.unclear.newer });
      else askWhichStands(turn, item, task.report.id);
    } else if (item.observation === '') {
      keepDraft(
        db,
        { personId: person.id, ...aboutOf(task), updatedAt: turn.now },
        { progress: item.progress },
      );
      closeQuestionsAbout(db, person.id, aboutOf(task), turn.now);
    } else {
      storeReport(sent, task, item);
      saved.push(item);
    }
  }
  return { saved, changed };
}

/** Somebody else reported it meanwhile: *¿Lo deja así o lo cambia?* will be asked, and keeps what was written. */
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
  openNewQuestion(turn.db, {
    personId: turn.person.id,
    kind: question.kind,
    activityId,
    cutId,
    payload: question,
    askedAt: turn.now,
    basedOnReport,
  });
  suspendOpen(turn.db, turn.person.id);
}
