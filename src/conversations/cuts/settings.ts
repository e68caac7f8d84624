import { planById } from '../../db/plan-changes.ts';
import { allPlans, type Plan, plannedCutsOf } from '../../db/plans.ts';
import { writeScreen } from '../../domain/screens.ts';
import { cutButtons } from '../../texts/cuts/cut-screens.ts';
import { versionButtons } from '../../texts/cuts/plan-changes.ts';
import * as texts from '../../texts/cuts/plan-settings.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import { follow, type Turn } from '../turn.ts';
import { turnCuts } from './cuts.ts';

const { settingsButtons } = texts;

/** A plan's settings, with what may be changed; a plan that does not exist shows the calendar. */
export function showSettings(turn: Turn, planId: number): void {
  const plan = planById(turn.db, planId);
  if (!plan) return turnCuts(turn, 1);
  follow(turn, settingsMessage(turn, plan));
}

export function settingsMessage(turn: Turn, plan: Plan) {
  const dates = cutsOfPlan(turn, plan.id).map(({ cut }) => cut.date);
  return {
    html: texts.settings(plan, dates),
    keyboard: [
      [screenButton(settingsButtons.dates, 'cutdates', { planId: plan.id, page: 1 })],
      [
        screenButton(settingsButtons.opening, 'setopening', { planId: plan.id }),
        screenButton(settingsButtons.grace, 'setgrace', { planId: plan.id }),
      ],
      [
        plan.needsApproval
          ? screenButton(settingsButtons.withoutApproval, 'setapproval', { planId: plan.id, yes: false })
          : screenButton(settingsButtons.withApproval, 'setapproval', { planId: plan.id, yes: true }),
      ],
      [
        plan.mayorAcceptsChanges
          ? screenButton(settingsButtons.othersAccept, 'setchanges', { planId: plan.id, yes: false })
          : screenButton(settingsButtons.mayorAccepts, 'setchanges', { planId: plan.id, yes: true }),
      ],
      [screenButton(settingsButtons.programs, 'programs', { planId: plan.id, page: 1 })],
      [screenButton(versionButtons.versions, 'versions', { planId: plan.id, page: 1 })],
      [
        screenButton(cutButtons.daysOff, 'daysoff', { year: null, page: null }),
        screenButton(cutButtons.toCuts, 'cuts', { page: 1 }),
      ],
    ],
  };
}

/** Which cut is to be moved. */
export function showCutDates(turn: Turn, planId: number, asked: number): void {
  const plan = allPlans(turn.db).find((each) => each.id === planId);
  if (!plan) return turnCuts(turn, 1);
  const page = pageOf(cutsOfPlan(turn, planId), asked);
  const buttons = page.items.map(({ cut }) =>
    screenButton(cutButtons.cut(cut.number, cut.date, null), 'setdate', { cutId: cut.id }),
  );
  follow(turn, {
    html: texts.whichCutDate(plan),
    keyboard: [
      ...buttons.map((button) => [button]),
      ...pageButtons(page, (to) => writeScreen('cutdates', { planId, page: to })),
      [screenButton(settingsButtons.back, 'settings', { planId })],
    ],
  });
}

function cutsOfPlan(turn: Turn, planId: number) {
  return plannedCutsOf(turn.db, [planId]).toSorted((a, b) => a.cut.number - b.cut.number);
}
