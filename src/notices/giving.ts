import { type Assignment, assignmentById, type Post } from '../db/assignments.ts';
import type { Db } from '../db/open.ts';
import type { Moment } from '../domain/dates.ts';
import { isEmpty, type Span, type SpanChanges } from '../domain/spans.ts';
import { appointed, notifyAppointed } from './kinds/appointed.ts';
import { assignedNotices, notifyAssigned } from './kinds/assigned.ts';
import { notifyCalledOff } from './kinds/called-off.ts';
import { contract } from './kinds/contract.ts';
import { given, notifyGiven } from './kinds/given.ts';
import { endWaiting } from './notify.ts';

export type Giving = {
  readonly held: Post;
  readonly changes: SpanChanges;
  /** For each person who lost a post: the activity whose question was open. */
  readonly interrupted: ReadonlyMap<number, string | null>;
  readonly by: number | null;
  readonly begun: Assignment | null;
};

/**
 * Notifies both sides when a position or an office is given, lent or ended; an appointment also goes to the
 * offices.
 */
export function notifyGiving(db: Db, giving: Giving, now: Moment): void {
  const { held, changes, begun } = giving;
  const advanced = changes.advances.flatMap(({ span }) => assignmentById(db, span.id) ?? []);
  const givers = changes.ends.map(({ span }) => span.personId);
  const receivers = [...(begun ? [begun] : []), ...advanced];
  for (const receiver of receivers) notifyAssigned(db, receiver, now);
  for (const { span, at } of changes.ends) {
    endWaiting(db, [contract, appointed], { assignmentId: span.id }, ['cancelled', 'reassigned'], now);
    if (span.personId === giving.by || neverHeard(db, span, now)) continue;
    const until = begun?.untilAt ?? null;
    const to = receivers.map((each) => each.personId);
    const returns = changes.returns.some((each) => each.personId === span.personId && !isEmpty(each));
    const asked = giving.interrupted.get(span.personId) ?? null;
    notifyGiven(db, { held, span, at, until, returns, to, asked }, now);
  }
  notifyDropped(db, giving, now);
  if (begun && 'office' in held) notifyAppointed(db, begun, held.office, [...givers, giving.by ?? 0], now);
}

/**
 * Notifies the people who knew of a planned span that it will not take place, unless another notice says so.
 */
function notifyDropped(db: Db, { held, changes, by, begun }: Giving, now: Moment): void {
  const notified = new Set([
    by,
    begun?.personId,
    ...changes.ends.map(({ span }) => span.personId),
    ...changes.advances.map(({ span }) => span.personId),
  ]);
  const stays = new Set(changes.extends.map(({ span }) => span.personId));
  const named = changes.drops.find((each) => each.acting);
  for (const span of changes.drops) {
    const kept = changes.extends.find((each) => each.span.personId === span.personId)?.span;
    if (isEmpty(span) && !kept) continue;
    const neverKnew = neverHeard(db, span, now) || (kept && endGiven(db, kept, now));
    if (neverKnew || notified.has(span.personId)) continue;
    notified.add(span.personId);
    notifyCalledOff(db, { held, span, named: named ?? span, stays: stays.has(span.personId) }, now);
  }
}

/** @returns whether the notice of its end was still waiting */
function endGiven(db: Db, kept: Span, now: Moment): boolean {
  return endWaiting(db, [given], { assignmentId: kept.id }, ['cancelled', 'reassigned'], now) > 0;
}

/**
 * Whether a person never read that they receive a post, and now will not: then they need not read that it
 * ended.
 */
function neverHeard(db: Db, span: Pick<Span, 'id' | 'personId'>, now: Moment): boolean {
  const rows = assignedNotices(db, span);
  if (rows.some((row) => row.state === 'sent' || row.state === 'released')) return false;
  return rows.some((row) => row.state === 'cancelled' && row.settledAt === now);
}
