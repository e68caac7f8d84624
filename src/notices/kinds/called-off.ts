import type { Post } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import { isEnrolled, personById } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Span } from '../../domain/spans.ts';
import * as texts from '../../texts/people/assign.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';
import { spanWords } from '../span-words.ts';

/** Something planned for a person will not be. Its assignment is gone, so it is about none. */
export const calledOff: NoticeKind<never> = { name: 'calledOff', about: [], to: 'responsible' };

export function notifyCalledOff(
  db: Db,
  of: {
    readonly held: Post;
    /** What is gone. */
    readonly span: Span;
    /** The time that is named: of an *encargo*, not of the return from it. */
    readonly named: Span;
    /** They go on holding it. */
    readonly stays: boolean;
  },
  now: Moment,
): void {
  const person = personById(db, of.span.personId);
  if (!person || !isEnrolled(person)) return;
  const words = spanWords(db, person, { ...of.held, untilAt: of.named.untilAt }, of.named.fromAt, now);
  const html = texts.calledOff({ ...words, stays: of.stays });
  // Its beginning is that of `given`, as stored rows have it.
  const key = noticeKey('given', of.span.id, person.id, 'off');
  notify(db, calledOff, person, { key, about: {}, message: { html }, now });
}
