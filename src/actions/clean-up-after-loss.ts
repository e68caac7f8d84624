import { spansOfPerson } from '../db/assignments.ts';
import { draftsOf, dropDraft } from '../db/drafts.ts';
import type { Db } from '../db/open.ts';
import { activityById, positionsOf } from '../db/plans.ts';
import { closeQuestion, openQuestion, suspendedQuestions } from '../db/questions.ts';
import { endRound, roundOf, saveRound } from '../db/rounds.ts';
import type { Moment } from '../domain/dates.ts';
import { endLost } from '../notices/end-lost.ts';
import { reportableActivity } from './reportable.ts';

/**
 * Cleans up when a person loses a position or an office: cancels its notices, closes the questions about its
 * activities, and drops drafts unless it comes back to that person. Leaves alone what belongs to their other
 * posts.
 * @returns the number of the activity in their open question
 */
export function cleanUpAfterLoss(db: Db, personId: number, now: Moment): string | null {
  const reportable = (id: number) => reportableActivity(db, personId, id, now) !== undefined;
  const asked = closeQuestions(db, personId, reportable, now);
  dropHalves(db, personId, reportable, now);
  endLost(db, personId, now);
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

/** A draft waits for its writer during an *encargo*; nobody else sees it. */
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
