import type { Button, Keyboard } from '../../domain/events.ts';
import { type ScreenArgs, type ScreenName, writeScreen } from '../../domain/screens.ts';

/** Buttons side by side, so many a row. */
export function inRows(buttons: readonly Button[], aRow: number): Keyboard {
  return Array.from({ length: Math.ceil(buttons.length / aRow) }, (_, row) =>
    buttons.slice(row * aRow, (row + 1) * aRow),
  );
}

export function screenButton<Name extends ScreenName>(
  text: string,
  screen: Name,
  args: ScreenArgs<Name>,
): Button {
  return { text, data: writeScreen(screen, args) };
}
