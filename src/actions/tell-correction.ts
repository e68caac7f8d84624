import type { Db } from '../db/open.ts';
import { announce, settle } from '../db/outbox.ts';
import { waitingRowsAbout } from '../db/outbox-rows.ts';
import { type EnrolledPerson, isEnrolled, personById } from '../db/people.ts';
import { type Activity, hasSeveralPlans, type PlannedCut } from '../db/plans.ts';
import type { Report } from '../db/reports.ts';
import { taskOf } from '../db/tasks.ts';
import { writeButton } from '../domain/buttons.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import type { Message } from '../domain/events.ts';
import { responsiblesOf } from '../summary/responsibles.ts';
import { correctedForYou, voidedForYou } from '../texts/corrections.ts';
import { buttons } from '../texts/reporting.ts';
import { planName } from '../texts/words.ts';

type Act = {
  readonly activity: Activity;
  readonly before: Report;
  readonly reason: string;
  readonly by: number | null;
};

/** The responsible, and whoever wrote what was corrected, hear what it says now and why; within the hours. */
export function tellCorrection(
  db: Db,
  planned: PlannedCut,
  act: Act & { readonly after: Report },
  now: Moment,
): void {
  tell(db, planned, act, now, `corrected:${act.after.id}`, (of) =>
    correctedForYou({ ...of, after: act.after }),
  );
}

/** The same of a report that was taken away: what it said, why, and until when it can be reported again. */
export function tellVoid(db: Db, planned: PlannedCut, act: Act, now: Moment): void {
  tell(db, planned, act, now, `voided:${act.before.id}`, voidedForYou);
}

function tell(
  db: Db,
  planned: PlannedCut,
  act: Act,
  now: Moment,
  what: string,
  text: (of: Parameters<typeof voidedForYou>[0]) => Message['html'],
): void {
  const of = { activityId: act.activity.id, cutId: planned.cut.id };
  for (const someone of concerned(db, act, now)) {
    dropFormer(db, someone.id, of, now);
    const task = taskOf(db, someone.id, of, now);
    const html = text({
      name: someone.name,
      number: act.activity.number,
      plan: hasSeveralPlans(db) ? planName(planned.plan) : null,
      cutNumber: planned.cut.number,
      before: act.before,
      own: act.before.personId === someone.id,
      reason: act.reason,
      until: task ? localDate(task.until - 1) : null,
    });
    const change = {
      text: buttons.correct(act.activity.number),
      data: writeButton({ to: 'correct', ...of }),
    };
    const again = { text: buttons.report, data: writeButton({ to: 'correct', ...of }) };
    const keyboard = what.startsWith('voided') ? [[again]] : [[change]];
    const key = `${about(someone.id, of)}${what}`;
    const to = { chatId: someone.telegramUserId, personId: someone.id };
    announce(db, to, { kind: 'notice', key, message: task ? { html, keyboard } : { html }, now });
  }
}

/** Everybody enrolled who holds one of its positions now, and who wrote the report; not who does this. */
function concerned(db: Db, { activity, before, by }: Act, now: Moment): readonly EnrolledPerson[] {
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

/** The same beginning as the notices of `reporting/told.ts`: whoever is shown the last word needs none of them. */
function about(personId: number, of: { readonly activityId: number; readonly cutId: number }): string {
  return `reported:${personId}:${of.activityId}:${of.cutId}:`;
}
