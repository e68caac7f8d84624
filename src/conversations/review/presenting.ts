import { z } from 'zod';
import { type Presentable, presentable, presentCut } from '../../actions/present.ts';
import { type PlannedCut, plannedCut } from '../../db/plans.ts';
import { presentationsOf } from '../../db/review.ts';
import { writeButton } from '../../domain/buttons.ts';
import { endAsking, notifyPresented } from '../../notices/kinds/presented.ts';
import { summaryOf } from '../../summary/cut-summary.ts';
import { figureLines } from '../../summary/message.ts';
import { approvalButtons as buttons } from '../../texts/review/approval-buttons.ts';
import * as texts from '../../texts/review/presenting.ts';
import { askStep, type Dialog } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import type { Screen } from '../dialogs/screen.ts';
import { sayOfficeChanges } from '../people/office-changes.ts';
import { type CutCommand, withCut } from '../summary/which-cut.ts';
import { say, type Turn } from '../turn.ts';

const stepData = z.object({
  cutId: z.number(),
  fingerprint: z.string(),
  /** `close`: whether to close at once; `confirm`: whether to present what is shown. */
  step: z.enum(['close', 'confirm']),
  closes: z.boolean(),
});

/** `/presentar`, `/presentar marzo`, `/presentar 2`: lays a cut before the mayor. */
export function startPresenting(turn: Turn, words: string): void {
  const to: CutCommand['to'] = (cutId) => ({ to: 'screen', screen: 'present', args: { cutId } });
  sayOfficeChanges(turn);
  const command: CutCommand = { name: 'presentar', to, which: texts.whichToPresent() };
  withCut(turn, words, command, (planned) => showPresenting(turn, planned));
}

export const presentScreen: Screen<'present'> = {
  needs: 'present',
  show: (turn, { cutId }) => {
    const planned = plannedCut(turn.db, cutId);
    const beside = { ...turn, tappedRow: null };
    if (planned) showPresenting(beside, planned);
    else startPresenting(beside, '');
    return undefined;
  },
};

export const presentDialog: Dialog<'present'> = {
  needs: 'present',
  hint: () => texts.presentHint(),
  answer: (turn, data, said) => {
    if (said.by === 'typed') return false;
    const step = stepData.parse(data);
    const planned = plannedCut(turn.db, step.cutId);
    if (said.answer === 'no' || !planned) {
      finishStep(turn, { html: texts.notPresented() });
      return true;
    }
    if (said.answer === 'close' || (said.answer === 'yes' && step.step === 'close')) {
      const can = presentable(turn.db, planned, turn.person.id, turn.now);
      if (can.can) confirm(turn, can, { closes: true, changed: false });
      else finishStep(turn, { html: texts.notPresentable(can.why, planned) });
      return true;
    }
    if (said.answer !== 'yes') return false;
    present(turn, planned, step);
    return true;
  },
};

function showPresenting(turn: Turn, planned: PlannedCut): void {
  const can = presentable(turn.db, planned, turn.person.id, turn.now);
  if (!can.can) {
    say(turn, { html: texts.notPresentable(can.why, planned), keyboard: [[summaryButton(planned.cut.id)]] });
    return;
  }
  if (can.state !== 'missing') return confirm(turn, can, { closes: false, changed: false });
  const data = { cutId: planned.cut.id, fingerprint: can.sealed.fingerprint, step: 'close', closes: false };
  askStep(turn, { dialog: 'present', data }, (button) => ({
    html: texts.closeNow({ ...planned, missing: can.missing, lastDay: can.lastDay }),
    keyboard: [[button(buttons.yesClose, 'yes')], [button(buttons.wait, 'no')]],
  }));
}

function confirm(
  turn: Turn,
  can: Extract<Presentable, { can: true }>,
  { closes, changed }: { readonly closes: boolean; readonly changed: boolean },
): void {
  const { planned, read } = can;
  const { fingerprint } = can.sealed;
  const summary = summaryOf(turn.db, planned, turn.now, turn.context.entityName, 'now', read);
  const data = { cutId: planned.cut.id, fingerprint, step: 'confirm', closes };
  askStep(turn, { dialog: 'present', data }, (button) => ({
    html: texts.confirmPresent({
      ...planned,
      figures: figureLines(summary),
      closes,
      correctableUntil: can.lastDay,
      mayor: can.mayor,
      changed,
    }),
    keyboard: [
      [button(closes ? buttons.yesCloseAndPresent : buttons.present, 'yes')],
      ...(can.state === 'correctable' && !closes ? [[button(buttons.closeAndPresent, 'close')]] : []),
      [button(buttons.notNow, 'no'), summaryButton(planned.cut.id)],
    ],
  }));
}

function present(turn: Turn, planned: PlannedCut, step: z.infer<typeof stepData>): void {
  const { db, now, person } = turn;
  const { cutId, fingerprint, closes } = step;
  const [former] = presentationsOf(db, cutId);
  const done = presentCut(db, { cutId, personId: person.id, fingerprint, closes }, now);
  if (done.ok) {
    if (former) endAsking(db, former.id, now);
    const { presentation, read, mayor } = done;
    notifyPresented(db, { planned, presentation, read, entityName: turn.context.entityName }, now);
    finishStep(turn, { html: texts.presented({ ...planned, mayor }) });
    return;
  }
  const can = presentable(db, planned, person.id, now);
  if (!can.can) finishStep(turn, { html: texts.notPresentable(can.why, planned) });
  else if (can.state === 'missing' && !closes) {
    finishStep(turn, { html: texts.somethingCameOpen() });
    showPresenting({ ...turn, tappedRow: null }, planned);
  } else confirm(turn, can, { closes, changed: true });
}

function summaryButton(cutId: number) {
  return { text: buttons.seeSummary, data: writeButton({ to: 'summary', cutId }) };
}
