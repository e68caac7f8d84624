import type { Button, Keyboard } from '../../domain/events.ts';
import { listButtons } from '../../texts/reporting/my-activities.ts';

/** A list with more entries than this is paged. */
export const A_PAGE = 8;

export type Page<T> = { readonly page: number; readonly pages: number; readonly items: readonly T[] };

/** One page of a list; a page that does not exist is the nearest one that does. @param page from 1 */
export function pageOf<T>(all: readonly T[], page: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / A_PAGE));
  const shown = Math.min(Math.max(page, 1), pages);
  return { page: shown, pages, items: all.slice((shown - 1) * A_PAGE, shown * A_PAGE) };
}

/** The buttons that turn a list; `data` is what a page's button carries. Empty when there is one page. */
export function pageButtons(of: Page<unknown>, data: (page: number) => string): Keyboard {
  const row: readonly Button[] = [
    ...(of.page > 1 ? [{ text: listButtons.previous, data: data(of.page - 1) }] : []),
    ...(of.page < of.pages ? [{ text: listButtons.following, data: data(of.page + 1) }] : []),
  ];
  return row.length === 0 ? [] : [row];
}
