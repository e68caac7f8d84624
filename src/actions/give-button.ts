import { writeButton } from '../domain/buttons.ts';
import type { Button } from '../domain/events.ts';

/** Which conversation a button opens, and about what: numbers, since buttons carry nothing else. */
export const giveKinds = ['invite', 'assign', 'acting'] as const;
export type GiveKind = (typeof giveKinds)[number];
export const giveAbout = { nothing: 0, position: 1, office: 2, assignment: 3, person: 4 } as const;

/** A button that begins to invite, to give or to lend something. */
export function giveButton(text: string, kind: GiveKind, about: keyof typeof giveAbout, id: number): Button {
  const args = [giveKinds.indexOf(kind), giveAbout[about], id];
  return { text, data: writeButton({ to: 'screen', screen: 'give', args }) };
}
