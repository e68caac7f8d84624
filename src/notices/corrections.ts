import type { Db } from '../db/open.ts';
import { type EnrolledPerson, isEnrolled, type Person, personById } from '../db/people.ts';
import { type Activity, daysOff, hasSeveralPlans, type PlannedCut } from '../db/plans.ts';
import type { Report } from '../db/reports.ts';
import { type Task, taskOf } from '../db/tasks.ts';
import { writeButton } from '../domain/buttons.ts';
import { soonestAllowed } from '../domain/calendar.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import { responsiblesOf } from '../summary/responsibles.ts';
import { buttons } from '../texts/reporting/reporting.ts';
import { correctedForYou, voidedForYou } from '../texts/review/corrections.ts';
import { planName } from '../texts/words/names.ts';
import { shownMeasure } from '../texts/words/units.ts';
import { endFormerWords, type LastWordKind } from './last-word.ts';
import { noticeKey, notify } from './notify.ts';

/** Planeación's word over a responsible's (specification: Corrections). */
export type Correction = {
  readonly activity: Activity;
  readonly before: Report;
  /** The report as it is now; null: it was voided. */
  readonly after: Report | null;
  readonly reason: string;
};

/**
 * Notifies every enrolled holder of the activity's positions, and the person who wrote the report; not the
 * one who corrects.
 */
export function notifyCorrection(
  db: Db,
  kind: LastWordKind,
  planned: PlannedCut,
  of: Correction & { readonly by: number | null; readonly reportId: number },
  now: Moment,
): void {
  const { reportId } = of;
  const about = { activityId: of.activity.id, cutId: planned.cut.id };
  const heardAt = soonestAllowed(now, daysOff(db));
  for (const someone of concerned(db, of, now)) {
    endFormerWords(db, { ...about, personId: someone.id }, now);
    const message = correctionMessage(db, someone, planned, of, taskOf(db, someone.id, about, heardAt));
    const key = noticeKey('reported', someone.id, about.activityId, about.cutId, kind.name, reportId);
    notify(db, kind, someone, { key, about: { ...about, reportId }, message, now });
  }
}

/** @param task the task in which this person can still write over it; undefined: they cannot */
export function correctionMessage(
  db: Db,
  someone: Person,
  planned: PlannedCut,
  { activity, before, after, reason }: Correction,
  task: Task | undefined,
): Message {
  const measure = shownMeasure(activity);
  const words = {
    name: someone.name,
    number: activity.number,
    plan: hasSeveralPlans(db) ? planName(planned.plan) : null,
    cutNumber: planned.cut.number,
    before: { ...before, measure },
    own: before.personId === someone.id,
    reason,
    until: task ? localDate(task.until - 1) : null,
  };
  const html =
    after === null ? voidedForYou(words) : correctedForYou({ ...words, after: { ...after, measure } });
  if (!task) return { html };
  const text = after === null ? buttons.report : buttons.correct(activity.number);
  const data = writeButton({ to: 'correct', activityId: activity.id, cutId: planned.cut.id });
  return { html, keyboard: [[{ text, data }]] };
}

function concerned(
  db: Db,
  { activity, before, by }: Correction & { readonly by: number | null },
  now: Moment,
): readonly EnrolledPerson[] {
  const author = before.personId === null ? undefined : personById(db, before.personId);
  const holders = responsiblesOf(db, [activity], now).map((each) => each.person);
  const all = [...holders, ...(author && isEnrolled(author) ? [author] : [])];
  return [...new Map(all.map((each) => [each.id, each])).values()].filter((each) => each.id !== by);
}
