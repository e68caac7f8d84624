import type { OfficeChange } from '../../db/office-changes.ts';
import type { Db } from '../../db/open.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify, type Recipient } from '../notify.ts';
import { whyNotAsked } from '../office-change-question.ts';

/** To the person who waits for an office: the name is confirmed, and whose yes is missing. */
export const officeWaits: NoticeKind<'officeChangeId'> = {
  name: 'officeWaits',
  about: ['officeChangeId'],
  to: 'responsible',
  noLongerTrue: whyNotAsked,
};

export function notifyOfficeWaits(
  db: Db,
  change: OfficeChange,
  to: Recipient,
  html: Html,
  now: Moment,
): void {
  const key = noticeKey('officeWaits', change.id, to.id);
  notify(db, officeWaits, to, { key, about: { officeChangeId: change.id }, message: { html }, now });
}
