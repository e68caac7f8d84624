import { reportableTask } from '../../../actions/reportable.ts';
import type { Db } from '../../../db/open.ts';
import { isEnrolled, personById } from '../../../db/people.ts';
import { openQuestion, reopenQuestion } from '../../../db/questions.ts';
import type { Moment } from '../../../domain/dates.ts';
import type { Message } from '../../../domain/events.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import type { BotContext, Turn } from '../../turn.ts';
import { questionMessage } from './ask.ts';
import { readReportQuestion } from './question.ts';

/** Asks a person's open question again after an outage, with what is true now; null when there is none. */
export function askAgainAfterOutage(
  db: Db,
  context: BotContext,
  personId: number,
  now: Moment,
): Message | null {
  const person = personById(db, personId);
  const question = openQuestion(db, personId);
  if (!person || !isEnrolled(person) || !question || question.activityId === null || question.cutId === null)
    return null;
  const of = { activityId: question.activityId, cutId: question.cutId };
  const task = reportableTask(db, personId, of, now);
  if (!task) return null;
  const payload = { ...readReportQuestion(question.payload), saved: null };
  const reopened = reopenQuestion(db, question, {
    basedOnReport: task.report?.id ?? 0,
    askedAt: now,
    payload,
  });
  const chatId = person.telegramUserId;
  const nothingSent = { messageId: null, repliesTo: null, tappedRow: null };
  const turn: Turn = { db, context, now, moment: now, person, chatId, ...nothingSent };
  return questionMessage(turn, task, reopened, payload, { before: texts.afterOutage() });
}
