import type { Button } from './events.ts';
import { type GiveAbout, type GiveKind, writeScreen } from './screens.ts';

/** A button that begins to invite, to give or to lend something. @param id see the screen `give` */
export function giveButton(text: string, kind: GiveKind, about: GiveAbout, id: number): Button {
  return { text, data: writeScreen('give', { kind, about, id }) };
}
