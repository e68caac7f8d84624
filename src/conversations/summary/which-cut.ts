import { allPlans, type PlannedCut, plannedCut, plannedCuts } from '../../db/plans.ts';
import { type ButtonData, writeButton } from '../../domain/buttons.ts';
import type { Html, Keyboard } from '../../domain/events.ts';
import { findCut, openedCuts } from '../../summary/find-cut.ts';
import * as texts from '../../texts/summary/screens.ts';
import { say, type Turn } from '../turn.ts';

/** The most cuts and plans offered at once: Telegram takes 100 buttons (Bot API, sendMessage). */
export const mostChoices = 40;

/** A command that is about one cut: its name, and the button that does the same for a cut. */
export type CutCommand = {
  readonly name: 'resumen' | 'exportar' | 'presentar' | 'verificar';
  readonly to: (cutId: number) => ButtonData;
  /** Asked when the words fit a cut of several plans. */
  readonly which?: Html;
};

/** Calls `act` for the cut that the words after a command name; when they name none or several, offers a choice. */
export function withCut(
  turn: Turn,
  words: string,
  command: CutCommand,
  act: (planned: PlannedCut) => void,
): void {
  const found = findCut(turn.db, words, turn.now);
  switch (found.kind) {
    case 'cut':
      act(found.planned);
      return;
    case 'several':
      say(turn, { html: command.which ?? texts.whichPlan(), keyboard: offerCuts(found.cuts, command.to) });
      return;
    case 'notOpened':
      say(turn, { html: texts.notOpened(withOpening(found.planned)) });
      return;
    case 'unknown':
      say(turn, {
        html: texts.unknownCut(words, command.name),
        keyboard: offerCuts(latestOfEachPlan(turn), command.to),
      });
      return;
    case 'noPlan':
      say(turn, { html: texts.noPlanYet() });
      return;
  }
}

/** Whether a cut exists and has opened; says so when not. A button of ours always names one that has. */
export function isOpened(turn: Turn, cutId: number): boolean {
  const planned = plannedCut(turn.db, cutId);
  if (planned && planned.window.opensAt <= turn.now) return true;
  say(turn, { html: planned ? texts.notOpened(withOpening(planned)) : texts.cutGone() });
  return false;
}

/** A button a cut, each told apart from the others. */
export function offerCuts(cuts: readonly PlannedCut[], to: CutCommand['to']): Keyboard {
  return cuts
    .slice(0, mostChoices)
    .map((each) => [{ text: labelAmong(each, cuts), data: writeButton(to(each.cut.id)) }]);
}

export function withOpening({ cut, window }: PlannedCut) {
  return { number: cut.number, date: cut.date, opens: window.openingDate };
}

/** Two plans may have the same title: then the code tells them apart. */
function labelAmong({ plan, cut }: PlannedCut, all: readonly PlannedCut[]): string {
  const label = texts.summaryButtons.planCut(plan, cut);
  const same = all.filter((each) => texts.summaryButtons.planCut(each.plan, each.cut) === label);
  return same.length > 1 ? `${plan.code} · ${label}` : label;
}

function latestOfEachPlan({ db, now }: Turn): readonly PlannedCut[] {
  const opened = openedCuts(plannedCuts(db), now);
  return allPlans(db).flatMap((plan) => opened.filter((each) => each.plan.id === plan.id).slice(0, 1));
}
