import { createHmac, timingSafeEqual } from 'node:crypto';
import { withdrawToken } from '../../db/invitations.ts';
import { answer } from '../../db/outbox.ts';
import { personOfAccount } from '../../db/people.ts';
import { countStranger, recordRefusedAccess } from '../../db/refused-access.ts';
import { mayOpenInvitation, shouldRefuse } from '../../db/strangers.ts';
import { bareWords } from '../../domain/answers/yes-or-no.ts';
import type { Event } from '../../domain/events.ts';
import { tokensPosted } from '../../domain/posted-tokens.ts';
import * as texts from '../../texts/enrolment/enrolment.ts';
import type { BotContext, Visitor } from '../turn.ts';

/** A person who types *Autorizo* has an invitation before them, but only its button counts. */
export function answerStranger(visitor: Visitor, text: string): void {
  const said = bareWords(text);
  if (said !== 'autorizo' && said !== 'no autorizo') return refuse(visitor);
  if (!mayOpen(visitor)) return;
  answer(
    visitor.db,
    { chatId: visitor.chatId, personId: null },
    { html: texts.tapToAuthorise() },
    visitor.now,
  );
}

/** One courteous refusal that reveals nothing, at most once in 24 hours. */
function refuse(visitor: Visitor): void {
  countStranger(visitor.db, visitor.now);
  if (!shouldRefuse(visitor.db, hashOf(visitor.context, visitor.account.userId), visitor.now)) return;
  answer(visitor.db, { chatId: visitor.chatId, personId: null }, { html: texts.stranger() }, visitor.now);
}

/** An invitation that is not this account's: on record for somebody enrolled, else one more in the day's count. */
export function noteRefused(visitor: Visitor, tried: { readonly invitation: string }): void {
  const person = personOfAccount(visitor.db, visitor.account.userId);
  if (person) recordRefusedAccess(visitor.db, person.id, tried, visitor.now);
  else countStranger(visitor.db, visitor.now);
}

/** Whether an opened invitation may be answered: 10 an hour for each account. */
export function mayOpen(visitor: Visitor): boolean {
  return mayOpenInvitation(visitor.db, hashOf(visitor.context, visitor.account.userId), visitor.now);
}

/**
 * In a group or channel: an invitation posted there is withdrawn, however it stands there; a command gets, once a day,
 * the request to write in private.
 */
export function answerGroup(visitor: Visitor, said: Extract<Event, { kind: 'group' }>): void {
  const to = { chatId: visitor.chatId, personId: null };
  const tokens = new Set(said.posted.flatMap(tokensPosted));
  const withdrawn = [...tokens].filter((token) => withdrawToken(visitor.db, token, visitor.now));
  if (withdrawn.length > 0) {
    answer(visitor.db, to, { html: texts.invitationPosted(said.inChannel) }, visitor.now);
    return;
  }
  if (
    said.command === null ||
    !shouldRefuse(visitor.db, hashOf(visitor.context, visitor.chatId), visitor.now)
  )
    return;
  answer(visitor.db, to, { html: texts.writeInPrivate(visitor.context.username) }, visitor.now);
}

/** Ties a button of an invitation to the one account it was shown to: nobody enrols by guessing a number. */
export function proofOf(context: BotContext, invitationId: number, userId: number): string {
  return createHmac('sha256', context.secret)
    .update(`enrol:${invitationId}:${userId}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}

/** Compares in constant time. */
export function isProof(given: string, right: string): boolean {
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));
}

function hashOf(context: BotContext, id: number): string {
  return createHmac('sha256', context.secret).update(`stranger:${id}`).digest('hex');
}

/**
 * The invitation token a text carries: `/start TOKEN`, a link to this bot with `start=TOKEN`, or the bare
 * token (some clients lose it on the way, so it can be pasted). Links elsewhere are none of ours.
 */
export function tokenIn(text: string, { username }: Pick<BotContext, 'username'>): string | null {
  const found =
    /^\/start(?:@\w+)?\s+([A-Za-z0-9_-]{1,64})\s*$/.exec(text)?.[1] ??
    tokenInLink(text, username) ??
    /^\s*([A-Za-z0-9_-]{22})\s*$/.exec(text)?.[1];
  return found ?? null;
}

const LINK_PARTS =
  /(?:\bt(?:elegram)?\.me\/|tg:\/\/resolve\?domain=)(\w+)|[?&]start=([A-Za-z0-9_-]{1,64})|\s/gi;

/**
 * The token of the first link to this bot. One pass: a stranger writes 4,096 letters of their choice.
 * @param username null, before the first `getMe`: a link to any bot may be ours
 */
function tokenInLink(text: string, username: string | null): string | undefined {
  let bot: string | undefined;
  for (const [, named, token] of text.matchAll(LINK_PARTS)) {
    if (token === undefined) bot = named?.toLowerCase();
    else if (bot !== undefined && (username === null || bot === username.toLowerCase())) return token;
  }
  return undefined;
}
