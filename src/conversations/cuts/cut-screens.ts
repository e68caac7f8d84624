import type { Action } from '../../actions/access.ts';
import type { ScreenArgs, ScreenName } from '../../domain/screens.ts';
import type { Screen, Screens } from '../dialogs/screen.ts';
import { askToRemind, remindOne, turnWhomToRemind } from '../pending/remind.ts';
import type { Turn } from '../turn.ts';
import { reformAllScreen, reformAskScreen, reformSayScreen } from './asked-changes.ts';
import { startAdding, startRemoving } from './change-days-off.ts';
import { startDate, startDays, startYesNo } from './change-settings.ts';
import { startClosing } from './close.ts';
import { showCut, turnCuts } from './cuts.ts';
import { showDaysOff } from './days-off.ts';
import { showExclusions, startExclusion } from './exclusions.ts';
import { showPrograms, startProgramming } from './programming.ts';
import { showReformable, startReformulation } from './reformulation.ts';
import { reopenOne } from './reopen.ts';
import { turnReopenable } from './reopen-which.ts';
import { showCutDates, showSettings } from './settings.ts';
import { showVersions } from './versions.ts';

/** What the buttons of `/cortes`, `/reabrir` and `/recordar` open. */
export const cutScreens = {
  cuts: screen('manageCuts', (turn, { page }) => turnCuts(turn, page)),
  cut: screen('manageCuts', (turn, { cutId }) => showCut(turn, cutId)),
  closecut: screen('manageCuts', (turn, { cutId }) => startClosing(turn, cutId)),
  excluded: screen('manageCuts', (turn, { cutId, page }) => showExclusions(turn, cutId, page)),
  exclude: screen('manageCuts', (turn, { cutId, activityId }) => startExclusion(turn, cutId, activityId)),
  settings: screen('manageCuts', (turn, { planId }) => showSettings(turn, planId)),
  cutdates: screen('manageCuts', (turn, { planId, page }) => showCutDates(turn, planId, page)),
  setdate: screen('manageCuts', (turn, { cutId }) => startDate(turn, cutId)),
  setopening: screen('manageCuts', (turn, { planId }) => startDays(turn, planId, 'openingDays')),
  setgrace: screen('manageCuts', (turn, { planId }) => startDays(turn, planId, 'graceWorkingDays')),
  setapproval: screen('manageCuts', (turn, { planId, yes }) =>
    startYesNo(turn, planId, 'needsApproval', yes),
  ),
  setchanges: screen('manageCuts', (turn, { planId, yes }) =>
    startYesNo(turn, planId, 'mayorAcceptsChanges', yes),
  ),
  programs: screen('manageCuts', (turn, { planId, page }) => showPrograms(turn, planId, page)),
  program: screen('manageCuts', (turn, { activityId }) => startProgramming(turn, activityId)),
  versions: screen('manageCuts', (turn, { planId, page }) => showVersions(turn, planId, page)),
  reformwhich: screen('manageCuts', (turn, { planId, page }) => showReformable(turn, planId, page)),
  reform: screen('askPlanChange', (turn, { activityId }) => startReformulation(turn, activityId)),
  reformask: reformAskScreen,
  reformall: reformAllScreen,
  reformsay: reformSayScreen,
  daysoff: screen('manageCuts', (turn, { year, page }) => showDaysOff(turn, year, page ?? 1)),
  dayoffadd: screen('manageCuts', (turn) => startAdding(turn)),
  dayoffdel: screen('manageCuts', (turn, { date }) => startRemoving(turn, date)),
  reopenable: screen('reopen', (turn, { page }) => turnReopenable(turn, page)),
  reopen: screen('reopen', (turn, { cutId }) => reopenOne(turn, cutId)),
  remindwho: screen('remind', (turn, { page }) => turnWhomToRemind(turn, page)),
  remindone: screen('remind', (turn, { personId }) => askToRemind(turn, personId)),
  remindyes: { needs: 'remind', show: (turn, { personId }) => remindOne(turn, personId) },
} satisfies Partial<Screens>;

/** A screen after which the phone shows nothing for a moment. */
function screen<Name extends ScreenName>(
  needs: Action,
  open: (turn: Turn, args: ScreenArgs<Name>) => void,
): Screen<Name> {
  return {
    needs,
    show: (turn, args) => {
      open(turn, args);
      return undefined;
    },
  };
}
