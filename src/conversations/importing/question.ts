import { z } from 'zod';
import type { Db } from '../../db/open.ts';
import { openGeneralQuestion } from '../../db/questions.ts';
import { bareWords } from '../../domain/answers/yes-or-no.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Keyboard } from '../../domain/events.ts';
import type { Form } from '../../forms/form.ts';
import { importButtons } from '../../texts/importing/importing.ts';

/** What a reading of a received file was asked for: kept in the job. */
export const formRequest = z.object({
  personId: z.number().int(),
  chatId: z.number().int(),
  fileId: z.string(),
  /** How bare numbers up to 1 are to be read; null: ask. */
  fractions: z.boolean().nullable(),
});
export type FormRequest = z.infer<typeof formRequest>;

const payload = z.discriminatedUnion('step', [
  z.object({ step: z.literal('waiting') }),
  z.object({ step: z.literal('fractions'), request: formRequest }),
  z.object({ step: z.literal('same'), form: z.custom<Form>(), notes: z.array(z.string()) }),
  z.object({
    step: z.literal('confirm'),
    form: z.custom<Form>(),
    notes: z.array(z.string()),
    same: z.boolean(),
    /** What it was said that importing would do. */
    report: z.array(z.string()),
  }),
]);
/** Where an import stands: the file is awaited, how its numbers are meant, the same activities or not, the preview. */
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
  return found?.[0] ?? (words === 'si' ? 'yes' : null);
}
