import { announce, settle } from '../../../db/outbox.ts';
import { waitingRowsAbout } from '../../../db/outbox-rows.ts';
import { isEnrolled, othersResponsible } from '../../../db/people.ts';
import { hasSeveralPlans } from '../../../db/plans.ts';
import type { Report } from '../../../db/reports.ts';
import type { Task } from '../../../db/tasks.ts';
import { reportedByOther } from '../../../texts/reporting/reporting.ts';
import { planName } from '../../../texts/words/names.ts';
import type { Turn } from '../../turn.ts';

/**
 * Tells those who share an activity who reported it and what, within the hours (specification: Shared activities).
 * Drops unsent notices about an earlier report: only the last word is true.
 */
export function tellOthers(turn: Turn, task: Task, report: Report): void {
  const { db, now, person } = turn;
  needNotBeTold(turn, task, person.id);
  const others = othersResponsible(db, { activityId: task.activity.id, personId: person.id }, now).filter(
    isEnrolled,
  );
  if (others.length === 0) return;
  const plan = hasSeveralPlans(db) ? planName(task.plan) : null;
  const by = task.forPosition === null ? person.name : 'Planeación';
  const html = reportedByOther(by, { number: task.activity.number, plan }, report);
  for (const other of others) {
    needNotBeTold(turn, task, other.id);
    const to = { chatId: other.telegramUserId, personId: other.id };
    const key = `${about(task, other.id)}${report.id}`;
    announce(db, to, { kind: 'notice', key, message: { html }, now });
  }
}

/** Drops a person's unsent notices about an activity: they have just seen it, or have replaced it. */
export function needNotBeTold(turn: Turn, task: Task, personId: number): void {
  for (const row of waitingRowsAbout(turn.db, about(task, personId)))
    settle(turn.db, row.id, 'notNeeded', 'superseded', turn.now);
}

function about({ activity, cut }: Task, personId: number): string {
  return `reported:${personId}:${activity.id}:${cut.id}:`;
}
