import { tryAsReform } from '../../actions/reform-by-form.ts';
import type { QuestionRow } from '../../db/questions.ts';
import * as texts from '../../texts/importing/importing.ts';
import { askReformByForm } from '../cuts/reform-form-ask.ts';
import { say, type Turn } from '../turn.ts';
import { describeImport } from './describe-import.ts';
import type { ImportQuestion } from './question.ts';
import { endImport } from './step.ts';
import { offerAgain } from './store.ts';

/** *Es una reformulación*: the form is not stored; its changes are asked for, so that somebody else accepts them. */
export function reformulate(
  turn: Turn,
  row: QuestionRow,
  asked: Extract<ImportQuestion, { step: 'confirm' }>,
): void {
  const said = { now: turn.now, sameActivities: asked.same, same: asked.others };
  const { tried, reform } = tryAsReform(turn.db, asked.form, said);
  if (!tried.ok || !reform || describeImport(tried).join('\n') !== asked.report.join('\n')) {
    say(turn, { html: texts.changedMeanwhile() });
    return offerAgain(turn, row, asked);
  }
  endImport(turn, row);
  askReformByForm(turn, { ...reform, changes: [...reform.changes], why: null });
}
