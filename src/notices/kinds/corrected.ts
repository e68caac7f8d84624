import type { Db } from '../../db/open.ts';
import { announce, replaceWaiting, settle } from '../../db/outbox.ts';
import { waitingRowsAbout } from '../../db/outbox-rows.ts';
import { type EnrolledPerson, isEnrolled, type Person, personById } from '../../db/people.ts';
import { type Activity, activityById, daysOff, hasSeveralPlans, type PlannedCut } from '../../db/plans.ts';
import { type Report, revisionsOfCuts } from '../../db/reports.ts';
import { type Task, taskOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import { responsiblesOf } from '../../summary/responsibles.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { correctedForYou, voidedForYou } from '../../texts/review/corrections.ts';
import { planName } from '../../texts/words/names.ts';

type Act = {
  readonly activity: Activity;
  readonly before: Report;
  /** What it says now; null: it was voided. */
  readonly after: Report | null;
  readonly reason: string;
};

type By = { readonly by: number | null };

/** The responsible, and whoever wrote what was corrected, hear what it says now and why; within the hours. */
export function tellCorrection(
  db: Db,
  planned: PlannedCut,
  act: Act & By & { readonly after: Report },
  now: Moment,
): void {
  tell(db, planned, act, now, `corrected:${act.after.id}`);
}

/** The same of a report that was taken away: what it said, why, and until when it can be reported again. */
export function tellVoid(db: Db, planned: PlannedCut, act: Omit<Act, 'after'> & By, now: Moment): void {
  tell(db, planned, { ...act, after: null }, now, `voided:${act.before.id}`);
}

/** A cut was closed early: what still waits to be told of its reports is told without a day until which they change. */
export function tellWithoutEnd(db: Db, planned: PlannedCut): void {
  const revisions = revisionsOfCuts(db, [planned.cut.id]);
  for (const row of waitingRowsAbout(db, 'reported:')) {
    const [, cutId, what, id] = /^reported:\d+:\d+:(\d+):(corrected|voided):(\d+)$/.exec(row.key ?? '') ?? [];
    const told = revisions.find((each) => each.id === Number(id));
    const person = row.personId === null ? undefined : personById(db, row.personId);
    const activity = told && activityById(db, told.activityId);
    if (Number(cutId) !== planned.cut.id || !person || !activity) continue;
    const act =
      what === 'voided'
        ? { activity, before: told, after: null, reason: told.voidReason ?? '' }
        : { activity, before: formerOf(told, revisions), after: told, reason: told.reason ?? '' };
    replaceWaiting(db, row.id, messageTo(db, person, planned, act, undefined), row.notBefore);
  }
}

/** What a correction was written over. */
function formerOf(correction: Report, revisions: readonly Report[]): Report {
  const former = revisions.findLast(
    (each) => each.activityId === correction.activityId && each.id < correction.id && each.voidedAt === null,
  );
  return former ?? correction;
}

function tell(db: Db, planned: PlannedCut, act: Act & By, now: Moment, what: string): void {
  const of = { activityId: act.activity.id, cutId: planned.cut.id };
  const heardAt = soonestAllowed(now, daysOff(db));
  for (const someone of concerned(db, act, now)) {
    dropFormer(db, someone.id, of, now);
    const message = messageTo(db, someone, planned, act, taskOf(db, someone.id, of, heardAt));
    const to = { chatId: someone.telegramUserId, personId: someone.id };
    announce(db, to, { kind: 'notice', key: `${about(someone.id, of)}${what}`, message, now });
  }
}

/** @param task what this person can still write over it; undefined: nothing */
function messageTo(
  db: Db,
  someone: Person,
  planned: PlannedCut,
  { activity, before, after, reason }: Act,
  task: Task | undefined,
): Message {
  const told = {
    name: someone.name,
    number: activity.number,
    plan: hasSeveralPlans(db) ? planName(planned.plan) : null,
    cutNumber: planned.cut.number,
    before,
    own: before.personId === someone.id,
    reason,
    until: task ? localDate(task.until - 1) : null,
  };
  const html = after === null ? voidedForYou(told) : correctedForYou({ ...told, after });
  if (!task) return { html };
  const text = after === null ? buttons.report : buttons.correct(activity.number);
  const data = writeButton({ to: 'correct', activityId: activity.id, cutId: planned.cut.id });
  return { html, keyboard: [[{ text, data }]] };
}

/** Everybody enrolled who holds one of its positions now, and who wrote the report; not who does this. */
function concerned(db: Db, { activity, before, by }: Act & By, now: Moment): readonly EnrolledPerson[] {
  const author = before.personId === null ? undefined : personById(db, before.personId);
  const holders = responsiblesOf(db, [activity], now).map((each) => each.person);
  const all = [...holders, ...(author && isEnrolled(author) ? [author] : [])];
  return [...new Map(all.map((each) => [each.id, each])).values()].filter((each) => each.id !== by);
}

/** What has not gone yet about an earlier word on it is dropped: only the last one is true. */
function dropFormer(
  db: Db,
  personId: number,
  of: { readonly activityId: number; readonly cutId: number },
  now: Moment,
): void {
  for (const row of waitingRowsAbout(db, about(personId, of)))
    settle(db, row.id, 'notNeeded', 'superseded', now);
}

/** The same beginning as the notices of `reporting/answer/tell-others.ts`: whoever is shown the last word needs none of them. */
function about(personId: number, of: { readonly activityId: number; readonly cutId: number }): string {
  return `reported:${personId}:${of.activityId}:${of.cutId}:`;
}
