import { may, rolesOf } from '../actions/access.ts';
import { describeImport } from '../actions/describe-import.ts';
import { type ImportResult, importPlan, type PlanImported } from '../actions/import-plan.ts';
import { tryImport } from '../actions/try-import.ts';
import { enqueueJob } from '../db/jobs.ts';
import type { Db } from '../db/open.ts';
import { answer } from '../db/outbox.ts';
import { holdersOf, holdingsOf, isEnrolled, personById } from '../db/people.ts';
import { closeQuestion, openQuestion, type QuestionRow } from '../db/questions.ts';
import { recordRefusedAccess } from '../db/refused-access.ts';
import { keepReceived, setWorkbook, takeReceived } from '../db/workbooks.ts';
import { EVIDENCE } from '../domain/constants.ts';
import type { Moment } from '../domain/dates.ts';
import type { Event, Html, Keyboard } from '../domain/events.ts';
import { describeMending, describeNote, describeProblem } from '../forms/findings.ts';
import type { Form } from '../forms/form.ts';
import type { FormReading } from '../forms/read-form.ts';
import { splitAtLines } from '../summary/split-at-lines.ts';
import { notForYou } from '../texts/help.ts';
import { nothing } from '../texts/html.ts';
import * as texts from '../texts/importing.ts';
import { longDay } from '../texts/words.ts';
import { allowed } from './allowed.ts';
import {
  choiceOf,
  type FormRequest,
  type ImportQuestion,
  importKeyboard,
  openImport,
  readImportQuestion,
} from './import-question.ts';
import { goOn } from './reporting/continue.ts';
import { isStale } from './reporting/silence.ts';
import { say, type Turn } from './turn.ts';

/** `/importar`: asks for the file. */
export function askForForm(turn: Turn): void {
  openImport(turn.db, turn.person.id, { step: 'waiting' }, turn.now);
  say(turn, { html: texts.sendTheForm() });
}

/**
 * Whether a file of a coordinator is a form: it was asked for less than 12 hours ago, or nothing is asked and
 * it looks like one. A photo (it has no name) never is.
 */
