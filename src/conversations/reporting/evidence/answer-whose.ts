import { reportableTask } from '../../../actions/reportable.ts';
import { closeQuestion, type QuestionRow } from '../../../db/questions.ts';
import { bareWords } from '../../../domain/answers/yes-or-no.ts';
import { paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import { readQuestionAnswer } from '../../question-answers.ts';
import type { Turn } from '../../turn.ts';
import type { About } from '../about.ts';
import { askNext } from '../round/ask-next.ts';
import { keepFile } from './keep-file.ts';
import { readWhoseQuestion } from './whose-question.ts';

/**
 * Says which activity a file belongs to, by button or by number. @returns false when the answer does not belong to this
 * question; the caption and its activity when there was one.
 */
export function answerWhose(
  turn: Turn,
  row: QuestionRow,
  said: string,
): boolean | (About & { caption: string }) {
  const question = readWhoseQuestion(row.payload);
  const tapped = readQuestionAnswer('evidence', said);
  const words = bareWords(said).replace(/^n /, '');
  const chosen = question.options.find(
    (option, place) => tapped === `a${place}` || bareWords(option.number) === words,
  );
  const only = question.options.length === 1 && words === 'si' ? question.options[0] : undefined;
  const option = chosen ?? only;
  if (!option && tapped !== 'none' && words !== 'no') return false;
  closeQuestion(turn.db, row.id, turn.now);
  if (!option || !reportableTask(turn.db, turn.person.id, option, turn.now)) {
    askNext(turn, { saved: null, before: option ? texts.tooLate(option.number) : texts.notFiled() });
    return true;
  }
  const refused = question.files.flatMap((file) => keepFile(turn, option, file) ?? []);
  const received = refused.length < question.files.length ? [texts.received(option.number)] : [];
  askNext(turn, { saved: null, before: paragraphs(...received, ...new Set(refused)) });
  const { caption } = question;
  return caption === null ? true : { activityId: option.activityId, cutId: option.cutId, caption };
}
