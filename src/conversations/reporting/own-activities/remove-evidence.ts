import { confirmedIn, keptOf } from '../../../db/confirmed-evidence.ts';
import { type Evidence, evidenceById } from '../../../db/evidence.ts';
import { rowById } from '../../../db/outbox-rows.ts';
import { activityById } from '../../../db/plans.ts';
import { taskOf } from '../../../db/tasks.ts';
import { removeOwnEvidence } from '../../../db/voided-traces.ts';
import { writeScreen } from '../../../domain/screens.ts';
import { cannotRemove, removed } from '../../../texts/reporting/my-activities.ts';
import * as texts from '../../../texts/reporting/received.ts';
import type { Screen } from '../../dialogs/screen.ts';
import { follow, say, type Turn } from '../../turn.ts';
import {
  askedBelow,
  changeConfirmation,
  kindOf,
  receivedMessage,
  sayInConfirmation,
} from '../evidence/confirm.ts';
import { isKept, whyItStays } from './may-remove.ts';
import { myActivitiesMessage, showActivity } from './my-activities.ts';
import { ownEvidenceOf, pageOfPlace } from './own-evidence.ts';

/** *Quitar* in the list: removes what this person sent, while its activity takes reports from them. */
export const evidenceRemoveScreen: Screen<'evremove'> = {
  needs: 'ownData',
  show: (turn, { evidenceId }) => {
    const each = ownPiece(turn, evidenceId);
    const why = each && isKept(each) ? whyItStays(turn, each) : cannotRemove();
    if (!each || why !== null) {
      follow(turn, myActivitiesMessage(turn, 1, why ?? cannotRemove()));
      return undefined;
    }
    const place = ownEvidenceOf(turn, each).findIndex(({ id }) => id === each.id);
    removeOwnEvidence(turn.db, each, turn.now);
    showActivity(turn, each, { before: removed(numberOf(turn, each)), page: pageOfPlace(place) });
    return undefined;
  },
};

/** *Quitar* under what was received: removes all that the message confirms, and asks first when it is several pieces. */
export const evidenceUndoScreen: Screen<'evundo'> = {
  needs: 'ownData',
  show: (turn, { evidenceId, step }) => {
    const each = ownPiece(turn, evidenceId);
    if (!each) {
      say(turn, { html: cannotRemove() });
      return undefined;
    }
    const together = each.confirmedIn === null ? [each] : confirmedIn(turn.db, each.confirmedIn);
    const pieces = together.filter((piece) => keptOf(turn.db, piece) !== undefined);
    const number = numberOf(turn, each);
    if (pieces.length === 0) {
      inPlace(turn, each, { html: texts.alreadyRemoved(number) });
      return undefined;
    }
    const why = whyItStays(turn, each);
    if (why !== null) {
      showReceived(turn, each, pieces);
      say(turn, { html: why });
      return undefined;
    }
    if (step === 'none' || step === 'one') showReceived(turn, each, pieces);
    if (step === 'one') showActivity({ ...turn, tappedRow: null }, each);
    if (step === 'ask' && pieces.length > 1) askAll(turn, each, pieces);
    else if (step === 'ask' || step === 'all') {
      for (const piece of pieces) {
        const kept = keptOf(turn.db, piece);
        if (kept) removeOwnEvidence(turn.db, kept, turn.now);
      }
      inPlace(turn, each, { html: texts.removedPieces(number, pieces.map(kindOf)) });
    }
    return undefined;
  },
};

function askAll(turn: Turn, each: Evidence, pieces: readonly Evidence[]): void {
  const { removeAll, chooseOne, keep } = texts.receivedButtons;
  const button = (text: string, step: 'all' | 'one' | 'none') => [
    { text, data: writeScreen('evundo', { evidenceId: each.id, step }) },
  ];
  // Planeación has no list of what it sent for a vacant position.
  const isListed = taskOf(turn.db, turn.person.id, each, turn.moment) !== undefined;
  const one = isListed ? [button(chooseOne, 'one')] : [];
  inPlace(turn, each, {
    html: texts.removeAll(numberOf(turn, each), pieces.map(kindOf)),
    keyboard: [button(removeAll, 'all'), ...one, button(keep, 'none')],
  });
}

/** The message that confirmed it, as it was before *Quitar*. */
function showReceived(turn: Turn, each: Evidence, pieces: readonly Evidence[]): void {
  const row = each.confirmedIn;
  if (row === null || !rowById(turn.db, row)) return;
  const below = askedBelow(turn.db, row);
  changeConfirmation(turn.db, row, () => receivedMessage(pieces, numberOf(turn, each), below), turn.now);
}

/** What *Quitar* did stands in the message that confirmed it. */
function inPlace(turn: Turn, each: Evidence, message: Parameters<typeof sayInConfirmation>[2]): void {
  const row = each.confirmedIn;
  if (row === null || !rowById(turn.db, row)) say(turn, message);
  else sayInConfirmation(turn.db, row, message, turn.now);
}

/** A piece that this person sent, kept or not. */
export function ownPiece(turn: Turn, evidenceId: number): Evidence | undefined {
  const each = evidenceById(turn.db, evidenceId);
  return each?.personId === turn.person.id ? each : undefined;
}

function numberOf(turn: Turn, { activityId }: Evidence): string {
  return activityById(turn.db, activityId)?.number ?? '';
}
