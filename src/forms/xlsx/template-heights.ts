import { heightOfRow, mergeFinder, type PlacedText, type Surroundings } from './row-heights.ts';
import type { Draft } from './template-draft.ts';
import { lookOf, UNIT } from './template-styles.ts';
import { PLAIN_HEIGHT } from './text-height.ts';

/** Every row with something in it gets a height, in points, that shows its texts whole; at least what it has. */
export function fitDraft(draft: Draft): void {
  const texts = new Map<number, PlacedText[]>();
  for (const { row, column, value, style } of draft.cells) {
    const text = value === undefined ? '' : 'text' in value ? value.text : '0';
    const line = texts.get(row);
    const placed = { row, column, text, look: lookOf(style) };
    if (line === undefined) texts.set(row, [placed]);
    else line.push(placed);
  }
  const around: Surroundings = {
    mergeAt: mergeFinder(draft.merges),
    widthOf: (column) => (draft.widths[column] ?? 0) * UNIT,
    heightOf: (row) => draft.heights.get(row) ?? PLAIN_HEIGHT,
  };
  for (const [row, line] of [...texts].sort(([a], [b]) => a - b)) {
    draft.heights.set(row, Math.max(around.heightOf(row), heightOfRow(line, around)));
  }
}
