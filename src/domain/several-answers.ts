import { readTypedAnswer, type TypedAnswer } from './percentage.ts';

/** One line of a message that answers for several activities. */
export type NumberedAnswer = {
  /** The activity's number as the form prints it. */
  readonly number: string;
  readonly answer: TypedAnswer;
  /** What stands after the colon. */
  readonly text: string;
};

/**
 * Reads `2: 100 % plan publicado`, a line an activity, when every line that is not empty begins with one of `numbers`
 * (case aside) and a colon; null when the text has not that shape or no line says a percentage. In the order of the
 * lines; a number may come twice.
 */
export function readSeveral(text: string, numbers: ReadonlySet<string>): readonly NumberedAnswer[] | null {
  const printed = new Map([...numbers].map((number) => [number.toLowerCase(), number]));
  const answers: NumberedAnswer[] = [];
  for (const line of text.split(/[\r\n\u2028\u2029]+/)) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const number = printed.get(line.slice(0, Math.max(colon, 0)).trim().toLowerCase());
    if (number === undefined) return null;
    const said = line.slice(colon + 1).trim();
    answers.push({ number, answer: readTypedAnswer(said), text: said });
  }
  const understood = answers.some(({ answer }) => answer.kind === 'both' || answer.kind === 'percentage');
  return understood ? answers : null;
}
