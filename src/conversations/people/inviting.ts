import { z } from 'zod';
import { inviteMany, type LinePlan, type LineToDo, planInvitations } from '../../actions/invite-many.ts';
import { readMeta } from '../../db/meta.ts';
import { allPositions } from '../../db/people.ts';
import { PEOPLE } from '../../domain/constants.ts';
import type { Keyboard } from '../../domain/events.ts';
import { isInvitationList, readInvitations } from '../../domain/invitation-lines.ts';
import { comparable } from '../../domain/outside-text.ts';
import { splitAtLines } from '../../summary/split-at-lines.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { linkButtons, noUsername } from '../../texts/people/invite.ts';
import * as texts from '../../texts/people/inviting.ts';
import { mayNow } from '../allowed.ts';
import { leadingOn } from '../beginning/first-steps.ts';
import { askedNow, isDeciding } from '../dialogs/asked-now.ts';
import { askStep, type Dialog } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { say, sayAfterTap, type Turn } from '../turn.ts';
import { newGiving } from './giving-data.ts';
import { ask as askGiving } from './giving-steps.ts';
import { requestPages } from './invitation-pages.ts';
import { requestQr } from './invite-picture.ts';

const data = z.object({
  text: z.string(),
  /** What the preview showed, to know whether it is still so. */
  shown: z.string(),
});

/** `/invitar` with words after it: one person or many. In doubt, about one person, the screens ask. */
export function inviteWritten(turn: Turn, text: string): void {
  const plans = planInvitations(turn.db, text, turn.now);
  if (plans.some(({ does }) => does !== 'nothing')) return ask(turn, text, plans, false);
  const unclear = unclearOf(plans);
  const [only, another] = unclear;
  if (another) say(turn, { html: texts.nothingUnderstood(unclear) });
  else askGiving(turn, newGiving('invite'), only && texts.lineNotUnderstood(only));
}

/** A list in the place of the answer to *¿A qué cargo invita?*. @returns false when it is none */
export function inviteInstead(turn: Turn, text: string): boolean {
  const list = readInvitations(text, allPositions(turn.db));
  if (list.lines.length < 2 && !isInvitationList(list)) return false;
  inviteWritten(turn, text);
  return true;
}

/** Looked for first, because every answer of everybody passes here. */
const MAY_BE_LIST = /[\t\n:;|–—-]|^\s*(?:quiero )?inv/iu;

/**
 * A list that nothing asked for, of somebody who may invite. While something else is asked only *invitar …* is taken, and an
 * administrative question takes it for its answer. @returns false when it is none
 */
export function inviteUnasked(turn: Turn, text: string): boolean {
  if (!MAY_BE_LIST.test(text) || !mayNow(turn, 'enrol')) return false;
  if (isDeciding(turn)) return false;
  const list = readInvitations(text, allPositions(turn.db));
  if (!isInvitationList(list) || (askedNow(turn) && !list.asked)) return false;
  inviteWritten(turn, text);
  return true;
}

export const invitingDialog: Dialog<'inviting'> = {
  needs: 'assign',
  hint: () => texts.buttonOrList,
  answer: (turn, stored, said) => {
    const { text, shown } = data.parse(stored);
    if (said.by === 'typed') return inviteInstead(turn, said.text);
    if (said.answer === 'no') {
      finishStep(turn, { html: nothingChanged() });
      return true;
    }
    const plans = planInvitations(turn.db, text, turn.now);
    if (seenOf(plans) === shown) leadingOn(turn, () => inviteNow(turn, plans, said.answer === 'pages'));
    else if (plans.some(({ does }) => does !== 'nothing')) ask(turn, text, plans, true);
    else finishStep(turn, { html: texts.nothingUnderstood(unclearOf(plans)) });
    return true;
  },
};

