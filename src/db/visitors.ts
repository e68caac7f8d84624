import { PEOPLE } from '../domain/constants.ts';
import type { Moment } from '../domain/dates.ts';
import { and, eq, isNotNull, isNull, lt, ne, or, type SQL, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { prepared } from './prepared.ts';
import { outbox } from './schema/index.ts';
import { noteErased } from './traces.ts';

/** Replaces an erased chat: no chat has this id. */
export const noChat = 0;

const waitsForTap = PEOPLE.strangerHours * 3_600_000;

/**
 * Erases chat and text of what visitors without enrolment were told (a stranger, an invited person who has
 * not authorised, a group; specification: Strangers): once the message is settled, or 24 hours later when it
 * waits for a tap. Kind, time and outcome stay.
 * @param chatId one chat only; without it all of them
 */
export function forgetVisitors(db: Db, now: Moment, chatId?: number): void {
  const untapped = now - waitsForTap;
  const { changes } =
    chatId === undefined ? forgetAll(db).run({ untapped }) : forgetChat(db).run({ untapped, chatId });
  if (changes > 0) noteErased(db);
}

const forgetAll = prepared((db) => forgetWhere(db, ne(outbox.chatId, noChat)));
const forgetChat = prepared((db) => forgetWhere(db, eq(outbox.chatId, sql.placeholder('chatId'))));

function forgetWhere(db: Db, chat: SQL) {
  return db
    .update(outbox)
    .set({ chatId: noChat, payload: null, messageId: null })
    .where(
      and(
        isNull(outbox.personId),
        isNotNull(outbox.settledAt),
        chat,
        or(
          isNull(sql`json_extract(${outbox.payload}, '$.keyboard')`),
          lt(outbox.settledAt, sql.placeholder('untapped')),
        ),
        sql`not exists (select 1 from ${outbox} as open where open.edits = ${outbox}.id and open.state = 'released')`,
      ),
    )
    .prepare();
}
