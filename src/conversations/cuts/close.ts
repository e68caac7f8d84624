import { z } from 'zod';
import { closeCut } from '../../actions/cut-acts.ts';
import { type PlannedCut, plannedCut } from '../../db/plans.ts';
import { cutState } from '../../domain/calendar.ts';
import type { Html } from '../../domain/events.ts';
import { cleanReason, REASON_MOST } from '../../domain/reason.ts';
import { closingNow } from '../../summary/closing-now.ts';
import { missingLine } from '../../summary/message.ts';
import * as texts from '../../texts/cuts/closing-cut.ts';
import { chooseOne, cutButtons, noLongerSo, reasonPlease } from '../../texts/cuts/cut-screens.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { paragraphs } from '../../texts/html.ts';
import { askStep, type Dialog, type Said } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { say, type Turn } from '../turn.ts';
import { backTo, cutMessage, showCut } from './cuts.ts';

const step = z.object({
  cutId: z.number(),
  /** Null: it is being asked for. */
  reason: z.string().nullable(),
  /** What it was said that closing would mean. */
  said: z.string(),
});
type Step = z.infer<typeof step>;

/** *Cerrar ya*: why, then who is still missing and who could still correct, then it is done. */
export const closeDialog: Dialog<'closeCut'> = {
  needs: 'manageCuts',
  answer: (turn, data, said) => answer(turn, step.parse(data), said),
  hint: () => reasonPlease(REASON_MOST),
};

export function startClosing(turn: Turn, cutId: number): void {
  const planned = plannedCut(turn.db, cutId);
  const why = planned ? notClosable(turn, planned) : null;
  if (!planned) return showCut(turn, cutId);
  if (why) return finishStep(turn, { html: texts.cannotClose(why), keyboard: backTo(cutId) });
  askStep(turn, { dialog: 'closeCut', data: { cutId, reason: null, said: '' } }, (button) => ({
    html: texts.whyClose(ofCut(planned)),
    keyboard: [[button(cutButtons.cancel, 'no')]],
  }));
}

function answer(turn: Turn, { cutId, reason, said: shown }: Step, said: Said<'closeCut'>): boolean {
  const planned = plannedCut(turn.db, cutId);
  if (!planned || (said.by === 'tap' && said.answer === 'no')) {
    finishStep(turn, { html: nothingChanged(), keyboard: backTo(cutId) });
    return true;
  }
  if (reason === null) {
    const clean = said.by === 'typed' ? cleanReason(said.text) : null;
    if (clean === null) return false;
    confirm(turn, planned, clean, null);
    return true;
  }
  if (said.by === 'typed') {
    say(turn, { html: chooseOne() });
    return true;
  }
  if (said.answer !== 'yes') return false;
  if (question(turn, planned, reason) !== shown) confirm(turn, planned, reason, noLongerSo());
  else close(turn, planned, reason);
  return true;
}

function confirm(turn: Turn, planned: PlannedCut, reason: string, before: Html | null): void {
  const why = notClosable(turn, planned);
  if (why) return finishStep(turn, { html: texts.cannotClose(why), keyboard: backTo(planned.cut.id) });
  const said = question(turn, planned, reason);
  const data: Step = { cutId: planned.cut.id, reason, said };
  askStep(turn, { dialog: 'closeCut', data }, (button) => ({
    html: before === null ? said : paragraphs(before, said),
    keyboard: [[button(texts.closeButtons.yes, 'yes')], [button(cutButtons.cancel, 'no')]],
  }));
}

function question(turn: Turn, planned: PlannedCut, reason: string): Html {
  const { pending, missing, people } = closingNow(turn.db, planned, turn.now);
  return texts.closeQuestion({
    ...ofCut(planned),
    reason,
    missing: missing.map(missingLine),
    activities: pending.length,
    correcting: people
      .filter(({ correctable }) => correctable.length > 0)
      .map(({ person, correctable }) => ({
        name: person.name,
        numbers: correctable.map((activity) => activity.number),
      })),
  });
}

function close(turn: Turn, planned: PlannedCut, reason: string): void {
  const done = closeCut(turn.db, planned, { personId: turn.person.id, reason }, turn.now);
  const cutId = planned.cut.id;
  if (done.ok) finishStep(turn, { html: texts.closed(ofCut(planned)), keyboard: backTo(cutId) });
  else finishStep(turn, cutMessage(turn, planned));
}

function notClosable(turn: Turn, { window, acts }: PlannedCut): 'notOpened' | 'alreadyClosed' | null {
  const state = cutState(window, acts, turn.now);
  if (state === 'scheduled') return 'notOpened';
  return state === 'closed' ? 'alreadyClosed' : null;
}

function ofCut({ plan, cut }: PlannedCut) {
  return { plan, cutNumber: cut.number };
}
