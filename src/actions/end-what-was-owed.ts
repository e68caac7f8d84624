import { spansOfPerson } from '../db/assignments.ts';
import { draftsOf, dropDraft } from '../db/drafts.ts';
import type { Db } from '../db/open.ts';
import { settle } from '../db/outbox.ts';
import { type OutboxRow, waitingRows } from '../db/outbox-rows.ts';
import { activitiesOfPerson } from '../db/own-activities.ts';
import { holdingsOf } from '../db/people.ts';
import { activityById, positionsOf } from '../db/plans.ts';
import {
  closeQuestion,
  endRound,
  openQuestion,
  roundOf,
  saveRound,
  suspendedQuestions,
} from '../db/questions.ts';
import { pendingTasksOf } from '../db/tasks.ts';
import type { Moment } from '../domain/dates.ts';
import { giveBackReminder } from '../notices/count-as-reminder.ts';
import { reportableActivity } from './reportable.ts';

/**
 * Of a person who no longer holds something: what was queued about it is cancelled (of what else is
 * theirs the day's reminder is due again), questions about its activities
 * close, and halves of reports go unless it comes back to that person. Does nothing about what is still theirs.
 * @returns the number of the activity that was being asked, when its question was open
 */
export function endWhatWasOwed(db: Db, personId: number, now: Moment): string | null {
  const mine = new Set(activitiesOfPerson(db, personId, now).map((each) => each.activity.id));
  const reportable = (id: number) => reportableActivity(db, personId, id, now) !== undefined;
  const asked = closeQuestions(db, personId, reportable, now);
  dropHalves(db, personId, reportable, now);
  for (const row of waitingRows(db)) {
    if (row.personId !== personId || !isOver(db, personId, row, mine, now)) continue;
    settle(db, row.id, 'cancelled', 'reassigned', now);
    giveBackReminder(db, row);
  }
  return asked;
}

function closeQuestions(
  db: Db,
  personId: number,
  reportable: (activityId: number) => boolean,
  now: Moment,
): string | null {
  const open = openQuestion(db, personId);
  const lost = [...(open ? [open] : []), ...suspendedQuestions(db, personId)].filter(
    (row) => row.activityId !== null && !reportable(row.activityId),
  );
  for (const row of lost) closeQuestion(db, row.id, now);
  const wasAsked = lost.find((row) => row.id === open?.id);
  const round = roundOf(db, personId);
  if (round && wasAsked) endRound(db, personId);
  else if (round) {
    const items = round.items.map((item) =>
      item.state === 'done' || reportable(item.activityId) ? item : { ...item, state: 'gone' as const },
    );
    saveRound(db, personId, round.startedAt, items);
  }
  return wasAsked?.activityId ? (activityById(db, wasAsked.activityId)?.number ?? null) : null;
}

/** What somebody wrote by halves waits for them over an *encargo*; nobody else is shown it. */
function dropHalves(
  db: Db,
  personId: number,
  reportable: (activityId: number) => boolean,
  now: Moment,
): void {
  const comesBack = new Set(spansOfPerson(db, personId, now).map((span) => span.positionId));
  for (const half of draftsOf(db, personId)) {
    if (reportable(half.activityId)) continue;
    const positions = positionsOf(db, [half.activityId]).get(half.activityId) ?? [];
    if (!positions.some((position) => comesBack.has(position.id)))
      dropDraft(db, personId, half.activityId, half.cutId);
  }
}

/** Notices that go to whoever is responsible; all others that have a key go to offices. */
const ofResponsible = /^(reported|reopened|included|moved|closed|verified|received|assigned|given|again):/;

function isOver(db: Db, personId: number, row: OutboxRow, mine: ReadonlySet<number>, now: Moment): boolean {
  const at = Math.max(row.notBefore, now);
  if (row.kind === 'reminder') return pendingTasksOf(db, personId, at).length === 0;
  const { offices } = holdingsOf(db, personId, now);
  if (row.kind === 'summary') return offices.length === 0;
  if (row.kind !== 'notice' || row.key === null) return false;
  const reported = /^reported:\d+:(\d+):/.exec(row.key);
  if (reported) return !mine.has(Number(reported[1]));
  const received = /^assigned:(\d+):/.exec(row.key);
  if (received) return !spansOfPerson(db, personId, now).some((span) => span.id === Number(received[1]));
  const reopened = /^reopened:(\d+):/.exec(row.key);
  if (reopened) return !pendingTasksOf(db, personId, at).some((task) => task.cut.id === Number(reopened[1]));
  return !ofResponsible.test(row.key) && offices.length === 0;
}
