import { openQuestion, type QuestionRow, questionById } from '../db/questions.ts';
import type { GeneralQuestionKind } from '../db/schema/index.ts';
import { readAnswer } from '../domain/answers/read-answer.ts';
import { bareWords, yesOrNo } from '../domain/answers/yes-or-no.ts';
import { answerThatOne } from '../texts/dialogs.ts';
import { yesOrNoPlease } from '../texts/help.ts';
import { paragraphs } from '../texts/html.ts';
import { stillToDecide } from '../texts/importing/importing.ts';
import { chooseCause } from '../texts/reporting/causes.ts';
import { cameBefore } from '../texts/reporting/evidence.ts';
import { toast } from '../texts/reporting/reporting.ts';
import { saveThemOrNot } from '../texts/reporting/several.ts';
import { answerDialog } from './all-dialogs.ts';
import { refused } from './allowed.ts';
import { answerLeave } from './enrolment/personal-data.ts';
import { answerImport, typedImport } from './importing/importing.ts';
import { isEarly } from './reporting/early/is-early.ts';
import { takeAfterEnd } from './reporting/early/take-after-end.ts';
import { takeEarly } from './reporting/early/take-early.ts';
import { answerWhose } from './reporting/evidence/answer-whose.ts';
import { joinWhose, tellsSomething, whoseHint } from './reporting/evidence/whose-question.ts';
import { takeCorrectionUnasked } from './reporting/incoming/correction.ts';
import { sayNothingAsked } from './reporting/incoming/nothing-asked.ts';
import { isStale } from './reporting/incoming/stale.ts';
import { takeTap } from './reporting/incoming/tap.ts';
import { takeText } from './reporting/incoming/text.ts';
import { cancel } from './reporting/round/cancel.ts';
import { answerCauses, causeInWords } from './reporting/round/causes.ts';
import { answerSeveral } from './reporting/several/answer-several.ts';
import { offerSeveral } from './reporting/several/offer-several.ts';
import { askSeveralAgain } from './reporting/several/several-question.ts';
import { say, type Turn } from './turn.ts';
import { doWanted } from './wanted-in-words.ts';

/** Takes a typed text: several reports at once, or the answer to the one open question, in any conversation. */
export function answerInWords(turn: Turn, text: string): void {
  if (bareWords(text) === 'cancelar' && openQuestion(turn.db, turn.person.id)?.kind !== 'import')
    return cancel(turn);
  if (offerSeveral(turn, text)) return;
  const row = openQuestion(turn.db, turn.person.id);
  if (!row) {
    if (takeCorrectionUnasked(turn, text) || doWanted(turn, text)) return;
    if (!takeAfterEnd(turn, text)) sayNothingAsked(turn);
    return;
  }
  if (isEarly(turn, row) && !isChatterAt(row, text) && takeBeforeSeen(turn, row, text)) return;
  switch (row.kind) {
    case 'progress':
    case 'observation':
    case 'shorten':
    case 'lower':
    case 'doubtful':
    case 'overwrite':
    case 'misplaced':
      return takeText(turn, row, text);
    case 'causes':
      return causeTyped(turn, row, text);
    case 'several':
      return severalTyped(turn, row, text);
    case 'evidence':
      if (answerWhose(turn, row, text)) return;
      if (tellsSomething(text)) joinWhose(turn, row, text);
      else say(turn, { html: whoseHint(row) });
      return;
    case 'import':
      typedImport(turn, row, text);
      return;
    case 'administration':
      return answerDialog(turn, row, { by: 'typed', text });
    case 'leave':
      if (!answerLeave(turn, row, yesOrNo(text) ?? '')) say(turn, { html: yesOrNoPlease() });
      return;
  }
}

/**
 * Takes a tap on a button of a question. The id on the button decides, never the message it stands under.
 * @returns what the phone shows briefly, if anything.
 */
export function answerByTap(turn: Turn, id: number, answer: string): string | undefined {
  const row = questionById(turn.db, id);
  if (row?.personId !== turn.person.id) {
    refused(turn, { button: 'question' });
    return undefined;
  }
  switch (row.kind) {
    case 'progress':
    case 'observation':
    case 'shorten':
    case 'lower':
    case 'doubtful':
    case 'overwrite':
    case 'misplaced':
      return takeTap(turn, row, answer);
    case 'causes':
    case 'several':
    case 'evidence':
    case 'import':
    case 'administration':
    case 'leave':
      if (row.state === 'closed') return toast.alreadyAnswered;
      answerGeneral(turn, row, row.kind, answer);
      return undefined;
  }
}

function answerGeneral(turn: Turn, row: QuestionRow, kind: GeneralQuestionKind, answer: string): void {
  switch (kind) {
    case 'causes':
      answerCauses(turn, row, answer);
      return;
    case 'several':
      answerSeveral(turn, row, answer);
      return;
    case 'evidence':
      answerWhose(turn, row, answer);
      return;
    case 'import':
      answerImport(turn, row, answer);
      return;
    case 'administration':
      answerDialog(turn, row, { by: 'tap', answer });
      return;
    case 'leave':
      answerLeave(turn, row, answer);
      return;
  }
}

function causeTyped(turn: Turn, row: QuestionRow, text: string): void {
  const said = causeInWords(text);
  if (said === undefined || !answerCauses(turn, row, said)) say(turn, { html: chooseCause() });
}

/** Whether a text is no answer at all: the bot need not ask what it is for, and takes it like any other chatter. */
function isChatterAt({ kind }: QuestionRow, text: string): boolean {
  if ((kind !== 'progress' && kind !== 'observation') || yesOrNo(text) !== null) return false;
  return readAnswer(text, { question: 'percentage', numbers: new Set() }).kind === 'chatter';
}

/** Takes a text at the question about several lines. After a long silence it first shows again what would be saved. */
function severalTyped(turn: Turn, row: QuestionRow, text: string): void {
  if (isStale(turn, row)) {
    if (!askSeveralAgain(turn, row)) sayNothingAsked(turn);
    return;
  }
  const said = /^guard(?:ar|e)( tod[ao]s?| esta| estas( \d+)?)?$/.test(bareWords(text))
    ? 'yes'
    : yesOrNo(text);
  if (!answerSeveral(turn, row, said ?? '')) say(turn, { html: saveThemOrNot() });
}

/**
 * Takes a text that was sent before the open question could be seen. A question that is about no single activity gets
 * nothing of it, and its writer is shown the text.
 * @returns false when it may answer the question all the same
 */
function takeBeforeSeen(turn: Turn, row: QuestionRow, text: string): boolean {
  switch (row.kind) {
    case 'progress':
    case 'observation':
    case 'shorten':
    case 'lower':
    case 'doubtful':
    case 'overwrite':
    case 'misplaced':
      return takeEarly(turn, row, text);
    case 'evidence':
      joinWhose(turn, row, text);
      return true;
    case 'causes':
      if (!takeEarly(turn, row, text)) say(turn, { html: paragraphs(cameBefore(text), chooseCause()) });
      return true;
    case 'several':
      say(turn, { html: paragraphs(cameBefore(text), saveThemOrNot()) });
      return true;
    case 'import':
      say(turn, { html: paragraphs(cameBefore(text), stillToDecide()) });
      return true;
    case 'administration':
      say(turn, { html: paragraphs(cameBefore(text), answerThatOne()) });
      return true;
    case 'leave':
      say(turn, { html: paragraphs(cameBefore(text), yesOrNoPlease()) });
      return true;
  }
}
