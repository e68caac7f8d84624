import { z } from 'zod';
import { decidable, returnCut } from '../../actions/approve.ts';
import { daysOff, type PlannedCut } from '../../db/plans.ts';
import { askedActivities } from '../../db/tasks.ts';
import { reopeningLastDay, usualReopeningLastDay } from '../../domain/calendar.ts';
import { cleanReason } from '../../domain/reason.ts';
import { notifyDecided } from '../../notices/kinds/decided.ts';
import { endAsking } from '../../notices/kinds/presented.ts';
import { unknownNumbers } from '../../texts/cuts/reopening.ts';
import { approvalButtons as buttons } from '../../texts/review/approval-buttons.ts';
import { notDecided } from '../../texts/review/approving.ts';
import * as texts from '../../texts/review/returning.ts';
import { typedNumbers } from '../cuts/reopen-activities.ts';
import { choiceRows, chosenBy, toggles } from '../dialogs/activity-choice.ts';
import { askStep, type Dialog } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { pageOf } from '../dialogs/list-pages.ts';
import type { Screen } from '../dialogs/screen.ts';
import type { StepAnswer } from '../dialogs/step-answers.ts';
import { say, type Turn } from '../turn.ts';
import { whyNot } from './approving.ts';
import { numbersAndRemark } from './numbers-and-remark.ts';

const stepData = z.object({
  presentationId: z.number(),
  /** Ids of the activities to reopen. */
  chosen: z.array(z.number()),
  page: z.number(),
  remark: z.string().nullable(),
  step: z.enum(['choose', 'remark', 'confirm']),
});
type StepData = z.infer<typeof stepData>;

/** *Devolver*, under what was presented: which activities, why, and once more whether to. */
export const returnScreen: Screen<'return'> = {
  needs: 'approve',
  show: (turn, { presentationId }) => {
    const beside = { ...turn, tappedRow: null };
    const found = decidable(turn.db, presentationId, turn.person.id, false);
    if (!found.can) say(beside, whyNot(turn, found));
    else ask(beside, found.planned, { presentationId, chosen: [], page: 1, remark: null, step: 'choose' });
    return undefined;
  },
};

/**
 * *devolver 7: falta el enlace*, written while nothing is asked: shown as understood, and returned with one tap.
 * @param numbers as written: `7`, `3 y 5`
 */
export function returnInWords(turn: Turn, presentationId: number, numbers: string, remark: string): void {
  const found = decidable(turn.db, presentationId, turn.person.id, false);
  if (!found.can) return void say(turn, whyNot(turn, found));
  const step: StepData = { presentationId, chosen: [], page: 1, remark: cleanReason(remark), step: 'choose' };
  const named = typedNumbers(turn, found.planned, numbers);
  if (named?.ok) return ask(turn, found.planned, { ...step, chosen: [...named.ids], step: nextOf(step) });
  if (named) say(turn, { html: unknownNumbers(named.unknown) });
  ask(turn, found.planned, step);
}

function nextOf({ remark }: StepData): StepData['step'] {
  return remark === null ? 'remark' : 'confirm';
}

export const returnDialog: Dialog<'return'> = {
  needs: 'approve',
  hint: () => texts.remarkPlease(),
  answer: (turn, data, said) => {
    const step = stepData.parse(data);
    const found = decidable(turn.db, step.presentationId, turn.person.id, false);
    if (!found.can) finishStep(turn, whyNot(turn, found));
    else if (said.by === 'typed') return typed(turn, found.planned, step, said.text);
    else if (said.answer === 'no') finishStep(turn, { html: notDecided() });
    else return tapped(turn, found.planned, step, said.answer);
    return true;
  },
};

