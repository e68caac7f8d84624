import type { QuestionRow } from '../db/questions.ts';
import { bareWords, yesOrNo } from '../domain/answers/yes-or-no.ts';
import { readButton } from '../domain/buttons.ts';
import * as texts from '../texts/dialogs.ts';
import { notForYou } from '../texts/help.ts';
import { allowed } from './allowed.ts';
import { dayOffDialog } from './cuts/change-days-off.ts';
import { settingsDialog } from './cuts/change-settings.ts';
import { closeDialog } from './cuts/close.ts';
import { exclusionDialog } from './cuts/exclusions.ts';
import { programmingDialog } from './cuts/programming.ts';
import { reformFormDialog } from './cuts/reform-form.ts';
import { reformDialog } from './cuts/reformulation.ts';
import { reopenDialog } from './cuts/reopen.ts';
import { type Dialogs, type Given, readStep } from './dialogs/dialog.ts';
import { finishStep } from './dialogs/finish-step.ts';
import { type DialogName, readStepAnswer } from './dialogs/step-answers.ts';
import { rememberAccount } from './enrolment/account.ts';
import { impostorDialog } from './enrolment/not-that-person.ts';
import { givingDialog } from './people/giving.ts';
import { invitingDialog } from './people/inviting.ts';
import { contractDialog, endingDialog, renameDialog } from './people/person-dialogs.ts';
import { isStale } from './reporting/incoming/stale.ts';
import { ownReportDialog } from './reporting/own-activities/own-report.ts';
import { approveDialog } from './review/approving.ts';
import { correctDialog } from './review/correct.ts';
import { presentDialog } from './review/presenting.ts';
import { returnDialog } from './review/returning.ts';
import { verifyDialog } from './review/verifying.ts';
import { voidDialog } from './review/void.ts';
import { say, type Turn } from './turn.ts';

/** The administrative conversations by name. */
export const dialogs: Dialogs = {
  present: presentDialog,
  approve: approveDialog,
  return: returnDialog,
  correct: correctDialog,
  void: voidDialog,
  closeCut: closeDialog,
  dayOff: dayOffDialog,
  exclusion: exclusionDialog,
  reopen: reopenDialog,
  settings: settingsDialog,
  programming: programmingDialog,
  reform: reformDialog,
  reformform: reformFormDialog,
  verify: verifyDialog,
  giving: givingDialog,
  inviting: invitingDialog,
  contract: contractDialog,
  ending: endingDialog,
  rename: renameDialog,
  impostor: impostorDialog,
  ownReport: ownReportDialog,
};

/**
 * Answers a step. The right is checked now, not when the button was shown. A text that says what a button says counts
 * as a tap on it; where a yes is asked for, a typed yes or no does too. A text after 12 hours of silence counts for
 * nothing: its effect may not be undoable.
 */
export function answerDialog(turn: Turn, row: QuestionRow, given: Given): void {
  const { dialog: name, data, shown } = readStep(row);
  if (!isDialog(name) || !allowed(turn, dialogs[name].needs, { dialog: name }))
    return finishStep(turn, { html: notForYou() });
  rememberAccount(turn);
  if (given.by === 'typed' && isStale(turn, row)) return finishStep(turn, { html: texts.tooLongAgo() });
  const said = given.by === 'typed' ? (tapInWords(shown.keyboard, given.text) ?? given) : given;
  if (!answerStep(turn, name, data, said) && given.by === 'typed') say(turn, { html: dialogs[name].hint() });
}

function isDialog(name: string): name is DialogName {
  return Object.hasOwn(dialogs, name);
}

/** @returns false when it is none of this step's. */
function answerStep<Name extends DialogName>(turn: Turn, name: Name, data: unknown, given: Given): boolean {
  if (given.by === 'typed') return dialogs[name].answer(turn, data, given);
  const answer = readStepAnswer(name, given.answer);
  return answer !== null && dialogs[name].answer(turn, data, { by: 'tap', answer });
}

function tapInWords(
  keyboard: ReturnType<typeof readStep>['shown']['keyboard'],
  text: string,
): Given | undefined {
  const words = bareWords(text);
  const buttons = (keyboard?.flat() ?? []).flatMap(({ text: label, data }) => {
    const button = readButton(data);
    return button?.to === 'question' ? [{ label, answer: button.answer }] : [];
  });
  const named = buttons.find(({ label }) => bareWords(label) === words);
  const tapped = named?.answer ?? answerOf(yesOrNo(text), new Set(buttons.map(({ answer }) => answer)));
  return tapped === undefined ? undefined : { by: 'tap', answer: tapped };
}

/** A yes or a no at a step that asks for one. At any other step it may be the wanted text. */
function answerOf(word: 'yes' | 'no' | null, answers: ReadonlySet<string>): string | undefined {
  if (word === null || !answers.has('yes')) return undefined;
  return [word, ...(word === 'no' ? ['back'] : [])].find((answer) => answers.has(answer));
}
