import { type ImportResult, importPlan } from '../../actions/import-plan.ts';
import { keepReading } from '../../actions/plan-reading.ts';
import { tryImport } from '../../actions/try-import.ts';
import { keepIf } from '../../db/dry-run.ts';
import { type QuestionRow, suspendedQuestions } from '../../db/questions.ts';
import { keepReceived, takeReceived } from '../../db/workbooks.ts';
import { comparable } from '../../domain/outside-text.ts';
import type { Form } from '../../forms/form.ts';
import { nothing } from '../../texts/html.ts';
import * as texts from '../../texts/importing/importing.ts';
import { stored } from '../../texts/importing/preview.ts';
import { firstSteps, isBeginning } from '../beginning/first-steps.ts';
import { rememberAccount } from '../enrolment/account.ts';
import { askNext } from '../reporting/round/ask-next.ts';
import { say, type Turn } from '../turn.ts';
import { briefOf } from './brief.ts';
import { describeImport } from './describe-import.ts';
import { type Offer, offer, tellAll } from './offer.ts';
import { type ImportQuestion, readImportQuestion } from './question.ts';
import { closeImport, endImport, telling, whose } from './step.ts';

/** *Guardar*: what was shown is stored, or shown anew when it is no longer what would happen. */

export function store(
  turn: Turn,
  row: QuestionRow,
  asked: Extract<ImportQuestion, { step: 'confirm' }>,
  withoutMonitoring: boolean,
): void {
  const { db, now } = turn;
  const said = { now, sameActivities: asked.same, same: asked.others };
  const isAsShown = (result: ImportResult) =>
    result.ok && describeImport(result).join('\n') === asked.report.join('\n');
  const storeNow = () => {
    closeImport(turn, row);
    rememberAccount(turn);
    const workbook = takeReceived(db, row.id);
    const by = { personId: turn.person.id };
    return { workbook, result: importPlan(db, asked.form, { withoutMonitoring, ...said, by }) };
  };
  // What was shown has the reports, so without them it is tried before. A large plan is stored once if possible.
  const done = !withoutMonitoring
    ? keepIf(db, storeNow, ({ result }) => isAsShown(result))
    : isAsShown(tryImport(db, asked.form, { withoutMonitoring: false, ...said }))
      ? storeNow()
      : null;
  if (done === null) {
    say(turn, { html: texts.changedMeanwhile() });
    offerAgain(turn, row, asked);
    return;
  }
  const { result, workbook } = done;
  if (!result.ok) throw new Error('an import that was just tried was refused');
  endFormer(turn, row, asked.form);
  keepReading(db, result.plan.id, asked.read ?? { decisions: [], layout: null }, workbook, now);
  const { lines, sections, vacant } = briefOf(db, result, null, now);
  const changed = sections.flatMap(([, each]) => each);
  tellAll(
    db,
    whose(turn),
    stored({ plan: result.plan, lines: [...lines, ...changed], vacant }),
    undefined,
    now,
  );
  if (isBeginning(db, now)) say(turn, firstSteps(db, now));
  askNext(turn, { saved: null, before: nothing });
}

/**
 * The same plan sent before, and files that were asked about before, are not decided any more: what is stored took their
 * place. The preview of another plan stays.
 */
function endFormer(turn: Turn, stored: QuestionRow, form: Form): void {
  for (const row of suspendedQuestions(turn.db, turn.person.id)) {
    if (row.kind !== 'import' || row.id >= stored.id) continue;
    const former = readImportQuestion(row.payload);
    const isOther = 'form' in former && planKey(former.form) !== planKey(form);
    if (!isOther) endImport(turn, row);
  }
}

function planKey({ code, fiscalYear }: Form): string {
  return `${comparable(code)} ${fiscalYear}`;
}

/** The preview as of now, with the workbook moved to its question. */
export function offerAgain(turn: Turn, row: QuestionRow, asked: Offer): void {
  const { db, now } = turn;
  const workbook = takeReceived(db, row.id);
  closeImport(turn, row);
  const { form, notes, same, others, understood, request, read, seen } = asked;
  const of = { form, notes, same, others, understood, request, read, seen };
  const id = offer(db, turn.person.id, of, telling(turn), now);
  if (id === null) askNext(turn, { saved: null, before: nothing });
  else if (workbook) keepReceived(db, id, workbook);
}
