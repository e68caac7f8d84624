import { ANSWERS } from '../constants.ts';
import { hasLetter } from '../invisible.ts';
import { type Answer, asking, type Doubt, type Numbers } from './answer.ts';
import { chatterOfResponsible, isListedChatter } from './chatter.ts';
import { conflictIn, isOf, isRest, standsWithProgress } from './conflicts.ts';
import { withoutCourtesies, withoutSignature } from './courtesies.ts';
import { type Figure, type Part, partsOf } from './parts-of-text.ts';
import { isContent, isSilent } from './silent-parts.ts';
import { stateOf } from './states.ts';

const LEADING = /^[\s\-–—−,;:.=/|)\]>•·*_~…→!]+/u;

/** Reads a text as the answer to *¿Qué porcentaje lleva?* */
export function readPercentage(written: string, numbers: Numbers): Answer {
  const text = withoutSignature(written);
  const parts = partsOf(text);
  const figures = parts.filter((part) => part.kind === 'figure');
  const [first] = figures;
  if (first === undefined) return withoutFigure(text, parts);
  if (!parts.some(isContent)) return withoutContent(text, parts, figures, first, numbers);
  const at = parts.indexOf(first);
  const leads = parts.slice(0, at).every((part) => isSilent(part, first));
  return leads ? leading(text, parts, at, first, numbers) : within(text, parts, figures);
}

/** Figures with nothing around them but words that carry them or make them doubtful. */
function withoutContent(
  text: string,
  parts: readonly Part[],
  figures: readonly Figure[],
  first: Figure,
  numbers: Numbers,
): Answer {
  const main = figures.find((each) => each.signed) ?? first;
  const values = [...new Set(figures.map((each) => each.tenths))];
  const [value = null, other] = values;
  const rest = parts.filter((part) => !isSilent(part, main));
  if (value === null && other === undefined) {
    return main.item.reading === null ? asking('several', [], null) : outOfRange(text, main, null);
  }
  const known = values.filter((each) => each !== null);
  const agreed = other === undefined ? agreeing(text, main, known[0] ?? 0, rest) : null;
  if (agreed !== null) return agreed;
  if (rest.length === 0) return only(text, main, numbers);
  if (other !== undefined) {
    const last = known.at(-1) ?? 0;
    if (has(rest, 'instead') || has(rest, 'not')) return asking('corrected', [last, ...known], null);
    if (has(rest, 'once')) return asking('several', [last, ...known], null);
    return asking('several', known.length > 2 ? [] : known, null);
  }
  if (rest.some((part) => part.kind === 'fraction')) return asking('several', known, null);
  const denied = rest.some((part) => part.kind === 'words' && part.meaning === 'not');
  const [figure = 0] = known;
  if (isRest(parts, parts.indexOf(main))) return asking('missing', [1000 - figure], null);
  return denied && figureIsDenied(parts) ? asking('several', [], null) : asking('unsure', [figure], null);
}

/** `0 % no se ha realizado`, `70 % casi todo`: the words agree with the figure before them. */
function agreeing(text: string, figure: Figure, tenths: number, rest: readonly Part[]): Answer | null {
  if (/\p{L}/u.test(text.slice(0, figure.item.numberStart))) return null;
  const observation = cleaned(text.slice(figure.end));
  const state = observation === null ? null : stateOf(observation);
  if (observation === null || (observation.match(/\p{L}+/gu) ?? []).length < 2) return null;
  const almost = rest.length > 0 && rest.every((part) => part.kind === 'words' && part.meaning === 'whole');
  const goes = almost && /^casi\b/iu.test(observation) && tenths < 1000;
  if (state?.tenths !== tenths && !goes) return null;
  return figure.signed ? { kind: 'both', tenths, observation } : asking('bare', [tenths], observation);
}

/** *no es el 80*, but not *no, 80*. */
function figureIsDenied(parts: readonly Part[]): boolean {
  const at = parts.findIndex((part) => part.kind === 'words' && part.meaning === 'not');
  const next = parts[at + 1];
  return next?.kind === 'words';
}

