import { newestKeyboards } from '../db/outbox-rows.ts';
import { openQuestion, type QuestionRow } from '../db/questions.ts';
import { bareWords, yesOrNo } from '../domain/answers/yes-or-no.ts';
import { readButton } from '../domain/buttons.ts';
import { plain } from '../texts/html.ts';
import { actOnTap } from './taps.ts';
import { say, type Turn } from './turn.ts';

/** Longer than every label, in characters. */
const longestLabel = 60;
/** Messages that a person can scroll back to without looking for them. */
const mostMessages = 30;

/**
 * What a button says that the person can see, also under an earlier message: as if it had been tapped there
 * (specification: Chatter). The labels of the open question itself are read with its answers. @returns false when no
 * button says it
 */
export function tapTypedLabel(turn: Turn, text: string): boolean {
  const said = bareWords(text);
  if (!/\p{L}/u.test(said) || said.length > longestLabel || yesOrNo(text) !== null) return false;
  const open = openQuestion(turn.db, turn.person.id);
  if (readsItsOwnLabels(open)) return false;
  const data = buttonSaying(turn, said);
  const button = data === undefined ? null : readButton(data);
  if (button === null || button.to === 'enrol') return false;
  if (button.to === 'question' && (button.id === open?.id || namesFigure(said))) return false;
  const brief = actOnTap({ ...turn, tappedRow: null }, button);
  if (brief !== undefined) say(turn, { html: plain(brief) });
  return true;
}

/** *Sí, 60 %*, *Dejar 50 %*, *75 talleres*: the figure is an answer to what is asked now. */
function namesFigure(said: string): boolean {
  return /^(?:(?:si|no|dejar|cambiar) .*)?\d/.test(said);
}

/** Names and reasons are typed there. */
function readsItsOwnLabels(open: QuestionRow | undefined): boolean {
  return open?.kind === 'administration' || open?.kind === 'import' || open?.kind === 'leave';
}

/** A label says no less than its bare words, so a shorter one is not looked at. */
function buttonSaying(turn: Turn, said: string): string | undefined {
  for (const keyboard of newestKeyboards(turn.db, turn.chatId, mostMessages)) {
    const found = keyboard
      .flat()
      .find(({ text }) => text.length >= said.length && /\p{L}/u.test(text) && bareWords(text) === said);
    if (found) return found.data;
  }
  return undefined;
}
