import { writeMeta } from '../../db/meta.ts';
import type { Db } from '../../db/open.ts';
import { officeHolders } from '../../db/people.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import { rivalProcess } from '../../texts/help.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** Another process polls with our token. Goes to the coordinators. */
export const rival: NoticeKind<never> = { name: 'rival', about: [], to: 'office' };

/** Noted for `doctor`, and notified once a day. */
export function noteRival(db: Db, now: Moment): void {
  writeMeta(db, 'rivalSeenAt', String(now));
  for (const each of officeHolders(db, 'coordinator', now)) {
    const key = noticeKey('rival', each.id, localDate(now));
    notify(db, rival, each, { key, about: {}, message: { html: rivalProcess() }, now });
  }
}
