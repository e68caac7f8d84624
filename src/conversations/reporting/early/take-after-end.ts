import type { Turn } from '../../turn.ts';
import { savedSince } from './just-done.ts';
import { isPlainWords } from './plain-words.ts';
import { askForWhich, sayAdded } from './take-early.ts';

/** Within this time the end of a round was not read, so what is written belongs to what came before. */
const sameBreathMs = 2_000;

/**
 * Takes a text sent in the same breath as the last report of a round, with nothing asked after it.
 * @returns false when it came later
 */
export function takeAfterEnd(turn: Turn, text: string): boolean {
  const saved = savedSince(turn, Math.floor(turn.moment / 1_000) * 1_000 - sameBreathMs);
  if (!saved) return false;
  if (isPlainWords(text) && sayAdded(turn, saved, text, undefined)) return true;
  askForWhich(turn, [saved], text);
  return true;
}
