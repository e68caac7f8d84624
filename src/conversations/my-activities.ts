import { allPlans } from '../db/plans.ts';
import { earlierReports } from '../db/reports.ts';
import { type Task, taskOf, tasksOf } from '../db/tasks.ts';
import { writeButton } from '../domain/buttons.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import type { Button, Html, Message } from '../domain/events.ts';
import { nothing, paragraphs } from '../texts/html.ts';
import { activityDetail, type ListedCut, listButtons, myActivities } from '../texts/my-activities.ts';
import * as reporting from '../texts/reporting.ts';
import { planName } from '../texts/words.ts';
import { storedText } from './reporting/stored.ts';
import { follow, say, type Turn } from './turn.ts';

const aPage = 8;
const buttonsARow = 4;

/** `/misactividades`: everything that takes reports now, with its state. */
export function showMyActivities(turn: Turn): void {
  say(turn, myActivitiesMessage(turn, 1, nothing));
}

/** A page of the list, in the message it was turned from. */
export function turnPage(turn: Turn, page: number): void {
  follow(turn, myActivitiesMessage(turn, page, nothing));
}

/** `page` from 1; a page that does not exist is the nearest one that does. */
export function myActivitiesMessage(turn: Turn, page: number, before: Html): Message {
  const all = tasksOf(turn.db, turn.person.id, turn.moment).toSorted(byPlace);
  if (all.length === 0) return { html: paragraphs(before, reporting.noActivities()) };
  const pages = Math.ceil(all.length / aPage);
  const shown = Math.min(Math.max(page, 1), pages);
  const tasks = all.slice((shown - 1) * aPage, shown * aPage);
  const several = allPlans(turn.db).length > 1;
  const byCut = [...Map.groupBy(tasks, (task) => task.cut.id).values()];
  const cuts = byCut.flatMap((own) => {
    const first = own[0];
    if (!first) return [];
    return [
      {
        plan: several ? planName(first.plan) : null,
        cutNumber: first.cut.number,
        closingDate: first.window.closingDate,
        state: stateOf(first, turn.moment),
        lastDay: localDate(Math.max(...own.map((task) => task.until)) - 1),
        activities: own.map(listed),
      },
    ];
  });
  const buttons = tasks.map(
    (task): Button => ({
      text: listButtons.activity(task.activity.number, several ? planName(task.plan) : null),
      data: writeButton({ to: 'activity', activityId: task.activity.id, cutId: task.cut.id }),
    }),
  );
  const pending = all.some((task) => task.pending);
  return {
    html: paragraphs(before, myActivities(cuts, { page: shown, pages })),
    keyboard: [
      ...rowsOf(buttons, several ? 1 : buttonsARow),
      ...pageButtons(shown, pages),
      ...(pending ? [[{ text: reporting.buttons.report, data: writeButton({ to: 'report' }) }]] : []),
    ],
  };
}

function stateOf({ window }: Task, now: Moment): ListedCut['state'] {
  if (now >= window.locksAt) return 'reopened';
  return now >= window.graceFrom ? 'overdue' : 'open';
}

/** One activity: what is stored, the earlier cuts, and *Corregir* or *Reportar*. */
export function showActivity(turn: Turn, of: { readonly activityId: number; readonly cutId: number }): void {
  const task = taskOf(turn.db, turn.person.id, of, turn.moment);
  if (!task) {
    follow(turn, myActivitiesMessage(turn, 1, nothing));
    return;
  }
  const { activity, cut } = task;
  const html = activityDetail({
    number: activity.number,
    name: activity.name,
    target: activity.target,
    cutDate: cut.date,
    stored: storedText(turn, task),
    earlier: earlierReports(turn.db, activity.id, cut.date),
  });
  const correct = writeButton({ to: 'correct', activityId: activity.id, cutId: cut.id });
  follow(turn, {
    html,
    keyboard: [
      [{ text: task.report ? listButtons.correct : listButtons.report, data: correct }],
      [{ text: listButtons.back, data: writeButton({ to: 'myActivities', page: 1 }) }],
    ],
  });
}

function listed(task: Task) {
  const state = !task.pending
    ? ('reported' as const)
    : task.draft
      ? ('draft' as const)
      : ('pending' as const);
  const progress = task.report?.progress ?? task.draft?.progress ?? null;
  return { number: task.activity.number, name: task.activity.name, state, progress };
}

function rowsOf(buttons: readonly Button[], aRow: number): readonly (readonly Button[])[] {
  return Array.from({ length: Math.ceil(buttons.length / aRow) }, (_, row) =>
    buttons.slice(row * aRow, (row + 1) * aRow),
  );
}

function pageButtons(page: number, pages: number): readonly (readonly Button[])[] {
  const to = (text: string, target: number): Button => ({
    text,
    data: writeButton({ to: 'myActivities', page: target }),
  });
  const row = [
    ...(page > 1 ? [to(listButtons.previous, page - 1)] : []),
    ...(page < pages ? [to(listButtons.following, page + 1)] : []),
  ];
  return row.length === 0 ? [] : [row];
}

function byPlace(a: Task, b: Task): number {
  return (
    a.window.closingDate.localeCompare(b.window.closingDate) ||
    a.plan.id - b.plan.id ||
    a.activity.place - b.activity.place
  );
}
