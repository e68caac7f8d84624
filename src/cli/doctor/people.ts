import { spansOf } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import { isEnrolled, personById } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import { covers } from '../../domain/spans.ts';
import { findings } from '../../texts/cli/doctor.ts';
import { type Finding, warning } from './finding.ts';

/** Nobody coordinates: nobody holds the office, or who holds it has no account. */
export function ofCoordinators(db: Db, now: Moment): readonly Finding[] {
  const holders = spansOf(db, { office: 'coordinator' }, now)
    .filter((span) => covers(span, now))
    .flatMap((span) => personById(db, span.personId) ?? []);
  if (holders.some(isEnrolled)) return [];
  const [invited] = holders;
  return [
    warning(
      'coordinator',
      invited ? findings.coordinatorAway(invited.name, invited.id) : findings.noCoordinator,
    ),
  ];
}
