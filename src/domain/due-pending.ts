import { type ReminderDay, reminderDays } from './cut-reminders.ts';
import { type CutAct, type CutWindow, namesActivity, openReopenings, type Reopening } from './cut-window.ts';
import type { LocalDate, Moment } from './dates.ts';
import type { DaysOff } from './working-days.ts';

/** One activity that is pending for one person, as reminders see it. */
export type PendingFacts = {
  /**
   * Nothing automatic is due before it: the plan's import, the receipt of the position, the reopening that
   * asks again.
   */
  readonly since: Moment;
  readonly days: readonly ReminderDay[];
};

/**
 * The reminder days of one activity of a cut: a reopening adds its last day only for the activities that it
 * names.
 */
export function daysOfActivity(
  window: CutWindow,
  acts: readonly CutAct[],
  activityId: number,
  daysOff: DaysOff,
): readonly ReminderDay[] {
  const own = acts.filter((act) => act.kind === 'close' || namesActivity(act, activityId));
  return reminderDays(window, own, daysOff);
}

/**
 * Since when (epoch ms) an activity has been pending (specification: Nothing of the past). An activity that a
 * reopening asks for was not pending before it, so its earlier reminder days no longer count.
 * @param of.reopened it has a report, older than a reopening that names it
 */
export function pendingSince(
  of: {
    readonly importedAt: Moment;
    readonly receivedAt: Moment;
    readonly window: CutWindow;
    readonly acts: readonly CutAct[];
    readonly activityId: number;
    readonly reopened: boolean;
  },
  now: Moment,
): Moment {
  const names = (act: Reopening): boolean => namesActivity(act, of.activityId);
  const start = Math.max(of.importedAt, of.receivedAt);
  if (of.reopened) {
    const asked = of.acts.filter(
      (act): act is Reopening => act.kind === 'reopen' && act.at <= now && names(act),
    );
    return Math.max(start, ...asked.map((act) => act.at));
  }
  if (now < of.window.locksAt) return start;
  const open = openReopenings(of.acts, now).filter(names);
  return open.length === 0 ? start : Math.max(start, Math.min(...open.map((act) => act.at)));
}

/** A day with a reminder for a person that is not in the calendar. */
export type RequestedDay = { readonly date: LocalDate; readonly reason: 'snooze' | 'outage' };
