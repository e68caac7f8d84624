import { actsSince, lastAnchor } from '../db/audit.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { officeHolders } from '../db/people.ts';
import { countActivities, type PlannedCut, plannedCut } from '../db/plans.ts';
import { presentationsOf, presentedCuts } from '../db/review.ts';
import type { AuditAct } from '../db/schema/index.ts';
import type { DaysOff } from '../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../domain/dates.ts';
import { whyNotNow } from '../domain/due-interval.ts';
import { type ChangedCut, changedCut, notifyChanged } from '../notices/kinds/changed.ts';
import { notifyPresented } from '../notices/kinds/presented.ts';
import { pendingActivities } from '../summary/missing.ts';
import { figuresReview } from '../summary/review/review-state.ts';

const seen = 'reviewsSeen';

/** A large plan takes 30 µs of processor an activity, and nobody is answered meanwhile. */
const MOST_ACTIVITIES = 3_000;

/**
 * Asks a mayor who came after the presentation for the approval, and notifies of changes since a cut was
 * presented or approved, once everything asked for is in again. In one minute it looks at cuts of so many activities at
 * most; the others follow in the next minutes.
 */
export function writeReviewNotices(db: Db, now: Moment, daysOff: DaysOff, entityName: string | null): void {
  if (whyNotNow(now, daysOff) !== null) return;
  const before = readLook(readMeta(db, seen));
  const look = { row: lastAnchor(db).row, day: localDate(now), holders: holdersNow(db, now) };
  const isSameLook = before?.row === look.row && before.day === look.day && before.holders === look.holders;
  if (isSameLook && before.left.length === 0) return;
  // What waits comes first: a cut may change every minute.
  const concerned = [...new Set([...(before?.left ?? []), ...concernedCuts(db, before, look)])];
  const changes: ChangedCut[] = [];
  let [activities, done] = [0, 0];
  for (const cutId of concerned) {
    if (activities >= MOST_ACTIVITIES) break;
    done++;
    const planned = plannedCut(db, cutId);
    const [latest] = presentationsOf(db, cutId);
    if (!planned || !latest) continue;
    activities += countActivities(db, planned.plan.id);
    if (latest.outcome === null) notifyPresented(db, { planned, presentation: latest, entityName }, now);
    const found = changedSince(db, planned, now);
    if (found) changes.push(found);
  }
  notifyChanged(db, changes, now);
  writeMeta(db, seen, writeLook({ ...look, left: concerned.slice(done) }));
}

/** What was known when presented cuts were looked at last, and those that are still to be looked at. */
type Look = {
  /** The last row of the audit. */
  readonly row: number;
  readonly day: LocalDate;
  /** Who held the offices that are told. */
  readonly holders: string;
  readonly left: readonly number[];
};

function writeLook({ row, day, holders, left }: Look): string {
  return [row, day, holders, left.join(',')].join('/');
}

/** Null: never, or an earlier version kept something else there. */
function readLook(kept: string | undefined): Look | null {
  const [row, day, holders, left] = kept?.split('/') ?? [];
  if (row === undefined || day === undefined || holders === undefined || left === undefined) return null;
  return { row: Number(row), day, holders, left: left === '' ? [] : left.split(',').map(Number) };
}

function holdersNow(db: Db, now: Moment): string {
  return (['mayor', 'coordinator'] as const)
    .map((office) => officeHolders(db, office, now).map(({ id }) => id))
    .join(';');
}

/**
 * The presented cuts that may have changed, or whose news somebody has not got, since they were looked at: after an act
 * about the cut, its plan, or neither; when reports for it ended; and all when an office changed hands.
 */
function concernedCuts(db: Db, before: Look | null, now: Omit<Look, 'left'>): readonly number[] {
  const all = presentedCuts(db);
  const ids = all.map(({ cutId }) => cutId);
  // A copy that was restored may have fewer rows.
  if (before === null || before.holders !== now.holders || !(before.row <= now.row)) return ids;
  const acts = actsSince(db, before.row).filter(({ act }) => !concernsNoCut.has(act));
  if (acts.some(({ planId, cutId }) => planId === null && cutId === null)) return ids;
  const cuts = new Set(acts.map(({ cutId }) => cutId));
  const plans = new Set(acts.flatMap(({ planId, cutId }) => (cutId === null ? planId : [])));
  return all
    .filter(
      ({ cutId, planId }) =>
        cuts.has(cutId) ||
        plans.has(planId) ||
        (before.day !== now.day && reportsEnded(db, cutId, before.day, now.day)),
    )
    .map(({ cutId }) => cutId);
}

/** Acts about people and messages. They change nothing that is presented; who holds an office is compared by itself. */
const concernsNoCut: ReadonlySet<AuditAct> = new Set([
  'personAdded',
  'invited',
  'invitationWithdrawn',
  'consented',
  'declined',
  'accountMoved',
  'left',
  'assigned',
  'assignmentEnded',
  'officeConfirmed',
  'officeChangeAsked',
  'officeChangeEnded',
  'contractDated',
  'personRenamed',
  'reminderSent',
  'reminderAsked',
  'summarySent',
  'noticeResent',
  'exported',
  'published',
  'accessRefused',
  'strangers',
  'backedUp',
]);

/** Whether a day on which a report for the cut could come was the last one, from `from` on and before `until`. */
function reportsEnded(db: Db, cutId: number, from: LocalDate, until: LocalDate): boolean {
  const planned = plannedCut(db, cutId);
  if (!planned) return false;
  const reopened = planned.acts.flatMap((act) => (act.kind === 'reopen' ? act.lastDay : []));
  return [planned.window.lockDate, ...reopened].some((day) => from <= day && day < until);
}

function changedSince(db: Db, planned: PlannedCut, now: Moment): ChangedCut | null {
  if (pendingActivities(db, planned, now).length > 0) return null;
  const { standing } = figuresReview(db, planned, now);
  if (standing.kind !== 'presented' && standing.kind !== 'approved') return null;
  return changedCut(planned, standing);
}
