import { actorOf, record } from '../db/audit.ts';
import { addExclusion, dropExclusion } from '../db/cut-acts.ts';
import { exclusionReasons } from '../db/exclusions.ts';
import type { Db } from '../db/open.ts';
import { type Activity, activitiesOf, type PlannedCut, plannedCut } from '../db/plans.ts';
import { closeEverybodysQuestions } from '../db/questions.ts';
import { endRound } from '../db/rounds.ts';
import { isAsked } from '../db/tasks.ts';
import { takesReports } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import { cleanReason } from '../domain/reason.ts';
import { notifyExcluded } from '../notices/kinds/excluded.ts';
import { notifyIncluded } from '../notices/kinds/included.ts';

export type ExclusionRefusal =
  | { readonly why: 'reason' | 'noActivities' }
  | {
      /**
       * `cutOver`: it takes no reports any more, so its figures are final. `notAsked`: not begun or retired.
       * `alreadyOut`, `notOut`: nothing to change.
       */
      readonly why: 'unknownActivities' | 'cutOver' | 'notAsked' | 'alreadyOut' | 'notOut';
      readonly numbers: readonly string[];
    };

type Done = { readonly ok: true; readonly activities: readonly Activity[] };
type Refused = { readonly ok: false; readonly refusal: ExclusionRefusal };
/** Numbers as printed. `personId`: the person who acts; null: the operator. */
type Asked = { readonly personId: number | null; readonly numbers: readonly string[] };

/**
 * *No programada en este corte*: takes activities out of one cut, with the reason, while its figures are not
 * final. Questions about them end, and the people asked are notified. An existing report stays and no longer
 * counts.
 */
export function excludeActivities(
  db: Db,
  planned: PlannedCut,
  asked: Asked & { readonly reason: string },
  now: Moment,
): Done | Refused {
  const reason = cleanReason(asked.reason);
  if (reason === null) return refuse({ why: 'reason' });
  const named = activitiesNamed(db, planned, asked.numbers, now);
  if (!named.ok) return named;
  const { activities } = named;
  const out = activities.filter((activity) => planned.excluded.has(activity.id));
  if (out.length > 0) return refuse({ why: 'alreadyOut', numbers: out.map(numberOf) });
  const idle = activities.filter((activity) => !isAsked(activity, planned, now));
  if (idle.length > 0) return refuse({ why: 'notAsked', numbers: idle.map(numberOf) });
  for (const activity of activities) {
    addExclusion(db, {
      cutId: planned.cut.id,
      activityId: activity.id,
      reason,
      at: now,
      personId: asked.personId,
    });
    put(db, 'excluded', planned, activity, asked.personId, { after: { reason } }, now);
    const of = { activityId: activity.id, cutId: planned.cut.id };
    for (const personId of closeEverybodysQuestions(db, of, now)) endRound(db, personId);
  }
  if (now >= planned.window.opensAt) notifyExcluded(db, planned, activities, reason, now);
  return { ok: true, activities };
}

/**
 * Puts excluded activities back into a cut, and notifies the people who can still report them when the notice
 * goes out.
 */
export function includeActivities(db: Db, planned: PlannedCut, asked: Asked, now: Moment): Done | Refused {
  const named = activitiesNamed(db, planned, asked.numbers, now);
  if (!named.ok) return named;
  const { activities } = named;
  const reasons = exclusionReasons(db, planned.cut.id);
  const inside = activities.filter((activity) => !reasons.has(activity.id));
  if (inside.length > 0) return refuse({ why: 'notOut', numbers: inside.map(numberOf) });
  for (const activity of activities) {
    dropExclusion(db, planned.cut.id, activity.id);
    const before = { reason: reasons.get(activity.id) ?? '' };
    put(db, 'included', planned, activity, asked.personId, { before }, now);
  }
  const after = plannedCut(db, planned.cut.id);
  if (after) notifyIncluded(db, after, activities, now);
  return { ok: true, activities };
}

/** Whether an activity may be excluded from a cut or put back: the cut takes reports for it, or will. */
export function mayChangeAsked(planned: PlannedCut, activityId: number, now: Moment): boolean {
  if (now < planned.window.locksAt) return true;
  return takesReports(planned.window, planned.acts, activityId, now).takes;
}

function activitiesNamed(
  db: Db,
  planned: PlannedCut,
  numbers: readonly string[],
  now: Moment,
): Done | Refused {
  const wanted = new Set(numbers.map((number) => number.trim()).filter((number) => number !== ''));
  if (wanted.size === 0) return refuse({ why: 'noActivities' });
  const all = activitiesOf(db, planned.plan.id);
  const unknown = [...wanted].filter((number) => !all.some((activity) => activity.number === number));
  if (unknown.length > 0) return refuse({ why: 'unknownActivities', numbers: unknown });
  const activities = all.filter((activity) => wanted.has(activity.number));
  const over = activities.filter((activity) => !mayChangeAsked(planned, activity.id, now));
  return over.length > 0 ? refuse({ why: 'cutOver', numbers: over.map(numberOf) }) : { ok: true, activities };
}

function put(
  db: Db,
  act: 'excluded' | 'included',
  planned: PlannedCut,
  activity: Activity,
  personId: number | null,
  what: { readonly before?: { reason: string }; readonly after?: { reason: string } },
  now: Moment,
): void {
  const of = { planId: planned.plan.id, cutId: planned.cut.id, activityId: activity.id };
  record(db, { at: now, act, by: actorOf(personId), ...of, ...what });
}

function numberOf(activity: Activity): string {
  return activity.number;
}

function refuse(refusal: ExclusionRefusal): Refused {
  return { ok: false, refusal };
}
