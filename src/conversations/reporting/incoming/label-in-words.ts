import { bareWords } from '../../../domain/answers/yes-or-no.ts';
import { readButton } from '../../../domain/buttons.ts';
import type { Keyboard } from '../../../domain/events.ts';

/** The longest label of a question's button, in characters. Longer texts need no comparing. */
export const longestLabel = 40;

/**
 * The answer of the button whose label was typed; null when there is none. Typing a label is tapping its button. A figure
 * alone is read as an answer.
 */
export function labelInWords(keyboard: () => Keyboard | undefined, text: string): string | null {
  const said = bareWords(text);
  if (said.length > longestLabel || !/\p{L}/u.test(said)) return null;
  for (const { text: label, data } of keyboard()?.flat() ?? []) {
    const button = readButton(data);
    if (button?.to === 'question' && bareWords(label) === said) return button.answer;
  }
  return null;
}
