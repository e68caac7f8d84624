import { type Reminding, remindMissing, whoWouldBeReminded } from '../../actions/remind.ts';
import type { Db } from '../../db/open.ts';
import { rowById } from '../../db/outbox-rows.ts';
import { type EnrolledPerson, isEnrolled } from '../../db/people.ts';
import { hasSeveralPlans, plannedCut } from '../../db/plans.ts';
import { lastRemindedAt } from '../../db/reminder-rows.ts';
import { writeButton } from '../../domain/buttons.ts';
import { localDate } from '../../domain/dates.ts';
import type { Html, Message } from '../../domain/events.ts';
import { splitAtLines } from '../../summary/split-at-lines.ts';
import { nothing, paragraphs } from '../../texts/html.ts';
import * as texts from '../../texts/pending/pending.ts';
import { whyButtons } from '../../texts/pending/why.ts';
import { cutGone } from '../../texts/summary/screens.ts';
import { firstPositions } from '../../texts/summary/summary.ts';
import { planChangesAbove } from '../cuts/asked-changes.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { sayOfficeChanges } from '../people/office-changes.ts';
import { vacantButton } from '../people/vacant.ts';
import { readerOf } from '../summary/reader.ts';
import { withKeyboard } from '../summary/summary-messages.ts';
import { follow, say, type Turn } from '../turn.ts';
import { halfReported, type PendingCut, type PendingNow, pendingNow } from './pending-now.ts';
import { undeliveredButton } from './undelivered.ts';

/** `/pendientes`: what is missing by position and person, and what became of today's reminders. */
export function showPending(turn: Turn): void {
  const pending = pendingNow(turn.db, turn.now);
  sayOfficeChanges(turn);
  const planChanges = planChangesAbove(turn);
  if (planChanges.buttons.length > 0)
    say(turn, { html: planChanges.html, keyboard: planChanges.buttons.map((button) => [button]) });
  if (pending.activities === 0) {
    const { next } = pending;
    say(turn, {
      html: texts.nothingPendingAnywhere(
        next ? { number: next.cut.number, date: next.cut.date, opens: next.window.openingDate } : null,
      ),
      keyboard: remindKeyboard(turn, pending),
    });
    return;
  }
  const several = hasSeveralPlans(turn.db);
  const messages = splitAtLines([
    texts.pendingTitle(pending.moment, pending.activities),
    ...pending.cuts.flatMap((cut) => [nothing, ...cutLines(cut, pending, several)]),
    nothing,
    ...reminderLines(turn.db, pending),
  ]);
  for (const message of withKeyboard(messages, remindKeyboard(turn, pending))) say(turn, message);
}

/**
 * *Recordar a los que faltan*: the first tap says who will get it, when, and who had theirs; the second sends. `cutId`
 * null: everybody with something pending in any cut. A second tap on *Sí, enviar* changes nothing. @returns what the
 * phone shows for a moment, if anything.
 */
export function tapRemind(turn: Turn, cutId: number | null, confirmed: boolean): string | undefined {
  const planned = cutId === null ? null : plannedCut(turn.db, cutId);
  if (planned === undefined) {
    say(turn, { html: cutGone() });
    return undefined;
  }
  const several = hasSeveralPlans(turn.db);
  const where = planned && { plan: several ? planned.plan : null, cut: planned.cut };
  if (confirmed) {
    if (wasAnswered(turn, writeButton({ to: 'remind', cutId, confirmed }))) return texts.alreadyDone;
    const done = remindMissing(turn.db, turn.now, { cutId, personId: null }, turn.person.id);
    const names = namesOfReminding(done, turn);
    follow(turn, {
      html: paragraphs(
        ...(done.queued.length === 0 ? texts.nobodyToRemind(names, where) : texts.reminded(names)),
      ),
    });
    return undefined;
  }
  const would = whoWouldBeReminded(turn.db, turn.now, { cutId, personId: null });
  const names = namesOfReminding(would, turn);
  if (would.queued.length === 0) {
    say(turn, { html: paragraphs(...texts.nobodyToRemind(names, where)) });
    return undefined;
  }
  say(turn, {
    html: paragraphs(...texts.remindQuestion(names)),
    keyboard: [
      [{ text: texts.pendingButtons.confirm, data: writeButton({ to: 'remind', cutId, confirmed: true }) }],
    ],
  });
  return undefined;
}

