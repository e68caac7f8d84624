import { yesOrNo } from './answers/yes-or-no.ts';
import { hasLetter } from './invisible.ts';
import { cleanOutsideText } from './outside-text.ts';

/** The longest reason that is taken. */
export const REASON_MOST = 1_000;

/**
 * A reason as it is recorded and read by others: words, and more than a bare yes or no, which answers
 * something else. Null when the text is not a reason, or too long.
 */
export function cleanReason(reason: string): string | null {
  const clean = cleanOutsideText(reason).trim();
  return clean.length > REASON_MOST || !hasLetter(clean) || yesOrNo(clean) !== null ? null : clean;
}
