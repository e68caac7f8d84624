/**
 * Writes the rows of notices. Only this file touches their keys: `src/notices` builds a key, and nobody reads
 * one.
 */
import type { Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import { eq, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import type { Addressee } from './outbox.ts';
import { type About, type Broadcast, type OutboxRow, rowColumns } from './outbox-rows.ts';
import { givenOrNull, prepared, selecting } from './prepared.ts';
import { outbox } from './schema/index.ts';

export type Announcement = {
  readonly kind: Broadcast;
  /** The name of its kind. */
  readonly notice: string;
  /** Null: the notice goes out as often as it is written. */
  readonly key: string | null;
  readonly about?: Partial<About>;
  readonly day?: OutboxRow['day'];
  readonly variant?: string;
  readonly part?: number;
  /** Null: the text is made when the notice leaves. */
  readonly message: Message | null;
  readonly now: Moment;
  readonly notBefore?: Moment;
  readonly expiresAt?: Moment;
};

/**
 * Writes a notice. It waits until the tick releases it (hours, conversation under way).
 * @returns the row's id; undefined when its key exists already: then it writes nothing
 */
export function announce(db: Db, to: Addressee, what: Announcement): number | undefined {
  if (what.key !== null && rowByKey(db, what.key) !== undefined) return undefined;
  const { kind, notice, key, about, message, now, day, variant, part, notBefore, expiresAt } = what;
  return addWaiting(db).get({
    ...aboutNothing,
    ...to,
    ...about,
    kind,
    notice,
    key,
    day: day ?? null,
    variant: variant ?? null,
    part: part ?? null,
    payload: message,
    createdAt: now,
    notBefore: notBefore ?? now,
    expiresAt: expiresAt ?? null,
  }).id;
}

export function rowByKey(db: Db, key: string): OutboxRow | undefined {
  return ofKey(db).get({ key });
}

const ofKey = selecting(rowColumns, (rows) =>
  rows.from(outbox).where(eq(outbox.key, sql.placeholder('key'))),
);

const aboutNothing = {
  personId: null,
  planId: null,
  cutId: null,
  activityId: null,
  reportId: null,
  assignmentId: null,
  presentationId: null,
  verificationId: null,
  officeChangeId: null,
  planChangeId: null,
};

const addWaiting = prepared((db) =>
  db
    .insert(outbox)
    .values({
      chatId: sql.placeholder('chatId'),
      personId: sql.placeholder('personId'),
      kind: sql.placeholder('kind'),
      notice: sql.placeholder('notice'),
      key: sql.placeholder('key'),
      planId: sql.placeholder('planId'),
      cutId: sql.placeholder('cutId'),
      activityId: sql.placeholder('activityId'),
      reportId: sql.placeholder('reportId'),
      assignmentId: sql.placeholder('assignmentId'),
      presentationId: sql.placeholder('presentationId'),
      verificationId: sql.placeholder('verificationId'),
      officeChangeId: sql.placeholder('officeChangeId'),
      planChangeId: sql.placeholder('planChangeId'),
      day: sql.placeholder('day'),
      variant: sql.placeholder('variant'),
      part: sql.placeholder('part'),
      payload: givenOrNull('payload', outbox.payload),
      createdAt: sql.placeholder('createdAt'),
      notBefore: sql.placeholder('notBefore'),
      expiresAt: sql.placeholder('expiresAt'),
      state: 'waiting',
    })
    .returning({ id: outbox.id })
    .prepare(),
);
