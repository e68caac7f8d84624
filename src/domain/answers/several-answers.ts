import { readTypedAnswer, type TypedAnswer } from './percentage.ts';
import { itemsOf } from './typed-numbers.ts';

/** One line of a message that answers for several activities. */
export type NumberedAnswer = {
  /** The activity's number as the form prints it; as it was written when none has it. */
  readonly number: string;
  readonly answer: TypedAnswer;
  /** What stands after the colon. */
  readonly text: string;
};

/** `2:`, `n.º 2:`, `No. 2:`, `actividad 2:`; what a greeting has not. */
const marker = /^(?:n\s*\.?\s*[º°]\.?|n[ro]\s*\.|actividad)\s*/iu;

/**
 * Reads `2: 100 % plan publicado`, a line an activity, when every line that is not empty begins with one of
 * `numbers` (case aside) and a colon, or with a number like them that none is and, right after the colon, a certain
 * percentage with its sign or word: less may be an hour, or an observation. A greeting without figures may stand above.
 * Null when the text has not that shape or no line has anything of a percentage. In the order of the lines; a number
 * may come twice.
 */
export function readSeveral(text: string, numbers: ReadonlySet<string>): readonly NumberedAnswer[] | null {
  const printed = new Map([...numbers].map((number) => [number.toLowerCase(), number]));
  const shapes = new Set([...numbers].map(shapeOf));
  const lines = text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', ...rest] = lines;
  const answers = (rest.length > 0 && isGreeting(first) ? rest : lines).map((line) =>
    readLine(line, printed, shapes),
  );
  if (answers.some((answer) => answer === null)) return null;
  const read = answers.filter((answer) => answer !== null);
  return read.some(({ answer }) => answer.kind !== 'observation' && answer.kind !== 'nothing') ? read : null;
}

function readLine(
  line: string,
  printed: ReadonlyMap<string, string>,
  shapes: ReadonlySet<string>,
): NumberedAnswer | null {
  const colon = line.indexOf(':');
  if (colon < 0 || colon > 40) return null;
  if (/^\d{1,2}:\d{2}(?![\d%])(?!\s*%)/.test(line)) return null;
  const written = line.slice(0, colon).replace(marker, '').trim();
  const said = line.slice(colon + 1).trim();
  const number = printed.get(written.toLowerCase());
  if (number !== undefined) return { number, answer: readTypedAnswer(said), text: said };
  if (!shapes.has(shapeOf(written))) return null;
  const answer = readTypedAnswer(said);
  return isCertain(said, answer) ? { number: written, answer, text: said } : null;
}

/** `9` of `7` and `12`, `9.9` of `1.10`, but not of a year. */
function shapeOf(number: string): string {
  return number.toLowerCase().replace(/(?<!\d)\d{1,3}(?!\d)/g, '9');
}

function isCertain(said: string, answer: TypedAnswer): boolean {
  const [first] = itemsOf(said);
  if (first?.kind !== 'number' || !first.signed) return false;
  return answer.kind === 'percentage' || answer.kind === 'both' || answer.kind === 'outOfRange';
}

function isGreeting(line: string): boolean {
  return line.length <= 60 && !/[\p{N}%]/u.test(line);
}
