import { reopenCut } from '../../actions/cut-acts.ts';
import { activitiesOf, daysOff, type PlannedCut, plannedCut, plannedCuts } from '../../db/plans.ts';
import { askedActivities } from '../../db/tasks.ts';
import { reopeningLastDay, usualReopeningLastDay } from '../../domain/calendar.ts';
import { addDays, localDate } from '../../domain/dates.ts';
import { cleanReason, REASON_MOST } from '../../domain/reason.ts';
import { writeScreen } from '../../domain/screens.ts';
import { readTypedDate } from '../../domain/written-dates.ts';
import { openedCuts } from '../../summary/find-cut.ts';
import { chooseOne, cutButtons, reasonPlease } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/reopening.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { chosenBy } from '../dialogs/activity-choice.ts';
import { askStep, type Dialog, type Said } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import { follow, say, type Turn } from '../turn.ts';
import { backTo, codeOf, showCut } from './cuts.ts';
import { activitiesStep, typedNumbers } from './reopen-activities.ts';
import { confirmReopening, isReopenedAlready } from './reopen-confirm.ts';
import { type ReopenStep, reopenStep } from './reopen-step.ts';

/** `/reabrir`: which cut, which activities, until when, why, and who will be notified; then it is done. */
export const reopenDialog: Dialog<'reopen'> = {
  needs: 'reopen',
  answer: (turn, data, said) => answer(turn, reopenStep.parse(data), said),
  hint: chooseOne,
};

/** `/reabrir`: the opened cuts of every plan, the latest first. */
export function startReopening(turn: Turn): void {
  say(turn, chooseCutMessage(turn, 1));
}

export function turnReopenable(turn: Turn, page: number): void {
  follow(turn, chooseCutMessage(turn, page));
}

function chooseCutMessage(turn: Turn, asked: number) {
  const opened = openedCuts(plannedCuts(turn.db), turn.now);
  if (opened.length === 0) return { html: texts.noCutOpened() };
  const page = pageOf(opened, asked);
  return {
    html: texts.whichCut(page),
    keyboard: [
      ...page.items.map(({ plan, cut }) => [
        screenButton(cutButtons.cut(cut.number, cut.date, codeOf(turn, plan)), 'reopen', { cutId: cut.id }),
      ]),
      ...pageButtons(page, (to) => writeScreen('reopenable', { page: to })),
      [screenButton(cutButtons.toCuts, 'cuts', { page: 1 })],
    ],
  };
}

/** *Reabrir* of one cut. */
export function reopenOne(turn: Turn, cutId: number): void {
  const planned = plannedCut(turn.db, cutId);
  if (!planned || turn.now < planned.window.opensAt) return showCut(turn, cutId);
  const nothingYet = { cutId, page: 1, chosen: [], lastDay: '', reason: '' };
  ask(turn, planned, { at: 'activities', ...nothingYet });
}

function answer(turn: Turn, at: ReopenStep, said: Said<'reopen'>): boolean {
  const planned = plannedCut(turn.db, at.cutId);
  if (!planned || (said.by === 'tap' && said.answer === 'no')) {
    finishStep(turn, { html: nothingChanged(), keyboard: backTo(at.cutId) });
    return true;
  }
  switch (at.at) {
    case 'activities':
      return chooseActivities(turn, planned, at, said);
    case 'until':
      return chooseDay(turn, planned, at, said);
    case 'reason': {
      const reason = said.by === 'typed' ? cleanReason(said.text) : null;
      if (reason === null) {
        if (said.by === 'typed') say(turn, { html: reasonPlease(REASON_MOST) });
        return said.by === 'typed';
      }
      ask(turn, planned, { ...at, at: 'confirm', reason });
      return true;
    }
    case 'confirm':
      if (said.by !== 'tap' || said.answer !== 'yes') return false;
      reopen(turn, planned, at);
      return true;
  }
}

function chooseActivities(turn: Turn, planned: PlannedCut, at: ReopenStep, said: Said<'reopen'>): boolean {
  if (said.by === 'typed') {
    const typed = typedNumbers(turn, planned, said.text);
    if (typed === null) return false;
    if (!typed.ok) say(turn, { html: texts.unknownNumbers(typed.unknown) });
    else ask(turn, planned, { ...at, at: 'until', chosen: [...typed.ids] });
    return true;
  }
  const all = askedActivities(turn.db, planned, turn.now).map((activity) => activity.id);
  const choice = chosenBy(said.answer, at, all);
  if (choice) ask(turn, planned, { ...at, ...choice });
  else if (said.answer === 'on' && at.chosen.length > 0) ask(turn, planned, { ...at, at: 'until' });
  else return false;
  return true;
}

function chooseDay(turn: Turn, planned: PlannedCut, at: ReopenStep, said: Said<'reopen'>): boolean {
  const today = localDate(turn.now);
  const day =
    said.by === 'typed'
      ? readTypedDate(said.text, today)
      : said.answer === 'usual'
        ? usualReopeningLastDay(turn.now, daysOff(turn.db))
        : undefined;
  if (day === undefined || day < today || day > addDays(today, 366)) {
    if (said.by === 'typed') say(turn, { html: texts.wrongDay(today) });
    return said.by === 'typed';
  }
  ask(turn, planned, { ...at, at: 'reason', lastDay: reopeningLastDay(planned.window, day, turn.now) });
  return true;
}

/** Asks the step that comes next. */
function ask(turn: Turn, planned: PlannedCut, at: ReopenStep): void {
  const of = { plan: planned.plan, cutNumber: planned.cut.number, numbers: numbersOf(turn, planned, at) };
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

function reopen(turn: Turn, planned: PlannedCut, at: ReopenStep): void {
  const numbers = numbersOf(turn, planned, at);
  const { lastDay, reason } = at;
  if (isReopenedAlready(turn, planned, at)) {
    const of = { plan: planned.plan, cutNumber: planned.cut.number, numbers, lastDay };
    return finishStep(turn, { html: texts.alreadyReopened(of), keyboard: backTo(planned.cut.id) });
  }
  const asked = { personId: turn.person.id, numbers, lastDay, reason };
  const done = reopenCut(turn.db, planned, asked, turn.now);
  if (!done.ok) {
    // What could be chosen then cannot be now: an activity was taken out, or the day is over.
    ask(turn, planned, { ...at, at: 'activities', page: 1, chosen: [] });
    return;
  }
  const of = { plan: planned.plan, cutNumber: planned.cut.number };
  finishStep(turn, {
    html: texts.reopened({ ...of, numbers, lastDay: done.lastDay }),
    keyboard: backTo(planned.cut.id),
  });
}

/** The chosen activities in the form's order. */
function numbersOf(turn: Turn, planned: PlannedCut, { chosen }: ReopenStep): readonly string[] {
  const ids = new Set(chosen);
  return activitiesOf(turn.db, planned.plan.id)
    .filter((activity) => ids.has(activity.id))
    .map((activity) => activity.number);
}
