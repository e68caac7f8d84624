import type { Moment } from '../domain/dates.ts';
import { and, asc, desc, eq, getTableColumns, gte, inArray, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { prepared, selecting } from './prepared.ts';
import {
  accountPseudonym,
  activity,
  cut,
  presentation,
  presentedWorkbook,
  report,
  verification,
} from './schema/index.ts';

/** A presentation without its document, which may be megabytes. */
export type Presentation = Omit<typeof presentation.$inferSelect, 'document'>;
export type Verification = typeof verification.$inferSelect;
export type Verdict = Verification['verdict'];

const { document: _, ...besidesDocument } = getTableColumns(presentation);

/**
 * Presents a cut to the mayor; `workbook`: the entity's own workbook at that time, which its form is filled
 * into.
 */
export function addPresentation(
  db: Db,
  row: Pick<Presentation, 'cutId' | 'at' | 'presentedBy' | 'fingerprint'> & { readonly document: string },
  workbook: Uint8Array | null,
): Presentation {
  const added = db.insert(presentation).values(row).returning(besidesDocument).get();
  if (workbook !== null)
    db.insert(presentedWorkbook)
      .values({ presentationId: added.id, workbook: Buffer.from(workbook) })
      .run();
  return added;
}

export function presentationById(db: Db, id: number): Presentation | undefined {
  return db.select(besidesDocument).from(presentation).where(eq(presentation.id, id)).get();
}

/** The document of a presentation, in the bytes that its fingerprint is of: as a text they are encoded twice. */
export function presentedBytes(db: Db, id: number): Buffer {
  const bytes = sql<Buffer>`cast(${presentation.document} as blob)`;
  const [row] = db.select({ bytes }).from(presentation).where(eq(presentation.id, id)).all();
  return row?.bytes ?? Buffer.alloc(0);
}

/** Every presentation of a cut, latest first. */
export function presentationsOf(db: Db, cutId: number): readonly Presentation[] {
  return ofCut(db).all({ cutId });
}

const ofCut = selecting(besidesDocument, (rows) =>
  rows
    .from(presentation)
    .where(eq(presentation.cutId, sql.placeholder('cutId')))
    .orderBy(desc(presentation.id)),
);

/** The cuts that were ever presented, with their plans. */
export function presentedCuts(db: Db): readonly { readonly cutId: number; readonly planId: number }[] {
  return everPresented(db).all();
}

const everPresented = prepared((db) =>
  db
    .selectDistinct({ cutId: presentation.cutId, planId: cut.planId })
    .from(presentation)
    .innerJoin(cut, eq(cut.id, presentation.cutId))
    .orderBy(asc(presentation.cutId))
    .prepare(),
);

/** The last approved presentation of a cut. It stays on record until a later one is approved. */
export function lastApproved(db: Db, cutId: number): Presentation | undefined {
  return presentationsOf(db, cutId).find((each) => each.outcome === 'approved');
}

export type Decision = Pick<Presentation, 'decidedAt' | 'decidedBy'> &
  (
    | { readonly outcome: 'approved'; readonly auditHash: string; readonly appointedBy: number | null }
    | { readonly outcome: 'returned'; readonly remark: string }
  );

export function decide(db: Db, id: number, decision: Decision): void {
  db.update(presentation).set(decision).where(eq(presentation.id, id)).run();
}

/** The workbook of a presentation, byte for byte; null when the plan came as text. */
export function presentedWorkbookOf(db: Db, presentationId: number): Uint8Array | null {
  return (
    db
      .select({ workbook: presentedWorkbook.workbook })
      .from(presentedWorkbook)
      .where(eq(presentedWorkbook.presentationId, presentationId))
      .get()?.workbook ?? null
  );
}

/** Only the document stays of a presentation that nobody can approve any more. */
export function dropWorkbook(db: Db, presentationId: number): void {
  db.delete(presentedWorkbook).where(eq(presentedWorkbook.presentationId, presentationId)).run();
}

export function addVerification(db: Db, row: Omit<Verification, 'id'>): Verification {
  return db.insert(verification).values(row).returning().get();
}

/** The verdict that counts on each revision of a cut's reports, by report. */
export function verdictsOfCut(db: Db, cutId: number): ReadonlyMap<number, Verification> {
  const rows = db
    .select({ verification })
    .from(verification)
    .innerJoin(report, eq(report.id, verification.reportId))
    .where(eq(report.cutId, cutId))
    .orderBy(asc(verification.id))
    .all();
  return new Map(rows.map((row) => [row.verification.reportId, row.verification]));
}

/** The activities on whose reports of a cut a verdict was given, from a verification on, in the form's order. */
export function verifiedSince(db: Db, cutId: number, verificationId: number): readonly number[] {
  return db
    .selectDistinct({ activityId: report.activityId, place: activity.place })
    .from(verification)
    .innerJoin(report, eq(report.id, verification.reportId))
    .innerJoin(activity, eq(activity.id, report.activityId))
    .where(and(gte(verification.id, verificationId), eq(report.cutId, cutId)))
    .orderBy(asc(activity.place))
    .all()
    .map(({ activityId }) => activityId);
}

/** The verdict that counts on one revision of a report. */
export function verdictOn(db: Db, reportId: number): Verification | undefined {
  return db
    .select()
    .from(verification)
    .where(eq(verification.reportId, reportId))
    .orderBy(desc(verification.id))
    .limit(1)
    .get();
}

/** The people who are involved in a cut. */
export type Involved = {
  /** They reported or corrected in it, or voided a report of it. */
  readonly reported: ReadonlySet<number>;
  /** They imported figures of it, including voided ones. */
  readonly imported: ReadonlySet<number>;
  readonly presented: ReadonlySet<number>;
  readonly approved: ReadonlySet<number>;
};

export function involvedIn(db: Db, cutId: number): Involved {
  const reports = db
    .selectDistinct({
      personId: report.personId,
      importedBy: report.importedBy,
      voidedBy: report.voidedBy,
    })
    .from(report)
    .where(eq(report.cutId, cutId))
    .all();
  const presentations = presentationsOf(db, cutId);
  return {
    reported: new Set(reports.flatMap((each) => [each.personId ?? [], each.voidedBy ?? []].flat())),
    imported: new Set(reports.flatMap((each) => each.importedBy ?? [])),
    presented: new Set(presentations.map((each) => each.presentedBy)),
    approved: new Set(
      presentations.flatMap((each) => (each.outcome === 'approved' ? (each.decidedBy ?? []) : [])),
    ),
  };
}

const addPseudonym = prepared((db) =>
  db
    .insert(accountPseudonym)
    .values({
      personId: sql.placeholder('personId'),
      pseudonym: sql.placeholder('pseudonym'),
      since: sql.placeholder('since'),
    })
    .onConflictDoNothing()
    .prepare(),
);

/** Notes that a person acted through an account, by its pseudonym. */
export function notePseudonym(db: Db, personId: number, pseudonym: string, now: Moment): void {
  addPseudonym(db).run({ personId, pseudonym, since: now });
}

/** Whether the pseudonym of any account of a person is kept. */
export function hasPseudonym(db: Db, personId: number): boolean {
  return (
    db
      .select({ personId: accountPseudonym.personId })
      .from(accountPseudonym)
      .where(eq(accountPseudonym.personId, personId))
      .limit(1)
      .get() !== undefined
  );
}

/** A person, and everybody else who has acted through one of their accounts. */
export function sameAccountAs(db: Db, personId: number): ReadonlySet<number> {
  const own = db
    .select({ pseudonym: accountPseudonym.pseudonym })
    .from(accountPseudonym)
    .where(eq(accountPseudonym.personId, personId))
    .all()
    .map((row) => row.pseudonym);
  const others = db
    .selectDistinct({ personId: accountPseudonym.personId })
    .from(accountPseudonym)
    .where(inArray(accountPseudonym.pseudonym, own))
    .all();
  return new Set([personId, ...others.map((row) => row.personId)]);
}
