import type { Moment } from '../domain/dates.ts';
import type { Account } from '../domain/events.ts';
import { and, eq, inArray, isNotNull } from './drizzle.ts';
import type { Db } from './open.ts';
import { draft, outbox, person, question, received, round } from './schema/index.ts';

/** Ties a person to a Telegram account from now on; a former account of that person is no longer known. */
export function linkAccount(
  db: Db,
  personId: number,
  account: Account,
  consentVersion: string,
  now: Moment,
): void {
  db.update(person)
    .set({
      telegramUserId: account.userId,
      telegramName: account.name,
      consentVersion,
      enrolledAt: now,
      lastHeardAt: now,
      unreachableSince: null,
      unreachableReason: null,
    })
    .where(eq(person.id, personId))
    .run();
}

/** Erases account, conversation and the texts of messages; name, position and reports stay as public record. */
export function unlinkAccount(db: Db, personId: number, now: Moment): void {
  const chatId =
    db.select({ id: person.telegramUserId }).from(person).where(eq(person.id, personId)).get()?.id ?? null;
  db.update(person)
    .set({
      telegramUserId: null,
      telegramName: null,
      consentVersion: null,
      enrolledAt: null,
      lastHeardAt: null,
    })
    .where(eq(person.id, personId))
    .run();
  db.delete(round).where(eq(round.personId, personId)).run();
  db.delete(question).where(eq(question.personId, personId)).run();
  db.delete(draft).where(eq(draft.personId, personId)).run();
  db.update(outbox)
    .set({ state: 'cancelled', reason: 'left', settledAt: now })
    .where(and(eq(outbox.personId, personId), inArray(outbox.state, ['waiting', 'released'])))
    .run();
  db.update(outbox)
    .set({ payload: null })
    .where(and(eq(outbox.personId, personId), isNotNull(outbox.settledAt)))
    .run();
  if (chatId !== null) db.delete(received).where(eq(received.chatId, chatId)).run();
}