/** Numbers choose activities; any other text is the remark, also before it is asked for: nothing written is lost. */
function typed(turn: Turn, planned: PlannedCut, step: StepData, text: string): boolean {
  const both = numbersAndRemark(text);
  const named = both && typedNumbers(turn, planned, both.numbers);
  const reason = both && cleanReason(both.remark);
  if (named?.ok && reason !== null) {
    ask(turn, planned, { ...step, chosen: [...named.ids], remark: reason, step: 'confirm' });
    return true;
  }
  const numbers = typedNumbers(turn, planned, text);
  if (numbers?.ok) {
    ask(turn, planned, { ...step, chosen: [...numbers.ids], step: nextOf(step) });
    return true;
  }
  if (numbers) {
    say(turn, { html: unknownNumbers(numbers.unknown) });
    return true;
  }
  const remark = cleanReason(text);
  if (remark === null) return false;
  ask(turn, planned, { ...step, remark, step: step.chosen.length === 0 ? 'choose' : 'confirm' });
  return true;
}

function tapped(turn: Turn, planned: PlannedCut, step: StepData, answer: StepAnswer<'return'>): boolean {
  const all = askedActivities(turn.db, planned, turn.now).map((activity) => activity.id);
  const choice = chosenBy(answer, step, all);
  if (choice) ask(turn, planned, { ...step, ...choice, step: 'choose' });
  else if (answer === 'choose' || (answer === 'on' && step.chosen.length === 0))
    ask(turn, planned, { ...step, step: 'choose' });
  else if (answer === 'on') ask(turn, planned, { ...step, step: nextOf(step) });
  else if (isUsualRemark(answer))
    ask(turn, planned, { ...step, remark: texts.usualRemarks[answer], step: 'confirm' });
  else if (answer === 'yes' && step.remark !== null && step.step === 'confirm')
    doReturn(turn, planned, step, step.remark);
  else return false;
  return true;
}

const usualRemarks = ['evidence', 'words', 'figure'] as const;

function isUsualRemark(answer: StepAnswer<'return'>): answer is (typeof usualRemarks)[number] {
  return usualRemarks.some((each) => each === answer);
}

function ask(turn: Turn, planned: PlannedCut, step: StepData): void {
  const all = askedActivities(turn.db, planned, turn.now);
  const numbers = all.filter(({ id }) => step.chosen.includes(id)).map(({ number }) => number);
  askStep(turn, { dialog: 'return', data: step }, (button) => {
    switch (step.step) {
      case 'choose': {
        const page = pageOf(all, step.page);
        return {
          html: texts.whichToReturn({
            ...planned,
            remark: step.remark,
            chosen: numbers.length,
            page: page.page,
            pages: page.pages,
          }),
          keyboard: [
            ...page.items.map(({ id, number, name }) => [
              button(buttons.activity({ number, name, chosen: step.chosen.includes(id) }), toggles(id)),
            ]),
            ...choiceRows(page, step, button),
          ],
        };
      }
      case 'remark':
        return {
          html: texts.askRemark({ ...planned, numbers }),
          keyboard: [
            ...usualRemarks.map((each) => [button(texts.usualRemarks[each], each)]),
            [button(buttons.back, 'choose'), button(buttons.cancel, 'no')],
          ],
        };
      case 'confirm': {
        const usual = usualReopeningLastDay(turn.now, daysOff(turn.db));
        const lastDay = reopeningLastDay(planned.window, usual, turn.now);
        return {
          html: texts.confirmReturn({ ...planned, numbers, lastDay, remark: step.remark ?? '' }),
          keyboard: [
            [{ ...button(buttons.yesReturn, 'yes'), style: 'danger' }],
            [button(buttons.back, 'choose'), button(buttons.cancel, 'no')],
          ],
        };
      }
    }
  });
}

function doReturn(turn: Turn, planned: PlannedCut, step: StepData, remark: string): void {
  const { presentationId, chosen } = step;
  const of = { presentationId, personId: turn.person.id, remark, activityIds: chosen };
  const done = returnCut(turn.db, of, turn.now);
  if (!done.ok) return finishStep(turn, { html: texts.cannotReopen() });
  const { presentation, lastDay } = done;
  const numbers = done.activities.map((activity) => activity.number);
  endAsking(turn.db, presentation.id, turn.now);
  const html = texts.returnedNotice({ ...planned, by: turn.person.name, remark, numbers, lastDay });
  notifyDecided(turn.db, { planned, presentation, html, decidedBy: turn.person.id, files: false }, turn.now);
  finishStep(turn, { html: texts.returned({ ...planned, numbers, lastDay }) });
}
