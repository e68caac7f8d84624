import {
  type AskedChange,
  addAskedChange,
  addVersion,
  askedChangeById,
  settleAskedChange,
  waitingChanges,
} from '../db/asked-changes.ts';
import { record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { retireActivity, updateActivity } from '../db/plan-changes.ts';
import { activityById, firstUnopenedCut } from '../db/plans.ts';
import type { PlanChangeOutcome } from '../db/schema/index.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Moment } from '../domain/dates.ts';
import type { ActivityChange } from '../domain/plan-change.ts';
import { formDateOf } from '../domain/programming.ts';
import { planChangeAsked } from '../notices/kinds/plan-change-asked.ts';
import { notifyPlanChangeDecided } from '../notices/kinds/plan-change-decided.ts';
import { endWaiting } from '../notices/notify.ts';
import { acceptorsOf } from '../summary/change-acceptors.ts';

/**
 * Why a change cannot be: every cut has opened, an activity left the plan, it changed meanwhile, or nothing would
 * change.
 */
export type NotPossible = 'noCut' | 'retired' | 'changed' | 'nothing';

export type NewChange = Pick<AskedChange, 'planId' | 'changes' | 'why' | 'askedBy'>;

/** Asks for a change of a plan. Nothing changes until somebody else accepts it. */
export function askPlanChange(
  db: Db,
  asked: NewChange,
  now: Moment,
):
  | { readonly ok: true; readonly change: AskedChange }
  | { readonly ok: false; readonly why: NotPossible | 'waiting' } {
  const why = whyImpossible(db, asked, now);
  if (why !== null) return { ok: false, why };
  const wanted = new Set(asked.changes.map(ofOne));
  const same = waitingChanges(db).some(({ changes }) => changes.some((each) => wanted.has(ofOne(each))));
  if (same) return { ok: false, why: 'waiting' };
  const change = addAskedChange(db, { ...asked, askedAt: now });
  record(db, {
    at: now,
    act: 'planChangeAsked',
    by: { personId: asked.askedBy },
    planId: asked.planId,
    activityId: onlyActivity(change),
    after: { change: change.id, changes: asked.changes, reason: asked.why },
  });
  return { ok: true, change };
}

function ofOne({ activityId, kind }: ActivityChange): string {
  return `${activityId} ${kind}`;
}

function onlyActivity({ changes }: Pick<AskedChange, 'changes'>): number | null {
  const [first, ...others] = changes;
  return first && others.every((each) => each.activityId === first.activityId) ? first.activityId : null;
}

/** Null: it can be accepted now. */
export function whyImpossible(
  db: Db,
  { planId, changes }: Pick<AskedChange, 'planId' | 'changes'>,
  now: Moment,
): NotPossible | null {
  if (!firstUnopenedCut(db, planId, now)) return 'noCut';
  if (changes.every((change) => change.kind !== 'withdrawal' && same(change.before, change.after)))
    return 'nothing';
  for (const change of changes) {
    const activity = activityById(db, change.activityId);
    if (!activity || activity.retiredAt !== null) return 'retired';
    const is: Readonly<Record<string, unknown>> = activity;
    const before: Readonly<Record<string, unknown>> = change.before;
    if (!Object.keys(before).every((column) => same(before[column], is[column]))) return 'changed';
  }
  return null;
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

export type PlanChangeAnswer = 'yes' | 'no' | 'withdraw';
export type Answered =
  | { readonly ok: true; readonly change: AskedChange }
  | { readonly ok: false; readonly why: 'over' | 'notYours' | NotPossible };

/** Takes the answer to a change that was asked for. A yes makes the next version of the plan. */
export function answerPlanChange(
  db: Db,
  of: { readonly changeId: number; readonly by: number; readonly answer: PlanChangeAnswer },
  now: Moment,
): Answered {
  const change = askedChangeById(db, of.changeId);
  if (!change || change.outcome !== null) return { ok: false, why: 'over' };
  if (of.answer === 'withdraw') {
    if (change.askedBy !== of.by) return { ok: false, why: 'notYours' };
    return { ok: true, change: end(db, change, 'withdrawn', of.by, now) };
  }
  if (!acceptorsOf(db, change, now).people.some(({ id }) => id === of.by))
    return { ok: false, why: 'notYours' };
  if (of.answer === 'no') return { ok: true, change: end(db, change, 'refused', of.by, now) };
  const why = whyImpossible(db, change, now);
  if (why !== null) {
    end(db, change, 'void', null, now, why);
    return { ok: false, why };
  }
  makeVersion(db, change, of.by, now);
  return { ok: true, change: end(db, change, 'accepted', of.by, now) };
}

/** The stored activities become those of the new version; `activityAt` gives opened cuts the former ones. */
function makeVersion(db: Db, change: AskedChange, acceptedBy: number, now: Moment): void {
  const first = firstUnopenedCut(db, change.planId, now);
  if (!first) throw new Error(`plan ${change.planId} has no cut that has not opened`);
  const { planId } = change;
  const fromDate = formDateOf(first.cut);
  const version = addVersion(db, {
    planId,
    acceptedAt: now,
    personId: acceptedBy,
    fromDate,
    changeId: change.id,
  });
  for (const { activityId, kind, before, after } of change.changes) {
    if (kind === 'withdrawal') retireActivity(db, activityId, now);
    else updateActivity(db, activityId, after);
    const said = { version, change: change.id, from: first.cut.date, askedBy: change.askedBy };
    record(db, {
      at: now,
      act: 'planVersion',
      by: { personId: acceptedBy },
      planId,
      activityId,
      before,
      after: { ...said, ...after, ...(kind === 'withdrawal' ? { withdrawn: true } : {}), reason: change.why },
    });
  }
}

function end(
  db: Db,
  change: AskedChange,
  outcome: PlanChangeOutcome,
  by: number | null,
  now: Moment,
  why: NotPossible | null = null,
): AskedChange {
  settleAskedChange(db, change.id, { outcome, by, at: now });
  record(db, {
    at: now,
    act: 'planChangeEnded',
    by: by === null ? 'bot' : { personId: by },
    planId: change.planId,
    activityId: onlyActivity(change),
    after: {
      change: change.id,
      outcome,
      askedBy: change.askedBy,
      ...(why === null ? {} : { notPossible: why }),
    },
  });
  endWaiting(db, [planChangeAsked], { planChangeId: change.id }, ['cancelled', 'superseded'], now);
  const ended = { ...change, outcome, decidedBy: by, decidedAt: now };
  notifyPlanChangeDecided(db, ended, why, now);
  return ended;
}

/** Ends what a wrong account asked for, when its enrolment is undone. */
export function voidChangesOf(
  db: Db,
  left: { readonly personId: number; readonly since: Moment; readonly until: Moment | null },
  now: Moment,
): void {
  const asked = waitingChanges(db).filter(
    ({ askedBy, askedAt }) =>
      askedBy === left.personId && askedAt >= left.since && (left.until === null || askedAt < left.until),
  );
  for (const change of asked) end(db, change, 'void', null, now);
}

/** Ends the changes that became impossible. Runs every minute. */
export function endImpossibleChanges(db: Db, now: Moment): void {
  for (const change of waitingChanges(db)) {
    const why = whyImpossible(db, change, now);
    if (why !== null) end(db, change, 'void', null, now, why);
  }
}
