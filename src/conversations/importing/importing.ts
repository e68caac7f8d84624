import { enqueueJob } from '../../db/jobs.ts';
import {
  closeQuestion,
  openQuestion,
  type QuestionRow,
  reopenQuestion,
  suspendedQuestions,
} from '../../db/questions.ts';
import { EVIDENCE } from '../../domain/constants.ts';
import type { Event, Html } from '../../domain/events.ts';
import { tooLongAgo } from '../../texts/dialogs.ts';
import { nothing } from '../../texts/html.ts';
import * as texts from '../../texts/importing/importing.ts';
import { viewed, viewTitles } from '../../texts/importing/preview.ts';
import { isStale } from '../reporting/incoming/stale.ts';
import { askNext } from '../reporting/round/ask-next.ts';
import { say, type Turn } from '../turn.ts';
import { optionMeant } from './ask.ts';
import { askWhatToChange, chooseChange } from './change.ts';
import { askOne, choicesOf } from './offer.ts';
import {
  choiceOf,
  type FormRequest,
  type ImportQuestion,
  importKeyboard,
  openImport,
  readImportQuestion,
  type Views,
} from './question.ts';
import { reformulate } from './reform.ts';
import { closeImport, endImport, mayImport, telling } from './step.ts';
import { offerAgain, store } from './store.ts';

/** `/importar`: asks for the file. */
export function askForForm(turn: Turn): void {
  const asks = openImport(turn.db, turn.person.id, { step: 'waiting' }, turn.now);
  say(turn, { html: texts.sendTheForm(), asks });
}

/**
 * Whether a file of a coordinator is a form: it was asked for less than 12 hours ago, or nothing that takes a file is and
 * it looks like one. A photo (it has no name) never is.
 */
export function isForm(turn: Turn, sent: Extract<Event, { kind: 'file' }>): boolean {
  const { name } = sent.file;
  if (name === null) return false;
  const row = openQuestion(turn.db, turn.person.id);
  const asked = row && !takesNoFile.has(row.kind) && !(row.kind === 'import' && isStale(turn, row));
  return asked ? row.kind === 'import' : /\.(xlsx|xlsm|xlsb|xls|ods|numbers|txt|tsv|csv)$/i.test(name);
}

/** Questions that no file answers: one that looks like a form is one all the same. */
const takesNoFile: ReadonlySet<QuestionRow['kind']> = new Set(['administration', 'leave']);

/** Answers a photo during an import: it is no form. @returns false without an import */
export function refusePhoto(turn: Turn, sent: Extract<Event, { kind: 'file' }>): boolean {
  const row = openQuestion(turn.db, turn.person.id);
  if (sent.file.name !== null || row?.kind !== 'import' || isStale(turn, row)) return false;
  say(turn, { html: texts.photoIsNoForm() });
  return true;
}

/** What an administrative conversation interrupted takes words again; its buttons stand where they were. */
export function resumeImport(turn: Turn): void {
  if (openQuestion(turn.db, turn.person.id)) return;
  const [interrupted] = suspendedQuestions(turn.db, turn.person.id);
  if (interrupted?.kind !== 'import') return;
  if (isStale(turn, interrupted)) return endImport(turn, interrupted);
  const { step } = readImportQuestion(interrupted.payload);
  say(turn, { html: step === 'waiting' ? texts.sendTheForm() : texts.stillToDecide() });
  reopenQuestion(turn.db, interrupted, { ...interrupted, seen: true });
}

/** The file is fetched and read outside the transaction; what came of it comes back to `formRead`. */
export function receiveForm(turn: Turn, sent: Extract<Event, { kind: 'file' }>): void {
  if ((sent.file.bytes ?? 0) > EVIDENCE.bytes) {
    say(turn, { html: texts.tooBig() });
    return;
  }
  const request: FormRequest = {
    personId: turn.person.id,
    chatId: turn.chatId,
    fileId: sent.file.fileId,
    fractions: null,
    answers: {},
  };
  enqueueJob(turn.db, 'readForm', request, turn.now);
  say(turn, { html: texts.reading() });
}

/** What is typed. Of an import of long ago nothing is taken: nobody remembers what a *yes* would import. */
export function typedImport(turn: Turn, row: QuestionRow, text: string): void {
  if (isStale(turn, row)) {
    endImport(turn, row);
    say(turn, { html: tooLongAgo() });
    askNext(turn, { saved: null, before: nothing });
  } else if (!answerImport(turn, row, text)) say(turn, { html: notTaken(row) });
}

