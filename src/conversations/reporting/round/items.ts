import type { RoundItem } from '../../../db/schema/index.ts';
import { type About, isSame } from '../about.ts';

/** The next activity of a round: those not asked yet in order, then the skipped ones once more. */
export function nextItem(items: readonly RoundItem[]): RoundItem | undefined {
  return items.find((item) => item.state === 'todo') ?? items.find((item) => item.state === 'skipped');
}

/** `gone`: somebody else reported it, or it is not asked any more; what is done stays done. */
export function mark(
  items: readonly RoundItem[],
  about: About,
  state: 'done' | 'gone',
): readonly RoundItem[] {
  return items.map((item) => (isSame(item, about) && !isDone(item) ? { ...item, state } : item));
}

/** Skipped once it comes back at the end; skipped again it does not. */
export function markSkipped(items: readonly RoundItem[], about: About): readonly RoundItem[] {
  return items.map((item) =>
    isSame(item, about) ? { ...item, state: item.state === 'todo' ? 'skipped' : 'skippedTwice' } : item,
  );
}

export function isDone(item: RoundItem): boolean {
  return item.state === 'done';
}

/** Where a saved activity stands in a round, for *Guardado (2 de 6)*. */
export function tally(round: readonly RoundItem[], about: About): { done: number; total: number } {
  const items = round.filter((item) => item.state !== 'gone');
  if (!items.some((item) => isSame(item, about))) return { done: 0, total: 0 };
  return { done: items.filter((item) => item.state === 'done').length, total: items.length };
}
