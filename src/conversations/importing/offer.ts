import { may, rolesOf } from '../../actions/access.ts';
import type { ImportResult, PlanImported } from '../../actions/import-plan.ts';
import { tryImport } from '../../actions/try-import.ts';
import type { Db } from '../../db/open.ts';
import { answer } from '../../db/outbox.ts';
import { holdersOf, holdingsOf, isEnrolled, personById } from '../../db/people.ts';
import { recordRefusedAccess } from '../../db/refused-access.ts';
import { keepReceived } from '../../db/workbooks.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { describeMending, describeNote, describeProblem } from '../../forms/findings.ts';
import type { Form } from '../../forms/form.ts';
import type { FormReading } from '../../forms/read-form.ts';
import { splitAtLines } from '../../summary/split-at-lines.ts';
import { notForYou } from '../../texts/help.ts';
import * as texts from '../../texts/importing/importing.ts';
import { longDay } from '../../texts/words/days.ts';
import { describeImport } from './describe-import.ts';
import {
  type Choice,
  type FormRequest,
  type ImportQuestion,
  importKeyboard,
  openImport,
} from './question.ts';

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
  const tell = (lines: readonly Html[], asked?: Asking) => tellAll(db, to, lines, asked, now);
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
      id === null ? undefined : { id, choices: ['fractions', 'written', 'no'] },
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

/** Shows what an import would do, tried and undone. @returns the question that was opened, if any. */
export function offer(
  db: Db,
  personId: number,
  of: { readonly form: Form; readonly notes: readonly string[]; readonly same: boolean },
  tell: (lines: readonly Html[], asked?: Asking) => void,
  now: Moment,
): number | null {
  const notes = [...of.notes];
  const tried = tryImport(db, of.form, { withoutMonitoring: false, now, sameActivities: of.same });
  if (!tried.ok && tried.otherActivities.length > 0) {
    const id = openImport(db, personId, { step: 'same', form: of.form, notes }, now);
    tell(texts.areTheySame(tried.otherActivities), { id, choices: ['same', 'no'] });
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
  tell(texts.preview({ report, holders, notes }), {
    id,
    choices: filled ? ['yes', 'plan', 'no'] : ['yes', 'no'],
  });
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

/** The question that a message asks, with the choices that it offers. */
export type Asking = { readonly id: number; readonly choices: readonly Choice[] };

/** As many messages as it takes, the buttons under the last. */
export function tellAll(
  db: Db,
  to: { readonly chatId: number; readonly personId: number },
  lines: readonly Html[],
  asked: Asking | undefined,
  now: Moment,
): void {
  const messages = splitAtLines(lines);
  const asking = asked && { keyboard: importKeyboard(asked.id, asked.choices), asks: asked.id };
  messages.forEach((html, place) => {
    answer(db, to, place === messages.length - 1 && asking ? { html, ...asking } : { html }, now);
  });
}
