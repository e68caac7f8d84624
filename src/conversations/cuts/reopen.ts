import { reopenCut } from '../../actions/cut-acts.ts';
import { daysOff, type PlannedCut, plannedCut } from '../../db/plans.ts';
import { askedActivities } from '../../db/tasks.ts';
import { reopeningLastDay, usualReopeningLastDay } from '../../domain/calendar.ts';
import { readComingDay } from '../../domain/coming-day.ts';
import { localDate } from '../../domain/dates.ts';
import { cleanReason, REASON_MOST } from '../../domain/reason.ts';
import { readReopening } from '../../domain/reopening-words.ts';
import { chooseOne, reasonPlease } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/reopening.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { chosenBy } from '../dialogs/activity-choice.ts';
import type { Dialog, Said } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { say, type Turn } from '../turn.ts';
import { backTo, showCut } from './cuts.ts';
import { typedNumbers } from './reopen-activities.ts';
import { askReopening, numbersOf } from './reopen-ask.ts';
import { isReopenedAlready } from './reopen-confirm.ts';
import { reopenAsked } from './reopen-in-words.ts';
import { isReopeningDay, nextStep, nothingYet, type ReopenStep, reopenStep } from './reopen-step.ts';

/** `/reabrir`: which cut, which activities, until when, why, and who will be notified; then it is done. */
export const reopenDialog: Dialog<'reopen'> = {
  needs: 'reopen',
  answer: (turn, data, said) => answer(turn, reopenStep.parse(data), said),
  hint: chooseOne,
};

/** *Reabrir* of one cut. */
export function reopenOne(turn: Turn, cutId: number): void {
  const planned = plannedCut(turn.db, cutId);
  if (!planned || turn.now < planned.window.opensAt) return showCut(turn, cutId);
  askReopening(turn, planned, nothingYet(cutId));
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
      askReopening(turn, planned, { ...at, at: 'confirm', reason });
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
    const asked = typed === null ? readReopening(said.text, localDate(turn.now)) : null;
    if (asked) reopenAsked(turn, planned, at, asked);
    if (typed === null) return asked !== null;
    if (!typed.ok) say(turn, { html: texts.unknownNumbers(typed.unknown) });
    else {
      const chosen = [...typed.ids];
      askReopening(turn, planned, { ...at, chosen, at: nextStep({ ...at, chosen }) });
    }
    return true;
  }
  const all = askedActivities(turn.db, planned, turn.now).map((activity) => activity.id);
  const choice = chosenBy(said.answer, at, all);
  if (choice) askReopening(turn, planned, { ...at, ...choice });
  else if (said.answer === 'on' && at.chosen.length > 0)
    askReopening(turn, planned, { ...at, at: nextStep(at) });
  else return false;
  return true;
}

function chooseDay(turn: Turn, planned: PlannedCut, at: ReopenStep, said: Said<'reopen'>): boolean {
  const today = localDate(turn.now);
  const day =
    said.by === 'typed'
      ? readComingDay(said.text, today)
      : said.answer === 'usual'
        ? usualReopeningLastDay(turn.now, daysOff(turn.db))
        : undefined;
  if (day === undefined || !isReopeningDay(day, today)) {
    if (said.by === 'typed') say(turn, { html: texts.wrongDay(today) });
    return said.by === 'typed';
  }
  const known = { ...at, lastDay: reopeningLastDay(planned.window, day, turn.now) };
  askReopening(turn, planned, { ...known, at: nextStep(known) });
  return true;
}

function reopen(turn: Turn, planned: PlannedCut, at: ReopenStep): void {
  const numbers = numbersOf(turn, at);
  const { lastDay, reason } = at;
  if (isReopenedAlready(turn, planned, at)) {
    const of = { plan: planned.plan, cutNumber: planned.cut.number, numbers, lastDay };
    return finishStep(turn, { html: texts.alreadyReopened(of), keyboard: backTo(planned.cut.id) });
  }
  const asked = { personId: turn.person.id, numbers, lastDay, reason };
  const done = reopenCut(turn.db, planned, asked, turn.now);
  if (!done.ok) {
    // What could be chosen then cannot be now: an activity was taken out, or the day is over.
    askReopening(turn, planned, { ...at, at: 'activities', page: 1, chosen: [], lastDay: '' });
    return;
  }
  const of = { plan: planned.plan, cutNumber: planned.cut.number };
  finishStep(turn, {
    html: texts.reopened({ ...of, numbers, lastDay: done.lastDay }),
    keyboard: backTo(planned.cut.id),
  });
}
