import type { Moment } from '../domain/dates.ts';
import { type Actor, actorOf, record } from './audit.ts';
import { and, eq, inArray, isNull } from './drizzle.ts';
import { type Enrolment, within } from './enrolments.ts';
import type { Db } from './open.ts';
import { type Report, recordedReport, revisionsOf } from './reports.ts';
import { report } from './schema/index.ts';

/** Voids and records everything that was reported in a person's name by somebody else. */
export function voidReports(
  db: Db,
  { personId, ...when }: { readonly personId: number } & Enrolment,
  { at: now, by }: { readonly at: Moment; readonly by: Actor },
): void {
  const voided = db
    .update(report)
    .set({ voidedAt: now, voidedBy: typeof by === 'string' ? null : by.personId })
    .where(and(eq(report.personId, personId), within(report.recordedAt, when), isNull(report.voidedAt)))
    .returning()
    .all();
  for (const each of voided)
    record(db, {
      at: now,
      act: 'reportVoided',
      by,
      personId,
      activityId: each.activityId,
      cutId: each.cutId,
      before: recordedReport(each),
    });
}

/**
 * Voids every revision of an activity's report at a cut that counts: they are kept, and the activity has no
 * report any more.
 * @returns the last word before; undefined when there was none.
 */
export function voidReport(
  db: Db,
  of: { readonly activityId: number; readonly cutId: number },
  how: { readonly reason: string; readonly at: Moment; readonly personId: number | null },
): Report | undefined {
  const counted = revisionsOf(db, of.activityId, of.cutId);
  const last = counted.at(-1);
  if (!last) return undefined;
  db.update(report)
    .set({ voidedAt: how.at, voidedBy: how.personId, voidReason: how.reason })
    .where(
      inArray(
        report.id,
        counted.map((each) => each.id),
      ),
    )
    .run();
  record(db, {
    at: how.at,
    act: 'reportVoided',
    by: actorOf(how.personId),
    ...of,
    before: recordedReport(last),
    after: { reason: how.reason, reports: counted.map((each) => each.id) },
  });
  return last;
}
