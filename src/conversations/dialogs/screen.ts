import type { Action } from '../../actions/access.ts';
import type { ScreenArgs, ScreenName } from '../../domain/screens.ts';
import type { Turn } from '../turn.ts';

/**
 * A screen that a button opens: it only shows, or does what needs no further word. Its arguments may be forged: each
 * screen looks up what they name and shows the list again when it is not there.
 * @returns what the phone shows for a moment, if anything.
 */
export type Screen<Name extends ScreenName> = {
  readonly needs: Action;
  readonly show: (turn: Turn, args: ScreenArgs<Name>) => string | undefined;
};

/** All screens by their names. */
export type Screens = { readonly [Name in ScreenName]: Screen<Name> };
