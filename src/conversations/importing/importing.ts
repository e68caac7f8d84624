import { importPlan } from '../../actions/import-plan.ts';
import { tryImport } from '../../actions/try-import.ts';
import { enqueueJob } from '../../db/jobs.ts';
import {
  closeQuestion,
  openQuestion,
  type QuestionRow,
  reopenQuestion,
  suspendedQuestions,
} from '../../db/questions.ts';
import { keepReceived, setWorkbook, takeReceived } from '../../db/workbooks.ts';
import { EVIDENCE } from '../../domain/constants.ts';
import type { Event, Html } from '../../domain/events.ts';
import type { Form } from '../../forms/form.ts';
import { tooLongAgo } from '../../texts/dialogs.ts';
import { notForYou } from '../../texts/help.ts';
import { nothing } from '../../texts/html.ts';
import * as texts from '../../texts/importing/importing.ts';
import { allowed } from '../allowed.ts';
import { rememberAccount } from '../enrolment/account.ts';
import { isStale } from '../reporting/incoming/stale.ts';
import { askNext } from '../reporting/round/ask-next.ts';
import { say, type Turn } from '../turn.ts';
import { describeImport } from './describe-import.ts';
import { type Asking, offer, tellAll } from './offer.ts';
import {
  choiceOf,
  type FormRequest,
  type ImportQuestion,
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

/** Says of a photo that it is no form while one is imported. @returns false when none is. */
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
  const choice = choiceOf(said);
  if (choice === null || (asked.step === 'waiting' && choice !== 'no')) {
    if (asked.step === 'waiting') say(turn, { html: texts.sendTheForm() });
    return asked.step === 'waiting';
  }
  if (!allowed(turn, 'importPlan', { command: 'importar' })) {
    endImport(turn, row);
    say(turn, { html: notForYou() });
    return true;
  }
  if (choice === 'no') {
    endImport(turn, row);
    say(turn, { html: texts.cancelled() });
    askNext(turn, { saved: null, before: nothing });
    return true;
  }
  switch (asked.step) {
    case 'waiting':
      return false;
    case 'fractions':
      if (choice !== 'fractions' && choice !== 'written') return false;
      closeQuestion(turn.db, row.id, turn.now);
      enqueueJob(turn.db, 'readForm', { ...asked.request, fractions: choice === 'fractions' }, turn.now);
      say(turn, { html: texts.reading() });
      return true;
    case 'same':
      if (choice !== 'same') return false;
      offerAgain(turn, row, { ...asked, same: true });
      return true;
    case 'confirm':
      if (choice !== 'yes' && choice !== 'plan') return false;
      store(turn, row, asked, choice === 'plan');
      return true;
  }
}

function store(
  turn: Turn,
  row: QuestionRow,
  asked: Extract<ImportQuestion, { step: 'confirm' }>,
  withoutMonitoring: boolean,
): void {
  const { db, now } = turn;
  const tried = tryImport(db, asked.form, { withoutMonitoring: false, now, sameActivities: asked.same });
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
    now,
    sameActivities: asked.same,
    by: { personId: turn.person.id },
  });
  if (!result.ok) throw new Error('an import that was just tried was refused');
  if (workbook) setWorkbook(db, result.plan.id, workbook, now);
  tellAll(db, whose(turn), texts.imported(describeImport(result)), undefined, now);
  askNext(turn, { saved: null, before: nothing });
}

/** The preview as of now, with the workbook moved to its question. */
function offerAgain(
  turn: Turn,
  row: QuestionRow,
  asked: { readonly form: Form; readonly notes: readonly string[]; readonly same: boolean },
): void {
  const { db, now } = turn;
  const workbook = takeReceived(db, row.id);
  closeQuestion(db, row.id, now);
  const tell = (lines: readonly Html[], asked?: Asking) => tellAll(db, whose(turn), lines, asked, now);
  const id = offer(db, turn.person.id, asked, tell, now);
  if (id === null) askNext(turn, { saved: null, before: nothing });
  else if (workbook) keepReceived(db, id, workbook);
}

function whose(turn: Turn) {
  return { chatId: turn.chatId, personId: turn.person.id };
}
