import { reportableTask } from '../../../actions/reportable.ts';
import { closeQuestion, type QuestionRow } from '../../../db/questions.ts';
import { bareWords } from '../../../domain/answers/yes-or-no.ts';
import { paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import { readQuestionAnswer } from '../../question-answers.ts';
import type { Turn } from '../../turn.ts';
import { takeForChosen } from '../early/take-for-chosen.ts';
import { taskWhenSent } from '../incoming/task-when-sent.ts';
import { askNext } from '../round/ask-next.ts';
import { confirmReceived } from './confirm.ts';
import { keepFile } from './keep-file.ts';
import { readWhoseQuestion, type WhoseQuestion } from './whose-question.ts';

/**
 * Says which activity files and words belong to, by button or by number. Words then answer the question of that
 * activity, or are added to its report. @returns false when the answer does not belong to this question.
 */
export function answerWhose(turn: Turn, row: QuestionRow, given: string): boolean {
  const question = readWhoseQuestion(row.payload);
  const option = optionOf(question, given);
  if (option === undefined) return false;
  closeQuestion(turn.db, row.id, turn.now);
  const { files, said } = question;
  const what = files.length > 0 ? 'file' : 'text';
  if (option === null) {
    askNext(turn, { saved: null, before: texts.notFiled(what) }, 'heldFirst');
    return true;
  }
  const sentAt = said?.sentAt ?? turn.now;
  const isOpen =
    said === null
      ? reportableTask(turn.db, turn.person.id, option, turn.now)
      : taskWhenSent(turn, option, sentAt);
  if (!isOpen) {
    askNext(turn, { saved: null, before: texts.tooLate(option.number, what) }, 'heldFirst');
    return true;
  }
  const kept = files.map((file) => keepFile(turn, option, file));
  const received = kept.flatMap((each) => ('evidence' in each ? each.evidence : []));
  const refused = kept.flatMap((each) => ('refused' in each ? each.refused : []));
  confirmReceived(turn, received);
  const before = paragraphs(...new Set(refused));
  // The tapped message says now what was received: what follows is a message of its own.
  const next = received.length > 0 ? { ...turn, tappedRow: null } : turn;
  if (said === null) askNext(next, { saved: null, before }, 'heldFirst');
  else takeForChosen(next, option, said, before);
  return true;
}

type Option = WhoseQuestion['options'][number];

/** The activity that is named; null: none of them; undefined: neither. */
function optionOf({ options }: WhoseQuestion, given: string): Option | null | undefined {
  const tapped = readQuestionAnswer('evidence', given);
  const words = bareWords(given).replace(/^((es )?(para|de) )?(la )?(n |numero )?/, '');
  if (tapped === 'none' || words === 'no' || words === 'de ninguna' || words === 'ninguna') return null;
  const named = options.find((option, place) => tapped === `a${place}` || bareWords(option.number) === words);
  return named ?? (options.length === 1 && words === 'si' ? options[0] : undefined);
}