export function isForm(turn: Turn, sent: Extract<Event, { kind: 'file' }>): boolean {
  const { name } = sent.file;
  if (name === null) return false;
  const row = openQuestion(turn.db, turn.person.id);
  const asked = row && !(row.kind === 'import' && isStale(turn, row));
  return asked ? row.kind === 'import' : /\.(xlsx|txt|tsv|csv)$/i.test(name);
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

/** A received file was read: its problems, or what importing it would do, with the buttons to decide. */
export function formRead(
  db: Db,
  request: FormRequest,
  read: { readonly reading: FormReading; readonly workbook: Uint8Array | null },
  now: Moment,
): void {
  const person = personById(db, request.personId);
  if (!person || !isEnrolled(person)) return;
  const to = { chatId: person.telegramUserId, personId: person.id };
  const tell = (lines: readonly Html[], keyboard?: Keyboard) => tellAll(db, to, lines, keyboard, now);
  if (!may(rolesOf(holdingsOf(db, person.id, now)), 'importPlan')) {
    recordRefusedAccess(db, person.id, { command: 'importar' }, now);
    return tell([notForYou()]);
  }
  if (!read.reading.ok) {
    const { problems } = read.reading;
    const ambiguous = problems.every((problem) => problem.kind === 'fractions');
    const id = ambiguous ? openImport(db, person.id, { step: 'fractions', request }, now) : null;
    tell(
      texts.problems(problems.map(describeProblem)),
      id === null ? undefined : importKeyboard(id, ['fractions', 'written', 'no']),
    );
    return;
  }
  const { form, warnings, mendings, unknownColumns } = read.reading;
  const notes = [
    ...warnings.map(describeNote),
    ...mendings.map(describeMending),
    ...unknownColumns.map(({ column, heading }) => `Columna ${column}, «${heading}»: se conserva como está.`),
  ];
  const id = offer(db, person.id, { form, notes, same: false }, tell, now);
  if (id !== null && read.workbook) keepReceived(db, id, read.workbook);
}

/** The file could not be fetched. */
export function formNotFetched(db: Db, request: FormRequest, why: 'tooBig' | 'gone', now: Moment): void {
  const to = { chatId: request.chatId, personId: request.personId };
  answer(db, to, { html: why === 'tooBig' ? texts.tooBig() : texts.couldNotFetch() }, now);
}

/** A tap or its words. @returns false when it is none of this question's. */
export function answerImport(turn: Turn, row: QuestionRow, said: string): boolean {
  const asked = readImportQuestion(row.payload);
  const choice = choiceOf(said);
  if (choice === null) return false;
  if (!allowed(turn, 'importPlan', { command: 'importar' })) {
    takeReceived(turn.db, row.id);
    closeQuestion(turn.db, row.id, turn.now);
    say(turn, { html: notForYou() });
    return true;
  }
  if (choice === 'no') {
    takeReceived(turn.db, row.id);
    closeQuestion(turn.db, row.id, turn.now);
    say(turn, { html: texts.cancelled() });
    goOn(turn, { saved: null, before: nothing });
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

export { chooseButton as importHint } from '../texts/importing.ts';

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
  goOn(turn, { saved: null, before: nothing });
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
  const tell = (lines: readonly Html[], keyboard?: Keyboard) =>
    tellAll(db, whose(turn), lines, keyboard, now);
  const id = offer(db, turn.person.id, asked, tell, now);
  if (id === null) goOn(turn, { saved: null, before: nothing });
  else if (workbook) keepReceived(db, id, workbook);
}

/** Shows what an import would do, tried and undone. @returns the question that was opened, if any. */
function offer(
  db: Db,
  personId: number,
  of: { readonly form: Form; readonly notes: readonly string[]; readonly same: boolean },
  tell: (lines: readonly Html[], keyboard?: Keyboard) => void,
  now: Moment,
): number | null {
  const notes = [...of.notes];
  const tried = tryImport(db, of.form, { withoutMonitoring: false, now, sameActivities: of.same });
  if (!tried.ok && tried.otherActivities.length > 0) {
    const id = openImport(db, personId, { step: 'same', form: of.form, notes }, now);
    tell(texts.areTheySame(tried.otherActivities), importKeyboard(id, ['same', 'no']));
    return id;
  }
  if (!tried.ok) {
    tell([refusal(tried)]);
    return null;
  }
  const report = describeImport(tried);
  const confirm: ImportQuestion = {
    step: 'confirm',
    form: of.form,
    notes,
    same: of.same,
    report: [...report],
  };
  const id = openImport(db, personId, confirm, now);
  const filled = of.form.activities.some((activity) => activity.monitoring.length > 0);
  const holders = holdersIn(db, of.form, tried, now);
  tell(
    texts.preview({ report, holders, notes }),
    importKeyboard(id, filled ? ['yes', 'plan', 'no'] : ['yes', 'no']),
  );
  return id;
}

/** Each position of the form with who holds it. */
function holdersIn(db: Db, form: Form, tried: PlanImported, now: Moment): readonly string[] {
  const named = new Set(form.activities.flatMap((activity) => activity.positions));
  return tried.positions
    .filter((position) => named.has(position.name))
    .map((position) => {
      const holders = holdersOf(db, position.id, now);
      const who = holders
        .map((each) => `${each.name}${isEnrolled(each) ? '' : ' (sin vincular)'}`)
        .join(', ');
      return `${position.name}: ${who === '' ? 'nadie todavía' : who}`;
    });
}

function refusal(result: Extract<ImportResult, { ok: false }>): Html {
  return texts.cutsInUse(result.cutsInUse.map(longDay));
}

function whose(turn: Turn) {
  return { chatId: turn.chatId, personId: turn.person.id };
}

function tellAll(
  db: Db,
  to: { readonly chatId: number; readonly personId: number },
  lines: readonly Html[],
  keyboard: Keyboard | undefined,
  now: Moment,
): void {
  const messages = splitAtLines(lines);
  messages.forEach((html, place) => {
    answer(db, to, place === messages.length - 1 && keyboard ? { html, keyboard } : { html }, now);
  });
}
