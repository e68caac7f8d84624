import { may, rolesOf } from '../../../actions/access.ts';
import { holdingsOf } from '../../../db/people.ts';
import { activityById, plannedCut, positionsOf } from '../../../db/plans.ts';
import type { Html } from '../../../domain/events.ts';
import { isAwayAt } from '../../../domain/retirement.ts';
import { lines, nothing } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import type { Turn } from '../../turn.ts';
import type { About } from '../about.ts';
import { awayLine } from '../not-now/not-now.ts';
import { positionsAway } from '../not-now/positions-away.ts';

/**
 * Why this person may not report an activity any more, and who does. A coordinator without positions reports for vacant
 * ones.
 */
export function notTheirs(turn: Turn, about: About): Html {
  const activity = activityById(turn.db, about.activityId);
  const number = activity?.number ?? '';
  if (activity && isAwayAt(activity, turn.now)) return texts.leftThePlan(number);
  if (plannedCut(turn.db, about.cutId)?.excluded.has(about.activityId)) return texts.notInCut(number);
  if (reportsForVacant(turn)) return texts.hasResponsibleNow(number);
  const of = new Set(
    (positionsOf(turn.db, [about.activityId]).get(about.activityId) ?? []).map(({ id }) => id),
  );
  const away = positionsAway(turn.db, turn.person.id, turn.now).find((each) => of.has(each.positionId));
  return lines(texts.noLongerYours(number), away ? awayLine(turn, away, false) : nothing);
}

/** The same of a number that somebody wrote: which activity they mean is not sure. */
export function numberNotTheirs(turn: Turn, number: string): Html {
  return reportsForVacant(turn) ? texts.hasResponsibleNow(number) : texts.notYoursHere(number);
}

function reportsForVacant({ db, person, now }: Turn): boolean {
  const { positions, offices } = holdingsOf(db, person.id, now);
  return positions.length === 0 && may(rolesOf({ positions, offices }), 'reportForVacantPosition');
}
