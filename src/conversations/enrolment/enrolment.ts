import { linkInvited, tellOfLinked } from '../../actions/link-invited.ts';
import { noteAppointment } from '../../actions/note-appointment.ts';
import { askOfficeChange, officesOf } from '../../actions/office-change.ts';
import { guardOf } from '../../actions/office-guard.ts';
import { officeWaiting } from '../../actions/offices-waiting.ts';
import {
  declineInvitation,
  type Invitation,
  invitationById,
  invitationOfToken,
  isValid,
  spendInvitation,
} from '../../db/invitations.ts';
import { awaitedOffice } from '../../db/invited-office.ts';
import { type Addressee, answer, change } from '../../db/outbox.ts';
import { holdingsOf, type Person, personById, personOfAccount } from '../../db/people.ts';
import { allPlans } from '../../db/plans.ts';
import { roleOf } from '../../db/post-name.ts';
import type { Office } from '../../db/schema/index.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import { countAsReminder } from '../../notices/count-as-reminder.ts';
import { notifyDeclined } from '../../notices/kinds/declined.ts';
import { remindedCuts } from '../../notices/reminded-cuts.ts';
import * as texts from '../../texts/enrolment/enrolment.ts';
import { nothing } from '../../texts/html.ts';
import { pendingLines } from '../../texts/notices/reminders.ts';
import { accountRefused, accountWaits } from '../../texts/people/office-changes.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { properName } from '../../texts/words/names.ts';
import { firstSteps, isBeginning } from '../beginning/first-steps.ts';
import { whatOfficeAwaits } from '../people/offices-waiting.ts';
import type { Visitor } from '../turn.ts';
import { isProof, mayOpen, noteRefused, proofOf } from './strangers.ts';

/** Opening an invitation spends nothing: it shows who invites to what and asks for consent. */
export function openInvitation(visitor: Visitor, token: string): void {
  const { db, context, now, account } = visitor;
  if (!mayOpen(visitor)) return noteRefused(visitor, { invitation: 'tooMany' });
  const found = invitationOfToken(db, token);
  const invited = found ? personById(db, found.personId) : undefined;
  const known = personOfAccount(db, account.userId);
  if (!found || !invited) {
    noteRefused(visitor, { invitation: 'wrong' });
    return tell(visitor, { html: texts.invitationRefused.wrong });
  }
  if (known?.id === invited.id) return tell(visitor, { html: texts.alreadyEnrolled(known.name) });
  const refused = refusal(found, now);
  if (refused || known) {
    noteRefused(visitor, { invitation: refused ?? 'otherPerson' });
    return tell(visitor, { html: texts.invitationRefused[refused ?? 'otherPerson'] });
  }
  const proof = proofOf(context, found.id, account.userId);
  const data = (answer: 'yes' | 'no') => writeButton({ to: 'enrol', invitationId: found.id, answer, proof });
  tell(visitor, {
    html: notice(visitor, found, invited),
    keyboard: [
      [
        { text: texts.enrolButtons.yes, data: data('yes') },
        { text: texts.enrolButtons.no, data: data('no') },
      ],
    ],
  });
}

/** *Autorizo* enrols and spends the invitation; *No autorizo* leaves it valid and keeps no account. */
export function tapEnrol(
  visitor: Visitor,
  tapped: { readonly invitationId: number; readonly answer: 'yes' | 'no'; readonly proof: string },
  tappedRow: number | null,
): void {
  const { db, context, now, account } = visitor;
  if (!isProof(tapped.proof, proofOf(context, tapped.invitationId, account.userId)))
    return noteRefused(visitor, { invitation: 'forged' });
  const found = invitationById(db, tapped.invitationId);
  const invited = found ? personById(db, found.personId) : undefined;
  if (!found || !invited) return;
  const known = personOfAccount(db, account.userId);
  if (known?.id === invited.id) return tell(visitor, { html: texts.alreadyEnrolled(known.name) });
  const refused = refusal(found, now);
  if (refused || known) {
    if (!mayOpen(visitor)) return noteRefused(visitor, { invitation: 'tooMany' });
    return reply(visitor, tappedRow, { html: texts.invitationRefused[refused ?? 'otherPerson'] });
  }
  if (tapped.answer === 'no') return decline(visitor, found, invited, tappedRow);
  enrol(visitor, found, invited, tappedRow);
}

