import { rowOfMessage } from '../../../db/outbox-rows.ts';
import { activityById } from '../../../db/plans.ts';
import { questionById } from '../../../db/questions.ts';
import { readButton } from '../../../domain/buttons.ts';
import type { Turn } from '../../turn.ts';
import { type About, isSame } from '../about.ts';

/** The number of the other activity whose question the message replies to; null when there is none. */
export function otherRepliedTo(turn: Turn, open: About): string | null {
  if (turn.repliesTo === null) return null;
  const on = rowOfMessage(turn.db, turn.chatId, turn.repliesTo)?.payload;
  const buttons = on && 'html' in on ? (on.keyboard?.flat() ?? []) : [];
  for (const { data } of buttons) {
    const button = readButton(data);
    const asked = button?.to === 'question' ? questionById(turn.db, button.id) : undefined;
    if (!asked?.activityId || asked.personId !== turn.person.id) continue;
    if (isSame(asked, open)) return null;
    return activityById(turn.db, asked.activityId)?.number ?? null;
  }
  return null;
}
