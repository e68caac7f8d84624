import { buttonNeeds } from '../actions/access.ts';
import { roundOf } from '../db/rounds.ts';
import type { ButtonData } from '../domain/buttons.ts';
import { DOUBLE_TAP_MS } from '../domain/constants.ts';
import { toast } from '../texts/reporting/reporting.ts';
import { showScreen } from './all-screens.ts';
import { allowed } from './allowed.ts';
import { tapNotThatPerson } from './enrolment/not-that-person.ts';
import { answerByTap } from './open-question.ts';
import { tapRemind } from './pending/pending.ts';
import { snooze } from './pending/snooze.ts';
import { tapCorrect } from './reporting/incoming/tap-correct.ts';
import { showActivity, showMyActivities, turnPage } from './reporting/own-activities/my-activities.ts';
import { startRound } from './reporting/round/start-round.ts';
import { tapFile } from './summary/export.ts';
import { tapMissing } from './summary/missing.ts';
import { tapOtherCuts } from './summary/other-cuts.ts';
import { tapDetail, tapSummary } from './summary/show-summary.ts';
import { sendEvidence } from './summary/shown-evidence.ts';
import type { Turn } from './turn.ts';

/**
 * What a button of an enrolled person does. Its data may be forged: whatever this person may not do, or
 * is none of theirs, does nothing. What it opens stands `beside` the message, which keeps its buttons, unless
 * it is an answer to it or another page of it. @returns what the phone shows for a moment, if anything.
 */
export function actOnTap(turn: Turn, button: Exclude<ButtonData, { to: 'enrol' }>): string | undefined {
  const needs = buttonNeeds[button.to];
  if (needs !== null && !allowed(turn, needs, { button: button.to })) return undefined;
  const beside: Turn = { ...turn, tappedRow: null };
  switch (button.to) {
    case 'question':
      return answerByTap(turn, button.id, button.answer);
    case 'correct':
      return tapCorrect(beside, button);
    case 'report':
      return isDoubleTap(turn) ? toast.alreadyAnswered : void startRound(beside);
    case 'myActivities':
      if (button.page === 0) showMyActivities(beside);
      else turnPage(turn, button.page);
      return undefined;
    case 'activity':
      showActivity(turn, button);
      return undefined;
    case 'snooze':
      return snooze(beside);
    case 'notThatPerson':
      tapNotThatPerson(turn, button);
      return undefined;
    case 'screen':
      return showScreen(turn, button);
    case 'summary':
      tapSummary(turn, button.cutId);
      return undefined;
    case 'detail':
    case 'activityDetail':
    case 'evidencePage':
      tapDetail(turn, button);
      return undefined;
    case 'evidence':
      sendEvidence(turn, button.id);
      return undefined;
    case 'file':
      tapFile(turn, button.cutId, button.format);
      return undefined;
    case 'missing':
      tapMissing(turn, button.cutId);
      return undefined;
    case 'otherCuts':
      tapOtherCuts(turn, button.planId);
      return undefined;
    case 'remind':
      return tapRemind(turn, button.cutId, button.confirmed);
  }
}

/** A second tap this soon after the first is the same finger. */
function isDoubleTap(turn: Turn): boolean {
  const started = roundOf(turn.db, turn.person.id)?.startedAt;
  return started !== undefined && Math.abs(turn.now - started) < DOUBLE_TAP_MS;
}
