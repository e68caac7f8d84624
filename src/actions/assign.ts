import {
  type Assignment,
  assign,
  assignmentById,
  dropSpan,
  type Post,
  postOf,
  setSpan,
  spansOf,
  spansToPlan,
} from '../db/assignments.ts';
import { actorOf, record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { addDays, type LocalDate, localDate, type Moment, momentAt } from '../domain/dates.ts';
import {
  covers,
  type GiveRefusal,
  isEmpty,
  planEnding,
  planGiving,
  returnOf,
  type Span,
  type SpanChanges,
} from '../domain/spans.ts';
import { notifyGiving } from '../notices/giving.ts';
import { cleanUpAfterLoss } from './clean-up-after-loss.ts';
import { noteAppointment } from './note-appointment.ts';

/** Days. A date further away is a typing error. */
const DAYS_MOST = 3 * 366;

export type GiveAsked = {
  readonly held: Post;
  readonly personId: number;
  /** The people who give it up; `everybody`: all holders then; empty: the new holder shares it with them. */
  readonly instead: 'everybody' | readonly number[];
  /** First day; null: from now on. */
  readonly from: LocalDate | null;
  /** Last day of an *encargo*, which returns by itself; null: for good. */
  readonly until: LocalDate | null;
  readonly contractEndsOn: LocalDate | null;
  /** Null: the operator. */
  readonly by: number | null;
  /** For an office: the other person who said yes; undefined: the giver does it alone. */
  readonly agreedBy?: number;
};

export type AssignRefusal =
  | GiveRefusal
  | { readonly why: 'past'; readonly date: LocalDate; readonly today: LocalDate }
  | { readonly why: 'inverted'; readonly from: LocalDate; readonly until: LocalDate }
  | { readonly why: 'tooFar'; readonly date: LocalDate }
  | { readonly why: 'over' }
  | { readonly why: 'lastCoordinator' };

type Refused = { readonly ok: false; readonly refusal: AssignRefusal };

/**
 * Gives a position or an office to a person, for good or from one day to another (specification:
 * Replacement). What is pending moves at once, both sides are notified, and everything queued for those who
 * no longer hold it ends in this transaction.
 */
export function giveTo(
  db: Db,
  asked: GiveAsked,
  now: Moment,
): { readonly ok: true; readonly assignment: Assignment; readonly changes: SpanChanges } | Refused {
  const today = localDate(now);
  const refusal = refusedDates(asked, today);
  if (refusal) return { ok: false, refusal };
  const fromAt = asked.from === null || asked.from === today ? now : momentAt(asked.from, 0);
  const untilAt = asked.until === null ? null : momentAt(asked.until, 24);
  const spans = spansToPlan(db, asked.held, fromAt);
  const holders = spans.filter((span) => covers(span, fromAt)).map((span) => span.personId);
  const planned = planGiving(spans, {
    personId: asked.personId,
    fromAt,
    untilAt,
    instead: asked.instead === 'everybody' ? holders.filter((id) => id !== asked.personId) : asked.instead,
    contractEndsOn: asked.contractEndsOn,
    single: 'office' in asked.held && asked.held.office === 'mayor',
  });
  if (!planned.ok) return planned;
  const { changes } = planned;
  if ('office' in asked.held) noteAppointment(db, { ...asked, office: asked.held.office }, now);
  const begun = write(db, asked.held, changes, now);
  if (!begun) throw new Error('nothing was given');
  const by = actorOf(asked.by);
  recordEnds(db, changes, by, now);
  record(db, {
    at: now,
    act: 'assigned',
    by,
    personId: asked.personId,
    before: { holders },
    after: {
      ...described(begun),
      instead: changes.ends.map(({ span }) => span.personId),
      agreedBy: asked.agreedBy,
    },
  });
  settle(db, asked.held, changes, { by: asked.by, begun }, now);
  return { ok: true, assignment: begun, changes };
}

/**
 * Ends an assignment, now or at the end of a day. An *encargo* returns then to the person whose place it
 * took; one that has not begun is called off.
 */
export function endAssignment(
  db: Db,
  asked: { readonly assignmentId: number; readonly on: LocalDate | null; readonly by: number | null },
  now: Moment,
): { readonly ok: true; readonly assignment: Assignment; readonly changes: SpanChanges } | Refused {
  const row = assignmentById(db, asked.assignmentId);
  if (!row || (row.untilAt !== null && row.untilAt <= now)) return { ok: false, refusal: { why: 'over' } };
  const today = localDate(now);
  if (asked.on !== null && asked.on < today)
    return { ok: false, refusal: { why: 'past', date: asked.on, today } };
  const at = asked.on === null ? now : momentAt(asked.on, 24);
  if (row.untilAt !== null && row.untilAt < at) return { ok: false, refusal: { why: 'over' } };
  const held = postOf(row);
  if (isLastCoordinator(db, row, at)) return { ok: false, refusal: { why: 'lastCoordinator' } };
  const changes = planEnding(spansToPlan(db, held, now), row, at, now);
  write(db, held, changes, now);
  recordEnds(db, changes, actorOf(asked.by), now);
  settle(db, held, changes, { by: asked.by, begun: null }, now);
  return { ok: true, assignment: row, changes };
}

/** The person to whom an *encargo* returns; null: it returns to nobody, or it is no *encargo*. */
export function returnsTo(db: Db, row: Assignment, now: Moment): number | null {
  return returnOf(spansToPlan(db, postOf(row), now), row)?.personId ?? null;
}

/** Without a coordinator nobody could be appointed in the chat any more. */
function isLastCoordinator(db: Db, row: Assignment, at: Moment): boolean {
  if (row.office !== 'coordinator' || row.acting) return false;
  return !spansOf(db, postOf(row), at).some((span) => span.id !== row.id && covers(span, at));
}

function refusedDates(asked: GiveAsked, today: LocalDate): AssignRefusal | null {
  const from = asked.from ?? today;
  const far = addDays(today, DAYS_MOST);
  for (const date of [asked.from, asked.until, asked.contractEndsOn]) {
    if (date !== null && date < today) return { why: 'past', date, today };
    if (date !== null && date > far) return { why: 'tooFar', date };
  }
  for (const until of [asked.until, asked.contractEndsOn])
    if (until !== null && until < from) return { why: 'inverted', from, until };
  return null;
}

/** @returns the span that begins, if any. */
function write(db: Db, held: Post, changes: SpanChanges, now: Moment): Assignment | null {
  const decided = { decidedAt: now };
  for (const { span, at } of changes.ends) setSpan(db, span.id, { untilAt: at, ...decided });
  for (const { span, untilAt } of changes.extends) setSpan(db, span.id, { untilAt });
  for (const { span, fromAt } of changes.advances) setSpan(db, span.id, { fromAt, ...decided });
  for (const span of changes.drops) dropSpan(db, span.id);
  for (const { personId, fromAt, ...more } of changes.returns) {
    if (more.untilAt !== fromAt || fromAt > now) assign(db, personId, held, fromAt, { ...more, ...decided });
  }
  if (!changes.begins) return null;
  const { personId, fromAt, ...more } = changes.begins;
  return assign(db, personId, held, fromAt, { ...more, ...decided });
}

function recordEnds(db: Db, changes: SpanChanges, by: ReturnType<typeof actorOf>, now: Moment): void {
  const ended = [
    ...changes.ends.map(({ span, at }) => ({ span, on: at })),
    ...changes.drops.filter((span) => !isEmpty(span)).map((span) => ({ span, on: null })),
  ];
  for (const { span, on } of ended)
    record(db, {
      at: now,
      act: 'assignmentEnded',
      by,
      personId: span.personId,
      before: described(span),
      after: { until: on },
    });
}

/** An assignment as the audit keeps it: numbers and dates. */
function described(span: Span & Partial<Pick<Assignment, 'positionId' | 'office'>>) {
  const { id, positionId, office, fromAt, untilAt, acting, inPlaceOf, contractEndsOn } = span;
  return {
    assignment: id,
    position: positionId ?? null,
    office: office ?? null,
    from: fromAt,
    until: untilAt,
    acting,
    inPlaceOf,
    contractEndsOn,
  };
}

/** Ends the queued messages and questions of the people who lost the post, and notifies both sides. */
function settle(
  db: Db,
  held: Post,
  changes: SpanChanges,
  of: { readonly by: number | null; readonly begun: Assignment | null },
  now: Moment,
): void {
  const left = new Set([
    ...changes.ends.map(({ span }) => span.personId),
    ...changes.drops.map((each) => each.personId),
  ]);
  const interrupted = new Map([...left].map((id) => [id, cleanUpAfterLoss(db, id, now)]));
  notifyGiving(db, { held, changes, interrupted, ...of }, now);
}
