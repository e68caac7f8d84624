import { numberAfter } from '../../../domain/answer-words.ts';
import type { Answer, Numbers } from '../../../domain/answers/answer.ts';
import { readAnswer as readTyped } from '../../../domain/answers/read-answer.ts';
import { bareWords, yesOrNo } from '../../../domain/answers/yes-or-no.ts';
import type { Measure } from '../../../domain/units.ts';
import { type offeredTenths, type QuestionAnswer, readQuestionAnswer } from '../../question-answers.ts';
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
  /** A tapped amount of the measure. */
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'text'; readonly text: string; readonly answer: Answer }
  /** A button that the question does not have. */
  | { readonly kind: 'nothing' };

type Tapped = QuestionAnswer<ReportQuestion['kind']>;
type Percentage = `p${(typeof offeredTenths)[number]}`;
/** What a button of a question stands for, tapped or typed; without the percentages. */
export type Choice = Exclude<Tapped, Percentage | `u${number}`>;

/**
 * Reads an answer to a question: words that say what a button says are that choice. Pure; never throws.
 * @param numbers of the activities that the person may mean
 */
export function readAnswer(
  question: ReportQuestion,
  given: Given,
  numbers: Numbers,
  measure: Measure | null = null,
): Meant {
  if (given.by === 'tap') return readTap(question, given.button);
  const choice = choiceInWords(question, given.text);
  return choice === null ? readText(question, given.text, numbers, measure) : { kind: 'choice', choice };
}

function readText(question: ReportQuestion, text: string, numbers: Numbers, measure: Measure | null): Meant {
  const tapped = question.kind === 'observation' || question.kind === 'shorten' ? question.progress : null;
  const asked =
    tapped === null
      ? ({ question: 'percentage', numbers, measure } as const)
      : ({ question: 'observation', tapped, numbers, measure } as const);
  return { kind: 'text', text, answer: readTyped(text, asked) };
}

function readTap(question: ReportQuestion, button: string): Meant {
  const tapped = readQuestionAnswer(question.kind, button);
  if (tapped === null) return { kind: 'nothing' };
  const amount = numberAfter('u', tapped);
  if (amount !== undefined) return { kind: 'amount', amount };
  return isPercentage(tapped)
    ? { kind: 'figure', tenths: Number(tapped.slice(1)) }
    : { kind: 'choice', choice: tapped as Choice };
}

function isPercentage(tapped: Tapped): tapped is Percentage {
  return /^p\d+$/.test(tapped);
}

function choiceInWords(question: ReportQuestion, text: string): Choice | null {
  switch (question.kind) {
    case 'progress':
      return choiceAtProgress(text);
    case 'observation':
      return (asksYesOrNo(question) ? yesOrNo(text) : null) ?? choiceAtObservation(question, text);
    case 'shorten':
      return question.progress === null ? choiceAtProgress(text) : choiceAtObservation(question, text);
    case 'doubtful': {
      const said = yesOrNo(text);
      return said === 'yes' && isOneOfTwo(question) ? null : said;
    }
    case 'lower':
    case 'misplaced':
      return yesOrNo(text);
    case 'overwrite':
      return keepOrChange(text);
  }
}

/** *¿Cambiamos a 75 %?*, *¿Es de la n.º 3?* */
export function asksYesOrNo(question: Extract<ReportQuestion, { kind: 'observation' }>): boolean {
  return question.proposal !== null || question.otherActivity !== undefined;
}

/** *¿75 talleres o 75 %?*: a yes does not say which. */
export function isOneOfTwo({
  other,
  otherAmount,
  amount,
}: Extract<ReportQuestion, { kind: 'doubtful' }>): boolean {
  return other !== undefined && (amount ?? otherAmount ?? null) !== null;
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

/** Whether the person says *Sí, es para esta* of a kept text. */
export function isForThis(question: ReportQuestion, given: Given): boolean {
  if (question.kind !== 'misplaced') return false;
  const meant = readAnswer(question, given, new Set());
  return meant.kind === 'choice' && meant.choice === 'yes';
}
