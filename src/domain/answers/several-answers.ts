import type { Measure } from '../units.ts';
import { type NumberedStart, numberedStart } from './activity-number.ts';
import type { Answer } from './answer.ts';
import { chatterOf } from './chatter.ts';
import { withoutCourtesies, withoutSignature } from './courtesies.ts';
import type { PlanNumbers } from './plan-numbers.ts';
import { readInUnits } from './read-in-units.ts';
import { readPercentage } from './read-percentage.ts';
import { itemsOf } from './typed-numbers.ts';

/** A part of a message that answers for several activities, or for another one than the asked one. */
export type Line =
  /**
   * `number`: as the form prints it; as it was written when no activity has it. `sure`: clear enough to be saved at
   * once when it stands alone. `text`: the words behind the number.
   */
  | {
      readonly kind: 'numbered';
      readonly number: string;
      readonly answer: Answer;
      readonly sure: boolean;
      readonly text: string;
    }
  /** Stands above the first number and answers the open question. */
  | { readonly kind: 'open'; readonly text: string }
  /** Belongs to no activity, or could not be read. */
  | { readonly kind: 'unread'; readonly text: string };

/** What the activity with a number is counted in; null: it is reported as a percentage. */
export type Measures = (number: string) => Measure | null;

const noMeasures: Measures = () => null;

type Started = { readonly start: NumberedStart; readonly text: string };

/**
 * Reads a message whose lines begin with numbers of activities (specification: Several at once). `numbers`: those of
 * the person's plans. Null when no line has both a number and a figure or a state: lists of what was done, counts and
 * hours have none. Wrapped lines belong to the line above; greetings, thanks and a signature belong to no activity.
 */
export function readSeveral(
  text: string,
  numbers: PlanNumbers,
  measures: Measures = noMeasures,
): readonly Line[] | null {
  if (!/\d/.test(text) && !/\p{L}/u.test(text)) return null;
  const message = withoutCourtesies(withoutSignature(text));
  const found = linesOf(message, numbers, measures);
  const read = found.map((each) => ('start' in each ? readStarted(each, measures) : each));
  const numbered = read.filter((line) => line.kind === 'numbered');
  if (!numbered.some((line) => saysFigure(line.answer))) return null;
  const alone = numbered.length === 1 && read.length === 1;
  const [only] = numbered;
  if (alone && only !== undefined) return isDoubtful(only, found[0]) ? null : [only];
  return read;
}

/** Whether an answer has a figure that can be shown and confirmed. */
export function saysFigure(answer: Answer): boolean {
  return (
    answer.kind === 'percentage' ||
    answer.kind === 'both' ||
    answer.kind === 'outOfRange' ||
    answer.kind === 'units' ||
    ((answer.kind === 'ask' || answer.kind === 'askUnits') && answer.options.length > 0)
  );
}

/** `5 reuniones`, `1- Se hizo el 80 %`, `2.80%`: may not mean an activity at all. */
function isDoubtful(line: Extract<Line, { kind: 'numbered' }>, found: Started | Line | undefined): boolean {
  if (found === undefined || !('start' in found)) return true;
  const { known, named, separator } = found.start;
  if (!known && !named && separator.trim() === '') return true;
  if (named || separator.includes(':')) return false;
  if (/^[.,]$/.test(separator)) return true;
  const { answer } = line;
  return answer.kind === 'ask' && answer.why !== 'bare' && answer.why !== 'small';
}

function readStarted({ start, text }: Started, measures: Measures): Line {
  const answer = answerOf(text, measures(start.number));
  const signed =
    /^\s*[^\p{L}\d]*%?\s*[\p{L}\d]+(?:[.,]\d+)?(?:\s\p{L}+){0,2}\s*(?:[%％﹪٪℅]|p\p{L}*\s?[sc]ien|x\s?(?:[sc]ien|100)|por)/iu.test(
      text,
    ) || answer.kind !== 'ask';
  const clear = /^(?:\.|\)|[°º][:.]?|\*?:\*?|\s+|\u{FE0F}?\u{20E3})\s*$/u.test(
    start.separator.trim() === '' ? ' ' : start.separator.trim(),
  );
  const certain = answer.kind === 'percentage' || answer.kind === 'both';
  if (answer.kind === 'units') {
    // A bare number behind a number is shown first.
    const sure = start.known && (clear || start.named) && /[\p{L}/]/u.test(text);
    return { kind: 'numbered', number: start.number, answer, sure, text };
  }
  const behindBlank = start.separator.trim() === '' || /^[.)]/.test(start.separator.trim());
  const bare = !/[%％﹪٪℅]|[sc]ien|x\s?100|por/iu.test(text);
  const oneDigit = behindBlank && /^\D{0,2}\d\s*\D/.test(text) && start.separator.trim() === '';
  const sure =
    start.known && (clear || start.named) && certain && signed && !oneDigit && (start.named || !bare);
  return { kind: 'numbered', number: start.number, answer, sure, text };
}

const ENDING_FIGURE =
  /(?<!\d)(?:avance ?(?:del? ?)?:? ?)?\d{1,3}(?:[.,]\d{1,4})?\s?(?:%|por\s?ciento)\)?\.?$/iu;

