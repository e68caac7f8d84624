import type { Event } from '../../../domain/events.ts';
import { mayNow } from '../../allowed.ts';
import { answerInWords } from '../../open-question.ts';
import { say, type Turn } from '../../turn.ts';
import { mayReport } from '../../who.ts';
import { receiveFile } from '../evidence/receive-file.ts';
import { offer } from './nothing-asked.ts';

/** A file is evidence of the activity being asked; a caption is an answer like a text. */
export function takeFile(turn: Turn, sent: Extract<Event, { kind: 'file' }>): void {
  if (!mayReport(turn) && !mayNow(turn, 'reportForVacantPosition')) {
    say(turn, offer(turn, 'file'));
    return;
  }
  const { captionAnswers, after } = receiveFile(turn, sent);
  if (captionAnswers && sent.caption !== null) answerInWords(turn, sent.caption);
  after?.();
}
