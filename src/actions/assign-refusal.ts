import type { Post } from '../db/assignments.ts';
import type { Db } from '../db/open.ts';
import { personById } from '../db/people.ts';
import { nameOfPost } from '../db/post-name.ts';
import { type LocalDate, localDate, type Moment } from '../domain/dates.ts';
import type { Span } from '../domain/spans.ts';
import { lastDayOf, postName } from '../texts/people/assign.ts';
import { assignRefusals } from '../texts/people/assign-refusals.ts';
import type { AssignRefusal } from './assign.ts';

/** Explains a refusal to the chat and the command line: a clause without its full stop. */
export function describeAssignRefusal(db: Db, held: Post, refusal: AssignRefusal, now: Moment): string {
  const what = `«${postName(nameOfPost(db, held))}»`;
  const name = (id: number) => personById(db, id)?.name ?? '';
  switch (refusal.why) {
    case 'alreadyHolds':
    case 'held':
      return assignRefusals[refusal.why](
        name(refusal.span.personId),
        what,
        fromOf(refusal.span, now),
        untilOf(refusal.span),
      );
    case 'notHolder':
      return assignRefusals.notHolder(name(refusal.personId), what);
    case 'endsBefore':
      return assignRefusals.endsBefore(
        name(refusal.span.personId),
        what,
        untilOf(refusal.span) ?? localDate(now),
      );
    case 'insteadOfWhom':
      return assignRefusals.insteadOfWhom(refusal.personIds.map(name), what);
    case 'past':
      return assignRefusals.past(refusal.date, refusal.today);
    case 'inverted':
      return assignRefusals.inverted(refusal.from, refusal.until);
    case 'tooFar':
      return assignRefusals.tooFar(refusal.date);
    case 'over':
    case 'lastCoordinator':
      return assignRefusals[refusal.why];
  }
}

/** Null: it has begun. */
function fromOf(span: Span, now: Moment): LocalDate | null {
  return span.fromAt <= now ? null : localDate(span.fromAt);
}

function untilOf(span: Span): LocalDate | null {
  return span.untilAt === null ? null : lastDayOf(span.untilAt);
}
