import type { Db } from '../../db/open.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { writeButton } from '../../domain/buttons.ts';
import { HOURS } from '../../domain/constants.ts';
import { localDate, type Moment, momentAt } from '../../domain/dates.ts';
import type { DigestDue } from '../../domain/due-digests.ts';
import type { Button, Keyboard } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import type { CutSummary } from '../../summary/cut-summary.ts';
import { missingLine } from '../../summary/message.ts';
import { splitAtLines } from '../../summary/split-at-lines.ts';
import { nothing } from '../../texts/html.ts';
import { type CutDigest, cutDigest } from '../../texts/notices/digests.ts';
import { pendingButtons } from '../../texts/pending/pending.ts';
import { vacantButtons } from '../../texts/people/vacant.ts';
import { summaryButtons } from '../../texts/summary/screens.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify, type Recipient } from '../notify.ts';
import { noteVacantKnown } from './vacant.ts';

/**
 * The state of cuts that open, are about to close or have closed. Goes to a coordinator (specification:
 * Digests).
 */
export const digest: NoticeKind<never> = { name: 'digest', about: [], to: 'office' };

/** One cut in a digest. */
export type DigestItem = {
  readonly planned: PlannedCut;
  readonly due: DigestDue;
  readonly text: CutDigest;
};

export function digestItem(planned: PlannedCut, due: DigestDue, summary: CutSummary): DigestItem {
  const text: CutDigest = {
    kind: due.kind,
    plan: planned.plan,
    cutNumber: planned.cut.number,
    closingDate: planned.window.closingDate,
    lastDay: summary.lastDay,
    activities: summary.rows.length,
    reported: summary.rows.length - summary.coverage.missing,
    missing: summary.missing.map(missingLine),
    vacant: summary.missing
      .filter((each) => each.vacant)
      .map(({ position, items }) => ({
        name: position.name,
        numbers: items.map((item) => item.activity.number),
      })),
  };
  return { planned, due, text };
}

/**
 * Once per day and coordinator, until the end of the hours. It covers vacant positions, so they need no other
 * notice.
 * @returns false when it was written before
 */
export function notifyDigest(db: Db, to: Recipient, items: readonly DigestItem[], now: Moment): boolean {
  const date = localDate(now);
  const lines = items.flatMap(({ text }, index) => [
    ...(index === 0 ? [] : [nothing]),
    ...cutDigest(text, now),
  ]);
  const messages = splitAtLines(lines);
  const keyboard = keyboardOf(items);
  const written = messages.map((html, index) => {
    const message = index === messages.length - 1 && keyboard.length > 0 ? { html, keyboard } : { html };
    const key = noticeKey('digest', date, to.id, index + 1);
    const expiresAt = momentAt(date, HOURS.until);
    return notify(db, digest, to, { key, about: {}, message, now, expiresAt });
  });
  for (const { planned, due, text } of items) {
    if (due.kind === 'opening' && text.vacant.length > 0) noteVacantKnown(db, planned.cut.id, to, now);
  }
  return written[0] !== undefined;
}

function keyboardOf(items: readonly DigestItem[]): Keyboard {
  const remind: Button = {
    text: pendingButtons.remind,
    data: writeButton({ to: 'remind', cutId: null, confirmed: false }),
  };
  const vacant = {
    text: vacantButtons.open,
    data: writeScreen('vacant', { page: null }),
  };
  const closed = items.filter(({ due }) => due.kind === 'closed').slice(0, 8);
  return [
    ...(items.some(({ due, text }) => due.kind !== 'opening' && text.lastDay !== null) ? [[remind]] : []),
    ...(items.some(({ text }) => text.lastDay !== null && text.vacant.length > 0) ? [[vacant]] : []),
    ...closed.map(({ planned }) => [
      {
        text: closed.length === 1 ? summaryButtons.see : summaryButtons.seeOf(planned.plan),
        data: writeButton({ to: 'summary', cutId: planned.cut.id }),
      },
    ]),
  ];
}
