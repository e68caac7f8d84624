import {
  confirmationOfAlbum,
  confirmedIn,
  moveConfirmation,
  setConfirmedIn,
} from '../../../db/confirmed-evidence.ts';
import { type Evidence, evidenceById } from '../../../db/evidence.ts';
import type { Db } from '../../../db/open.ts';
import { change } from '../../../db/outbox.ts';
import { rowById } from '../../../db/outbox-rows.ts';
import { activityById } from '../../../db/plans.ts';
import type { Moment } from '../../../domain/dates.ts';
import type { Html, Keyboard, Message } from '../../../domain/events.ts';
import { writeScreen } from '../../../domain/screens.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/received.ts';
import { follow, type Turn } from '../../turn.ts';

/**
 * Says what was received, with *Quitar*: in one message for an album, whose count grows as its items arrive, and for
 * what was asked about together. That message stands by itself, so that later items and *Quitar* can change it.
 * @param below what is asked now, under the first item
 */
export function confirmReceived(turn: Turn, added: readonly Evidence[], below: Html = nothing): void {
  const { db, now } = turn;
  const [first] = added;
  if (!first) return;
  const ids = added.map((each) => each.id);
  const before = confirmationOfAlbum(db, first);
  if (before !== null) {
    setConfirmedIn(db, ids, before);
    changeConfirmation(db, before, (kept) => receivedMessage(kept, numberOf(db, first), below), now);
    return;
  }
  setConfirmedIn(db, ids, follow(turn, receivedMessage(added, numberOf(db, first), below)));
}

/** What was received, and what is asked below it. */
export function receivedMessage(kept: readonly Evidence[], number: string, below: Html): Message {
  const [first] = kept;
  const html = paragraphs(texts.received(number, kept.map(kindOf)), below);
  if (!first) return { html };
  const remove = writeScreen('evundo', { evidenceId: first.id, step: 'ask' });
  return { html, keyboard: [[{ text: texts.receivedButtons.remove, data: remove }]] };
}

/** Another content for the message that confirms; when it can't be changed any more, a message of its own. */
export function changeConfirmation(
  db: Db,
  rowId: number,
  message: (kept: readonly Evidence[]) => Message,
  now: Moment,
): void {
  const to = change(db, rowId, message(confirmedIn(db, rowId)), now);
  if (to !== rowId) moveConfirmation(db, rowId, to);
}

/**
 * A file that was confirmed is not kept after all: its message says what is. What is asked below stays as it is.
 */
export function confirmLess(db: Db, gone: Evidence, now: Moment): void {
  // The message may have changed since the file began to be fetched.
  const rowId = evidenceById(db, gone.id)?.confirmedIn ?? null;
  if (rowId === null || !rowById(db, rowId)) return;
  const number = numberOf(db, gone);
  const below = askedBelow(db, rowId);
  changeConfirmation(
    db,
    rowId,
    (kept) => {
      if (kept.length > 0) return receivedMessage(kept, number, below);
      return { html: paragraphs(texts.noneKept(number), below) };
    },
    now,
  );
}

/** Another first paragraph and other buttons for it. */
export function sayInConfirmation(
  db: Db,
  rowId: number,
  of: { readonly html: Html; readonly keyboard?: Keyboard },
  now: Moment,
): void {
  const html = paragraphs(of.html, askedBelow(db, rowId));
  changeConfirmation(db, rowId, () => ({ ...of, html }), now);
}

/** What stands below the first paragraph. */
export function askedBelow(db: Db, rowId: number): Html {
  const payload = rowById(db, rowId)?.payload;
  if (!payload || !('html' in payload)) return nothing;
  const end = payload.html.indexOf('\n\n');
  return end === -1 ? nothing : (payload.html.slice(end + 2) as Html);
}

export function kindOf({ kind, sentAs }: Evidence): texts.PieceKind {
  return kind === 'link' ? 'link' : (sentAs ?? 'file');
}

function numberOf(db: Db, { activityId }: Evidence): string {
  return activityById(db, activityId)?.number ?? '';
}
