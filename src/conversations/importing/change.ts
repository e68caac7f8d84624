import { closeQuestion, type QuestionRow } from '../../db/questions.ts';
import { writeButton } from '../../domain/buttons.ts';
import { comparable } from '../../domain/outside-text.ts';
import type { Question } from '../../forms/reading/asking.ts';
import * as texts from '../../texts/importing/importing.ts';
import { say, type Turn } from '../turn.ts';
import { askOne, tellAll } from './offer.ts';
import { type FormRequest, type ImportQuestion, importKeyboard, openImport } from './question.ts';
import { endImport, mayImport, telling, whose } from './step.ts';

/** *Cambiar algo*: which decision about the file, and its question again. */

export function askWhatToChange(
  turn: Turn,
  row: QuestionRow,
  request: FormRequest,
  questions: readonly Question[],
): void {
  endImport(turn, row);
  const id = openImport(
    turn.db,
    turn.person.id,
    { step: 'change', request, questions: [...questions] },
    turn.now,
  );
  const decided = questions.filter(({ id: of }) => !of.startsWith('column:')).slice(0, MOST_CHANGES);
  const keyboard = [
    ...decided.map((question, index) => [
      {
        text: texts.changeLabel(question.id),
        data: writeButton({ to: 'question' as const, id, answer: `o${index}` }),
      },
    ]),
    ...importKeyboard(id, ['back', 'no']),
  ];
  tellAll(turn.db, whose(turn), texts.whatToChange(), { id, keyboard }, turn.now);
}

/** Decisions with a button of their own; columns are named by their letter, and positions beyond by their name. */
const MOST_CHANGES = 10;

export function chooseChange(
  turn: Turn,
  row: QuestionRow,
  asked: Extract<ImportQuestion, { step: 'change' }>,
  said: string,
): boolean {
  const decided = asked.questions.filter(({ id }) => !id.startsWith('column:')).slice(0, MOST_CHANGES);
  const tapped = /^o(\d{1,2})$/.exec(said);
  const letter = said
    .trim()
    .replace(/^columna\s+/i, '')
    .toUpperCase();
  const chosen =
    tapped === null
      ? asked.questions.find(
          ({ column, id }) =>
            (id.startsWith('column:') && column === letter) ||
            (id.startsWith('position:') && comparable(id.slice('position:'.length)) === comparable(said)),
        )
      : decided[Number(tapped[1])];
  if (chosen === undefined) {
    say(turn, { html: texts.noSuchColumn() });
    return true;
  }
  if (!mayImport(turn, row)) return true;
  closeQuestion(turn.db, row.id, turn.now);
  const one = { request: asked.request, questions: [chosen], answered: 0 };
  askOne(turn.db, turn.person.id, one, telling(turn), turn.now);
  return true;
}
