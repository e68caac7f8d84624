import type { Db } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import { type Activity, daysOff, type PlannedCut } from '../../db/plans.ts';
import { lastReport } from '../../db/reports.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import { type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import type { Button, Message } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import { responsiblesOf } from '../../summary/responsibles.ts';
import * as texts from '../../texts/notices/reminders.ts';
import { LISTED, returnedButtons, returnedToResponsible } from '../../texts/notices/returned.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { shownMeasure } from '../../texts/words/units.ts';
import { countAsReminder } from '../count-as-reminder.ts';
import type { NoticeKind } from '../kind.ts';
import { whyNothingPending } from '../nothing-pending.ts';
import { noticeKey, notify } from '../notify.ts';
import { remindedCuts } from '../reminded-cuts.ts';

/**
 * Activities of a cut take reports again (specification: Reopening): which, until when, and what else is
 * pending.
 */
export const reopened: NoticeKind<'cutId'> = {
  name: 'reopened',
  about: ['cutId'],
  to: 'responsible',
  isLost: (db, row, now) => !hasPendingIn(db, row, Math.max(row.notBefore, now)),
  onEarlyClose: 'cancel',
  noLongerTrue: (db, row, now) =>
    row.createdAt === now || hasPendingIn(db, row, now) ? null : whyNothingPending(db, row.personId, now),
  replacesReminder: 'whenWritten',
};

/**
 * Notifies each enrolled responsible at once of what is reopened; it replaces a reminder. What the mayor returned can be
 * left as it is, or corrected, right there.
 */
export function notifyReopened(
  db: Db,
  planned: PlannedCut,
  of: {
    readonly actId: number;
    readonly activities: readonly Activity[];
    readonly lastDay: LocalDate;
    readonly reason: string;
    /** The person who returned what was presented; null: it was reopened otherwise. */
    readonly returnedBy: number | null;
  },
  now: Moment,
): void {
  const cutId = planned.cut.id;
  const when = soonestAllowed(now, daysOff(db));
  const date = localDate(when);
  const named = new Set(of.activities.map((activity) => activity.id));
  for (const { person, activities } of responsiblesOf(db, of.activities, now)) {
    const others = pendingTasksOf(db, person.id, when).filter(
      (task) => task.cut.id !== cutId || !named.has(task.activity.id),
    );
    const words = {
      name: person.name,
      plan: planned.plan,
      others: remindedCuts(others, when),
      today: date,
      lastDay: of.lastDay,
    };
    const message =
      of.returnedBy === null
        ? {
            html: texts.reopened({
              ...words,
              cutNumber: planned.cut.number,
              numbers: activities.map((activity) => activity.number),
              reason: of.reason,
            }),
            keyboard: [[reportButton]],
          }
        : returnedMessage(db, planned, activities, {
            ...words,
            by: personById(db, of.returnedBy)?.name ?? '',
            remark: of.reason,
          });
    const key = noticeKey('reopened', cutId, of.actId, person.id);
    const notice = notify(db, reopened, person, { key, about: { cutId }, message, now });
    countAsReminder(db, person.id, date, now, notice ?? null);
  }
}

const reportButton: Button = { text: buttons.report, data: writeButton({ to: 'report' }) };

function returnedMessage(
  db: Db,
  planned: PlannedCut,
  own: readonly Activity[],
  words: Omit<Parameters<typeof returnedToResponsible>[0], 'cut' | 'activities'>,
): Message {
  const cutId = planned.cut.id;
  const activities = own.map((activity) => {
    const { id, number } = activity;
    const last = lastReport(db, id, cutId);
    return { id, number, report: last === undefined ? null : { ...last, measure: shownMeasure(activity) } };
  });
  const several = activities.length > 1;
  const keep = activities.flatMap(({ id, number, report }) => {
    if (report === null) return [];
    const named = several ? number : null;
    const stay = { activityId: id, cutId, reportId: report.id };
    const stays = { text: returnedButtons.keep(named, report), data: writeScreen('keep', stay) };
    const corrects = {
      text: returnedButtons.correct(named),
      data: writeButton({ to: 'correct', activityId: id, cutId }),
    };
    // A phone cuts off a label with its units in half a row.
    return report.amount === null ? [[stays, corrects]] : [[stays], [corrects]];
  });
  const html = returnedToResponsible({ ...words, cut: planned.cut, activities });
  const listed = activities.length <= LISTED ? keep : [];
  const reportsToo = listed.length < activities.length || words.others.length > 0;
  return { html, keyboard: [...listed, ...(reportsToo ? [[reportButton]] : [])] };
}

function hasPendingIn(
  db: Db,
  { personId, cutId }: { readonly personId: number; readonly cutId: number | null },
  moment: Moment,
): boolean {
  return pendingTasksOf(db, personId, moment).some((task) => task.cut.id === cutId);
}
