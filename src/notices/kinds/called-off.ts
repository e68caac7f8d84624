import type { Post } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import { isEnrolled, personById } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Span } from '../../domain/spans.ts';
import * as texts from '../../texts/people/assign.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';
import { spanWords } from '../span-words.ts';

/** A planned assignment will not take place. It is deleted, so the notice refers to no row. */
export const calledOff: NoticeKind<never> = { name: 'calledOff', about: [], to: 'responsible' };

export function notifyCalledOff(
  db: Db,
  of: {
    readonly held: Post;
    /** The deleted span. */
    readonly span: Span;
    /** The time that the text names: that of an *encargo*, not that of the return from it. */
    readonly named: Span;
    /** Whether they keep the post. */
    readonly stays: boolean;
  },
  now: Moment,
): void {
  const person = personById(db, of.span.personId);
  if (!person || !isEnrolled(person)) return;
  const words = spanWords(db, person, { ...of.held, untilAt: of.named.untilAt }, of.named.fromAt, now);
  const html = texts.calledOff({ ...words, stays: of.stays });
  // The key begins like that of `given`, because stored rows have it so.
  const key = noticeKey('given', of.span.id, person.id, 'off');
  notify(db, calledOff, person, { key, about: {}, message: { html }, now });
}
