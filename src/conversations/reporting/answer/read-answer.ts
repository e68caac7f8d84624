import { readTypedAnswer, type TypedAnswer } from '../../../domain/answers/percentage.ts';
import { bareWords, yesOrNo } from '../../../domain/answers/yes-or-no.ts';
import type { ReportQuestion } from '../questions/question.ts';

/** What a person gave as an answer to the question of an activity. */
export type Given =
  | { readonly by: 'typed'; readonly text: string }
  | { readonly by: 'tap'; readonly button: string };

/** What it means to that question. Nothing is decided yet: a choice may be one that the facts do not allow. */
export type Meant =
  | { readonly kind: 'choice'; readonly choice: Choice }
  /** A tapped percentage, times ten. */
  | { readonly kind: 'figure'; readonly tenths: number }
  | { readonly kind: 'text'; readonly text: string; readonly answer: TypedAnswer }
  /** A button that the question does not have. */
  | { readonly kind: 'nothing' };

export type Choice = 'skip' | 'leave' | 'same' | 'stay' | 'yes' | 'no' | 'cut' | 'keep' | 'change';

const buttonsOf: Readonly<Record<ReportQuestion['kind'], readonly Choice[]>> = {
  progress: ['skip', 'leave', 'same', 'stay'],
  observation: ['skip', 'leave', 'stay', 'yes', 'no'],
  shorten: ['cut'],
  lower: ['yes', 'no'],
  doubtful: ['yes', 'no'],
  overwrite: ['keep', 'change'],
  misplaced: ['yes', 'no'],
};

/** Reads an answer to a question: words that say what a button says are that choice. Pure; never throws. */
export function readAnswer(question: ReportQuestion, given: Given): Meant {
  if (given.by === 'tap') return readTap(question, given.button);
  const choice = choiceInWords(question, given.text);
  return choice === null ? readText(given.text) : { kind: 'choice', choice };
}

function readText(text: string): Meant {
  return { kind: 'text', text, answer: readTypedAnswer(text) };
}

function readTap(question: ReportQuestion, button: string): Meant {
  const tapped = /^p(0|250|500|750|1000)$/.exec(button)?.[1];
  if (question.kind === 'progress' && tapped !== undefined) return { kind: 'figure', tenths: Number(tapped) };
  const choice = buttonsOf[question.kind].find((each) => each === button);
  return choice === undefined ? { kind: 'nothing' } : { kind: 'choice', choice };
}

function choiceInWords(question: ReportQuestion, text: string): Choice | null {
  switch (question.kind) {
    case 'progress':
      return choiceAtProgress(text);
    case 'observation':
      return (question.proposal === null ? null : yesOrNo(text)) ?? choiceAtObservation(question, text);
    case 'shorten':
      return question.progress === null ? choiceAtProgress(text) : choiceAtObservation(question, text);
    case 'lower':
    case 'doubtful':
    case 'misplaced':
      return yesOrNo(text);
    case 'overwrite':
      return keepOrChange(text);
  }
}

function choiceAtProgress(text: string): Choice | null {
  const words = bareWords(text);
  return saysSkip(words) ? 'skip' : words === 'igual que antes' || words === 'igual' ? 'same' : null;
}

function choiceAtObservation({ correcting }: ReportQuestion, text: string): Choice | null {
  return saysSkip(bareWords(text)) ? (correcting ? 'leave' : 'skip') : null;
}

function saysSkip(words: string): boolean {
  return words === 'omitir' || words === 'omitir por ahora';
}

function keepOrChange(text: string): Choice | null {
  const words = bareWords(text);
  if (/^((la|lo) )?(dejo|deje|dejar|dejarla|dejarlo|dejala|dejalo)( asi)?$|^asi( esta bien)?$/.test(words))
    return 'keep';
  return /^((la|lo) )?(cambio|cambie|cambiar|cambiarla|cambiarlo|cambiala)$/.test(words) ? 'change' : null;
}

/** *Sí, es para esta*: what was kept for a question is said to be for it. */
export function isForThis(question: ReportQuestion, given: Given): boolean {
  if (question.kind !== 'misplaced') return false;
  const meant = readAnswer(question, given);
  return meant.kind === 'choice' && meant.choice === 'yes';
}
