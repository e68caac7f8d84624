import type { LocalDate, Moment } from '../domain/dates.ts';
import type { RequestedDay } from '../domain/due-pending.ts';
import type { DecidedSummary, SummaryKind } from '../domain/due-summaries.ts';
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, type SQL, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { heldAt } from './people.ts';
import { prepared } from './prepared.ts';
import {
  assignment,
  automaticSummary,
  outbox,
  question,
  reminderRequest,
  report,
  type reportOrigins,
} from './schema/index.ts';

/** Who holds which position at a moment, and since when (epoch ms). */
export function heldPositions(
  db: Db,
  moment: Moment,
): readonly { readonly personId: number; readonly positionId: number; readonly fromAt: Moment }[] {
  return db
    .select({ personId: assignment.personId, positionId: assignment.positionId, fromAt: assignment.fromAt })
    .from(assignment)
    .where(and(isNotNull(assignment.positionId), heldAt(moment)))
    .all()
    .flatMap((row) => (row.positionId === null ? [] : [{ ...row, positionId: row.positionId }]));
}

/** Reminders asked for from a day on, by person. */
export function requestsFrom(db: Db, date: LocalDate): ReadonlyMap<number, readonly RequestedDay[]> {
  const rows = db.select().from(reminderRequest).where(sql`${reminderRequest.date} >= ${date}`).all();
  return Map.groupBy(rows, (row) => row.personId);
}

/** Reminder rows whose time ended in `(after, until]` without their having left. */
export function remindersUnsentBetween(
  db: Db,
  after: Moment,
  until: Moment,
): readonly Pick<typeof outbox.$inferSelect, 'personId' | 'key' | 'releaseSeq' | 'expiresAt'>[] {
  return db
    .select({
      personId: outbox.personId,
      key: outbox.key,
      releaseSeq: outbox.releaseSeq,
      expiresAt: outbox.expiresAt,
    })
    .from(outbox)
    .where(
      and(
        eq(outbox.kind, 'reminder'),
        inArray(outbox.state, ['waiting', 'released', 'expired']),
        gt(outbox.expiresAt, after),
        lte(outbox.expiresAt, until),
      ),
    )
    .all();
}

type LastWord = {
  readonly id: number;
  readonly origin: (typeof reportOrigins)[number];
  readonly recordedAt: Moment;
};

/** The cut's last word (voided ones aside), the last that is no correction, and how many of its reports were voided. */
export function lastWordOfCut(
  db: Db,
  cutId: number,
): {
  readonly last: LastWord | undefined;
  readonly lastReported: LastWord | undefined;
  readonly voided: number;
} {
  const newest = (...more: readonly SQL[]) =>
    db
      .select({ id: report.id, origin: report.origin, recordedAt: report.recordedAt })
      .from(report)
      .where(and(eq(report.cutId, cutId), isNull(report.voidedAt), ...more))
      .orderBy(desc(report.id))
      .limit(1)
      .get();
  const voided = db
    .select({ count: sql<number>`count(*)` })
    .from(report)
    .where(and(eq(report.cutId, cutId), isNotNull(report.voidedAt)))
    .get();
  return {
    last: newest(),
    lastReported: newest(ne(report.origin, 'correction')),
    voided: voided?.count ?? 0,
  };
}

const newestOfCut = prepared((db) =>
  db
    .select({ recordedAt: report.recordedAt })
    .from(report)
    .where(eq(report.cutId, sql.placeholder('cutId')))
    .orderBy(desc(report.id))
    .limit(1)
    .prepare(),
);

/** Whether a cut's newest revision, voided ones included, was stored after a moment. */
export function isReportedSince(db: Db, cutId: number, moment: Moment): boolean {
  return (newestOfCut(db).get({ cutId })?.recordedAt ?? 0) > moment;
}

/** The last revision of any report, voided ones included (0: none). */
export function lastReportId(db: Db): number {
  return (
    db
      .select({ last: sql<number>`coalesce(max(${report.id}), 0)` })
      .from(report)
      .get()?.last ?? 0
  );
}

/** The automatic summaries decided for a cut, in the order in which they were. */
export function decidedSummaries(db: Db, cutId: number): readonly DecidedSummary[] {
  return db
    .select()
    .from(automaticSummary)
    .where(eq(automaticSummary.cutId, cutId))
    .orderBy(asc(automaticSummary.decidedAt), asc(sql`rowid`))
    .all()
    .map(({ kind, round, basis, recipients }) => ({ kind, round, basis, told: recipients > 0 }));
}

export function recordSummary(
  db: Db,
  row: {
    cutId: number;
    kind: SummaryKind;
    round: number;
    decidedAt: Moment;
    basis: string;
    recipients: number;
  },
): void {
  db.insert(automaticSummary).values(row).onConflictDoNothing().run();
}

/** Reminders that have not gone, whether the tick has let them go or not. */
export function openReminders(db: Db): readonly (typeof outbox.$inferSelect)[] {
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.kind, 'reminder'), inArray(outbox.state, ['waiting', 'released'])))
    .all();
}

/** People with an open question asked before a moment. */
export function askedBefore(db: Db, moment: Moment): ReadonlySet<number> {
  const rows = db
    .select({ personId: question.personId })
    .from(question)
    .where(and(eq(question.state, 'open'), sql`${question.askedAt} < ${moment}`))
    .all();
  return new Set(rows.map((row) => row.personId));
}

/** Whether a person was answered after a moment. */
export function wasAnsweredSince(db: Db, personId: number, moment: Moment): boolean {
  return (
    db
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.personId, personId), eq(outbox.kind, 'reply'), gt(outbox.createdAt, moment)))
      .limit(1)
      .get() !== undefined
  );
}

/** Rows released and not yet sent of what goes out by itself, back to waiting for the hours and the tick. */
export function takeBackReleased(db: Db): number {
  return db
    .update(outbox)
    .set({ state: 'waiting', releaseSeq: null })
    .where(and(eq(outbox.state, 'released'), inArray(outbox.kind, ['reminder', 'summary', 'notice'])))
    .run().changes;
}

/** A row written for a person's former account goes to the one of now. */
export function readdress(db: Db, rowId: number, chatId: number): void {
  db.update(outbox).set({ chatId }).where(eq(outbox.id, rowId)).run();
}
