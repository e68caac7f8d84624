import type { Keyboard } from '../../domain/events.ts';
import type { StepButton } from './dialog.ts';
import { type Page, pageButtons } from './pages.ts';

/** The buttons that turn a list within a step; what they answer is read by `pageIn`. */
export function stepPages(of: Page<unknown>, button: StepButton): Keyboard {
  return pageButtons(of, (page) => button('', `page${page}`).data);
}

/** The page that an answer asks for; undefined when it is another answer. */
export function pageIn(answer: string): number | undefined {
  const page = /^page(\d{1,4})$/.exec(answer)?.[1];
  return page === undefined ? undefined : Number(page);
}
