import type { RoundItem } from '../../../db/schema/index.ts';

type Of = { readonly activityId: number; readonly cutId: number };

/** The next activity of a round: those not asked yet in order, then the skipped ones once more. */
export function nextItem(items: readonly RoundItem[]): RoundItem | undefined {
  return items.find((item) => item.state === 'todo') ?? items.find((item) => item.state === 'skipped');
}

export function isSame(a: Of, b: Of): boolean {
  return a.activityId === b.activityId && a.cutId === b.cutId;
}

/** `gone`: somebody else reported it, or it is not asked any more; what is done stays done. */
export function mark(items: readonly RoundItem[], of: Of, state: 'done' | 'gone'): readonly RoundItem[] {
  return items.map((item) => (isSame(item, of) && !isDone(item) ? { ...item, state } : item));
}

/** Skipped once it comes back at the end; skipped again it does not. */
export function markSkipped(items: readonly RoundItem[], of: Of): readonly RoundItem[] {
  return items.map((item) =>
    isSame(item, of) ? { ...item, state: item.state === 'todo' ? 'skipped' : 'skippedTwice' } : item,
  );
}

export function isDone(item: RoundItem): boolean {
  return item.state === 'done';
}
