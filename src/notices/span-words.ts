import type { Assignment } from '../db/assignments.ts';
import type { Db } from '../db/open.ts';
import type { Person } from '../db/people.ts';
import { daysOff } from '../db/plans.ts';
import { nameOfPost } from '../db/post-name.ts';
import { soonestAllowed } from '../domain/calendar.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import { lastDayOf } from '../texts/people/assign.ts';

/** The person, the post and the dates of a span, as of the day on which the notice can go. */
export function spanWords(
  db: Db,
  person: Person,
  row: {
    readonly positionId?: number | null;
    readonly office?: Assignment['office'];
    readonly untilAt: Moment | null;
  },
  fromAt: Moment,
  now: Moment,
) {
  return {
    name: person.name,
    held: nameOfPost(db, row),
    today: localDate(soonestAllowed(now, daysOff(db))),
    from: localDate(fromAt),
    until: row.untilAt === null ? null : lastDayOf(row.untilAt),
  };
}
