import { actorOf, record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { type Activity, activitiesOfCut, type PlannedCut } from '../db/plans.ts';
import { addReport, lastReport, type Report, recordedReport } from '../db/reports.ts';
import { voidReport } from '../db/voided-reports.ts';
import { ANSWERS } from '../domain/constants.ts';
import type { Moment } from '../domain/dates.ts';
import { hasLetter } from '../domain/invisible.ts';
import { cleanOutsideText } from '../domain/outside-text.ts';
import { cleanReason } from '../domain/reason.ts';
import { amountToStore, measureOf } from '../domain/units.ts';
import { notifyCorrected } from '../notices/kinds/corrected.ts';
import { notifyVoided } from '../notices/kinds/voided.ts';

export type CorrectionRefusal =
  | { readonly why: 'reason' | 'observation' | 'progress' | 'notOpened' | 'unchanged' | 'noReport' }
  | { readonly why: 'unknownActivity'; readonly number: string }
  /** Somebody reported after the state that the coordinator saw. */
  | { readonly why: 'changed'; readonly last: Report };

type Refused = { readonly ok: false; readonly refusal: CorrectionRefusal };

/** What both acts need: who (null: the operator), which activity as printed, why. */
export type CorrectionOf = {
  readonly personId: number | null;
  readonly number: string;
  readonly reason: string;
  /** The report that was shown when the correction was decided; null: the last one, whatever it is. */
  readonly basedOn: number | null;
};

export type Corrected = {
  readonly ok: true;
  readonly activity: Activity;
  readonly before: Report;
  readonly after: Report;
};

/**
 * Writes a coordinator's word over a responsible's, with its reason; also when the cut is closed, never
 * before it opened (specification: Corrections). The earlier word stays as a revision and keeps whether it
 * was late. The responsible is notified.
 * @param asked.progress whole tenths of a percent
 * @param asked.amount how many of the activity's measure that is; null or left out: said as a percentage
 */
export function correctReport(
  db: Db,
  planned: PlannedCut,
  asked: CorrectionOf & {
    readonly progress: number;
    readonly amount?: number | null;
    readonly observation: string;
  },
  now: Moment,
): Corrected | Refused {
  const found = reportToCorrect(db, planned, asked, now);
  if (!found.ok) return found;
  const { activity, last, reason } = found;
  const observation = cleanObservation(asked.observation);
  if (observation === null) return refuse({ why: 'observation' });
  if (!Number.isInteger(asked.progress) || asked.progress < 0 || asked.progress > 1000)
    return refuse({ why: 'progress' });
  const sameFigure = last.progress === asked.progress && (asked.amount ?? last.amount) === last.amount;
  if (sameFigure && last.observation === observation) return refuse({ why: 'unchanged' });
  const after = addReport(db, {
    activityId: activity.id,
    cutId: planned.cut.id,
    progress: asked.progress,
    amount: amountToStore({ tenths: asked.progress, amount: asked.amount ?? null }, measureOf(activity)),
    observation,
    origin: 'correction',
    personId: asked.personId,
    reason,
    moment: now,
    recordedAt: now,
    late: last.late,
  });
  record(db, {
    at: now,
    act: 'reportCorrected',
    by: actorOf(asked.personId),
    planId: planned.plan.id,
    activityId: activity.id,
    cutId: planned.cut.id,
    before: recordedReport(last),
    after: { ...recordedReport(after), reason },
  });
  notifyCorrected(db, planned, { activity, before: last, after, reason, by: asked.personId }, now);
  return { ok: true, activity, before: last, after };
}

/**
 * Voids a report, with a reason: every revision is kept, none counts, and the activity is missing again,
 * pending while the cut takes reports. The responsible is notified.
 */
export function voidReportOf(
  db: Db,
  planned: PlannedCut,
  asked: CorrectionOf,
  now: Moment,
): { readonly ok: true; readonly activity: Activity; readonly before: Report } | Refused {
  const found = reportToCorrect(db, planned, asked, now);
  if (!found.ok) return found;
  const { activity, last, reason } = found;
  const { personId } = asked;
  voidReport(db, { activityId: activity.id, cutId: planned.cut.id }, { reason, at: now, personId });
  notifyVoided(db, planned, { activity, before: last, reason, by: personId }, now);
  return { ok: true, activity, before: last };
}

/** An observation as it is stored; null when it has no content or is too long. */
export function cleanObservation(text: string): string | null {
  const clean = cleanOutsideText(text).trim();
  return hasLetter(clean) && [...clean].length <= ANSWERS.observationCharacters ? clean : null;
}

function reportToCorrect(
  db: Db,
  planned: PlannedCut,
  asked: CorrectionOf,
  now: Moment,
):
  | { readonly ok: true; readonly activity: Activity; readonly last: Report; readonly reason: string }
  | Refused {
  const reason = cleanReason(asked.reason);
  if (reason === null) return refuse({ why: 'reason' });
  if (now < planned.window.opensAt && now < planned.window.locksAt) return refuse({ why: 'notOpened' });
  const number = asked.number.trim();
  const activity = activitiesOfCut(db, planned).find((each) => each.number === number);
  if (!activity) return refuse({ why: 'unknownActivity', number });
  const last = lastReport(db, activity.id, planned.cut.id);
  if (!last) return refuse({ why: 'noReport' });
  if (asked.basedOn !== null && asked.basedOn !== last.id) return refuse({ why: 'changed', last });
  return { ok: true, activity, last, reason };
}

function refuse(refusal: CorrectionRefusal): Refused {
  return { ok: false, refusal };
}
