import { earlierReports } from '../../../db/earlier-reports.ts';
import { firstUnopenedCut, hasSeveralPlans } from '../../../db/plans.ts';
import { hasReported } from '../../../db/reports-of-person.ts';
import { type Task, taskOf, tasksOf } from '../../../db/tasks.ts';
import { writeButton } from '../../../domain/buttons.ts';
import { type LocalDate, localDate, type Moment } from '../../../domain/dates.ts';
import type { Button, Html, Message } from '../../../domain/events.ts';
import { ownReportRow } from '../../../notices/own-report-row.ts';
import { reformButtons } from '../../../texts/cuts/reformulation.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import {
  activityDetail,
  type ListedActivity,
  type ListedCut,
  leftInClosedCut,
  listButtons,
  myActivities,
} from '../../../texts/reporting/my-activities.ts';
import * as reporting from '../../../texts/reporting/reporting.ts';
import { planName } from '../../../texts/words/names.ts';
import { shownMeasure } from '../../../texts/words/units.ts';
import { refused } from '../../allowed.ts';
import { inRows, screenButton } from '../../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../../dialogs/list-pages.ts';
import { follow, say, type Turn } from '../../turn.ts';
import { awayLines, nextOpenings, whyNotNow } from '../not-now/not-now.ts';
import { ownEvidenceShown } from './own-evidence.ts';
import { type PastActivity, pastActivities, pastActivity } from './past-activities.ts';
import { storedText } from './stored-text.ts';

const buttonsARow = 4;

/** `/misactividades`: everything that takes reports now, with its state, or how the latest cut was left. */
export function showMyActivities(turn: Turn): void {
  say(turn, myActivitiesMessage(turn, 1, nothing));
}

/** A page of the list, in the message it was turned from. */
export function turnPage(turn: Turn, page: number): void {
  follow(turn, myActivitiesMessage(turn, page, nothing));
}

/**
 * What takes reports now or, when nothing does, how the latest cut of each plan was left.
 * @param page from 1; one that does not exist is the nearest one that does.
 */
export function myActivitiesMessage(turn: Turn, page: number, before: Html): Message {
  const tasks = tasksOf(turn.db, turn.person.id, turn.moment).toSorted(byPlace);
  const past = tasks.length === 0 ? pastActivities(turn.db, turn.person.id, turn.moment) : [];
  const all = [...tasks.map((task) => openItem(task, turn.moment)), ...past.map(pastItem)];
  if (all.length === 0)
    return {
      html: paragraphs(before, whyNotNow(turn) ?? reporting.noActivities()),
      keyboard: hasReported(turn.db, turn.person.id) ? ownReportRow() : [],
    };
  const shown = pageOf(all, page);
  const { items } = shown;
  const several = hasSeveralPlans(turn.db);
  const buttons = items.map(
    ({ plan, cut, activity }): Button => ({
      text: listButtons.activity(activity.number, several ? planName(plan) : null),
      data: writeButton({ to: 'activity', activityId: activity.id, cutId: cut.id }),
    }),
  );
  const place = { page: shown.page, pages: shown.pages, takesReports: tasks.length > 0 };
  return {
    html: paragraphs(
      before,
      awayLines(turn, 'comingBack'),
      tasks.length === 0 ? nextOpenings(turn) : nothing,
      myActivities(cutsOf(items, several), place),
    ),
    keyboard: [
      ...inRows(buttons, several ? 1 : buttonsARow),
      ...pageButtons(shown, (to) => writeButton({ to: 'myActivities', page: to })),
      ...(tasks.some((task) => task.pending)
        ? [[{ text: reporting.buttons.report, data: writeButton({ to: 'report' }) }]]
        : []),
      ...ownReportRow(),
    ],
  };
}

/** One line of the list, with what its cut's heading says. */
type Item = Pick<Task, 'plan' | 'cut' | 'window' | 'activity'> & {
  readonly cutState: ListedCut['state'];
  readonly lastDay: LocalDate;
  readonly state: ListedActivity['state'];
  readonly figure: ListedActivity['figure'];
};

