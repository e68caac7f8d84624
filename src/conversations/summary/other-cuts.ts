import { allPlans, type PlannedCut, plannedCuts } from '../../db/plans.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Button, Message } from '../../domain/events.ts';
import { openedCuts } from '../../summary/find-cut.ts';
import * as texts from '../../texts/summary/screens.ts';
import { say, type Turn } from '../turn.ts';
import { mostChoices, withOpening } from './which-cut.ts';

/** The other cuts of a plan, and the latest one of every other plan. */
export function tapOtherCuts(turn: Turn, planId: number): void {
  say(turn, otherCuts(turn, planId));
}

function otherCuts(turn: Turn, planId: number): Message {
  const all = plannedCuts(turn.db);
  const opened = openedCuts(all, turn.now);
  const own = opened.filter((each) => each.plan.id === planId);
  const latestOfOthers = allPlans(turn.db).flatMap((plan) =>
    plan.id === planId ? [] : opened.filter((each) => each.plan.id === plan.id).slice(0, 1),
  );
  if (own.length <= 1 && latestOfOthers.length === 0) {
    const next = all.find((each) => each.plan.id === planId && each.window.opensAt > turn.now);
    return { html: texts.noOtherCuts(next ? withOpening(next) : null) };
  }
  const buttons = [...own.map(ofCut), ...latestOfOthers.map(ofPlan)];
  return { html: texts.whichCut(), keyboard: buttons.slice(0, mostChoices).map((button) => [button]) };
}

function ofCut({ cut }: PlannedCut): Button {
  return { text: texts.summaryButtons.cut(cut), data: writeButton({ to: 'summary', cutId: cut.id }) };
}

function ofPlan({ plan, cut }: PlannedCut): Button {
  return {
    text: texts.summaryButtons.planCut(plan, cut),
    data: writeButton({ to: 'summary', cutId: cut.id }),
  };
}
