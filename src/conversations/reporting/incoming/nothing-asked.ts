import { reportableActivity } from '../../../actions/reportable.ts';
import { closedSince } from '../../../db/questions.ts';
import { pendingTasksOf } from '../../../db/tasks.ts';
import type { Html, Message } from '../../../domain/events.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import { fileNotKept, messageNotKept } from '../../../texts/reporting/not-now.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { say, type Turn } from '../../turn.ts';
import { helpFor, mayReport } from '../../who.ts';
import { type About, aboutOfQuestion } from '../about.ts';
import { whyNotNow } from '../not-now/not-now.ts';
import { reportOrLook } from '../questions/ask.ts';
import { correctButtons } from './last-reports.ts';
import { notTheirs } from './not-theirs.ts';

/** Says that nothing is asked and offers to begin, so that nobody believes they have reported. */
export function sayNothingAsked(turn: Turn): void {
  const offered = offer(turn, 'noQuestion');
  const lost = lostActivity(turn);
  if (lost === null) say(turn, offered);
  else say(turn, { ...offered, html: paragraphs(notTheirs(turn, lost), offered.html) });
}

/** The activity that was asked until, since this person's last message, somebody reassigned it. */
function lostActivity({ db, person, now }: Turn): About | null {
  const closed = closedSince(db, person.id, person.lastHeardAt ?? now);
  const about = closed ? aboutOfQuestion(closed) : null;
  if (about === null || reportableActivity(db, person.id, about.activityId, now)) return null;
  return about;
}

/**
 * Offers what this person may do now: report or look. Without anything to report they hear why and until when; people
 * who never report get the help.
 */
export function offer(turn: Turn, because: 'noQuestion' | 'greeting' | 'file'): Message {
  const pending = mayReport(turn) ? pendingTasksOf(turn.db, turn.person.id, turn.moment).length : 0;
  if (pending > 0) {
    const { name } = turn.person;
    const html = because === 'greeting' ? texts.pendingGreeting(name, pending) : texts.offerToReport(pending);
    return { html, keyboard: reportOrLook };
  }
  const why = whyNotNow(turn);
  if (why !== null) return { html: paragraphs(notKept(because), why) };
  if (!mayReport(turn))
    return { html: paragraphs(because === 'file' ? fileNotKept() : nothing, helpFor(turn)) };
  const { name } = turn.person;
  return {
    html: because === 'greeting' ? texts.nothingPending(name) : texts.notKeptNothingPending(name),
    keyboard: correctButtons(turn),
  };
}

function notKept(because: 'noQuestion' | 'greeting' | 'file'): Html {
  switch (because) {
    case 'noQuestion':
      return messageNotKept();
    case 'file':
      return fileNotKept();
    case 'greeting':
      return nothing;
  }
}
