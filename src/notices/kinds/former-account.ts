import { announce } from '../../db/announce.ts';
import type { Db } from '../../db/open.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import type { NoticeKind } from '../kind.ts';

/**
 * Somebody else ended an account. Goes to that account, which then belongs to nobody, at once and whatever the hour
 * (specification: Hours).
 */
export const formerAccount: NoticeKind<never> = {
  name: 'formerAccount',
  about: [],
  to: 'formerAccount',
  atAnyHour: (_, row) => row.variant === null,
};

export function notifyFormerAccount(db: Db, chatId: number, html: Html, now: Moment): void {
  const to = { chatId, personId: null };
  announce(db, to, { kind: 'notice', notice: formerAccount.name, key: null, message: { html }, now });
}
