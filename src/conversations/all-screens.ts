import type { ScreenData, ScreenName } from '../domain/screens.ts';
import { allowed } from './allowed.ts';
import { auditScreens } from './audit/screens.ts';
import { rehearsalScreen, rehearsedScreen, sendFormScreen } from './beginning/screens.ts';
import { cutScreens } from './cuts/cut-screens.ts';
import { nextYearScreen } from './cuts/next-year.ts';
import type { Screens } from './dialogs/screen.ts';
import { rememberAccount } from './enrolment/account.ts';
import { impostorOfScreen, impostorScreen } from './enrolment/not-that-person.ts';
import { resendAllScreen, resendScreen, undeliveredScreen } from './pending/undelivered.ts';
import { whyOfScreen, whyScreen } from './pending/why.ts';
import { officeOkScreen } from './people/give-now.ts';
import { giveScreen } from './people/giving.ts';
import { handoverScreen } from './people/handover.ts';
import { linkScreen, unlinkScreen } from './people/invite-link.ts';
import { officeAskScreen, officeSayScreen } from './people/office-changes.ts';
import { confirmNameScreen } from './people/offices-waiting.ts';
import { officeScreen, peopleScreen, personScreen, positionScreen, postScreen } from './people/people.ts';
import { contractScreen, endScreen, renameScreen } from './people/person-dialogs.ts';
import { vacantOfScreen, vacantRoundScreen, vacantScreen } from './people/vacant.ts';
import { unlinkAllScreen } from './people/withdraw-all.ts';
import { evidencePackScreen } from './publication/evidence-pack.ts';
import { publicationScreens } from './publication/screens.ts';
import { keepReportScreen } from './reporting/own-activities/keep-report.ts';
import { myReportScreen } from './reporting/own-activities/own-report.ts';
import { evidenceRemoveScreen, evidenceUndoScreen } from './reporting/own-activities/remove-evidence.ts';
import { evidenceSeeScreen, ownEvidenceScreen } from './reporting/own-activities/see-evidence.ts';
import { approveScreen } from './review/approving.ts';
import { correctScreen } from './review/correct.ts';
import { presentScreen } from './review/presenting.ts';
import { returnScreen } from './review/returning.ts';
import { changesScreen } from './review/review-changes.ts';
import { verifyCutsScreen, verifyScreen } from './review/verifying.ts';
import { voidScreen } from './review/void.ts';
import { askWhichFile } from './summary/export.ts';
import { everyRowScreen, picturesScreen } from './summary/show-summary.ts';
import type { Turn } from './turn.ts';

/** Who shows each screen of `domain/screens.ts`. */
export const screens: Screens = {
  ...auditScreens,
  ...cutScreens,
  nextyear: nextYearScreen,
  ...publicationScreens,
  everyrow: everyRowScreen,
  pictures: picturesScreen,
  export: { needs: 'export', show: (turn, { cutId }) => void askWhichFile(turn, cutId) },
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
  keep: keepReportScreen,
  evremove: evidenceRemoveScreen,
  evundo: evidenceUndoScreen,
  evown: ownEvidenceScreen,
  evsee: evidenceSeeScreen,
  myreport: myReportScreen,
  handover: handoverScreen,
  vacantof: vacantOfScreen,
  verify: verifyScreen,
  verifycuts: verifyCutsScreen,
  evpack: evidencePackScreen,
  sendform: sendFormScreen,
  rehearsal: rehearsalScreen,
  rehearsed: rehearsedScreen,
  people: peopleScreen,
  person: personScreen,
  held: postScreen,
  position: positionScreen,
  office: officeScreen,
  give: giveScreen,
  link: linkScreen,
  unlink: unlinkScreen,
  unlinkall: unlinkAllScreen,
  officeok: officeOkScreen,
  confirmname: confirmNameScreen,
  officeask: officeAskScreen,
  officesay: officeSayScreen,
  contract: contractScreen,
  end: endScreen,
  rename: renameScreen,
  impostor: impostorScreen,
  impostorof: impostorOfScreen,
};

/** Shows a screen to whom may see it; to anybody else the button does nothing. */
export function showScreen<Name extends ScreenName>(
  turn: Turn,
  { screen, args }: ScreenData<Name>,
): string | undefined {
  const { needs, show } = screens[screen];
  if (!allowed(turn, needs, { screen })) return undefined;
  rememberAccount(turn);
  return show(turn, args);
}
