import type { Db } from '../../db/open.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import type { NoticeKind } from '../kind.ts';
import { notify } from '../notify.ts';

/**
 * A file that follows a summary or a question for approval once it is made, or the notice that it could not
 * be made.
 */
export const summaryFile: NoticeKind<'cutId'> = {
  name: 'summaryFile',
  about: ['cutId'],
  to: 'office',
  sentAs: 'summary',
};

export function notifySummaryFile(
  db: Db,
  of: { readonly cutId: number; readonly chatId: number; readonly personId: number },
  message: Message,
  now: Moment,
): void {
  const to = { id: of.personId, telegramUserId: of.chatId };
  notify(db, summaryFile, to, { key: null, about: { cutId: of.cutId }, message, now });
}
