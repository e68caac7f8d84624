import type { Task } from '../db/tasks.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import type { RemindedCut } from '../texts/notices/reminders.ts';

/** What is said of a pending activity. */
type Reminded = Pick<Task, 'plan' | 'cut' | 'window' | 'until'> & {
  readonly activity: Pick<Task['activity'], 'number'>;
};

/** Pending tasks cut by cut, the cut that closes first above. */
export function remindedCuts(pending: readonly Reminded[], now: Moment): readonly RemindedCut[] {
  const byCut = [...Map.groupBy(pending, (task) => task.cut.id).values()];
  return byCut
    .flatMap((own): readonly RemindedCut[] => {
      const first = own[0];
      if (!first) return [];
      const { plan, cut, window } = first;
      return [
        {
          plan,
          cutNumber: cut.number,
          numbers: own.map((task) => task.activity.number),
          closingDate: window.closingDate,
          lastDay: localDate(Math.min(...own.map((task) => task.until)) - 1),
          state: now >= window.locksAt ? 'reopened' : now >= window.graceFrom ? 'overdue' : 'open',
        },
      ];
    })
    .sort((a, b) => (a.closingDate < b.closingDate ? -1 : a.closingDate > b.closingDate ? 1 : 0));
}
