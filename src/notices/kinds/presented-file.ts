import { rowByKey } from '../../db/announce.ts';
import type { Db } from '../../db/open.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import type { ExportFormat } from '../../summary/export-cut.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify, type Recipient } from '../notify.ts';
import { whyNotToApprove } from '../still-to-approve.ts';

/**
 * A picture or a file of what was presented, before the question about it; or, after the question, that it could not
 * be made.
 */
export const presentedFile: NoticeKind<'presentationId'> = {
  name: 'presentedFile',
  about: ['presentationId'],
  to: 'office',
  sentAs: 'summary',
  noLongerTrue: whyNotToApprove,
};

type Which = { readonly presentationId: number; readonly format: ExportFormat };

export function notifyPresentedFile(
  db: Db,
  of: Which & { readonly part: number },
  to: Recipient,
  message: Message,
  now: Moment,
): void {
  const { presentationId, format, part } = of;
  const key = keyOf(of, to.id, part);
  notify(db, presentedFile, to, { key, about: { presentationId }, variant: format, part, message, now });
}

/** Whether that file was written to a person. */
export function hadPresentedFile(db: Db, of: Which, personId: number): boolean {
  return rowByKey(db, keyOf(of, personId, 1)) !== undefined;
}

function keyOf({ presentationId, format }: Which, personId: number, part: number): string {
  return noticeKey('presentedFile', presentationId, personId, format, part);
}