/** A half report shows only the half that is known: it is about to replace what is stored. */
function openItem(task: Task, now: Moment): Item {
  const { plan, cut, window, activity, report, draft } = task;
  const state = stateOfTask(task);
  const figure = figureOf(activity, state === 'draft' ? draft : report);
  const lastDay = localDate(task.until - 1);
  return { plan, cut, window, activity, cutState: stateOf(task, now), lastDay, state, figure };
}

/** The figure of a report or a half; null: it has none. */
function figureOf(
  activity: Task['activity'],
  of: { readonly progress: number | null; readonly amount: number | null } | undefined,
): ListedActivity['figure'] {
  if (of === undefined || of.progress === null) return null;
  return { progress: of.progress, amount: of.amount, measure: shownMeasure(activity) };
}

function stateOfTask({ pending, later, draft }: Task): ListedActivity['state'] {
  if (!pending && !later) return 'reported';
  if (draft) return 'draft';
  return later ? 'later' : 'pending';
}

function pastItem({ plan, cut, window, activity, report }: PastActivity): Item {
  const state = report ? 'reported' : 'missing';
  const figure = figureOf(activity, report);
  const lastDay = window.closingDate;
  return { plan, cut, window, activity, cutState: 'closed', lastDay, state, figure };
}

function cutsOf(items: readonly Item[], several: boolean): readonly ListedCut[] {
  return [...Map.groupBy(items, (item) => item.cut.id).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return [
      {
        plan: several ? planName(first.plan) : null,
        cutNumber: first.cut.number,
        closingDate: first.window.closingDate,
        state: first.cutState,
        lastDay:
          own
            .map((item) => item.lastDay)
            .toSorted()
            .at(-1) ?? first.lastDay,
        activities: own.map(({ activity, state, figure }) => ({
          number: activity.number,
          name: activity.name,
          state,
          figure,
        })),
      },
    ];
  });
}

function stateOf({ window }: Task, now: Moment): ListedCut['state'] {
  if (now >= window.locksAt) return 'reopened';
  return now >= window.graceFrom ? 'overdue' : 'open';
}

/**
 * One activity: what is stored, the earlier cuts, and *Corregir* or *Reportar* while its cut takes reports.
 * Somebody else's activity shows the list instead. `page`: of the evidence; null is the last one.
 */
export function showActivity(
  turn: Turn,
  of: { readonly activityId: number; readonly cutId: number },
  { before = nothing, page = null }: { readonly before?: Html; readonly page?: number | null } = {},
): void {
  const task = taskOf(turn.db, turn.person.id, of, turn.moment);
  const shown = task ?? pastActivity(turn.db, turn.person.id, of, turn.moment);
  if (!shown) {
    refused(turn, { button: 'activity' });
    follow(turn, myActivitiesMessage(turn, 1, nothing));
    return;
  }
  const { activity, cut, report } = shown;
  const measure = shownMeasure(activity);
  const html = activityDetail({
    number: activity.number,
    name: activity.name,
    target: activity.target,
    cutDate: cut.date,
    stored: task ? storedText(turn, task) : leftInClosedCut(report ? { ...report, measure } : null),
    earlier: earlierReports(turn.db, activity, cut.date).map((each) => ({ ...each, measure })),
  });
  const correct = writeButton({ to: 'correct', activityId: activity.id, cutId: cut.id });
  const change = { text: report ? listButtons.correct : listButtons.report, data: correct };
  const back = { text: listButtons.back, data: writeButton({ to: 'myActivities', page: 1 }) };
  const reform =
    activity.retiredAt === null && firstUnopenedCut(turn.db, activity.planId, turn.now)
      ? [[screenButton(reformButtons.ask, 'reform', { activityId: activity.id })]]
      : [];
  const evidence = ownEvidenceShown(
    turn,
    { activityId: activity.id, cutId: cut.id },
    { mayRemove: task !== undefined, page },
  );
  follow(turn, {
    html: paragraphs(before, html, evidence.html),
    keyboard: [...(task ? [[change]] : []), ...evidence.rows, ...reform, [back]],
  });
}

function byPlace(a: Task, b: Task): number {
  return (
    a.window.closingDate.localeCompare(b.window.closingDate) ||
    a.plan.id - b.plan.id ||
    a.activity.place - b.activity.place
  );
}
