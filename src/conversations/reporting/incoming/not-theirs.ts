import { may, rolesOf } from '../../../actions/access.ts';
import { holdingsOf } from '../../../db/people.ts';
import type { Html } from '../../../domain/events.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import type { Turn } from '../../turn.ts';

/** Why this person may not report an activity any more. A coordinator without positions reports for vacant ones. */
export function notTheirs(turn: Turn, number: string): Html {
  const { positions, offices } = holdingsOf(turn.db, turn.person.id, turn.now);
  const forVacant = positions.length === 0 && may(rolesOf({ positions, offices }), 'reportForVacantPosition');
  return forVacant ? texts.hasResponsibleNow(number) : texts.noLongerYours(number);
}
