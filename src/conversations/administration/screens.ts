import type { Action } from '../../actions/access.ts';
import type { ButtonData } from '../../domain/buttons.ts';
import { rememberAccount } from '../account.ts';
import { allowed, refused } from '../allowed.ts';
import { askWhichFile } from '../summary.ts';
import type { Turn } from '../turn.ts';
import { approveScreen } from './approving.ts';
import { auditScreens } from './audit-screens.ts';
import { correctScreen } from './correct.ts';
import { cutScreens } from './cut-screens.ts';
import { officeOkScreen } from './give-now.ts';
import { giveScreen } from './giving.ts';
import { linkScreen, unlinkScreen } from './invite-link.ts';
import { heldScreen, officeScreen, peopleScreen, personScreen, positionScreen } from './people.ts';
import { contractScreen, endScreen, renameScreen } from './person-dialogs.ts';
import { presentScreen } from './presenting.ts';
import { returnScreen } from './returning.ts';
import { changesScreen } from './review-changes.ts';
import { resendAllScreen, resendScreen, undeliveredScreen } from './undelivered.ts';
import { vacantRoundScreen, vacantScreen } from './vacant.ts';
import { verifyCutsScreen, verifyScreen } from './verifying.ts';
import { voidScreen } from './void.ts';
import { whyOfScreen, whyScreen } from './why.ts';

/**
 * A screen that a button opens: it only shows, or does what needs no further word. Its numbers may be forged: each
 * screen looks up what they name and shows the list again when it is not there.
 * @returns what the phone shows for a moment, if anything.
 */
export type Screen = {
  readonly needs: Action;
  readonly show: (turn: Turn, args: readonly number[]) => string | undefined;
};

/** The administrative screens by name (letters only, at most 12). */
export const screens: Readonly<Record<string, Screen>> = {
  ...auditScreens,
  ...cutScreens,
  export: { needs: 'export', show: (turn, [cutId = 0]) => void askWhichFile(turn, cutId) },
  present: presentScreen,
  approve: approveScreen,
  return: returnScreen,
  changes: changesScreen,
  correct: correctScreen,
  void: voidScreen,
  unsent: undeliveredScreen,
  resend: resendScreen,
  resendall: resendAllScreen,
  why: whyScreen,
  whyof: whyOfScreen,
  vacant: vacantScreen,
  vacantround: vacantRoundScreen,
  verify: verifyScreen,
  verifycuts: verifyCutsScreen,
  people: peopleScreen,
  person: personScreen,
  held: heldScreen,
  position: positionScreen,
  office: officeScreen,
  give: giveScreen,
  link: linkScreen,
  unlink: unlinkScreen,
  officeok: officeOkScreen,
  contract: contractScreen,
  end: endScreen,
  rename: renameScreen,
};

/** Shows a screen to whom may see it; to anybody else the button does nothing. */
export function showScreen(turn: Turn, button: Extract<ButtonData, { to: 'screen' }>): string | undefined {
  const screen = Object.hasOwn(screens, button.screen) ? screens[button.screen] : undefined;
  if (!screen) {
    refused(turn, { button: 'screen' });
    return undefined;
  }
  if (!allowed(turn, screen.needs, { screen: button.screen })) return undefined;
  rememberAccount(turn);
  return screen.show(turn, button.args);
}
