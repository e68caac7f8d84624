import { daysOff, type PlannedCut } from '../../db/plans.ts';
import { numbersOfActivities } from '../../db/without-texts.ts';
import { reopeningLastDay, usualReopeningLastDay } from '../../domain/calendar.ts';
import { cutButtons } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/reopening.ts';
import { askStep } from '../dialogs/dialog.ts';
import type { Turn } from '../turn.ts';
import { activitiesStep } from './reopen-activities.ts';
import { confirmReopening } from './reopen-confirm.ts';
import type { ReopenStep } from './reopen-step.ts';

/** Asks the step that comes next. */
export function askReopening(turn: Turn, planned: PlannedCut, at: ReopenStep): void {
  const of = { plan: planned.plan, cutNumber: planned.cut.number, numbers: numbersOf(turn, at) };
  const begin = { dialog: 'reopen', data: at } as const;
  switch (at.at) {
    case 'activities':
      return activitiesStep(turn, planned, at);
    case 'until': {
      const { window } = planned;
      const usual = reopeningLastDay(window, usualReopeningLastDay(turn.now, daysOff(turn.db)), turn.now);
      const own = turn.now < window.locksAt ? window.lockDate : null;
      return askStep(turn, begin, (button) => ({
        html: texts.untilWhen({ ...of, usual, own }),
        keyboard: [[button(texts.reopenButtons.usual(usual), 'usual')], [button(cutButtons.cancel, 'no')]],
      }));
    }
    case 'reason':
      return askStep(turn, begin, (button) => ({
        html: texts.whyReopen({ ...of, lastDay: at.lastDay }),
        keyboard: [[button(cutButtons.cancel, 'no')]],
      }));
    case 'confirm':
      return confirmReopening(turn, planned, at);
  }
}

/** The chosen activities in the form's order. */
export function numbersOf(turn: Turn, { chosen }: ReopenStep): readonly string[] {
  return numbersOfActivities(turn.db, chosen);
}
