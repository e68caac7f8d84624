import { may, rolesOf } from '../../actions/access.ts';
import type { ImportResult } from '../../actions/import-plan.ts';
import { withStored } from '../../actions/plan-reading.ts';
import { tryAsReform } from '../../actions/reform-by-form.ts';
import { enqueueJob } from '../../db/jobs.ts';
import type { Db } from '../../db/open.ts';
import { answer } from '../../db/outbox.ts';
import { holdingsOf, isEnrolled, personById } from '../../db/people.ts';
import { firstUnopenedCut } from '../../db/plans.ts';
import { recordRefusedAccess } from '../../db/refused-access.ts';
import { keepReceived } from '../../db/workbooks.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html, Keyboard } from '../../domain/events.ts';
import type { Question } from '../../forms/reading/asking.ts';
import type { FormReading } from '../../forms/reading/plan-reading.ts';
import { splitAtLines } from '../../summary/split-at-lines.ts';
import { notForYou } from '../../texts/help.ts';
import { faultOfWhole, groupedNotes, groupedProblems } from '../../texts/importing/grouped.ts';
import * as texts from '../../texts/importing/importing.ts';
import { preview } from '../../texts/importing/preview.ts';
import { longDay } from '../../texts/words/days.ts';
import { asked } from './ask.ts';
import { briefOf } from './brief.ts';
import { describeImport } from './describe-import.ts';
import {
  type Choice,
  closeWaiting,
  type FormRequest,
  type ImportQuestion,
  importKeyboard,
  openImport,
  type Views,
} from './question.ts';
import { changeable, mendingLines, seenOf, understoodLines, withDates } from './understood.ts';

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
  const tell = (lines: readonly Html[], shown?: Shown) => tellAll(db, to, lines, shown, now);
  if (!may(rolesOf(holdingsOf(db, person.id, now)), 'importPlan')) {
    recordRefusedAccess(db, person.id, { command: 'importar' }, now);
    return tell([notForYou()]);
  }
  const { reading } = read;
  if (!reading.ok) {
    if (reading.problems.length > 0) {
      const each = groupedProblems(reading.problems);
      const whole = faultOfWhole(reading.problems) !== undefined;
      tell(whole ? texts.noPlan(each) : texts.problems(reading.problems.length, each));
      return;
    }
    const [unfit] = reading.unknownAnswers;
    if (unfit !== undefined) return readWithout(db, request, unfit, tell, now);
    const { questions } = withStored(db, reading, request.answers);
    const required = questions
      .filter((question) => question.required)
      .map((question) => withDates(question, reading.draft));
    closeWaiting(db, person.id, now);
    askOne(db, person.id, { request, questions: required, answered: 0 }, tell, now);
    return;
  }
  const notes = [...groupedNotes(reading.warnings), ...mendingLines(reading.mendings)];
  const kept = { decisions: reading.decisions, layout: reading.layout, changeable: changeable(reading) };
  const understood = [...understoodLines(reading)];
  const of = {
    form: reading.form,
    notes,
    same: false,
    others: {},
    understood,
    request,
    read: kept,
    seen: seenOf(reading),
  };
  closeWaiting(db, person.id, now);
  const id = offer(db, person.id, of, tell, now);
  if (id !== null && read.workbook) keepReceived(db, id, read.workbook);
}

/** Reads the file again without an answer that does not fit it. */
function readWithout(
  db: Db,
  request: FormRequest,
  unfit: FormReading['unknownAnswers'][number],
  tell: (lines: readonly Html[]) => void,
  now: Moment,
): void {
  const answers = Object.fromEntries(Object.entries(request.answers).filter(([id]) => id !== unfit.id));
  tell([texts.unfitAnswer(unfit.option ?? String(request.answers[unfit.id] ?? ''))]);
  enqueueJob(db, 'readForm', { ...request, answers }, now);
}