/** One figure alone, said once or twice. */
function only(text: string, figure: Figure, numbers: Numbers): Answer {
  const { tenths, item } = figure;
  if (tenths === null) return outOfRange(text, figure, null);
  const written = text.slice(item.numberStart, item.numberEnd);
  if (item.odd || item.reading?.thousands === true) return asking('ambiguous', [tenths], null);
  const part = partNamed(written, numbers);
  if (part !== null) return asking('ambiguous', [tenths], null, part);
  if (!figure.signed && isSmall(tenths, written, numbers)) {
    return asking('small', [tenths], null, numbers.has(written) ? written : null);
  }
  return { kind: 'percentage', tenths };
}

/** Below 10 but not 0, or the number of one of the person's activities. */
function isSmall(tenths: number, written: string, numbers: Numbers): boolean {
  return (tenths < 100 && tenths > 0) || (numbers.has(written) && tenths > 0);
}

/** The activity that a number with a point names: `1.1`, or the first part of `1.80`. */
function partNamed(written: string, numbers: Numbers): string | null {
  if (!written.includes('.')) return null;
  if (numbers.has(written)) return written;
  const [whole = '', fraction = ''] = written.split('.');
  return fraction.length > 1 && numbers.has(whole) ? whole : null;
}

/** *Luz Torres*, and below it a post: may be who signs, or a thing with capitals. */
export const NAMES = /^(?:\p{Lu}\p{Ll}+ ){1,4}\p{Lu}\p{Ll}+(?:\n[\p{L} .]{1,60}){0,2}$/u;

/** A figure comes first, and other words follow. */
function leading(text: string, parts: readonly Part[], at: number, figure: Figure, numbers: Numbers): Answer {
  const { tenths } = figure;
  const run = afterFigure(parts, at, figure);
  const observation = cleaned(text.slice(run.from));
  const whole = withoutCourtesies(text, parts);
  if (tenths === null) {
    if (figure.item.reading === null) return asking('several', [], whole);
    return outOfRange(text, figure, isOf(parts[at + 1]) ? whole : observation);
  }
  const rest = parts.slice(run.next);
  const doubt = doubtOf(text, parts, { at, figure, tenths, next: run.next, observation });
  if (doubt !== null) {
    const others = rest.flatMap((part) =>
      part.kind === 'figure' && part.tenths !== null && part.signed ? [part.tenths] : [],
    );
    if (doubt === 'missing') return asking(doubt, [1000 - tenths], whole);
    if (doubt === 'several' || doubt === 'corrected') {
      return asking(
        doubt,
        has(rest, 'once') || doubt === 'corrected'
          ? [...others.slice(-1), tenths, ...others]
          : [tenths, ...others],
        whole,
      );
    }
    const kept = doubt === 'bare' || doubt === 'contradicted' ? observation : whole;
    return asking(doubt, [tenths], kept);
  }
  const written = text.slice(figure.item.numberStart, figure.item.numberEnd);
  if (figure.item.odd || figure.item.reading?.thousands === true) return asking('ambiguous', [tenths], whole);
  const part = partNamed(written, numbers);
  if (part !== null) return asking('ambiguous', [tenths], observation, part);
  if (observation !== null && NAMES.test(observation)) return asking('bare', [tenths], observation);
  if (figure.signed) {
    return observation === null ? { kind: 'percentage', tenths } : { kind: 'both', tenths, observation };
  }
  if (isSmall(tenths, written, numbers))
    return asking('small', [tenths], observation, numbers.has(written) ? written : null);
  if (!run.newLine || countsOnBelow(text, tenths)) return asking('bare', [tenths], observation);
  return observation === null ? { kind: 'percentage', tenths } : { kind: 'both', tenths, observation };
}

/** `20⏎Se hizo el taller⏎21⏎…` */
function countsOnBelow(text: string, tenths: number): boolean {
  return text.split('\n').some((line) => new RegExp(`^\\s*${tenths / 10 + 1}(?!\\d)`).test(line));
}

