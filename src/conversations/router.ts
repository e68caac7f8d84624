import { invitationOfToken } from '../db/invitations.ts';
import type { Db } from '../db/open.ts';
import { answerTap } from '../db/outbox.ts';
import { rowOfMessage } from '../db/outbox-rows.ts';
import { type EnrolledPerson, markHeard, markUnreachable, personOfAccount } from '../db/people.ts';
import { rememberMessage } from '../db/received.ts';
import { countStranger, recordRefusedAccess } from '../db/refused-access.ts';
import { type ButtonData, readButton } from '../domain/buttons.ts';
import type { Moment } from '../domain/dates.ts';
import type { Event } from '../domain/events.ts';
import { together } from '../notices/kinds/together.ts';
import { forwardedIsNoEvidence } from '../texts/reporting/evidence.ts';
import { forwardedIsNoAnswer, onlyTextPlease } from '../texts/reporting/reporting.ts';
import { mayNow } from './allowed.ts';
import { answerCommand } from './commands.ts';
import { reopenInWords } from './cuts/reopen-in-words.ts';
import { openInvitation, tapEnrol } from './enrolment/enrolment.ts';
import { answerGroup, answerStranger, tokenIn } from './enrolment/strangers.ts';
import { isForm, receiveForm, refusePhoto } from './importing/importing.ts';
import { answerInWords } from './open-question.ts';
import { remindInWords } from './pending/remind-in-words.ts';
import { inviteUnasked } from './people/inviting.ts';
import { sayOnce } from './reporting/evidence/say-once.ts';
import { takeEdit } from './reporting/incoming/edited-text.ts';
import { takeFile } from './reporting/incoming/file.ts';
import { decideInWords } from './review/decide-in-words.ts';
import { actOnTap } from './taps.ts';
import { type BotContext, say, type Turn, type Visitor } from './turn.ts';
import { tapTypedLabel } from './typed-label.ts';
import { runInWords } from './wanted-in-words.ts';

type In<Kind extends Event['kind']> = Extract<Event, { kind: Kind }>;

/**
 * One act of one person, on the open transaction: finds who it is and hands it to the conversation it
 * belongs to. Writes state and replies; calls nothing outside.
 */
export function handle(db: Db, context: BotContext, event: Event, now: Moment): void {
  const visitor: Visitor = { db, context, now, account: event.from, chatId: event.chatId };
  const person = personOfAccount(db, event.from.userId);
  switch (event.kind) {
    case 'membership':
      if (event.blocked) markUnreachable(db, event.from.userId, now, 'blocked');
      else if (person) markHeard(db, person, event.moment, false);
      return;
    case 'group':
      answerGroup(visitor, event);
      return;
    case 'tap':
      tap(visitor, person, event);
      return;
    case 'edited':
      if (person) takeEdit(turnOf(visitor, person, event), event.messageId, event.text);
      return;
    case 'text':
    case 'file':
    case 'otherContent':
      message(visitor, person, event);
      return;
  }
}

/** What a text may be before it is the answer to what is asked, in this order. */
const inWords: readonly ((turn: Turn, text: string) => boolean)[] = [
  decideInWords,
  inviteUnasked,
  reopenInWords,
  remindInWords,
  tapTypedLabel,
  runInWords,
];

function message(
  visitor: Visitor,
  person: EnrolledPerson | undefined,
  event: In<'text' | 'file' | 'otherContent'>,
): void {
  const { db, chatId } = visitor;
  const text = event.kind === 'text' ? event.text : event.kind === 'file' ? (event.caption ?? '') : '';
  const token = event.kind === 'text' ? tokenIn(text, visitor.context) : null;
  if (!person) {
    if (token === null) answerStranger(visitor, text);
    else openInvitation(visitor, token);
    return;
  }
  const { messageId } = event;
  const mediaGroupId = event.kind === 'file' ? event.mediaGroupId : null;
  if (!rememberMessage(db, { chatId, messageId, text, at: visitor.now, mediaGroupId })) return;
  const turn = turnOf(visitor, person, event);
  markHeard(db, person, event.moment, true);
  if (token !== null && (text.includes('start') || invitationOfToken(db, token)))
    openInvitation(visitor, token);
  else if (event.forwarded && event.kind === 'file') sayOnce(turn, { html: forwardedIsNoEvidence() });
  else if (event.forwarded) say(turn, { html: forwardedIsNoAnswer() });
  else if (event.kind === 'otherContent') say(turn, { html: onlyTextPlease() });
  else if (event.kind === 'file') receiveAnyFile(turn, event);
  else if (text.startsWith('/')) answerCommand(turn, text);
  else if (!inWords.some((take) => take(turn, text))) answerInWords(turn, text);
}

/**
 * Every tap is answered once, whatever it was; what we never put on a button does nothing. It may have enrolled
 * this account, or ended it.
 */
function tap(visitor: Visitor, person: EnrolledPerson | undefined, event: In<'tap'>): void {
  const { db, chatId, now } = visitor;
  const button = readButton(event.data);
  if (!button && person) recordRefusedAccess(db, person.id, { button: 'unknown' }, now);
  const toast = button ? act(visitor, person, event, button) : undefined;
  const personId = personOfAccount(db, event.from.userId)?.id ?? null;
  answerTap(db, { chatId, personId }, event.queryId, toast, now);
}

function act(
  visitor: Visitor,
  person: EnrolledPerson | undefined,
  event: In<'tap'>,
  button: ButtonData,
): string | undefined {
  const { db, chatId } = visitor;
  const tapped = event.messageId === null ? undefined : rowOfMessage(db, chatId, event.messageId);
  // A message of several news stays as it is: the buttons of the others are still needed.
  const tappedRow = tapped === undefined || tapped.notice === together.name ? null : tapped.id;
  if (person) markHeard(db, person, event.moment, false);
  if (button.to === 'enrol') {
    tapEnrol(visitor, button, tappedRow);
    return undefined;
  }
  if (person) return actOnTap({ ...turnOf(visitor, person, event), tappedRow }, button);
  countStranger(db, visitor.now);
  return undefined;
}

function turnOf(visitor: Visitor, person: EnrolledPerson, event: Event): Turn {
  const { db, context, now, chatId } = visitor;
  const messageId = 'messageId' in event && event.kind !== 'tap' ? event.messageId : null;
  const repliesTo = event.kind === 'text' || event.kind === 'file' ? event.repliesTo : null;
  return { db, context, now, moment: event.moment, person, chatId, messageId, repliesTo, tappedRow: null };
}

/** A form when a coordinator sends one, else evidence. */
function receiveAnyFile(turn: Turn, sent: In<'file'>): void {
  if (mayNow(turn, 'importPlan') && isForm(turn, sent)) receiveForm(turn, sent);
  else if (!refusePhoto(turn, sent)) takeFile(turn, sent);
}
