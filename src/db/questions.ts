import type { Moment } from '../domain/dates.ts';
import { and, desc, eq, getTableColumns, gte, inArray, isNotNull, isNull, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { given, prepared, selecting } from './prepared.ts';
import { type GeneralQuestionKind, question } from './schema/index.ts';

export type QuestionRow = typeof question.$inferSelect;
/** A question that was put: its number is what its buttons carry. */
export type Asked = Pick<QuestionRow, 'id'>;

const inState = selecting(getTableColumns(question), (rows) =>
  rows
    .from(question)
    .where(
      and(eq(question.personId, sql.placeholder('personId')), eq(question.state, sql.placeholder('state'))),
    )
    .orderBy(desc(question.id)),
);

/** The one question that typed text goes to. */
export function openQuestion(db: Db, personId: number): QuestionRow | undefined {
  return inState(db).get({ personId, state: 'open' });
}

/** Questions that another one interrupted, the latest first. */
export function suspendedQuestions(db: Db, personId: number): readonly QuestionRow[] {
  return inState(db).all({ personId, state: 'suspended' });
}

export function questionById(db: Db, id: number): QuestionRow | undefined {
  return db.select().from(question).where(eq(question.id, id)).get();
}

/** The last question of a kind put to a person, in whatever state. */
export function lastQuestionOf(db: Db, personId: number, kind: QuestionRow['kind']): QuestionRow | undefined {
  return db
    .select()
    .from(question)
    .where(and(eq(question.personId, personId), eq(question.kind, kind)))
    .orderBy(desc(question.id))
    .get();
}

const lastClosed = selecting(getTableColumns(question), (rows) =>
  rows
    .from(question)
    .where(
      and(
        eq(question.personId, sql.placeholder('personId')),
        eq(question.state, 'closed'),
        isNotNull(question.activityId),
        gte(question.closedAt, sql.placeholder('since')),
      ),
    )
    .orderBy(desc(question.id))
    .limit(1),
);

/** The last question about an activity that closed since a moment. */
export function closedSince(db: Db, personId: number, since: Moment): QuestionRow | undefined {
  return lastClosed(db).get({ personId, since });
}

const addQuestion = prepared((db) =>
  db
    .insert(question)
    .values({
      personId: sql.placeholder('personId'),
      kind: sql.placeholder('kind'),
      activityId: sql.placeholder('activityId'),
      cutId: sql.placeholder('cutId'),
      basedOnReport: sql.placeholder('basedOnReport'),
      payload: sql.placeholder('payload'),
      state: 'open',
      askedAt: sql.placeholder('askedAt'),
    })
    .prepare(),
);

/** Opens a question, suspending whatever was open: a person has at most one. */
export function openNewQuestion(
  db: Db,
  row: Pick<
    typeof question.$inferInsert,
    'personId' | 'kind' | 'activityId' | 'cutId' | 'payload' | 'askedAt'
  > & {
    readonly basedOnReport: number;
  },
): Asked {
  suspendOpen(db, row.personId);
  return { id: Number(addQuestion(db).run(row).lastInsertRowid) };
}

/** The same, of a question that is about no one activity. */
export function openGeneralQuestion(
  db: Db,
  personId: number,
  kind: GeneralQuestionKind,
  payload: unknown,
  askedAt: Moment,
): Asked {
  const ofNone = { activityId: null, cutId: null, basedOnReport: 0 };
  return openNewQuestion(db, { personId, kind, payload, askedAt, ...ofNone });
}

const unseen = { shownAt: null, shownMessageId: null };
const reopening = (shown: object) => (db: Db) =>
  db
    .update(question)
    .set({
      state: 'open',
      basedOnReport: given('basedOnReport', question.basedOnReport),
      askedAt: given('askedAt', question.askedAt),
      payload: given('payload', question.payload),
      closedAt: null,
      ...shown,
    })
    .where(eq(question.id, sql.placeholder('id')))
    .returning()
    .prepare();
const reopenSeen = prepared(reopening({}));
const reopenUnseen = prepared(reopening(unseen));

/**
 * Makes a question the open one again. One that was suspended is unseen until its new message is, unless `seen`: it is
 * not shown again, or its button was just tapped.
 */
export function reopenQuestion(
  db: Db,
  row: QuestionRow,
  to: Pick<QuestionRow, 'basedOnReport' | 'askedAt' | 'payload'> & { readonly seen?: boolean },
): QuestionRow {
  const { basedOnReport, askedAt, payload, seen = row.state === 'open' } = to;
  suspendOpen(db, row.personId);
  return (seen ? reopenSeen : reopenUnseen)(db).get({ id: row.id, basedOnReport, askedAt, payload });
}

/** What a question holds changed: it is unseen until that is shown. */
export function changeQuestion(db: Db, id: number, payload: unknown): void {
  db.update(question)
    .set({ payload, ...unseen })
    .where(eq(question.id, id))
    .run();
}

const show = prepared((db) =>
  db
    .update(question)
    .set({
      shownAt: given('shownAt', question.shownAt),
      shownMessageId: given('shownMessageId', question.shownMessageId),
    })
    .where(and(eq(question.id, sql.placeholder('id')), isNull(question.shownAt)))
    .prepare(),
);

/** Telegram has taken the message that shows a question. The first time counts. */
export function markShown(
  db: Db,
  id: number,
  of: { readonly shownAt: Moment; readonly shownMessageId: number | null },
): void {
  show(db).run({ id, ...of });
}

/** The question of a person that closed last. */
export function lastClosedQuestion(db: Db, personId: number): QuestionRow | undefined {
  return db
    .select()
    .from(question)
    .where(and(eq(question.personId, personId), eq(question.state, 'closed')))
    .orderBy(desc(question.closedAt), desc(question.id))
    .limit(1)
    .get();
}

const suspend = prepared((db) =>
  db
    .update(question)
    .set({ state: 'suspended' })
    .where(and(eq(question.personId, sql.placeholder('personId')), eq(question.state, 'open')))
    .prepare(),
);

export function suspendOpen(db: Db, personId: number): void {
  suspend(db).run({ personId });
}

/** It was answered, though not in a way that closes it: the silence begins anew. */
export function touchQuestion(db: Db, id: number, now: Moment): void {
  db.update(question).set({ askedAt: now }).where(eq(question.id, id)).run();
}

export function setPayload(db: Db, id: number, payload: unknown): void {
  db.update(question).set({ payload }).where(eq(question.id, id)).run();
}

const close = prepared((db) =>
  db
    .update(question)
    .set({ state: 'closed', closedAt: given('now', question.closedAt) })
    .where(eq(question.id, sql.placeholder('id')))
    .prepare(),
);

export function closeQuestion(db: Db, id: number, now: Moment): void {
  close(db).run({ id, now });
}

const closeAbout = prepared((db) =>
  db
    .update(question)
    .set({ state: 'closed', closedAt: given('now', question.closedAt) })
    .where(
      and(
        eq(question.personId, sql.placeholder('personId')),
        eq(question.activityId, sql.placeholder('activityId')),
        eq(question.cutId, sql.placeholder('cutId')),
        inArray(question.state, ['open', 'suspended']),
      ),
    )
    .prepare(),
);

/** Closes what is open or suspended about one activity at one cut: it has been answered. */
export function closeQuestionsAbout(
  db: Db,
  personId: number,
  of: { readonly activityId: number; readonly cutId: number },
  now: Moment,
): void {
  closeAbout(db).run({ personId, activityId: of.activityId, cutId: of.cutId, now });
}

/** Closes what anybody is asked about one activity at one cut. @returns whose open question it was */
export function closeEverybodysQuestions(
  db: Db,
  of: { readonly activityId: number; readonly cutId: number },
  now: Moment,
): readonly number[] {
  const about = and(eq(question.activityId, of.activityId), eq(question.cutId, of.cutId));
  const open = db
    .select({ personId: question.personId })
    .from(question)
    .where(and(about, eq(question.state, 'open')))
    .all();
  db.update(question)
    .set({ state: 'closed', closedAt: now })
    .where(and(about, inArray(question.state, ['open', 'suspended'])))
    .run();
  return open.map((row) => row.personId);
}

export function closeAllQuestions(db: Db, personId: number, now: Moment): void {
  db.update(question)
    .set({ state: 'closed', closedAt: now })
    .where(and(eq(question.personId, personId), inArray(question.state, ['open', 'suspended'])))
    .run();
}
