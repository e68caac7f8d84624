import type { OutboxRow } from '../db/outbox-rows.ts';
import type { NoticeKind } from './kind.ts';
import { accepted } from './kinds/accepted.ts';
import { again } from './kinds/again.ts';
import { appointed } from './kinds/appointed.ts';
import { assigned } from './kinds/assigned.ts';
import { calledOff } from './kinds/called-off.ts';
import { changed } from './kinds/changed.ts';
import { closed } from './kinds/closed.ts';
import { confirmAgain } from './kinds/confirm-again.ts';
import { contract } from './kinds/contract.ts';
import { corrected } from './kinds/corrected.ts';
import { decided } from './kinds/decided.ts';
import { declined } from './kinds/declined.ts';
import { digest } from './kinds/digest.ts';
import { excluded } from './kinds/excluded.ts';
import { formerAccount } from './kinds/former-account.ts';
import { formerUndone } from './kinds/former-undone.ts';
import { given } from './kinds/given.ts';
import { included } from './kinds/included.ts';
import { joined } from './kinds/joined.ts';
import { left } from './kinds/left.ts';
import { moved } from './kinds/moved.ts';
import { nextYear } from './kinds/next-year.ts';
import { notEffective } from './kinds/not-effective.ts';
import { officeAsked } from './kinds/office-asked.ts';
import { officeDecided } from './kinds/office-decided.ts';
import { officeMoving } from './kinds/office-moving.ts';
import { officeWaits } from './kinds/office-waits.ts';
import { planChangeAsked } from './kinds/plan-change-asked.ts';
import { planChangeDecided } from './kinds/plan-change-decided.ts';
import { presented } from './kinds/presented.ts';
import { presentedFile } from './kinds/presented-file.ts';
import { received } from './kinds/received.ts';
import { reminder } from './kinds/reminder.ts';
import { renamed } from './kinds/renamed.ts';
import { reopened } from './kinds/reopened.ts';
import { reported } from './kinds/reported.ts';
import { rival } from './kinds/rival.ts';
import { summary } from './kinds/summary.ts';
import { summaryFile } from './kinds/summary-file.ts';
import { toVerify } from './kinds/to-verify.ts';
import { together } from './kinds/together.ts';
import { unappointed } from './kinds/unappointed.ts';
import { undone } from './kinds/undone.ts';
import { vacant } from './kinds/vacant.ts';
import { verified } from './kinds/verified.ts';
import { voided } from './kinds/voided.ts';
import { withoutApproval } from './kinds/without-approval.ts';

/**
 * Every kind of notice, one file each. A new kind is a new file of `kinds` (its name, the rest of
 * `NoticeKind` where it differs from the default, and a function `notify…` that the act calls) and a line
 * here.
 */
export const noticeKinds: readonly NoticeKind[] = [
  // by the calendar, or by what the bot notices
  reminder,
  summary,
  summaryFile,
  digest,
  vacant,
  contract,
  toVerify,
  again,
  rival,
  together,
  // acts on reports and cuts
  reported,
  corrected,
  voided,
  verified,
  notEffective,
  reopened,
  closed,
  moved,
  included,
  excluded,
  received,
  // approval
  presented,
  presentedFile,
  decided,
  changed,
  withoutApproval,
  // the plan itself
  planChangeAsked,
  planChangeDecided,
  nextYear,
  // assignments
  assigned,
  given,
  calledOff,
  appointed,
  unappointed,
  undone,
  renamed,
  officeAsked,
  officeMoving,
  officeDecided,
  officeWaits,
  // accounts
  accepted,
  confirmAgain,
  declined,
  joined,
  left,
  formerAccount,
  formerUndone,
];

const byName: ReadonlyMap<string | null, NoticeKind> = new Map(noticeKinds.map((kind) => [kind.name, kind]));

/** The kind of a row; undefined for an answer to a person, and for a kind that no longer exists. */
export function kindOf(row: Pick<OutboxRow, 'notice'>): NoticeKind | undefined {
  return byName.get(row.notice);
}
