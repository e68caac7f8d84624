import type { Moment } from '../domain/dates.ts';
import { type Actor, actorOf, type Recorded, record, recordAll } from './audit.ts';
import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, ne, or, sql } from './drizzle.ts';
import { insertMany } from './insert-many.ts';
import type { Db } from './open.ts';
import { prepared, selecting } from './prepared.ts';
import { report } from './schema/index.ts';

export type Report = typeof report.$inferSelect;
export type NewReport = typeof report.$inferInsert;

const lastWord = selecting(getTableColumns(report), (rows) =>
  rows
    .from(report)
    .where(
      and(
        eq(report.activityId, sql.placeholder('activityId')),
        eq(report.cutId, sql.placeholder('cutId')),
        isNull(report.voidedAt),
      ),
    )
    .orderBy(desc(report.id))
    .limit(1),
);

/** The last word on an activity at a cut. */
export function lastReport(db: Db, activityId: number, cutId: number): Report | undefined {
  return lastWord(db).get({ activityId, cutId });
}

const wordsOfCut = selecting(getTableColumns(report), (rows) =>
  rows
    .from(report)
    .where(and(eq(report.cutId, sql.placeholder('cutId')), isNull(report.voidedAt)))
    .orderBy(asc(report.id)),
);

export function reportById(db: Db, id: number): Report | undefined {
  return db.select().from(report).where(eq(report.id, id)).get();
}

/** The last word on every reported activity of a cut, by activity. */
export function lastReportsOfCut(db: Db, cutId: number): ReadonlyMap<number, Report> {
  const rows = wordsOfCut(db).all({ cutId });
  return new Map(rows.map((row) => [row.activityId, row]));
}

/**
 * `cross join` keeps the order: the activities first, then the reports of each. Left to choose, SQLite reads
 * every report of the cut by the index of cuts (seen without ANALYZE).
 */
const wordsAmong = selecting(getTableColumns(report), (rows) =>
  rows
    .from(sql`json_each(${sql.placeholder('activities')}) as asked`)
    .crossJoin(report)
    .where(
      and(
        eq(report.activityId, sql`asked.value`),
        eq(report.cutId, sql.placeholder('cutId')),
        isNull(report.voidedAt),
      ),
    )
    .orderBy(asc(report.id)),
);

/** The same for some activities: it reads no report of the others, however many the cut has. */
export function lastReportsAmong(
  db: Db,
  activityIds: readonly number[],
  cutId: number,
): ReadonlyMap<number, Report> {
  if (activityIds.length === 0) return new Map();
  const rows = wordsAmong(db).all({ activities: JSON.stringify(activityIds), cutId });
  return new Map(rows.map((row) => [row.activityId, row]));
}

/** Every revision of every report of these cuts, oldest first. */
export function revisionsOfCuts(db: Db, cutIds: readonly number[]): readonly Report[] {
  return db
    .select()
    .from(report)
    .where(inArray(report.cutId, [...cutIds]))
    .orderBy(asc(report.id))
    .all();
}

/** Every revision of one activity at one cut, also those that do not count any more, oldest first. */
export function everyRevisionOf(db: Db, activityId: number, cutId: number): readonly Report[] {
  return everyRevision(db).all({ activityId, cutId });
}

const everyRevision = prepared((db) =>
  db
    .select()
    .from(report)
    .where(
      and(eq(report.activityId, sql.placeholder('activityId')), eq(report.cutId, sql.placeholder('cutId'))),
    )
    .orderBy(asc(report.id))
    .prepare(),
);

/** Every revision of one activity at one cut that counts, oldest first. */
export function revisionsOf(db: Db, activityId: number, cutId: number): readonly Report[] {
  return db
    .select()
    .from(report)
    .where(and(eq(report.activityId, activityId), eq(report.cutId, cutId), isNull(report.voidedAt)))
    .orderBy(asc(report.id))
    .all();
}

const addRevision = prepared((db) =>
  db
    .insert(report)
    .values({
      activityId: sql.placeholder('activityId'),
      cutId: sql.placeholder('cutId'),
      progress: sql.placeholder('progress'),
      amount: sql.placeholder('amount'),
      observation: sql.placeholder('observation'),
      origin: sql.placeholder('origin'),
      personId: sql.placeholder('personId'),
      importedBy: sql.placeholder('importedBy'),
      moment: sql.placeholder('moment'),
      recordedAt: sql.placeholder('recordedAt'),
      late: sql.placeholder('late'),
      reason: sql.placeholder('reason'),
    })
    .prepare(),
);

const notVoided = { voidedAt: null, voidedBy: null, voidReason: null };

