import { cutSummary } from '../../summary/cut-summary.ts';
import { missingLines } from '../../summary/message.ts';
import { splitAtLines } from '../../summary/split-at-lines.ts';
import { nothing } from '../../texts/html.ts';
import * as texts from '../../texts/summary/screens.ts';
import { say, type Turn } from '../turn.ts';
import { readerOf } from './reader.ts';
import { remindButton, withKeyboard } from './summary-messages.ts';
import { isOpened } from './which-cut.ts';

/** Who is missing, by position and name, under the summary, which keeps its buttons. */
export function tapMissing(turn: Turn, cutId: number): void {
  if (!isOpened(turn, cutId)) return;
  const summary = cutSummary(turn.db, cutId, turn.now);
  const missing = missingLines(summary);
  if (missing.length === 0) {
    say(turn, { html: texts.nobodyMissing(summary.cut) });
    return;
  }
  const messages = splitAtLines([texts.cutTitle(summary.plan, summary.cut), nothing, ...missing]);
  const remind = summary.lastDay !== null && readerOf(turn).reminds ? [[remindButton(cutId)]] : undefined;
  for (const message of withKeyboard(messages, remind)) say(turn, message);
}
