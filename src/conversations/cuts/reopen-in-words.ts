import { daysOff, type PlannedCut } from '../../db/plans.ts';
import { askedActivities } from '../../db/tasks.ts';
import { reopeningLastDay, usualReopeningLastDay } from '../../domain/calendar.ts';
import { localDate } from '../../domain/dates.ts';
import {
  asksToReopen,
  isOfAll,
  type ReopeningAsked,
  readReopening,
  withoutVerb,
} from '../../domain/reopening-words.ts';
import { findCut } from '../../summary/find-cut.ts';
import * as texts from '../../texts/cuts/reopening.ts';
import { mayNow } from '../allowed.ts';
import { askedNow, isDeciding } from '../dialogs/asked-now.ts';
import { say, type Turn } from '../turn.ts';
import { typedNumbers } from './reopen-activities.ts';
import { askReopening } from './reopen-ask.ts';
import { isReopeningDay, nextStep, nothingYet, type ReopenStep } from './reopen-step.ts';
import { askWhichCut } from './reopen-which.ts';

/**
 * `/reabrir`: asks which cut. With words after it, of the cut that they name or the current one, and as understood: *3 y 5
 * hasta el viernes: falta evidencia*. When the words fit several cuts, or none, it asks.
 */
export function startReopening(turn: Turn, words: string): void {
  const asked = readReopening(words, localDate(turn.now));
  const cut = findCut(turn.db, asked ? asked.cut : words, turn.now);
  if (words === '' || cut.kind !== 'cut') return askWhichCut(turn);
  const begin = nothingYet(cut.planned.cut.id);
  if (asked) reopenAsked(turn, cut.planned, begin, asked);
  else askReopening(turn, cut.planned, begin);
}

/** *reabrir …*, written while nothing else is decided. @returns false when it is none of that */
export function reopenInWords(turn: Turn, text: string): boolean {
  if (!asksToReopen(text) || !mayNow(turn, 'reopen') || isDeciding(turn)) return false;
  if (askedNow(turn) && !readReopening(text, localDate(turn.now))) return false;
  startReopening(turn, withoutVerb(text));
  return true;
}

/** What was written is filled in, and what is missing or unclear is asked. */
export function reopenAsked(turn: Turn, planned: PlannedCut, at: ReopenStep, asked: ReopeningAsked): void {
  const all = () => askedActivities(turn.db, planned, turn.now).map((activity) => activity.id);
  const named = isOfAll(asked)
    ? ({ ok: true, ids: all() } as const)
    : typedNumbers(turn, planned, asked.numbers);
  if (named && !named.ok) say(turn, { html: texts.unknownNumbers(named.unknown) });
  const today = localDate(turn.now);
  const day = asked.until ?? usualReopeningLastDay(turn.now, daysOff(turn.db));
  const isDay = day !== 'unclear' && isReopeningDay(day, today);
  const known = {
    ...at,
    chosen: named?.ok ? [...named.ids] : [],
    lastDay: isDay ? reopeningLastDay(planned.window, day, turn.now) : '',
    reason: asked.reason ?? '',
  };
  askReopening(turn, planned, { ...known, at: nextStep(known) });
}
