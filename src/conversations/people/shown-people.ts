import { type Assignment, spansOfPerson } from '../../db/assignments.ts';
import { isValid, lastInvitationOf } from '../../db/invitations.ts';
import type { Db } from '../../db/open.ts';
import { type Person, personById } from '../../db/people.ts';
import { nameOfPost } from '../../db/post-name.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import { lastDayOf } from '../../texts/people/assign.ts';
import type { ShownPerson, ShownSpan } from '../../texts/people/people.ts';

/** A person as the coordinator's screens show it. */
export function shownPerson(db: Db, person: Person, now: Moment): ShownPerson {
  const last = lastInvitationOf(db, person.id);
  return {
    name: person.name,
    enrolledAt: person.enrolledAt,
    telegramName: person.telegramName,
    unreachable:
      person.unreachableSince === null
        ? null
        : { since: person.unreachableSince, why: person.unreachableReason },
    lastHeardAt: person.lastHeardAt,
    invitation:
      last && last.usedAt === null
        ? {
            expiresAt: last.expiresAt,
            valid: isValid(last, now),
            declinedAt: last.declinedAt,
            withdrawn: last.withdrawnAt !== null,
            office: last.office === null ? null : { office: last.office },
          }
        : null,
    spans: spansOfPerson(db, person.id, now).map((row) => shownSpan(db, row, now)),
  };
}

export function shownSpan(db: Db, row: Assignment, now: Moment): ShownSpan {
  return {
    held: nameOfPost(db, row),
    from: row.fromAt <= now ? null : localDate(row.fromAt),
    until: row.untilAt === null ? null : lastDayOf(row.untilAt),
    acting: row.acting,
    inPlaceOf: row.inPlaceOf === null ? null : (personById(db, row.inPlaceOf)?.name ?? null),
    contractEndsOn: row.contractEndsOn,
  };
}