/** What fits in the place of typed words that were not taken. */
function notTaken(row: QuestionRow): Html {
  const asked = readImportQuestion(row.payload);
  const [first] = asked.step === 'ask' ? asked.questions : [];
  return first === undefined || first.options.length > 0 ? texts.chooseButton() : texts.writeLike(first.id);
}

/** A tap or its words. @returns false when it is none of this question's. */
export function answerImport(turn: Turn, row: QuestionRow, said: string): boolean {
  const asked = readImportQuestion(row.payload);
  if (asked.step === 'ask' && choiceOf(said) !== 'no') return answerOne(turn, row, asked, said);
  if (asked.step === 'change' && choiceOf(said) === 'back') {
    closeImport(turn, row);
    enqueueJob(turn.db, 'readForm', asked.request, turn.now);
    say(turn, { html: texts.readingAsItWas() });
    return true;
  }
  if (asked.step === 'change' && choiceOf(said) !== 'no') return chooseChange(turn, row, asked, said);
  const choice = choiceOf(said);
  if (choice === null || (asked.step === 'waiting' && choice !== 'no')) {
    if (asked.step === 'waiting') say(turn, { html: texts.sendTheForm() });
    return asked.step === 'waiting';
  }
  if (!mayImport(turn, row)) return true;
  if (choice === 'no') {
    endImport(turn, row);
    say(turn, { html: texts.cancelled() });
    askNext(turn, { saved: null, before: nothing });
    return true;
  }
  switch (asked.step) {
    case 'waiting':
    case 'ask':
    case 'change':
      return false;
    case 'fractions':
      if (choice !== 'fractions' && choice !== 'written') return false;
      closeQuestion(turn.db, row.id, turn.now);
      enqueueJob(turn.db, 'readForm', { ...asked.request, fractions: choice === 'fractions' }, turn.now);
      say(turn, { html: texts.reading() });
      return true;
    case 'same':
      if (choice !== 'same' && choice !== 'other') return false;
      offerAgain(turn, row, {
        ...asked,
        same: choice === 'same',
        others: choice === 'other' ? Object.fromEntries(asked.numbers.map((number) => [number, 'new'])) : {},
      });
      return true;
    case 'confirm':
      if (choice === 'positions' || choice === 'changes' || choice === 'notes') {
        look(turn, row, asked, choice);
        return true;
      }
      if (choice === 'change' && asked.request !== undefined) {
        askWhatToChange(turn, row, asked.request, asked.read?.changeable ?? []);
        return true;
      }
      if (choice === 'reform' && asked.reform) {
        reformulate(turn, row, asked);
        return true;
      }
      if (choice !== 'yes' && choice !== 'plan') return false;
      store(turn, row, asked, choice === 'plan');
      return true;
  }
}

/** A list behind a button of the preview, with the preview's buttons again. */
function look(
  turn: Turn,
  row: QuestionRow,
  asked: Extract<ImportQuestion, { step: 'confirm' }>,
  view: keyof Views,
): void {
  const { lines, hidden } = asked.views[view] ?? { lines: [], hidden: 0 };
  const keyboard = importKeyboard(row.id, choicesOf(asked, asked.views));
  telling(turn)(viewed(viewTitles[view], lines, hidden), { id: row.id, keyboard });
}

/** An answer to a question about the file; after the last one the file is read again with all of them. */
function answerOne(
  turn: Turn,
  row: QuestionRow,
  asked: Extract<ImportQuestion, { step: 'ask' }>,
  said: string,
): boolean {
  const [first, ...rest] = asked.questions;
  const option = first === undefined ? null : optionMeant(first, said);
  if (first === undefined || option === null) return false;
  if (!mayImport(turn, row)) return true;
  closeQuestion(turn.db, row.id, turn.now);
  const request = { ...asked.request, answers: { ...asked.request.answers, [first.id]: option } };
  if (rest.length > 0) {
    const next = { request, questions: rest, answered: asked.answered + 1 };
    askOne(turn.db, turn.person.id, next, telling(turn), turn.now);
    return true;
  }
  enqueueJob(turn.db, 'readForm', request, turn.now);
  say(turn, { html: texts.readingAgain() });
  return true;
}
