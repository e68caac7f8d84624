import type { Moment } from '../domain/dates.ts';
import { eq } from './drizzle.ts';
import type { Db } from './open.ts';
import { planWorkbook, receivedWorkbook } from './schema/index.ts';

/** Keeps a received workbook with the question whether to import it. */
export function keepReceived(db: Db, questionId: number, workbook: Uint8Array): void {
  db.insert(receivedWorkbook)
    .values({ questionId, workbook: Buffer.from(workbook) })
    .run();
}

/** Removes a received workbook and returns its bytes; null when the form came as text. */
export function takeReceived(db: Db, questionId: number): Uint8Array | null {
  const row = db
    .delete(receivedWorkbook)
    .where(eq(receivedWorkbook.questionId, questionId))
    .returning()
    .get();
  return row?.workbook ?? null;
}

/** The workbook that a plan came in, byte for byte; null when it came as text. */
export function workbookOf(db: Db, planId: number): Uint8Array | null {
  return (
    db
      .select({ workbook: planWorkbook.workbook })
      .from(planWorkbook)
      .where(eq(planWorkbook.planId, planId))
      .get()?.workbook ?? null
  );
}

/** What was answered about the file of a plan, by the ids of the questions. */
export type FileAnswers = (typeof planWorkbook.$inferSelect)['answers'];

export function workbookAnswers(db: Db, planId: number): FileAnswers {
  return (
    db
      .select({ answers: planWorkbook.answers })
      .from(planWorkbook)
      .where(eq(planWorkbook.planId, planId))
      .get()?.answers ?? {}
  );
}

/** A plan's own workbook is the one it was last imported from, with what was answered about it. */
export function setWorkbook(
  db: Db,
  planId: number,
  workbook: Uint8Array,
  answers: FileAnswers,
  now: Moment,
): void {
  const row = { workbook: Buffer.from(workbook), answers, importedAt: now };
  db.insert(planWorkbook)
    .values({ planId, ...row })
    .onConflictDoUpdate({ target: planWorkbook.planId, set: row })
    .run();
}

/** Whether a file is a zip, as workbooks are. Text never begins like this. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