/**
 * Adds and records a revision. A later revision keeps whether the first one was late, even when a coordinator
 * has voided the first: it was reported then. A *correction* is recorded by the code that corrects, with its
 * reason.
 * @param by the person who imports, when `personId` is null
 */
export function addReport(
  db: Db,
  revision: Omit<NewReport, 'id' | keyof typeof notVoided>,
  by: Actor = actorOf(revision.personId ?? null),
): Report {
  const shown = shownRevisionsOf(db, revision.activityId, revision.cutId);
  const before = shown.findLast((each) => each.voidedAt === null);
  const first = shown.find((each) => each.voidedAt === null || each.origin !== 'import');
  const { personId = null, importedBy = null, reason = null, amount = null } = revision;
  const row = {
    ...revision,
    ...notVoided,
    personId,
    importedBy,
    reason,
    amount,
    late: first?.late ?? revision.late,
  };
  const added = { ...row, id: Number(addRevision(db).run(row).lastInsertRowid) };
  if (added.origin !== 'correction') record(db, reported(before, added, by));
  return added;
}

function reported(before: Report | undefined, added: Report, by: Actor): Recorded {
  return {
    at: added.recordedAt,
    act: 'reported',
    by,
    activityId: added.activityId,
    cutId: added.cutId,
    before: before ? recordedReport(before) : null,
    after: recordedReport(added),
  };
}

/** What a form says of an activity that has no report at a cut; `progress` in whole tenths of a percent. */
export type Imported = Pick<Report, 'activityId' | 'cutId' | 'progress' | 'amount' | 'observation'>;

/** Adds and records the reports of a form, in their order: as `addReport`, for activities without one that counts. */
export function addImported(db: Db, read: readonly Imported[], by: Actor, now: Moment): void {
  if (read.length === 0) return;
  const lateOnes = new Set([...new Set(read.map(({ cutId }) => cutId))].flatMap((id) => firstLate(db, id)));
  const rows = read.map((each) => ({
    ...each,
    ...notVoided,
    origin: 'import' as const,
    personId: null,
    importedBy: typeof by === 'string' ? null : by.personId,
    moment: now,
    recordedAt: now,
    late: lateOnes.has(`${each.activityId}:${each.cutId}`),
    reason: null,
  }));
  const first = insertMany(db, report, rows);
  recordAll(
    db,
    rows.map((row, place) => reported(undefined, { ...row, id: first + place }, by)),
  );
}

/** The activities that were first reported late at a cut, by reports that were voided, as `activity:cut`. */
function firstLate(db: Db, cutId: number): readonly string[] {
  const voided = db
    .select({ activityId: report.activityId, late: report.late })
    .from(report)
    .where(and(eq(report.cutId, cutId), isNotNull(report.voidReason), ne(report.origin, 'import')))
    .orderBy(desc(report.id))
    .all();
  const first = new Map(voided.map(({ activityId, late }) => [activityId, late]));
  return [...first].flatMap(([activityId, late]) => (late ? `${activityId}:${cutId}` : []));
}

/**
 * A revision as the audit keeps it; `progress` in whole tenths of a percent, `amount` only where one was said: rows of
 * earlier versions have none.
 */
export function recordedReport({ id, progress, amount, observation, origin, late, moment }: Report) {
  return { report: id, progress, ...(amount === null ? {} : { amount }), observation, origin, late, moment };
}

const lastWritten = selecting(getTableColumns(report), (rows) =>
  rows
    .from(report)
    .where(and(eq(report.personId, sql.placeholder('personId')), isNull(report.voidedAt)))
    .orderBy(desc(report.id))
    .limit(1),
);

/** The last revision that a person wrote, about any activity. */
export function lastReportOf(db: Db, personId: number): Report | undefined {
  return lastWritten(db).get({ personId });
}

export function countReportsOf(db: Db, personId: number): number {
  const found = db
    .select({ reports: sql<number>`count(*)` })
    .from(report)
    .where(eq(report.personId, personId))
    .get();
  return found?.reports ?? 0;
}

const everCounted = selecting(getTableColumns(report), (rows) =>
  rows
    .from(report)
    .where(
      and(
        eq(report.activityId, sql.placeholder('activityId')),
        eq(report.cutId, sql.placeholder('cutId')),
        or(isNull(report.voidedAt), isNotNull(report.voidReason)),
      ),
    )
    .orderBy(asc(report.id)),
);

/** Every revision that counted at some time, including those that a coordinator voided, oldest first. */
export function shownRevisionsOf(db: Db, activityId: number, cutId: number): readonly Report[] {
  return everCounted(db).all({ activityId, cutId });
}
