import type { Moment } from '../domain/dates.ts';
import { type Actor, record } from './audit.ts';
import { and, eq, inArray, sql } from './drizzle.ts';
import { type Enrolment, within } from './enrolments.ts';
import { type Evidence, removeFileLater } from './evidence.ts';
import type { Db } from './open.ts';
import { cause, evidence, outbox, report, verification } from './schema/index.ts';

/** The person in whose name somebody else acted, since a moment of our clock, until another (excluded) or until now. */
export type Impostor = { readonly personId: number } & Enrolment;
type How = { readonly at: Moment; readonly by: Actor };

/**
 * Voids and records the files and links that an impostor left. The rows stay, as voided. A file is removed
 * when no row needs it any more; a file on its way is not kept; and what waits to be sent of it is not sent.
 */
export function voidEvidence(db: Db, { personId, ...when }: Impostor, how: How): void {
  const left = and(eq(evidence.personId, personId), within(evidence.recordedAt, when));
  db.update(evidence)
    .set({ state: 'refused', fileId: null })
    .where(and(left, eq(evidence.state, 'fetching')))
    .run();
  const stored = db
    .select()
    .from(evidence)
    .where(and(left, eq(evidence.state, 'stored')))
    .all();
  for (const each of stored) {
    takeAway(db, each, how.at);
    record(db, { ...how, act: 'evidenceVoided', personId, ...about(each), before: recorded(each) });
  }
}

/** Removes, on record, a file or link at its sender's wish. The row stays, as voided; the bytes go with the last row. */
export function removeOwnEvidence(db: Db, each: Evidence, at: Moment): void {
  if (each.state === 'fetching') return refuse(db, each);
  takeAway(db, each, at);
  const by = { personId: each.personId };
  record(db, { at, by, act: 'evidenceRemoved', ...about(each), before: recorded(each) });
}

/** Removes again, on record as the operator's, what had been removed before a copy was restored. */
export function removeEvidenceAgain(db: Db, each: Evidence, at: Moment): void {
  if (each.state === 'fetching') return refuse(db, each);
  takeAway(db, each, at);
  const { personId } = each;
  record(db, { at, by: 'operator', act: 'evidenceVoided', personId, ...about(each), before: recorded(each) });
}

function refuse(db: Db, { id }: Evidence): void {
  db.update(evidence).set({ state: 'refused', fileId: null }).where(eq(evidence.id, id)).run();
}

function takeAway(db: Db, { id, storedName, sha256 }: Evidence, at: Moment): void {
  db.update(evidence).set({ state: 'voided', storedName: null }).where(eq(evidence.id, id)).run();
  if (storedName === null || sha256 === null) return;
  cancelSending(db, storedName, at);
  removeFileLater(db, { storedName, sha256 }, at);
}

function recorded({ id, kind, url, sha256 }: Evidence) {
  return kind === 'link' ? { evidence: id, kind, url } : { evidence: id, kind, sha256 };
}

function cancelSending(db: Db, storedName: string, at: Moment): void {
  db.update(outbox)
    .set({ state: 'cancelled', reason: 'voided', settledAt: at, payload: null })
    .where(
      and(
        inArray(outbox.state, ['waiting', 'released']),
        sql`json_extract(${outbox.payload}, '$.file.path') like ${`%/${storedName}`}`,
      ),
    )
    .run();
}

/** Takes back and records the causes that an impostor gave: the earlier ones count again. */
export function voidCauses(db: Db, { personId, ...when }: Impostor, how: How): void {
  const given = db
    .delete(cause)
    .where(and(eq(cause.personId, personId), within(cause.moment, when)))
    .returning()
    .all();
  for (const each of given)
    record(db, { ...how, act: 'causeVoided', personId, ...about(each), before: { cause: each.cause } });
}

/** Takes back and records the verdicts that an impostor gave: the earlier ones count again. */
export function voidVerdicts(db: Db, { personId, ...when }: Impostor, how: How): void {
  const given = db
    .delete(verification)
    .where(and(eq(verification.personId, personId), within(verification.at, when)))
    .returning()
    .all();
  for (const { reportId, verdict, progress, remark } of given) {
    const of = db.select().from(report).where(eq(report.id, reportId)).get();
    const before = { report: reportId, verdict, progress, remark };
    record(db, { ...how, act: 'verdictVoided', personId, ...(of ? about(of) : {}), before });
  }
}

function about({ activityId, cutId }: Pick<Evidence, 'activityId' | 'cutId'>) {
  return { activityId, cutId };
}
