import type { Button } from './events.ts';
import { type GiveAbout, type GiveKind, writeScreen } from './screens.ts';

/**
 * A button that starts an invitation, an assignment or an *encargo*.
 * @param id see the screen `give`
 */
export function giveButton(text: string, kind: GiveKind, about: GiveAbout, id: number): Button {
  return { text, data: writeScreen('give', { kind, about, id }) };
}
