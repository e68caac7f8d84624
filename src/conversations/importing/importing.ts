import { importPlan } from '../../actions/import-plan.ts';
import { keepReading } from '../../actions/plan-reading.ts';
import { tryImport } from '../../actions/try-import.ts';
import { enqueueJob } from '../../db/jobs.ts';
import {
  closeQuestion,
  openQuestion,
  type QuestionRow,
  reopenQuestion,
  suspendedQuestions,
} from '../../db/questions.ts';
import { keepReceived, takeReceived } from '../../db/workbooks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { EVIDENCE } from '../../domain/constants.ts';
import type { Event, Html } from '../../domain/events.ts';
import type { Question } from '../../forms/reading/asking.ts';
import { tooLongAgo } from '../../texts/dialogs.ts';
import { notForYou } from '../../texts/help.ts';
import { nothing } from '../../texts/html.ts';
import * as texts from '../../texts/importing/importing.ts';
import { allowed } from '../allowed.ts';
import { rememberAccount } from '../enrolment/account.ts';
import { isStale } from '../reporting/incoming/stale.ts';
import { askNext } from '../reporting/round/ask-next.ts';
import { say, type Turn } from '../turn.ts';
import { optionMeant } from './ask.ts';
import { describeImport } from './describe-import.ts';
import { askOne, type Offer, offer, type Shown, tellAll } from './offer.ts';
import {
  choiceOf,
  type FormRequest,
  type ImportQuestion,
  importKeyboard,
  openImport,
  readImportQuestion,
} from './question.ts';

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
  return asked ? row.kind === 'import' : /\.(xlsx|txt|tsv|csv)$/i.test(name);
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
  } else if (!answerImport(turn, row, text)) say(turn, { html: texts.chooseButton() });
}

/** Over, with nothing changed: the file that was received goes with it. */
function endImport(turn: Turn, row: QuestionRow): void {
  takeReceived(turn.db, row.id);
  closeQuestion(turn.db, row.id, turn.now);
}

/** A tap or its words. @returns false when it is none of this question's. */
export function answerImport(turn: Turn, row: QuestionRow, said: string): boolean {
  const asked = readImportQuestion(row.payload);
  if (asked.step === 'ask' && choiceOf(said) !== 'no') return answerOne(turn, row, asked, said);
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
      if (choice === 'change' && asked.request !== undefined) {
        askWhatToChange(turn, row, asked.request, asked.read?.changeable ?? []);
        return true;
      }
      if (choice !== 'yes' && choice !== 'plan') return false;
      store(turn, row, asked, choice === 'plan');
      return true;
  }
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

function askWhatToChange(
  turn: Turn,
  row: QuestionRow,
  request: FormRequest,
  questions: readonly Question[],
): void {
  endImport(turn, row);
  const id = openImport(
    turn.db,
    turn.person.id,
    { step: 'change', request, questions: [...questions] },
    turn.now,
  );
  const decided = questions.filter(({ id: of }) => !of.startsWith('column:')).slice(0, MOST_CHANGES);
  const keyboard = [
    ...decided.map((question, index) => [
      {
        text: texts.changeLabel(question.text),
        data: writeButton({ to: 'question' as const, id, answer: `o${index}` }),
      },
    ]),
    ...importKeyboard(id, ['no']),
  ];
  tellAll(turn.db, whose(turn), texts.whatToChange(), { id, keyboard }, turn.now);
}

/** Decisions with a button of their own; columns are named by their letter. */
const MOST_CHANGES = 8;

function chooseChange(
  turn: Turn,
  row: QuestionRow,
  asked: Extract<ImportQuestion, { step: 'change' }>,
  said: string,
): boolean {
  const decided = asked.questions.filter(({ id }) => !id.startsWith('column:')).slice(0, MOST_CHANGES);
  const tapped = /^o(\d)$/.exec(said);
  const letter = said
    .trim()
    .replace(/^columna\s+/i, '')
    .toUpperCase();
  const chosen =
    tapped === null
      ? asked.questions.find(({ column, id }) => id.startsWith('column:') && column === letter)
      : decided[Number(tapped[1])];
  if (chosen === undefined) {
    say(turn, { html: texts.noSuchColumn() });
    return true;
  }
  if (!mayImport(turn, row)) return true;
  closeQuestion(turn.db, row.id, turn.now);
  const one = { request: asked.request, questions: [chosen], answered: 0 };
  askOne(turn.db, turn.person.id, one, telling(turn), turn.now);
  return true;
}

function mayImport(turn: Turn, row: QuestionRow): boolean {
  if (allowed(turn, 'importPlan', { command: 'importar' })) return true;
  endImport(turn, row);
  say(turn, { html: notForYou() });
  return false;
}

function telling(turn: Turn): (lines: readonly Html[], shown?: Shown) => void {
  return (lines, shown) => tellAll(turn.db, whose(turn), lines, shown, turn.now);
}

function store(
  turn: Turn,
  row: QuestionRow,
  asked: Extract<ImportQuestion, { step: 'confirm' }>,
  withoutMonitoring: boolean,
): void {
  const { db, now } = turn;
  const said = { now, sameActivities: asked.same, same: asked.others };
  const tried = tryImport(db, asked.form, { withoutMonitoring: false, ...said });
  if (!tried.ok || describeImport(tried).join('\n') !== asked.report.join('\n')) {
    say(turn, { html: texts.changedMeanwhile() });
    offerAgain(turn, row, asked);
    return;
  }
  closeQuestion(db, row.id, now);
  rememberAccount(turn);
  const workbook = takeReceived(db, row.id);
  const result = importPlan(db, asked.form, {
    withoutMonitoring,
    ...said,
    by: { personId: turn.person.id },
  });
  if (!result.ok) throw new Error('an import that was just tried was refused');
  keepReading(db, result.plan.id, asked.read ?? { decisions: [], layout: null }, workbook, now);
  tellAll(db, whose(turn), texts.imported(describeImport(result)), undefined, now);
  askNext(turn, { saved: null, before: nothing });
}

/** The preview as of now, with the workbook moved to its question. */
function offerAgain(turn: Turn, row: QuestionRow, asked: Offer): void {
  const { db, now } = turn;
  const workbook = takeReceived(db, row.id);
  closeQuestion(db, row.id, now);
  const { form, notes, same, others, understood, request, read } = asked;
  const of = { form, notes, same, others, understood, request, read };
  const id = offer(db, turn.person.id, of, telling(turn), now);
  if (id === null) askNext(turn, { saved: null, before: nothing });
  else if (workbook) keepReceived(db, id, workbook);
}

function whose(turn: Turn) {
  return { chatId: turn.chatId, personId: turn.person.id };
}