/** Reads a figure at the end of the words too, since everything is shown before it counts. */
function answerOf(text: string, measure: Measure | null): Answer {
  const units = measure === null ? null : unitsIn(text, measure);
  if (units !== null) return units;
  const answer = readPercentage(text, new Set());
  if (answer.kind !== 'ask' || answer.why !== 'elsewhere') return answer;
  const figure = ENDING_FIGURE.exec(text);
  if (figure === null) return answer;
  const before = text
    .slice(0, figure.index)
    .trim()
    .replace(/[,;:.(–-]$/u, '')
    .trim();
  return { ...answer, observation: before };
}

function unitsIn(text: string, measure: Measure): Answer | null {
  return readInUnits(text, measure, { question: 'percentage', numbers: new Set() });
}

function linesOf(message: string, numbers: PlanNumbers, measures: Measures): readonly (Started | Line)[] {
  const written = message
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const lines = written.length === 1 ? inOneLine(written[0] ?? '', numbers, measures) : written;
  const found: (Started | Line)[] = [];
  for (const [at, line] of lines.entries()) {
    const start = startOf(line, lines[at + 1], numbers, measures);
    const last = found.at(-1);
    if (start !== null) found.push({ start, text: start.rest });
    else if (speaksOfOthers(line) || asksOrThanks(line)) {
      if (!isCourtesy(line)) found.push({ kind: 'unread', text: line });
    } else if (last === undefined || last === found.find((each) => 'kind' in each && each.kind === 'open')) {
      if (!isHeading(line))
        found.splice(found.length - (last === undefined ? 0 : 1), 1, openWith(last, line));
    } else if ('start' in last) found[found.length - 1] = { ...last, text: `${last.text}\n${line}`.trim() };
    else found.push({ kind: 'unread', text: line });
  }
  return found;
}

function openWith(last: Started | Line | undefined, line: string): Line {
  return { kind: 'open', text: last !== undefined && 'kind' in last ? `${last.text}\n${line}` : line };
}

/** The number of an activity at the start of a line: a figure follows it, or it is named as one. */
function startOf(
  line: string,
  next: string | undefined,
  numbers: PlanNumbers,
  measures: Measures,
): NumberedStart | null {
  if (/^\d{1,2}:\d{2}(?![\d%])(?!\s*[%℅])/.test(line)) return null;
  const start = numberedStart(line, numbers);
  if (start === null || severalNumbers(line, numbers)) return null;
  if (start.ordinal && !start.separator.includes(':')) return null;
  if (start.rest === '') {
    if (!start.known && !start.named) return null;
    return next !== undefined && (beginsWithFigure(next) || beginsWithUnits(next, start, measures))
      ? start
      : null;
  }
  if (/^[.,]$/.test(start.separator) && /^\d/.test(start.rest)) return null;
  const apart = start.separator.trim() !== '' || start.named;
  const figure = beginsWithFigure(start.rest) || (apart && beginsWithUnits(start.rest, start, measures));
  const explicit = start.separator.includes(':') || (start.named && !/^\s*(?:la|el)\s/iu.test(line));
  if (!start.known && !(isCertain(start.rest) && (explicit || isNearTheirs(start.number, numbers))))
    return null;
  if (figure) return start;
  if (explicit) return start;
  return start.named && saysFigure(readPercentage(start.rest, new Set()))
    ? start
    : endsWithFigure(start)
      ? start
      : null;
}

/** `1. caracterización: 80%` */
function endsWithFigure({ separator, rest }: NumberedStart): boolean {
  return /[.)\-–=|]/.test(separator) && ENDING_FIGURE.test(rest);
}

/** `1. 3 talleres`, `la 2: tres de cuatro`: an amount of what the activity of that number is counted in. */
function beginsWithUnits(text: string, { known, number }: NumberedStart, measures: Measures): boolean {
  const measure = known ? measures(number) : null;
  if (measure === null || itemsOf(text)[0]?.kind !== 'number') return false;
  const answer = unitsIn(text, measure);
  return answer !== null && saysFigure(answer);
}

function beginsWithFigure(text: string): boolean {
  const answer = readPercentage(text, new Set());
  if (answer.kind === 'percentage' || answer.kind === 'both' || answer.kind === 'outOfRange') return true;
  return (
    answer.kind === 'ask' &&
    !['elsewhere', 'state', 'fraction', 'missing'].includes(answer.why) &&
    (isSigned(text) || /^\d+(?:[.,]\d+)?(?:$|\s*[-–,;:]|\s+(?!\p{L}+s\b)\p{L})/u.test(text))
  );
}

function isSigned(text: string): boolean {
  return (
    /^[^\p{L}\d]*(?:[%℅]\s*\d|\d+(?:[.,]\d+)?\s*(?:[%％﹪٪℅]|por|x\s?(?:[sc]ien|100)|\p{L}*[sc]ien))/iu.test(
      text,
    ) ||
    /^\p{L}+(?:\s\p{L}+){0,4}\s+(?:por\s?[sc]ien|%)/iu.test(text) ||
    /\d\s*[%℅]/.test(text.slice(0, 40))
  );
}

