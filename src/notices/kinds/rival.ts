import { writeMeta } from '../../db/meta.ts';
import type { Db } from '../../db/open.ts';
import { announce } from '../../db/outbox.ts';
import { officeHolders } from '../../db/people.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import { rivalProcess } from '../../texts/help.ts';

/** Another process has been polling with our token: kept for `doctor`, and told to the coordinators once a day. */
export function noteRival(db: Db, now: Moment): void {
  writeMeta(db, 'rivalSeenAt', String(now));
  for (const each of officeHolders(db, 'coordinator', now)) {
    announce(
      db,
      { chatId: each.telegramUserId, personId: each.id },
      { kind: 'notice', key: `rival:${each.id}:${localDate(now)}`, message: { html: rivalProcess() }, now },
    );
  }
}
