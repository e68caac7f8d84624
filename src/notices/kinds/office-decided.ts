import { announce } from '../../db/announce.ts';
import type { OfficeChange } from '../../db/office-changes.ts';
import type { Db } from '../../db/open.ts';
import { type EnrolledPerson, isEnrolled, personById } from '../../db/people.ts';
import { roleOf } from '../../db/post-name.ts';
import type { OfficeChangeOutcome } from '../../db/schema/index.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { welcome } from '../../texts/enrolment/enrolment.ts';
import { nothing } from '../../texts/html.ts';
import { pendingLines } from '../../texts/notices/reminders.ts';
import { accountNotLinked, officeChangeEnded } from '../../texts/people/office-changes.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify, type Recipient } from '../notify.ts';
import { officeChangeWords } from '../office-change-words.ts';
import { remindedCuts } from '../reminded-cuts.ts';
import { formerAccount } from './former-account.ts';

/**
 * How a change of an office ended. Goes to the person who asked, to the one who waits for it, and to the holder who was
 * asked to give it up.
 */
export const officeDecided: NoticeKind<'officeChangeId'> = {
  name: 'officeDecided',
  about: ['officeChangeId'],
  to: 'responsible',
};

/** @param change as it was while it waited, with its account */
export function notifyOfficeDecided(
  db: Db,
  change: OfficeChange,
  of: {
    readonly outcome: OfficeChangeOutcome;
    readonly by: number | null;
    /** The people whose office it still is. */
    readonly own: readonly EnrolledPerson[];
  },
  now: Moment,
): void {
  const by = of.by === null ? null : (personById(db, of.by)?.name ?? null);
  const tell = (to: Recipient, html: Html) => {
    const key = noticeKey('officeDecided', change.id, to.id);
    notify(db, officeDecided, to, { key, about: { officeChangeId: change.id }, message: { html }, now });
  };
  const html = officeChangeEnded(officeChangeWords(db, change, now), of.outcome, by);
  const asker = personById(db, change.askedBy);
  const told = new Set([of.by]);
  if (asker && isEnrolled(asker) && !told.has(asker.id)) tell(asker, html);
  told.add(change.askedBy);
  if (of.outcome !== 'agreed') for (const each of of.own) if (!told.has(each.id)) tell(each, html);
  const waiting = change.invitationId === null ? undefined : personById(db, change.personId);
  if (change.kind === 'holder' && of.outcome !== 'agreed' && waiting && isEnrolled(waiting))
    tell(waiting, html);
  if (change.kind === 'account') tellAccount(db, change, of.outcome, now);
}

/** Welcomes the account that waited, or tells it that it was not linked and is not kept. */
function tellAccount(db: Db, change: OfficeChange, outcome: OfficeChangeOutcome, now: Moment): void {
  const { account, personId } = change;
  if (account === null) return;
  const person = personById(db, personId);
  if (outcome === 'agreed' && person && isEnrolled(person)) {
    const pending = remindedCuts(pendingTasksOf(db, personId, now), now);
    const html = welcome({
      name: person.name,
      role: roleOf(db, personId, now),
      awaited: nothing,
      pending: pendingLines(pending, localDate(now)),
    });
    const key = noticeKey('officeDecided', change.id, personId, 'linked');
    notify(db, officeDecided, person, { key, about: { officeChangeId: change.id }, message: { html }, now });
    return;
  }
  const to = { chatId: account, personId: null };
  announce(db, to, {
    kind: 'notice',
    notice: formerAccount.name,
    key: null,
    variant: 'notLinked',
    message: { html: accountNotLinked(outcome) },
    now,
  });
}
