import { othersResponsible } from '../../../db/people.ts';
import type { Report } from '../../../db/reports.ts';
import type { Task } from '../../../db/tasks.ts';
import { notifyReported } from '../../../notices/kinds/reported.ts';
import { endFormerWords } from '../../../notices/last-word.ts';
import type { Turn } from '../../turn.ts';

/** Tells those who share an activity who reported it and what (specification: Shared activities). */
export function notifyOthers({ db, now, person }: Turn, task: Task, report: Report): void {
  const others = othersResponsible(db, { activityId: task.activity.id, personId: person.id }, now);
  notifyReported(db, { task, report, by: person, others }, now);
}

/** Drops a person's unsent notices about an activity: they have just seen it, or have replaced it. */
export function needNotBeTold(turn: Turn, task: Task, personId: number): void {
  endFormerWords(turn.db, { personId, activityId: task.activity.id, cutId: task.cut.id }, turn.now);
}
