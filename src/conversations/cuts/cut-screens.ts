import type { Action } from '../../actions/access.ts';
import type { Screen } from '../dialogs/screen.ts';
import { askToRemind, remindOne, turnWhomToRemind } from '../pending/remind.ts';
import type { Turn } from '../turn.ts';
import { startAdding, startRemoving } from './change-days-off.ts';
import { startApproval, startDate, startDays } from './change-settings.ts';
import { startClosing } from './close.ts';
import { showCut, turnCuts } from './cuts.ts';
import { showDaysOff } from './days-off.ts';
import { showExclusions, startExclusion } from './exclusions.ts';
import { reopenOne, turnReopenable } from './reopen.ts';
import { showCutDates, showSettings } from './settings.ts';

type Numbers = readonly [number | undefined, number | undefined];

/** What the buttons of `/cortes`, `/reabrir` and `/recordar` open. */
export const cutScreens: Readonly<Record<string, Screen>> = {
  cuts: screen('manageCuts', (turn, [page]) => turnCuts(turn, page ?? 1)),
  cut: screen('manageCuts', (turn, [cutId]) => showCut(turn, cutId ?? 0)),
  closecut: screen('manageCuts', (turn, [cutId]) => startClosing(turn, cutId ?? 0)),
  excluded: screen('manageCuts', (turn, [cutId, page]) => showExclusions(turn, cutId ?? 0, page ?? 1)),
  exclude: screen('manageCuts', (turn, [cutId, activityId]) =>
    startExclusion(turn, cutId ?? 0, activityId ?? 0),
  ),
  settings: screen('manageCuts', (turn, [planId]) => showSettings(turn, planId ?? 0)),
  cutdates: screen('manageCuts', (turn, [planId, page]) => showCutDates(turn, planId ?? 0, page ?? 1)),
  setdate: screen('manageCuts', (turn, [cutId]) => startDate(turn, cutId ?? 0)),
  setopening: screen('manageCuts', (turn, [planId]) => startDays(turn, planId ?? 0, 'openingDays')),
  setgrace: screen('manageCuts', (turn, [planId]) => startDays(turn, planId ?? 0, 'graceWorkingDays')),
  setapproval: screen('manageCuts', (turn, [planId, yes]) => startApproval(turn, planId ?? 0, yes === 1)),
  daysoff: screen('manageCuts', (turn, [year, page]) => showDaysOff(turn, year, page ?? 1)),
  dayoffadd: screen('manageCuts', (turn) => startAdding(turn)),
  dayoffdel: screen('manageCuts', (turn, [date]) => startRemoving(turn, date ?? 0)),
  reopenable: screen('reopen', (turn, [page]) => turnReopenable(turn, page ?? 1)),
  reopen: screen('reopen', (turn, [cutId]) => reopenOne(turn, cutId ?? 0)),
  remindwho: screen('remind', (turn, [page]) => turnWhomToRemind(turn, page ?? 1)),
  remindone: screen('remind', (turn, [personId]) => askToRemind(turn, personId ?? 0)),
  remindyes: { needs: 'remind', show: (turn, [personId]) => remindOne(turn, personId ?? 0) },
};

function screen(needs: Action, open: (turn: Turn, args: Numbers) => void): Screen {
  return {
    needs,
    show: (turn, [first, second]) => {
      open(turn, [first, second]);
      return undefined;
    },
  };
}