/** A figure with its sign at the very beginning, with nothing to ask about. */
function isCertain(text: string): boolean {
  const [first] = itemsOf(text);
  const answer = readPercentage(text, new Set());
  return first?.kind === 'number' && first.signed && answer.kind !== 'ask';
}

/**
 * Whether an unknown number without a colon is about as large as the known ones; only then it counts as one of an
 * activity.
 */
function isNearTheirs(number: string, numbers: PlanNumbers): boolean {
  return Number(number) > 0 && Number(number) <= numbers.largest() * 2 + 9;
}

/** `5 y 6: 80%`, `5, 6 y 7 en 0%` */
function severalNumbers(line: string, numbers: PlanNumbers): boolean {
  const found = /^(\d{1,3})(?:\s*,\s*\d{1,3})*\s+y\s+(\d{1,3})\b/u.exec(line);
  return found !== null && numbers.has(found[1] ?? '') && numbers.has(found[2] ?? '');
}

/** Cuts `1: 80%, 2: 100%` and `la 1 va en 80% y la 2 en 100%` into lines; a single one stays whole. */
function inOneLine(written: string, numbers: PlanNumbers, measures: Measures): readonly string[] {
  const counted = countedInOneLine(written, numbers, measures);
  if (counted !== null) return counted;
  const joint =
    /(?:[,;.]\s*|\s+(?:y\s+)?)(?=(?:la\s+|en la\s+|n\.?\s?[º°]\s*|actividad\s+)?([\w.-]{1,8}?)(?:\s*[:.)=-]\s*|\s+)(?:va\s+|vamos\s+|es\s+|en\s+|al?\s+|el\s+|un\s+){0,4}\d+(?:[.,]\d+)?\s*%)/giu;
  const line = written.replace(/\s+/g, ' ');
  const cuts = [...line.matchAll(joint)].filter((match) => numbers.has(match[1] ?? '') && match.index > 0);
  if (cuts.length === 0 || numberedStart(line, numbers)?.known !== true) return [written];
  const parts: string[] = [];
  let from = 0;
  for (const cut of cuts) {
    parts.push(line.slice(from, cut.index).trim());
    from = cut.index + cut[0].length;
  }
  parts.push(line.slice(from).trim());
  return parts.every((part) => numberedStart(part, numbers)?.known === true && /\d\s*%/.test(part))
    ? parts
    : [written];
}

/** Cuts `1: 2 talleres, se hizo; 2: 3 informes` into lines where an activity has a measure; null: it is one line. */
function countedInOneLine(
  written: string,
  numbers: PlanNumbers,
  measures: Measures,
): readonly string[] | null {
  if (numberedStart(written, numbers)?.known !== true) return null;
  const joint = /(?:[,;.]\s*|\s+(?:y\s+)?)(?=(?:la\s+|n\.?\s?[º°]\s*|actividad\s+)?([\w.-]{1,8}?)\s*:\s)/giu;
  const line = written.replace(/\s+/g, ' ');
  const cuts = [...line.matchAll(joint)].filter(
    (match) => numbers.has(match[1] ?? '') && match.index > 0 && !ofWhole(line.slice(0, match.index)),
  );
  const starts = cuts.map((cut) => cut.index + cut[0].length);
  const parts = [0, ...starts].map((from, at) => line.slice(from, cuts[at]?.index ?? line.length).trim());
  const named = parts.map((part) => numberedStart(part, numbers));
  const measured = named.some((start) => start !== null && measures(start.number) !== null);
  return cuts.length > 0 && measured && named.every((start) => start?.known === true) ? parts : null;
}

/** `2 de 4: se dictaron`: the number behind is the whole. */
function ofWhole(before: string): boolean {
  return /(?:^|\s)(?:del?|l[ao]s)$/iu.test(before.slice(-8));
}

/** *Las demás en 0*, *la otra no sé* */
function speaksOfOthers(line: string): boolean {
  return /^(?:y\s+)?(?:en\s+)?(?:l[ao]s?|el)\s+(?:dem[aá]s|otr[ao]s?|resto)\b|^tod[ao]s\b/iu.test(line);
}

function asksOrThanks(line: string): boolean {
  return chatterOf(line) !== null;
}

function isCourtesy(line: string): boolean {
  const kind = chatterOf(line);
  return kind === 'thanks' || kind === 'greeting';
}

/** A title above the lines: *Reporte de actividades*, *Avances:* */
function isHeading(line: string): boolean {
  return (
    line.length <= 60 &&
    !/[\p{N}%]/u.test(line) &&
    (line.endsWith(':') || chatterOf(line) !== null || isTitle(line))
  );
}

function isTitle(line: string): boolean {
  return /^(?:(?:mi|mis|el|los|este es el|estos son los|env[ií]o|adjunto|les? env[ií]o|remito)\s+)*(?:reporte|avance|informe|seguimiento|actividades|monitoreo|plan)/iu.test(
    line,
  );
}
