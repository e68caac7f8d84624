import { bareWords } from '../../../domain/answers/yes-or-no.ts';
import { readButton } from '../../../domain/buttons.ts';
import type { Keyboard } from '../../../domain/events.ts';

/** No button of a question says more, in characters: what is longer needs no comparing. */
export const longestLabel = 30;

/** The answer of the button of a question that says what was typed, if any: typing it is tapping it. */
export function labelInWords(keyboard: () => Keyboard | undefined, text: string): string | null {
  const said = bareWords(text);
  if (said.length > longestLabel) return null;
  for (const { text: label, data } of keyboard()?.flat() ?? []) {
    const button = readButton(data);
    if (button?.to === 'question' && /\p{L}/u.test(label) && bareWords(label) === said) return button.answer;
  }
  return null;
}
