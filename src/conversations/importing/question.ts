import { z } from 'zod';
import type { Db } from '../../db/open.ts';
import { openGeneralQuestion } from '../../db/questions.ts';
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
    /** What it was said that importing would do. */
    report: z.array(z.string()),
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
