import { rowOfMessage } from '../../../db/outbox-rows.ts';
import { activityById } from '../../../db/plans.ts';
import { type QuestionRow, questionById } from '../../../db/questions.ts';
import { readButton } from '../../../domain/buttons.ts';
import type { Turn } from '../../turn.ts';
import { type About, isSame } from '../about.ts';

/** The question of this person whose message this one replies to. */
export function questionRepliedTo(turn: Turn): QuestionRow | undefined {
  if (turn.repliesTo === null) return undefined;
  const on = rowOfMessage(turn.db, turn.chatId, turn.repliesTo)?.payload;
  if (!on || !('html' in on)) return undefined;
  const asked = [on.asks, ...(on.keyboard?.flat() ?? []).map(({ data }) => idOf(data))];
  for (const id of asked) {
    const row = id === undefined ? undefined : questionById(turn.db, id);
    if (row?.personId === turn.person.id) return row;
  }
  return undefined;
}

/** The question of a button, which messages of former versions say by their buttons alone. */
function idOf(data: string): number | undefined {
  const button = readButton(data);
  return button?.to === 'question' ? button.id : undefined;
}

/** The number of the other activity whose question the message replies to; null when there is none. */
export function otherRepliedTo(turn: Turn, open: About): string | null {
  const asked = questionRepliedTo(turn);
  if (!asked?.activityId || isSame(asked, open)) return null;
  return activityById(turn.db, asked.activityId)?.number ?? null;
}
