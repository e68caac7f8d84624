import { numberAfter } from '../../domain/answer-words.ts';
import type { Button, Keyboard } from '../../domain/events.ts';
import { type Page, pageButtons } from './list-pages.ts';

/** The buttons that turn a list within a step; what they answer is read by `pageIn`. */
export function stepPages(
  of: Page<unknown>,
  button: (text: string, answer: `page${number}`) => Button,
): Keyboard {
  return pageButtons(of, (page) => button('', `page${page}`).data);
}

/** The page that an answer asks for; undefined when it is another answer. */
export function pageIn(answer: string): number | undefined {
  return numberAfter('page', answer);
}
