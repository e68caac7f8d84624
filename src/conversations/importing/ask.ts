import { bareWords } from '../../domain/answers/yes-or-no.ts';
import { writeButton } from '../../domain/buttons.ts';
import { isLocalDate } from '../../domain/dates.ts';
import type { Html, Keyboard } from '../../domain/events.ts';
import { readDate } from '../../domain/written-dates.ts';
import type { Question } from '../../forms/reading/asking.ts';
import { importButtons, questionText } from '../../texts/importing/importing.ts';

/** Options beyond these are typed: a phone shows no more. */
const MOST_BUTTONS = 8;
const LONGEST_LABEL = 60;
/** A code stands in every list and in the names of files. */
const LONGEST_CODE = 40;
const LONGEST_TEXT = 120;

/** A question about a file, with its options as buttons, the likely one first, and a way out. */
export function asked(
  id: number,
  question: Question,
  place: { readonly number: number; readonly of: number },
): { readonly lines: readonly Html[]; readonly keyboard: Keyboard } {
  const options =
    question.options.length > 0
      ? question.options.slice(0, MOST_BUTTONS)
      : question.suggested === null
        ? []
        : [{ id: question.suggested, label: question.suggested }];
  const button = (text: string, answer: string) => [
    { text: short(text), data: writeButton({ to: 'question', id, answer }) },
  ];
  return {
    lines: questionText({
      ...place,
      text: question.text,
      free: question.options.length === 0,
      proposed: question.suggested !== null,
      more: question.options.slice(MOST_BUTTONS).map(({ label }) => label),
    }),
    keyboard: [
      ...options.map(({ label }, index) => button(label, `o${index}`)),
      button(importButtons.no, 'no'),
    ],
  };
}

function short(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : label;
}

/** The option that a tap or typed words mean; null when they mean none. */
export function optionMeant(question: Question, said: string): string | null {
  const tapped = /^o(\d{1,2})$/.exec(said);
  if (tapped !== null) {
    const index = Number(tapped[1]);
    return question.options[index]?.id ?? (index === 0 ? question.suggested : null);
  }
  const words = bareWords(said);
  const named = question.options.find(
    ({ id, label }) => id === said.trim() || bareWords(label) === words || bareWords(short(label)) === words,
  );
  if (named !== undefined) return named.id;
  if (question.id.startsWith('cut:'))
    return readDate(said) ?? (isLocalDate(said.trim()) ? said.trim() : null);
  const row = /^(?:fila )?(\d{1,5})$/.exec(words);
  if (question.id.startsWith('header') && row !== null) return `row:${row[1]}`;
  const numbered = /^\s*(\d{1,2})\s*\.?\s*$/.exec(said);
  if (numbered !== null && question.options.length > 0)
    return question.options[Number(numbered[1]) - 1]?.id ?? null;
  if (question.options.length > 0) return words === 'si' ? question.suggested : null;
  const text = said.replace(/\s+/g, ' ').trim();
  if (question.id === 'fiscalYear') return /^20\d\d$/.test(text) ? text : null;
  if (words === 'si' && question.suggested !== null) return question.suggested;
  return text === '' || text.length > (question.id === 'code' ? LONGEST_CODE : LONGEST_TEXT) ? null : text;
}