/** Puts the first of the questions about a file, and opens it. */
export function askOne(
  db: Db,
  personId: number,
  of: { readonly request: FormRequest; readonly questions: readonly Question[]; readonly answered: number },
  tell: (lines: readonly Html[], shown?: Shown) => void,
  now: Moment,
): void {
  const [first] = of.questions;
  if (first === undefined) return;
  const id = openImport(db, personId, { step: 'ask', ...of, questions: [...of.questions] }, now);
  const place = { number: of.answered + 1, of: of.answered + of.questions.length };
  const { lines, keyboard } = asked(id, first, place);
  const greeting = of.answered === 0 && place.of > 1 ? [texts.fewQuestions(place.of)] : [];
  tell([...greeting, ...lines], { id, keyboard });
}

/** The file could not be fetched. */
export function formNotFetched(db: Db, request: FormRequest, why: 'tooBig' | 'gone', now: Moment): void {
  const to = { chatId: request.chatId, personId: request.personId };
  answer(db, to, { html: why === 'tooBig' ? texts.tooBig() : texts.couldNotFetch() }, now);
}

export type Offer = Omit<
  Extract<ImportQuestion, { step: 'confirm' }>,
  'step' | 'report' | 'reform' | 'views'
>;

/** Shows what an import would do, tried and undone. @returns the question that was opened, if any. */
export function offer(
  db: Db,
  personId: number,
  of: Offer,
  tell: (lines: readonly Html[], shown?: Shown) => void,
  now: Moment,
): number | null {
  const said = { now, sameActivities: of.same, same: of.others };
  const { tried, reform: asReform } = tryAsReform(db, of.form, said);
  if (!tried.ok && tried.otherActivities.length > 0) {
    const { same: _same, others: _others, ...kept } = of;
    const numbers = tried.otherActivities.map(({ number }) => number);
    const id = openImport(db, personId, { step: 'same', ...kept, numbers }, now);
    tell(texts.areTheySame(tried.otherActivities), {
      id,
      keyboard: importKeyboard(id, ['same', 'other', 'no']),
    });
    return id;
  }
  if (!tried.ok) {
    tell([refusal(tried)]);
    return null;
  }
  const seen = of.seen ?? { sheets: [], doubtful: [], told: of.notes };
  const { understood, notes } = of;
  const brief = briefOf(db, tried, { ...seen, understood, notes }, now);
  const report = [...describeImport(tried)];
  const from = asReform ? firstUnopenedCut(db, tried.plan.id, now) : undefined;
  const reform = from !== undefined;
  const id = openImport(db, personId, { step: 'confirm', ...of, report, reform, views: brief.views }, now);
  tell(preview({ plan: tried.plan, ...brief, reformFrom: from?.cut.date ?? null }), {
    id,
    keyboard: importKeyboard(id, choicesOf({ ...of, reform }, brief.views)),
  });
  return id;
}

/** The buttons under a preview, and again under a list that was looked at. */
export function choicesOf(
  of: Pick<Offer, 'form' | 'request'> & { readonly reform: boolean },
  views: Views,
): readonly Choice[] {
  const filled = of.form.activities.some(({ monitoring }) =>
    monitoring.some(({ progressTenths }) => progressTenths !== null),
  );
  return [
    'yes',
    ...(filled ? (['plan'] as const) : []),
    ...(of.reform ? (['reform'] as const) : []),
    ...(['positions', 'changes', 'notes'] as const).filter((view) => views[view] !== undefined),
    ...(of.request === undefined ? [] : (['change'] as const)),
    'no',
  ];
}

function refusal(result: Extract<ImportResult, { ok: false }>): Html {
  return texts.cutsInUse(result.cutsInUse.map(longDay));
}

/** The question that a message asks, with its buttons. */
export type Shown = { readonly id: number; readonly keyboard: Keyboard };

/** As many messages as it takes, the buttons under the last. */
export function tellAll(
  db: Db,
  to: { readonly chatId: number; readonly personId: number },
  lines: readonly Html[],
  shown: Shown | undefined,
  now: Moment,
): void {
  const messages = splitAtLines(lines);
  const asking = shown && { keyboard: shown.keyboard, asks: shown.id };
  messages.forEach((html, place) => {
    answer(db, to, place === messages.length - 1 && asking ? { html, ...asking } : { html }, now);
  });
}
