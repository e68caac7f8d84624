import type { Db } from '../../db/open.ts';
import { type EnrolledPerson, isEnrolled, type Person } from '../../db/people.ts';
import { hasSeveralPlans } from '../../db/plans.ts';
import type { Report } from '../../db/reports.ts';
import type { Task } from '../../db/tasks.ts';
import type { Moment } from '../../domain/dates.ts';
import { reportedByOther } from '../../texts/reporting/reporting.ts';
import { planName } from '../../texts/words/names.ts';
import { shownMeasure } from '../../texts/words/units.ts';
import { endFormerWords, lastWordKind } from '../last-word.ts';
import { noticeKey, notify } from '../notify.ts';

/** Another responsible of a shared activity reported it (specification: Shared activities). */
export const reported = lastWordKind('reported');

/**
 * Notifies the other responsibles who reported it and what. The person who reported needs no earlier notice
 * about it.
 */
export function notifyReported(
  db: Db,
  of: {
    readonly task: Task;
    readonly report: Report;
    readonly by: Person;
    readonly others: readonly Person[];
  },
  now: Moment,
): void {
  const { activity, cut, plan, forPosition } = of.task;
  const about = { activityId: activity.id, cutId: cut.id };
  endFormerWords(db, { ...about, personId: of.by.id }, now);
  const others = of.others.filter((other): other is EnrolledPerson => isEnrolled(other));
  if (others.length === 0) return;
  const named = { number: activity.number, plan: hasSeveralPlans(db) ? planName(plan) : null };
  const html = reportedByOther(forPosition === null ? of.by.name : 'Planeación', named, {
    ...of.report,
    measure: shownMeasure(activity),
  });
  for (const other of others) {
    endFormerWords(db, { ...about, personId: other.id }, now);
    const key = noticeKey('reported', other.id, activity.id, cut.id, of.report.id);
    notify(db, reported, other, { key, about: { ...about, reportId: of.report.id }, message: { html }, now });
  }
}
