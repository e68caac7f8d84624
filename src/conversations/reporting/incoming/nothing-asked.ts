import { reportableActivity } from '../../../actions/reportable.ts';
import { activityById } from '../../../db/plans.ts';
import { closedSince } from '../../../db/questions.ts';
import { pendingTasksOf } from '../../../db/tasks.ts';
import type { Message } from '../../../domain/events.ts';
import { paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { say, type Turn } from '../../turn.ts';
import { helpFor, mayReport } from '../../who.ts';
import { reportOrLook } from '../questions/ask.ts';

/** Says that nothing is asked and offers to begin, so that nobody believes they have reported. */
export function sayNothingAsked(turn: Turn): void {
  const offered = offer(turn, 'noQuestion');
  const lost = lostNumber(turn);
  if (lost === null) say(turn, offered);
  else say(turn, { ...offered, html: paragraphs(texts.noLongerYours(lost), offered.html) });
}

/** The number of the activity that was asked until, since this person's last message, somebody reassigned it. */
function lostNumber({ db, person, now }: Turn): string | null {
  const closed = closedSince(db, person.id, person.lastHeardAt ?? now);
  if (!closed?.activityId) return null;
  if (reportableActivity(db, person.id, closed.activityId, now)) return null;
  return activityById(db, closed.activityId)?.number ?? null;
}

/** Offers what this person may do now: report or look; people without activities get the help. */
export function offer(turn: Turn, because: 'noQuestion' | 'greeting'): Message {
  if (!mayReport(turn)) return { html: helpFor(turn) };
  const pending = pendingTasksOf(turn.db, turn.person.id, turn.moment).length;
  if (pending === 0) {
    const { name } = turn.person;
    return { html: because === 'greeting' ? texts.nothingPending(name) : texts.notKeptNothingPending(name) };
  }
  return {
    html:
      because === 'greeting'
        ? texts.pendingGreeting(turn.person.name, pending)
        : texts.offerToReport(pending),
    keyboard: reportOrLook,
  };
}
