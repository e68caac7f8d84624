/** The calendar of a cut, in one import: working days and hours, windows, reminder days. */
export { type ReminderDay, reminderDays } from './cut-reminders.ts';
export {
  type CutAct,
  type CutState,
  type CutWindow,
  cutState,
  cutWindow,
  namesActivity,
  openReopenings,
  reopeningLastDay,
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
  workingDayOnOrBefore,
} from './working-days.ts';
