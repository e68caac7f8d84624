/** The calendar of a cut, by one door: working days and hours, windows, reminder days. */
export { type ReminderDay, type ReminderKind, reminderDays } from './cut-reminders.ts';
export {
  type CutAct,
  type CutCalendar,
  type CutState,
  type CutWindow,
  cutState,
  cutWindow,
  type EarlyClose,
  openReopenings,
  type Reopening,
  reopeningEnd,
  type Taking,
  takesReports,
  usualCalendar,
  usualReopeningLastDay,
} from './cut-window.ts';
export {
  addWorkingDays,
  type DaysOff,
  isWorkingDay,
  nextReminderHour,
  soonestAllowed,
  withinHours,
  workingDayAfter,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './working-days.ts';
