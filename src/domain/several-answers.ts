import { readTypedAnswer, type TypedAnswer } from './percentage.ts';

/** One line of a message that answers for several activities. */
export type NumberedAnswer = {
  /** The activity's number as the form prints it. */
  readonly number: string;
  readonly answer: TypedAnswer;
  /** What stands after the colon. */
  readonly text: string;
};

/** `2:`, `n.º 2:`, `No. 2:`, `actividad 2:`; what a greeting has not. */
const marker = /^(?:n\s*\.?\s*[º°]\.?|n[ro]\s*\.|actividad)\s*/iu;

/**
 * Reads `2: 100 % plan publicado`, a line an activity, when every line that is not empty begins with one of
 * `numbers` (case aside) and a colon; a greeting without figures may stand above. Null when the text has not
 * that shape or no line has anything of a percentage. In the order of the lines; a number may come twice.
 */
export function readSeveral(text: string, numbers: ReadonlySet<string>): readonly NumberedAnswer[] | null {
  const printed = new Map([...numbers].map((number) => [number.toLowerCase(), number]));
  const lines = text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', ...rest] = lines;
  const answers = (rest.length > 0 && isGreeting(first) ? rest : lines).map((line) =>
    readLine(line, printed),
  );
  if (answers.some((answer) => answer === null)) return null;
  const read = answers.filter((answer) => answer !== null);
  return read.some(({ answer }) => answer.kind !== 'observation' && answer.kind !== 'nothing') ? read : null;
}

function readLine(line: string, printed: ReadonlyMap<string, string>): NumberedAnswer | null {
  const colon = line.indexOf(':');
  if (colon < 0 || colon > 40) return null;
  if (/^\d{1,2}:\d{2}(?![\d%])(?!\s*%)/.test(line)) return null;
  const number = printed.get(line.slice(0, colon).replace(marker, '').trim().toLowerCase());
  if (number === undefined) return null;
  const said = line.slice(colon + 1).trim();
  return { number, answer: readTypedAnswer(said), text: said };
}

function isGreeting(line: string): boolean {
  return line.length <= 60 && !/[\p{N}%]/u.test(line);
}
