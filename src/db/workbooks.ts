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

/** Takes a received workbook out again, as bytes; null when the form came as text. */
export function takeReceived(db: Db, questionId: number): Uint8Array | null {
  const row = db
    .delete(receivedWorkbook)
    .where(eq(receivedWorkbook.questionId, questionId))
    .returning()
    .get();
  return row?.workbook ?? null;
}

/** The workbook a plan came in as, byte for byte; null when it came as text. */
export function workbookOf(db: Db, planId: number): Uint8Array | null {
  return (
    db
      .select({ workbook: planWorkbook.workbook })
      .from(planWorkbook)
      .where(eq(planWorkbook.planId, planId))
      .get()?.workbook ?? null
  );
}

/** A plan's own workbook is the one it was last imported from. */
export function setWorkbook(db: Db, planId: number, workbook: Uint8Array, now: Moment): void {
  const row = { workbook: Buffer.from(workbook), importedAt: now };
  db.insert(planWorkbook)
    .values({ planId, ...row })
    .onConflictDoUpdate({ target: planWorkbook.planId, set: row })
    .run();
}

/** Whether a file is a zip, as workbooks are; text never begins so. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
