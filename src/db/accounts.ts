import type { Moment } from '../domain/dates.ts';
import type { Account } from '../domain/events.ts';
import { record } from './audit.ts';
import { and, eq, inArray, isNotNull, isNull } from './drizzle.ts';
import { dropJobsOfChat, requestJob } from './jobs.ts';
import type { Db } from './open.ts';
import { closeAllQuestions } from './questions.ts';
import { endRound } from './rounds.ts';
import { draft, evidence, outbox, person, question, received, round } from './schema/index.ts';
import { forgetEnrolled } from './telegram-name.ts';
import { noteErased } from './traces.ts';
import { noChat } from './visitors.ts';

/**
 * Ties a person to a Telegram account from now on. A former account of that person is no longer known: what waits goes
 * to the new one, and what was asked there is asked anew (halves of reports stay). On record, the account aside.
 */
export function linkAccount(
  db: Db,
  personId: number,
  account: Account,
  consentVersion: string,
  now: Moment,
): void {
  const hasMoved = tie(db, personId, { ...account, consentVersion, enrolledAt: now }, now);
  const of = { at: now, by: { personId }, personId } as const;
  record(db, { ...of, act: 'consented', after: { textVersion: consentVersion } });
  if (hasMoved) record(db, { ...of, act: 'accountMoved' });
}

/** An account to which a person moved before: a copy from before that was restored. On record as the operator's. */
export function moveAccountAgain(db: Db, personId: number, account: Enrolment, now: Moment): void {
  tie(db, personId, account, now);
  record(db, { at: now, act: 'accountMoved', by: 'operator', personId, after: { restored: true } });
}

export type Enrolment = Account & { readonly consentVersion: string; readonly enrolledAt: Moment };

/** @returns whether the person had another account */
function tie(
  db: Db,
  personId: number,
  { userId, name, consentVersion, enrolledAt }: Enrolment,
  now: Moment,
): boolean {
  const before = accountOf(db, personId);
  const former = before?.telegramUserId ?? null;
  const hasMoved = former !== null && former !== userId;
  if (before && hasMoved) {
    forgetEnrolled(db, before, now);
    closeAllQuestions(db, personId, now);
    endRound(db, personId);
    db.update(outbox)
      .set({ chatId: userId })
      .where(and(eq(outbox.personId, personId), eq(outbox.state, 'waiting')))
      .run();
    forgetChat(db, former, now);
  }
  db.update(person)
    .set({
      telegramUserId: userId,
      telegramName: name,
      consentVersion,
      enrolledAt,
      lastHeardAt: now,
      unreachableSince: null,
      unreachableReason: null,
    })
    .where(eq(person.id, personId))
    .run();
  db.update(outbox)
    .set({ personId })
    .where(and(eq(outbox.chatId, userId), isNull(outbox.personId)))
    .run();
  requestJob(db, 'account', now);
  return hasMoved;
}

/**
 * Erases account, conversation and the texts of messages, and drops evidence on its way. Name, position, reports and
 * evidence that was kept stay as public record.
 */
export function unlinkAccount(db: Db, personId: number, now: Moment): void {
  const before = accountOf(db, personId);
  db.update(person)
    .set({
      telegramUserId: null,
      telegramName: null,
      consentVersion: null,
      enrolledAt: null,
      lastHeardAt: null,
      unreachableSince: null,
      unreachableReason: null,
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
  db.update(evidence)
    .set({ state: 'refused', fileId: null })
    .where(and(eq(evidence.personId, personId), eq(evidence.state, 'fetching')))
    .run();
  noteErased(db);
  if (before) forgetEnrolled(db, before, now);
  if (before?.telegramUserId != null) forgetChat(db, before.telegramUserId, now);
  requestJob(db, 'account', now);
}

/** Keeps only kind, time and outcome of everything told in a chat. Messages that wait are not sent. */
function forgetChat(db: Db, chatId: number, now: Moment): void {
  db.delete(received).where(eq(received.chatId, chatId)).run();
  dropJobsOfChat(db, chatId);
  db.update(outbox)
    .set({ state: 'cancelled', reason: 'left', settledAt: now })
    .where(and(eq(outbox.chatId, chatId), inArray(outbox.state, ['waiting', 'released'])))
    .run();
  db.update(outbox)
    .set({ chatId: noChat, messageId: null, payload: null })
    .where(eq(outbox.chatId, chatId))
    .run();
  noteErased(db);
}

function accountOf(db: Db, personId: number) {
  return db
    .select({
      personId: person.id,
      name: person.name,
      telegramUserId: person.telegramUserId,
      telegramName: person.telegramName,
      enrolledAt: person.enrolledAt,
    })
    .from(person)
    .where(eq(person.id, personId))
    .get();
}
