import { z } from 'zod';
import type { Action } from '../../actions/access.ts';
import {
  closeQuestion,
  openGeneralQuestion,
  openQuestion,
  type QuestionRow,
  reopenQuestion,
  setPayload,
  suspendedQuestions,
} from '../../db/questions.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Button, Html, Message } from '../../domain/events.ts';
import { follow, say, type Turn } from '../turn.ts';
import type { DialogName, StepAnswer } from './step-answers.ts';

/**
 * A step of an administrative conversation is a question of the kind `administration`: which conversation, what it
 * knows so far (`data`, read by that conversation alone), and what was shown, to show it again after something else.
 */
const payload = z.object({ dialog: z.string(), data: z.unknown(), shown: z.custom<Message>() });

type Typed = { readonly by: 'typed'; readonly text: string };
/** What came to a step, before it is known whether its buttons answer such a thing. */
export type Given = Typed | { readonly by: 'tap'; readonly answer: string };
export type Tapped<Name extends DialogName> = { readonly by: 'tap'; readonly answer: StepAnswer<Name> };
export type Said<Name extends DialogName> = Typed | Tapped<Name>;

/** An administrative conversation. */
export type Dialog<Name extends DialogName> = {
  readonly needs: Action;
  /** Acts on a tap or a typed text. @returns false when it is none of this step's. */
  readonly answer: (turn: Turn, data: unknown, said: Said<Name>) => boolean;
  /** What the step wants, when a typed text was none of it. */
  readonly hint: () => Html;
};

/** All administrative conversations by their names. */
export type Dialogs = { readonly [Name in DialogName]: Dialog<Name> };

/** Makes a button of the step that is being asked. */
export type StepButton<Name extends DialogName> = (text: string, answer: StepAnswer<Name>) => Button;

export function readStep(row: QuestionRow): {
  readonly dialog: string;
  readonly data: unknown;
  readonly shown: Message;
} {
  return payload.parse(row.payload);
}

/**
 * Asks the next thing of an administrative conversation. Whatever step was asked before is over: a person has one such
 * conversation at a time; a question of another kind is suspended and comes back when this one ends (`finishStep`).
 */
export function askStep<Name extends DialogName>(
  turn: Turn,
  step: { readonly dialog: Name; readonly data: unknown },
  message: (button: StepButton<Name>) => Message,
): void {
  closeSteps(turn);
  const row = openGeneralQuestion(
    turn.db,
    turn.person.id,
    'administration',
    { ...step, shown: null },
    turn.now,
  );
  const said = message((text, answer) => ({
    text,
    data: writeButton({ to: 'question', id: row.id, answer }),
  }));
  const shown = { ...said, asks: row.id };
  setPayload(turn.db, row.id, { ...step, shown });
  follow(turn, shown);
}

/** The step again, as it was shown, after something else was asked. `first` is said above it. */
export function askStepAgain(turn: Turn, row: QuestionRow, first: () => void): boolean {
  first();
  reopenQuestion(turn.db, row, { ...row, askedAt: turn.now });
  say(turn, readStep(row).shown);
  return true;
}

/** Ends every administrative conversation of this person. */
export function closeSteps(turn: Turn): void {
  const asked = [openQuestion(turn.db, turn.person.id), ...suspendedQuestions(turn.db, turn.person.id)];
  for (const row of asked) if (row?.kind === 'administration') closeQuestion(turn.db, row.id, turn.now);
}
