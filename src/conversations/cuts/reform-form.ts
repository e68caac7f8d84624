import { askPlanChange } from '../../actions/reformulate.ts';
import { cleanReason, REASON_MOST } from '../../domain/reason.ts';
import { acceptorsOf } from '../../summary/change-acceptors.ts';
import { chooseOne, reasonPlease } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/reformulation.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { plain } from '../../texts/html.ts';
import type { Dialog, Said } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { say, type Turn } from '../turn.ts';
import { askReformByForm, type FormStep, formStep } from './reform-form-ask.ts';

/** A corrected form that is imported as a reformulation. */
export const reformFormDialog: Dialog<'reformform'> = {
  needs: 'importPlan',
  answer: (turn, data, said) => answer(turn, formStep.parse(data), said),
  hint: chooseOne,
};

function answer(turn: Turn, at: FormStep, said: Said<'reformform'>): boolean {
  const { planId } = at;
  const keyboard = [[screenButton(texts.reformButtons.back, 'versions', { planId, page: 1 })]];
  if (said.by === 'tap' && said.answer === 'no') {
    finishStep(turn, { html: nothingChanged(), keyboard });
    return true;
  }
  if (at.why === null) {
    const why = said.by === 'typed' ? cleanReason(said.text) : null;
    if (said.by !== 'typed') return false;
    if (why === null) say(turn, { html: reasonPlease(REASON_MOST) });
    else askReformByForm(turn, { ...at, why });
    return true;
  }
  if (said.by !== 'tap') return false;
  const { changes, why } = at;
  const done = askPlanChange(turn.db, { planId, changes, why, askedBy: turn.person.id }, turn.now);
  const html = done.ok
    ? texts.changeAsked(acceptorsOf(turn.db, done.change, turn.now))
    : plain(texts.notPossible[done.why]);
  finishStep(turn, { html, keyboard });
  return true;
}
