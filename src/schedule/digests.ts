import { readMoment, writeMeta } from '../db/meta.ts';
import type { Db } from '../db/open.ts';
import { announce, settle } from '../db/outbox.ts';
import { hasKey } from '../db/outbox-rows.ts';
import { officeHolders } from '../db/people.ts';
import { knownSince, type PlannedCut, plannedCuts } from '../db/plans.ts';
import { writeButton } from '../domain/buttons.ts';
import type { DaysOff } from '../domain/calendar.ts';
import { HOURS } from '../domain/constants.ts';
import { localDate, type Moment, momentAt } from '../domain/dates.ts';
import { type DigestDue, digestDue } from '../domain/due-digests.ts';
import { closedFor, undecided } from '../domain/due-span.ts';
import type { Button, Keyboard } from '../domain/events.ts';
import { writeScreen } from '../domain/screens.ts';
import { type CutSummary, cutSummary } from '../summary/cut-summary.ts';
import { missingLine } from '../summary/message.ts';
import { splitAtLines } from '../summary/split-at-lines.ts';
import { nothing } from '../texts/html.ts';
import { type CutDigest, cutDigest } from '../texts/notices/digests.ts';
import { pendingButtons } from '../texts/pending/pending.ts';
import { vacantButtons } from '../texts/people/vacant.ts';
import { summaryButtons } from '../texts/summary/screens.ts';
import { digestsDecidedUntil } from './decided-until.ts';
import { vacancyKey } from './vacancies.ts';

type Digest = { readonly planned: PlannedCut; readonly due: DigestDue; readonly text: CutDigest };

/**
 * One message a coordinator and morning with every cut that opens, is about to close or has closed. Whoever gets the
 * summary of a closed cut in the mayor's place is not told the same twice; the positions without a responsible, listed
 * on the opening day, need no notice of their own. @returns how many coordinators were written to
 */
export function writeDueDigests(db: Db, now: Moment, daysOff: DaysOff): number {
  if (closedFor(now, daysOff) !== null) return 0;
  const span = undecided(readMoment(db, digestsDecidedUntil), now);
  writeMeta(db, digestsDecidedUntil, String(now));
  const digests = plannedCuts(db).flatMap((planned): readonly Digest[] => {
    const due = digestDue({ window: planned.window, knownSince: knownSince(planned) }, span, daysOff);
    if (due === null) return [];
    const summary = cutSummary(db, planned.cut.id, now);
    return summary.rows.length === 0 ? [] : [{ planned, due, text: digestOf(planned, due, summary) }];
  });
  if (digests.length === 0) return 0;
  const told = officeHolders(db, 'coordinator', now).filter((each) => {
    const since = Math.max(each.enrolledAt, each.heldFrom);
    const own = digests.filter(
      ({ planned, due }) => due.moment >= since && !hasSummary(db, planned, due, each.id),
    );
    return own.length > 0 && send(db, { chatId: each.telegramUserId, personId: each.id }, own, now);
  });
  return told.length;
}

function hasSummary(db: Db, { cut }: PlannedCut, { kind }: DigestDue, personId: number): boolean {
  return kind === 'closed' && hasKey(db, `summary:${cut.id}:afterClosing:0:${personId}:1`);
}

/** @returns false when it was sent before. */
function send(
  db: Db,
  to: { readonly chatId: number; readonly personId: number },
  own: readonly Digest[],
  now: Moment,
): boolean {
  const date = localDate(now);
  const lines = own.flatMap(({ text }, place) => [
    ...(place === 0 ? [] : [nothing]),
    ...cutDigest(text, now),
  ]);
  const messages = splitAtLines(lines);
  const keyboard = keyboardOf(own);
  const written = messages.map((html, place) => {
    const message = place === messages.length - 1 && keyboard.length > 0 ? { html, keyboard } : { html };
    const key = `digest:${date}:${to.personId}:${place + 1}`;
    const expiresAt = momentAt(date, HOURS.until);
    return announce(db, to, { kind: 'notice', key, message, now, expiresAt });
  });
  for (const { planned, due, text } of own) {
    if (due.kind !== 'opening' || text.vacant.length === 0) continue;
    const key = vacancyKey(planned.cut.id, to.personId);
    const id = announce(db, to, { kind: 'notice', key, message: null, now });
    if (id !== undefined) settle(db, id, 'notNeeded', 'superseded', now);
  }
  return written[0] !== undefined;
}

function keyboardOf(own: readonly Digest[]): Keyboard {
  const remind: Button = {
    text: pendingButtons.remind,
    data: writeButton({ to: 'remind', cutId: null, confirmed: false }),
  };
  const vacant = {
    text: vacantButtons.open,
    data: writeScreen('vacant', { page: null }),
  };
  const closed = own.filter(({ due }) => due.kind === 'closed').slice(0, 8);
  return [
    ...(own.some(({ due, text }) => due.kind !== 'opening' && text.lastDay !== null) ? [[remind]] : []),
    ...(own.some(({ text }) => text.lastDay !== null && text.vacant.length > 0) ? [[vacant]] : []),
    ...closed.map(({ planned }) => [
      {
        text: summaryButtons.planCut(planned.plan, planned.cut),
        data: writeButton({ to: 'summary', cutId: planned.cut.id }),
      },
    ]),
  ];
}

function digestOf(planned: PlannedCut, { kind }: DigestDue, summary: CutSummary): CutDigest {
  return {
    kind,
    plan: planned.plan,
    cutNumber: planned.cut.number,
    closingDate: planned.window.closingDate,
    lastDay: summary.lastDay,
    activities: summary.rows.length,
    reported: summary.rows.length - summary.coverage.missing,
    missing: summary.missing.map(missingLine),
    vacant: summary.missing
      .filter((each) => each.unheld)
      .map(({ position, items }) => ({
        name: position.name,
        numbers: items.map((item) => item.activity.number),
      })),
  };
}
