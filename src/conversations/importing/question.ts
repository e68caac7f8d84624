import { z } from 'zod';
import type { Db } from '../../db/open.ts';
import { closeQuestion, openGeneralQuestion, openQuestion, suspendedQuestions } from '../../db/questions.ts';
import { bareWords } from '../../domain/answers/yes-or-no.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Keyboard } from '../../domain/events.ts';
import type { Form } from '../../forms/form.ts';
import type { Question } from '../../forms/reading/asking.ts';
import type { FormReading } from '../../forms/reading/plan-reading.ts';
import { importButtons, importWords } from '../../texts/importing/importing.ts';

/** What a reading of a received file was asked for: kept in the job. */
export const formRequest = z.object({
  personId: z.number().int(),
  chatId: z.number().int(),
  fileId: z.string(),
  /** How bare numbers up to 1 are to be read; null: ask. */
  fractions: z.boolean().nullable(),
  /** What was answered about the file so far. */
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
});
export type FormRequest = z.infer<typeof formRequest>;

/** How a file was read, kept until the plan is stored. */
export type ReadOfFile = Pick<FormReading, 'decisions' | 'layout'> & {
  /** Questions about every column and decision, for a person who wants to change one. */
  readonly changeable: readonly Question[];
};

/** How a file was read, as far as the preview tells it. */
export type FileSeen = {
  /** The sheets that were read; empty for a text file. */
  readonly sheets: readonly string[];
  /** Names of positions that may be several and stay whole. */
  readonly doubtful: readonly string[];
  /** The notes that are told at once; all of them stand behind a button. */
  readonly told: readonly string[];
};

/** A list that a button of the preview shows. */
const view = z.object({ lines: z.array(z.string()), hidden: z.number() });
export type View = z.infer<typeof view>;
const views = z.object({ positions: view.optional(), changes: view.optional(), notes: view.optional() });
export type Views = z.infer<typeof views>;

const payload = z.discriminatedUnion('step', [
  z.object({ step: z.literal('waiting') }),
  z.object({ step: z.literal('fractions'), request: formRequest }),
  z.object({
    step: z.literal('ask'),
    request: formRequest,
    /** Those still to be answered, the one that is shown first. */
    questions: z.array(z.custom<Question>()),
    answered: z.number(),
  }),
  z.object({ step: z.literal('change'), request: formRequest, questions: z.array(z.custom<Question>()) }),
  z.object({
    step: z.literal('same'),
    form: z.custom<Form>(),
    notes: z.array(z.string()),
    understood: z.array(z.string()).default([]),
    request: formRequest.optional(),
    read: z.custom<ReadOfFile>().optional(),
    numbers: z.array(z.string()).default([]),
    seen: z.custom<FileSeen>().optional(),
  }),
  z.object({
    step: z.literal('confirm'),
    form: z.custom<Form>(),
    notes: z.array(z.string()),
    same: z.boolean(),
    /** Which doubtful activities are others: the stored ones make room. */
    others: z.record(z.string(), z.string()).default({}),
    understood: z.array(z.string()).default([]),
    request: formRequest.optional(),
    read: z.custom<ReadOfFile>().optional(),
    seen: z.custom<FileSeen>().optional(),
    /** What importing would do, to know whether it still would. */
    report: z.array(z.string()),
    /** It may be a reformulation: it changes what a version of the plan is about. */
    reform: z.boolean().default(false),
    views: views.default({}),
  }),
]);
/**
 * Where an import stands: the file is awaited, something about it is asked (`fractions`: by an earlier version), a decision
 * is to be changed, the same activities or not, the preview.
 */
export type ImportQuestion = z.infer<typeof payload>;

export function readImportQuestion(stored: unknown): ImportQuestion {
  return payload.parse(stored);
}

/** The file that `/importar` asked for has come: it is awaited no more. */
export function closeWaiting(db: Db, personId: number, now: Moment): void {
  const open = openQuestion(db, personId);
  for (const row of [...(open ? [open] : []), ...suspendedQuestions(db, personId)])
    if (row.kind === 'import' && readImportQuestion(row.payload).step === 'waiting')
      closeQuestion(db, row.id, now);
}

/** @returns the id of the question */
export function openImport(db: Db, personId: number, asked: ImportQuestion, now: Moment): number {
  return openGeneralQuestion(db, personId, 'import', asked, now).id;
}

export type Choice = keyof typeof importButtons;

export function importKeyboard(id: number, choices: readonly Choice[]): Keyboard {
  return choices.map((choice) => [
    { text: importButtons[choice], data: writeButton({ to: 'question', id, answer: choice }) },
  ]);
}

/** A tapped button or its words; null when it is neither. */
export function choiceOf(said: string): Choice | null {
  const words = bareWords(said);
  const found = (Object.entries(importButtons) as [Choice, string][]).find(
    ([choice, label]) => choice === said || bareWords(label) === words,
  );
  return found?.[0] ?? importWords[words] ?? (words === 'si' ? 'yes' : null);
}
