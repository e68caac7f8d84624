import type { Db } from '../../db/open.ts';
import { announce } from '../../db/outbox.ts';
import { type Activity, daysOff, type PlannedCut } from '../../db/plans.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import { responsiblesOf } from '../../summary/responsibles.ts';
import { reopened } from '../../texts/notices/reminders.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { countAsReminder } from '../count-as-reminder.ts';
import { remindedCuts } from '../reminded-cuts.ts';

/**
 * A reopening reminds at once (specification: Reopening): each enrolled responsible hears which of theirs take
 * reports again and until when, and what else is pending, so it takes the place of that day's reminder.
 */
export function tellReopening(
  db: Db,
  planned: PlannedCut,
  of: {
    readonly actId: number;
    readonly activities: readonly Activity[];
    readonly lastDay: LocalDate;
    readonly reason: string;
  },
  now: Moment,
): void {
  const when = soonestAllowed(now, daysOff(db));
  const date = localDate(when);
  const named = new Set(of.activities.map((activity) => activity.id));
  const report = [[{ text: buttons.report, data: writeButton({ to: 'report' }) }]];
  for (const { person, activities } of responsiblesOf(db, of.activities, now)) {
    const others = pendingTasksOf(db, person.id, when).filter(
      (task) => task.cut.id !== planned.cut.id || !named.has(task.activity.id),
    );
    const html = reopened({
      name: person.name,
      plan: planned.plan,
      cutNumber: planned.cut.number,
      numbers: activities.map((activity) => activity.number),
      others: remindedCuts(others, when),
      today: date,
      lastDay: of.lastDay,
      reason: of.reason,
    });
    const to = { chatId: person.telegramUserId, personId: person.id };
    const key = `reopened:${planned.cut.id}:${of.actId}:${person.id}`;
    const message = { html, keyboard: report };
    const notice = announce(db, to, { kind: 'notice', key, message, now }) ?? null;
    countAsReminder(db, person.id, date, now, notice);
  }
}