function ask(turn: Turn, text: string, plans: readonly LinePlan[], changed: boolean): void {
  const people = new Set(
    plans.flatMap((plan) =>
      plan.does === 'link' || plan.does === 'giveAndLink' ? comparable(plan.name) : [],
    ),
  ).size;
  const messages = splitAtLines(
    texts.invitationsPreview({
      people,
      todo: plans.flatMap((plan) => (plan.does === 'nothing' ? [] : shownLine(plan))),
      unclear: unclearOf(plans),
      expiresAt: turn.now + PEOPLE.invitationDays * 24 * 3_600_000,
      changed,
    }),
  );
  const last = messages.at(-1);
  if (last === undefined) return;
  for (const html of messages.slice(0, -1)) sayAfterTap(turn, { html });
  const then = messages.length > 1 ? { ...turn, tappedRow: null } : turn;
  askStep(then, { dialog: 'inviting', data: { text, shown: seenOf(plans) } }, (button) => ({
    html: last,
    keyboard: [
      [button(people === 0 ? texts.invitingButtons.give : texts.invitingButtons.yes(people), 'yes')],
      ...(people === 0 ? [] : [[button(texts.invitingButtons.pages, 'pages')]]),
      [button(texts.invitingButtons.leave, 'no')],
    ],
  }));
}

/** What a preview says, to compare: not when the person who is replaced last wrote. */
function seenOf(plans: readonly LinePlan[]): string {
  return JSON.stringify(
    plans.map((plan) =>
      plan.does === 'nothing'
        ? plan
        : {
            ...plan,
            position: plan.position.id,
            replaces: plan.replaces && [plan.replaces.id, plan.replaces.name],
          },
    ),
  );
}

function shownLine({ position, personId, replaces, ...plan }: LineToDo): texts.ShownLine {
  return { ...plan, position: position.name, known: personId !== null, replaces: replaces?.name ?? null };
}

function unclearOf(plans: readonly LinePlan[]): readonly texts.UnclearLine[] {
  return plans.flatMap((plan) => (plan.does === 'nothing' ? { text: plan.text, why: plan.why } : []));
}

/** A text to forward for each person, then what to do with them. */
function inviteNow(turn: Turn, plans: readonly LinePlan[], pages: boolean): void {
  const { db, now, chatId } = turn;
  const botUsername = turn.context.username ?? readMeta(db, 'botUsername');
  if (botUsername === undefined) return finishStep(turn, { html: noUsername() });
  const { links, given } = inviteMany(db, plans, { by: turn.person.id, botUsername }, now);
  const calledBy = texts.calledOf(links.map(({ person }) => person.name));
  for (const { person, link, expiresAt } of links) {
    const of = { called: calledBy(person.name), link, expiresAt, now, reports: true };
    sayAfterTap(turn, { html: texts.textToForward(of), copy: texts.copyOf(of), forget: true });
  }
  const [first] = links;
  const to = { personId: turn.person.id, chatId };
  if (pages) requestPages(turn, links);
  else if (first && links.length === 1)
    requestQr(db, { link: first.link, invitationId: first.invitationId, ...to }, now);
  finishStep(links.length === 0 ? turn : { ...turn, tappedRow: null }, {
    html: texts.invited({
      links: links.map(({ person }) => person.name),
      given: given.map(({ person }) => person.name),
      expiresAt: first?.expiresAt ?? now,
      follows: pages ? 'pages' : links.length === 1 ? 'picture' : null,
    }),
    keyboard: afterwards(links, now),
  });
}

function afterwards(links: readonly { readonly person: { readonly id: number } }[], now: number): Keyboard {
  const [only, another] = links;
  if (!only) return [];
  if (another)
    return [[screenButton(texts.invitingButtons.withdrawAll, 'unlinkall', { at: now, confirmed: false })]];
  const personId = only.person.id;
  return [
    [screenButton(linkButtons.withdraw, 'unlink', { personId, confirmed: false })],
    [screenButton(linkButtons.person, 'person', { personId, page: null })],
  ];
}
