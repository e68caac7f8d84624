import { rowByKey } from '../../db/announce.ts';
import { record } from '../../db/audit.ts';
import type { Db } from '../../db/open.ts';
import type { Moment } from '../../domain/dates.ts';
import type { SummaryKind } from '../../domain/due-summaries.ts';
import type { Message } from '../../domain/events.ts';
import type { NoticeKind } from '../kind.ts';
import { endWaiting, noticeKey, notify, type Recipient } from '../notify.ts';

/** The automatic summary of a cut (specification: Automatic summaries), in one message or several. */
export const summary: NoticeKind<'cutId'> = {
  name: 'summary',
  about: ['cutId'],
  to: 'office',
  sentAs: 'summary',
  onSent: (db, row, now) => {
    if (row.part !== 1) return;
    const { personId, cutId, variant } = row;
    record(db, { at: now, act: 'summarySent', by: 'bot', personId, cutId, after: { kind: variant } });
  },
};

type Which = { readonly cutId: number; readonly kind: SummaryKind; readonly reopening: number };

export function notifySummary(
  db: Db,
  of: Which,
  to: Recipient,
  messages: readonly Message[],
  now: Moment,
): void {
  const about = { cutId: of.cutId };
  messages.forEach((message, index) => {
    const part = index + 1;
    const key = summaryKey(of, to.id, part);
    notify(db, summary, to, { key, about, variant: of.kind, part, message, now });
  });
}

/** Ends a summary of the cut that has not been released, because a newer one replaces it. */
export function endFormerSummary(db: Db, cutId: number, now: Moment): void {
  endWaiting(db, [summary], { cutId }, ['cancelled', 'superseded'], now);
}

/** Whether that summary was written to a person, in any state. */
export function hadSummary(db: Db, of: Which, personId: number): boolean {
  return rowByKey(db, summaryKey(of, personId, 1)) !== undefined;
}

function summaryKey(of: Which, personId: number, part: number): string {
  return noticeKey('summary', of.cutId, of.kind, of.reopening, personId, part);
}