/** The words after the figure that only carry it, up to the last separator before other words; or nothing. */
function afterFigure(
  parts: readonly Part[],
  at: number,
  figure: Figure,
): { readonly from: number; readonly next: number; readonly newLine: boolean } {
  let next = at + 1;
  let from = figure.end;
  let newLine = false;
  let place = at + 1;
  let again = true;
  for (; place < parts.length; place += 1) {
    const part = parts[place];
    if (part === undefined || !isSilent(part, figure)) break;
    again &&= part.kind !== 'words' && part.kind !== 'date';
    if (
      part.kind === 'words' &&
      (part.meaning === 'done' || part.meaning === 'whole' || part.meaning === 'none')
    )
      break;
    if (part.kind === 'fraction' && parts[place + 1]?.kind === 'content') break;
    if (
      again &&
      part.kind === 'mark' &&
      part.start === parts[place - 1]?.end &&
      !/^[("'«“‘¡¿[]$/.test(part.mark)
    )
      from = part.end;
    const ends = part.kind === 'mark' && part.role === 'separator';
    if (part.newLine || ends || (again && part.kind !== 'mark')) {
      newLine ||= part.newLine;
      if (part.newLine && !ends) {
        from = part.start;
        next = place;
        if (part.kind === 'mark' || part.kind === 'figure' || part.kind === 'sign') continue;
      }
      if (ends || part.kind === 'figure' || part.kind === 'fraction' || part.kind === 'sign') {
        from = part.end;
        next = place + 1;
      }
    }
  }
  const content = parts[place];
  if (content?.newLine) return { from: content.start, next: place, newLine: true };
  return { from, next, newLine };
}

type Said = {
  readonly at: number;
  readonly figure: Figure;
  readonly tenths: number;
  /** The part at which the observation begins. */
  readonly next: number;
  readonly observation: string | null;
};

/** Why a figure at the beginning is doubtful in spite of its sign; null when it is certain. */
function doubtOf(text: string, parts: readonly Part[], said: Said): Doubt | null {
  const { at, figure, tenths, next, observation } = said;
  const after = parts.slice(at + 1);
  const direct = after[0];
  if (isOf(direct) && next === at + 1) return 'ofSomething';
  if (
    parts
      .slice(0, at + 2)
      .some((part) => part.kind === 'mark' && (part.role === 'odd' || part.role === 'question')) &&
    !isAmount(direct)
  )
    return 'unsure';
  if (/\?\s*$/.test(text)) return 'unsure';
  const cue = after.find((part) => !isSilent(part, figure));
  const others = after.some(
    (part) => part.kind === 'figure' && part.tenths !== null && part.tenths !== tenths,
  );
  if (cue?.kind === 'words') {
    if ((cue.meaning === 'instead' || cue.meaning === 'not') && others && figureSoon(after, cue))
      return 'corrected';
    if (cue.meaning === 'once') return others ? 'several' : 'unsure';
    if (cue.meaning === 'instead' && cue !== after[next - at - 1]) return 'unsure';
    if (cue.meaning === 'instead' && !/^no$/i.test(text.slice(cue.start, cue.end))) return 'unsure';
    if (cue.meaning === 'doubt' && !figure.signed) return 'unsure';
    if (cue.meaning === 'joint' && cue === after[0] && after.length < 4) return 'unsure';
    if (
      cue.meaning === 'missing' &&
      cue === after[0] &&
      /^(?:por|sin|rest|falta[nr]te)/iu.test(text.slice(cue.start, cue.end))
    )
      return 'missing';
  }
  if (conflictIn(after, tenths) !== null) return 'several';
  return observation !== null && contradicts(observation, tenths) ? 'contradicted' : null;
}

function isAmount(part: Part | undefined): boolean {
  return part?.kind === 'mark' && part.mark === '$';
}

/** Another figure follows the word directly: `80, no, 85`. */
function figureSoon(after: readonly Part[], cue: Part): boolean {
  const rest = after.slice(after.indexOf(cue));
  const until = rest.findIndex((part) => part.kind === 'figure');
  return until > 0 && !rest.slice(0, until).some(isContent);
}

/** `100 % no se ha hecho`, `0 % cumplida` */
function contradicts(observation: string, tenths: number): boolean {
  const state = stateOf(observation);
  if (state === null) return false;
  return (state.tenths === 0 && tenths === 1000) || (state.tenths === 1000 && tenths === 0);
}

/** Words stand before the first figure. */
function within(text: string, parts: readonly Part[], figures: readonly Figure[]): Answer {
  const whole = withoutCourtesies(text, parts);
  const placeOf = new Map(parts.map((part, at) => [part, at]));
  const isNow = (each: Figure): boolean => standsWithProgress(parts, placeOf.get(each) ?? 0);
  const sure = figures.filter((each) => each.signed && each.tenths !== null);
  const loose = figures.filter((each) => !each.signed && each.tenths !== null && isNow(each));
  const named = sure.length > 0 ? sure : loose.slice(-1);
  const values = [...new Set(named.flatMap((each) => (each.tenths === null ? [] : [each.tenths])))];
  const [value, other] = values;
  if (value === undefined) {
    const known = figures.find((each) => each.tenths !== null);
    const alone = parts.filter(isContent).length <= 1 && known !== undefined;
    return alone && known.tenths !== null
      ? asking('unsure', [known.tenths], null)
      : withoutFigure(text, parts);
  }
  const [figure] = named;
  const at = figure === undefined ? -1 : parts.indexOf(figure);
  if (other === undefined) {
    return isRest(parts, at) ? asking('missing', [1000 - value], whole) : asking('elsewhere', [value], whole);
  }
  const now = named.filter((each) => isNow(each) && each.tenths !== null);
  const likely = now.at(-1)?.tenths;
  if (likely !== undefined && likely !== null) return asking('several', [likely, ...values], whole);
  if (has(parts, 'once') || has(parts, 'instead'))
    return asking('several', [values.at(-1) ?? value, ...values], whole);
  return withoutFigure(text, parts);
}

/**
 * No figure can be the percentage: shares and states are asked about, chatter is reported as such, enough words are
 * kept.
 */
function withoutFigure(text: string, parts: readonly Part[]): Answer {
  const whole = withoutCourtesies(text, parts);
  const hasContent = parts.some(isContent);
  const kept = hasContent ? whole : null;
  const shares = [...new Set(parts.flatMap((part) => (part.kind === 'fraction' ? [part.tenths] : [])))];
  const [share, other] = shares;
  if (share !== undefined && other === undefined) {
    const at = parts.findIndex((part) => part.kind === 'fraction');
    return isRest(parts, at) ? asking('missing', [1000 - share], kept) : asking('fraction', [share], kept);
  }
  const chatter = chatterOfResponsible(text);
  const state = stateOf(text);
  if (
    state !== null &&
    !isListedChatter(text) &&
    (chatter === null || state.whole) &&
    !isPlainChatter(text)
  ) {
    return asking('state', [state.tenths], isEnough(text) ? whole : null);
  }
  if (chatter !== null) return { kind: 'chatter', as: chatter };
  return isEnough(text) && hasContent ? { kind: 'observation', text: whole } : { kind: 'nothing' };
}

/** Words on the list of chatter that are states elsewhere: *ninguna*, *ya*. */
function isPlainChatter(text: string): boolean {
  return /^\W*(?:ya|listo|no|n\/?a)\W*$/iu.test(text);
}

function isEnough(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length >= ANSWERS.observationWords && hasLetter(text);
}

function has(parts: readonly Part[], meaning: string): boolean {
  return parts.some((part) => part.kind === 'words' && part.meaning === meaning);
}

/**
 * The observation without its separator from the figure and without thanks; null when no letter is left, or only
 * chatter.
 */
function cleaned(after: string): string | null {
  const text = after.replace(LEADING, '').trim();
  if (!hasLetter(text)) return null;
  const kept = withoutCourtesies(text);
  return kept.replace(LEADING, '') || null;
}

function outOfRange(text: string, figure: Figure, observation: string | null): Answer {
  return {
    kind: 'outOfRange',
    written: text.slice(figure.item.numberStart, figure.item.numberEnd),
    observation,
  };
}
