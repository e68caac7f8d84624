import { reportableTask } from '../../../actions/reportable.ts';
import { isTextOf, receivedMessage } from '../../../db/received.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { say, type Turn } from '../../turn.ts';
import { changeButton, storedText } from '../own-activities/stored-text.ts';

/**
 * An edited message never changes what is stored: when its text differs from the one we answered and the
 * report can still be corrected, we say what is stored and offer *Corregir*.
 */
export function takeEdit(turn: Turn, messageId: number, text: string): void {
  const before = receivedMessage(turn.db, turn.chatId, messageId);
  if (!before || before.activityId === null || before.cutId === null || isTextOf(before, text)) return;
  const of = { activityId: before.activityId, cutId: before.cutId };
  const task = reportableTask(turn.db, turn.person.id, of, turn.now);
  if (!task) return;
  say(turn, { html: texts.editedMessage(storedText(turn, task)), keyboard: [[changeButton(task)]] });
}
