import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { type PlanReading, readOptionsFor, withStored } from '../actions/plan-reading.ts';
import type { Db } from '../db/open.ts';
import { describeMending, describeNote } from '../forms/findings.ts';
import { readFormFile } from '../forms/read-file.ts';
import type { Answers, Question } from '../forms/reading/asking.ts';
import { nameOf } from '../log.ts';
import { errors, fileError } from '../texts/cli/errors.ts';
import { importErrors, mending, planRead, warning } from '../texts/cli/import.ts';
import { faultOfWhole, groupedNotes, groupedProblems } from '../texts/importing/grouped.ts';
import { readingJson } from './plan-read-json.ts';
import { printJson, printLine, warn } from './print.ts';
import { reading } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

export type ReadFlags = {
  readonly answers?: string;
  readonly json?: true;
  readonly withoutMonitoring?: true;
  readonly fractions?: true;
};

/** `plan read FILE`: how a file is understood and what is asked. Stores nothing. */
export async function readFile(around: Surroundings, file: string, flags: ReadFlags): Promise<void> {
  const bytes = readBytes(file);
  const answers = readAnswers(flags.answers);
  const read = await reading(around, (db) => readPlanFile(db, bytes, answers, flags));
  refuseUnknown(read);
  if (flags.json) printJson(around, readingJson(read));
  else printReading(around, read);
  if (read.status === 'refused') throw refusalOf(read, flags.json === true ? 'brief' : 'whole');
}

/** The plan of a file with what the entity's data say about it. */
export function readPlanFile(db: Db, bytes: Uint8Array, answers: Answers, flags: ReadFlags): PlanReading {
  const form = readFormFile(bytes, {
    ...readOptionsFor(db),
    answers,
    withoutMonitoring: flags.withoutMonitoring === true,
    ...(flags.fractions ? { fractions: true } : {}),
  });
  return withStored(db, form, answers);
}

/** An answer to what the file does not have ends the command: nobody knows what was meant. @throws {Refused} with code 2 */
export function refuseUnknown({ unknownAnswers }: PlanReading): void {
  const [first] = unknownAnswers;
  if (first === undefined) return;
  const lines = unknownAnswers.map(({ id, option }) => planRead.unknownAnswer(id, option));
  throw new Refused(lines.at(-1) ?? '', lines.slice(0, -1), 2);
}

export function refusalOf({ reading: form }: PlanReading, how: 'brief' | 'whole'): Refused {
  const problems = form.ok ? [] : form.problems;
  const whole = faultOfWhole(problems) !== undefined;
  return new Refused(
    whole ? importErrors.noPlan : importErrors.problems(problems.length),
    how === 'brief' ? [] : groupedProblems(problems),
  );
}

/** A large plan has thousands: beyond these, those of one kind in one column are told once, with how many there are. */
const MOST_NOTES = 60;

/** What the reader has to say besides: warnings, what it remembered, and mendings. */
export function tellNotes(around: Surroundings, { reading: form }: PlanReading): void {
  const notes =
    form.warnings.length > MOST_NOTES ? groupedNotes(form.warnings) : form.warnings.map(describeNote);
  for (const note of notes) warn(around, warning(note));
  const remembered = form.decisions.flatMap(({ taken, question }) =>
    taken === 'remembered' ? [question.id] : [],
  );
  if (remembered.length > 0) warn(around, planRead.remembered(remembered));
  for (const each of form.mendings) warn(around, mending(describeMending(each)));
}

function printReading(around: Surroundings, read: PlanReading): void {
  const { draft, columns } = read.reading;
  if (!read.reading.ok && faultOfWhole(read.reading.problems) !== undefined) return;
  if (draft !== null) {
    printLine(around, planRead.plan(draft));
    if (draft.sheets.length > 0) printLine(around, planRead.sheets(draft.sheets));
    printLine(around, planRead.activities(draft.activities.length));
    for (const column of columns) printLine(around, planRead.column(column));
    for (const cut of draft.cuts) printLine(around, planRead.cut(cut));
  }
  for (const line of questionLines(read.questions)) printLine(around, line);
  if (read.status === 'ready') printLine(around, planRead.ready);
  tellNotes(around, read);
}

/** The questions with their ids and options, as the file of answers needs them. */
export function questionLines(questions: readonly Question[]): string[] {
  return questions.flatMap((question) => [
    planRead.question(question.id, question.text, question.required),
    ...question.options.map(({ id, label }) => planRead.option(id, label, id === question.suggested)),
    ...(question.options.length === 0 && question.suggested !== null
      ? [planRead.likely(question.suggested)]
      : []),
  ]);
}

const answersFile = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The answers of a file: ids of questions with the ids of options. */
export function readAnswers(file: string | undefined): Answers {
  if (file === undefined) return {};
  const bytes = readBytes(file);
  try {
    return answersFile.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new Refused(planRead.badAnswers(file), [], 2);
  }
}

/** Plans are small; anything far beyond is not even read. */
const BYTES_MOST = 50 * 1024 * 1024;

export function readBytes(file: string): Uint8Array {
  try {
    if (statSync(file).size > BYTES_MOST) throw new Refused(errors.fileUnreadable(file));
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Refused) throw error;
    const code = nameOf(error);
    if (code === 'ENOENT') throw new Refused(errors.fileMissing(file));
    throw new Refused(code === 'EISDIR' ? errors.fileUnreadable(file) : fileError(code, file));
  }
}