/** Whether the message whose button was tapped has lost that button since: a first tap was answered. */
export function wasAnswered(turn: Turn, data: string): boolean {
  const row = turn.tappedRow === null ? undefined : rowById(turn.db, turn.tappedRow);
  if (!row?.payload || !('html' in row.payload)) return false;
  return !(row.payload.keyboard ?? []).flat().some((button) => button.data === data);
}

function cutLines(cut: PendingCut, pending: PendingNow, several: boolean): readonly Html[] {
  const { plan, cut: own } = cut.planned;
  return [
    texts.pendingCutTitle({
      plan: several ? plan : null,
      cut: own,
      lastDay: cut.lastDay,
      late: cut.late,
      moment: pending.moment,
    }),
    ...firstPositions(
      cut.positions.map(({ position, holders, items }) =>
        texts.pendingLine({
          position: position.name,
          holders: holders.map((holder) => ({ name: holder.name, enrolled: isEnrolled(holder) })),
          numbers: items.filter((item) => !item.reopened).map((item) => item.activity.number),
          reopened: items.filter((item) => item.reopened).map((item) => item.activity.number),
          half: [...new Set(holders.flatMap((holder) => halfReported(cut, holder, items)))],
        }),
      ),
    ),
  ];
}

function reminderLines(db: Db, pending: PendingNow): readonly Html[] {
  const { remindedToday, onItsWay, before, unreachable, undelivered } = pending;
  return [
    ...(remindedToday.length === 0 ? [] : [texts.remindedToday(remindedToday.map(nameOf))]),
    ...(onItsWay.length === 0 ? [] : [texts.onTheirWay(onItsWay.map(nameOf))]),
    ...(before.length === 0
      ? []
      : [
          texts.remindedBefore(before, ({ id }) => {
            const at = lastRemindedAt(db, id);
            return at === null ? null : localDate(at);
          }),
        ]),
    ...(unreachable.length === 0 ? [] : [texts.cannotBeReached(unreachable.map(unreached))]),
    ...(undelivered.length === 0
      ? []
      : [
          texts.notDelivered(
            undelivered.map(({ person, row }) => ({
              name: person.name,
              why: row.reason,
              date: localDate(row.settledAt ?? row.notBefore),
            })),
          ),
        ]),
  ];
}

function remindKeyboard(turn: Turn, pending: PendingNow): Message['keyboard'] {
  const data = writeButton({ to: 'remind', cutId: null, confirmed: false });
  const reminds = pending.people.length > 0 && readerOf(turn).reminds;
  const rows = [
    reminds ? [{ text: texts.pendingButtons.remind, data }] : [],
    vacantButton(turn),
    [screenButton(whyButtons.open, 'why', { page: null })],
    undeliveredButton(turn),
  ];
  const shown = rows.filter((row) => row.length > 0);
  return shown.length === 0 ? undefined : shown;
}

export function namesOfReminding(reminding: Reminding, turn: Turn): texts.RemindingNames {
  return {
    queued: reminding.queued.map(nameOf),
    alreadyToday: reminding.alreadyToday.map(nameOf),
    unreachable: reminding.unreachable.map(unreached),
    when: reminding.when === turn.now ? null : reminding.when,
  };
}

function nameOf(someone: EnrolledPerson): string {
  return someone.name;
}

function unreached(someone: EnrolledPerson): texts.Unreached {
  return { name: someone.name, why: someone.unreachableReason };
}
