import { may, rolesOf } from '../actions/access.ts';
import { holdingsOf } from '../db/people.ts';
import type { HelpFor } from '../texts/help.ts';
import type { Turn } from './turn.ts';

/** What the person of a turn may do, as help tells it. */
export function whoIs(turn: Turn): HelpFor {
  const own = rolesOf(holdingsOf(turn.db, turn.person.id, turn.now));
  return {
    reports: may(own, 'report'),
    reads: may(own, 'summary'),
    reminds: may(own, 'remind'),
    imports: may(own, 'importPlan'),
  };
}