/** *No autorizo* said again on the same day is answered, and neither told nor put on record again. */
function decline(visitor: Visitor, found: Invitation, invited: Person, tappedRow: number | null): void {
  const { db, now } = visitor;
  const isSaid = found.declinedAt !== null && localDate(found.declinedAt) === localDate(now);
  if (isSaid && !mayOpen(visitor)) return noteRefused(visitor, { invitation: 'tooMany' });
  reply(visitor, tappedRow, { html: texts.declined(holdingsOf(db, invited.id, now).positions.length > 0) });
  if (isSaid) return;
  declineInvitation(db, found.id, now);
  notifyDeclined(db, found, invited, now);
}

/**
 * Lets a person wait for a yes who opened a coordinator's invitation for the holder of an office (specification:
 * Guarded offices). @returns whether the conversation ends here
 */
function guarded(visitor: Visitor, found: Invitation, invited: Person, tappedRow: number | null): boolean {
  const { db, now, account } = visitor;
  const offices = officesOf(db, invited.id, now);
  if (found.createdBy === null || offices.length === 0) return false;
  const askedBy = found.createdBy;
  const guard = guardOf(db, { kind: 'account', askedBy, personId: invited.id, instead: [] }, offices, now);
  if (guard.needs === 'nothing') {
    for (const office of offices) noteAppointment(db, { personId: invited.id, office, by: askedBy }, now);
    return false;
  }
  if (guard.needs === 'operator') {
    reply(visitor, tappedRow, { html: accountRefused.operator });
    return true;
  }
  const asked = askOfficeChange(
    db,
    {
      kind: 'account',
      askedBy,
      personId: invited.id,
      enrolledAt: invited.enrolledAt,
      invitationId: found.id,
      account: account.userId,
      accountName: account.name,
      consentVersion: texts.noticeVersion,
    },
    guard.of,
    now,
  );
  if (asked.ok) spendInvitation(db, found.id, now);
  reply(visitor, tappedRow, {
    html: asked.ok ? accountWaits(invited.name, asked.change.expiresAt) : accountRefused.refusedLately,
  });
  return true;
}

function enrol(visitor: Visitor, found: Invitation, invited: Person, tappedRow: number | null): void {
  const { db, now, account } = visitor;
  if (guarded(visitor, found, invited, tappedRow)) return;
  linkInvited(db, found, invited, { account, consentVersion: texts.noticeVersion }, now);
  const role = roleOf(db, invited.id, now);
  const waiting = officeWaiting(db, found.id, now);
  const pending = remindedCuts(pendingTasksOf(db, invited.id, now), now);
  const report = [[{ text: buttons.report, data: writeButton({ to: 'report' }) }]];
  reply(visitor, tappedRow, {
    html: texts.welcome({
      name: invited.name,
      role,
      awaited: waiting ? whatOfficeAwaits(waiting) : nothing,
      pending: pendingLines(pending, localDate(now)),
    }),
    keyboard: pending.length > 0 ? report : undefined,
  });
  if (pending.length > 0) countAsReminder(db, invited.id, localDate(now), now, null);
  if (role.offices.includes('coordinator') && isBeginning(db, now)) tell(visitor, firstSteps(db, now));
  tellOfLinked(db, found, invited, account.name, now);
}

function invitedRole(role: ReturnType<typeof roleOf>, office: Office | null): ReturnType<typeof roleOf> {
  return office === null ? role : { ...role, offices: [...role.offices, office] };
}

function notice(visitor: Visitor, found: Invitation, invited: Person) {
  const { db, context, now } = visitor;
  const plans = allPlans(db);
  const plan = plans.at(-1) ?? null;
  return texts.invitationNotice({
    now,
    name: invited.name,
    entity: context.entityName ?? properName(plan?.entity ?? 'entidad'),
    plan: plans.length === 1 ? plan : null,
    role: invitedRole(roleOf(db, invited.id, now), awaitedOffice(db, found, now)),
    contact: context.dataContact,
  });
}

function refusal(found: Invitation, now: Moment): 'used' | 'withdrawn' | 'expired' | undefined {
  if (isValid(found, now)) return undefined;
  if (found.usedAt !== null) return 'used';
  return found.withdrawnAt === null ? 'expired' : 'withdrawn';
}

function tell(visitor: Visitor, message: Message): void {
  answer(visitor.db, addressee(visitor), message, visitor.now);
}

function reply(visitor: Visitor, tappedRow: number | null, message: Message): void {
  if (tappedRow === null) tell(visitor, message);
  else change(visitor.db, tappedRow, message, visitor.now);
}

function addressee(visitor: Visitor): Addressee {
  return {
    chatId: visitor.chatId,
    personId: personOfAccount(visitor.db, visitor.account.userId)?.id ?? null,
  };
}
