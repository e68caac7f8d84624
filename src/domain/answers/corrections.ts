import type { Counted, Measure } from '../units.ts';
import { numberedStart } from './activity-number.ts';
import type { Answer } from './answer.ts';
import { withoutCourtesies } from './courtesies.ts';
import type { PlanNumbers } from './plan-numbers.ts';
import { readPercentage } from './read-percentage.ts';
import { readUnits } from './read-units.ts';
import { saysFigure } from './several-answers.ts';

/** A change in words of something reported. The bot asks with both figures and never stores it at once. */
export type Correction = {
  /**
   * `number`: the activity by its number; `last`: *la anterior*; `unsaid`: *perdón, era 60*, which may be the last one
   * or the one that is asked.
   */
  readonly of: { readonly kind: 'number'; readonly number: string } | { readonly kind: 'last' | 'unsaid' };
  /** Null: the text does not say the figure. */
  readonly tenths: number | null;
  /** How many of the measure that is; null: said as a percentage. */
  readonly amount: number | null;
  /** Another figure that may be meant: `75` talleres or percent. */
  readonly other?: Counted;
  readonly observation: string | null;
  /** It may as well answer the open question: *perdón, 60 %*. */
  readonly orAnswer: boolean;
};

/** What the activity of a correction is counted in; null: it is reported as a percentage. */
export type MeasureOf = (of: Correction['of']) => Measure | null;

/** In characters. A correction is short; a longer text tells what was done. */
const LONGEST = 300;

const APOLOGY =
  /^(?:(?:ay|uy|ups|no|oiga|bueno)[\s,.!]+)*(?:(?:me\s+equivoqu[eé](?:\s+de\s+n[uú]mero)?|(?:qu[eé]|ke)\s+pena|perd[oó]n(?:e|eme)?|disculp[ea]n?|mentiras?|corrijo|correcci[oó]n|rectifico|ups|ay\s+no)[\s,.:;!]*)+/iu;
const ASKS_CHANGE =
  /^(?:(?:quiero|necesito|puedo|por favor|debo|hay que|me ayuda a)\s+)*(?:corr?[eiíj]+[gj][a-zéíáó]*|cambi[a-zéíáó]*|c[aá]mbi[a-z]*|modifi[a-zéíáó]*|edit[a-zéíáó]*|borr[a-zéíáó]*|arregl[a-zéíáó]*|repetir|volver\s+a|puse\s+mal)(?![\p{L}])[\s,:]*/iu;
const WHAT =
  /^(?:en\s+)?(?:el|la)\s+(?:porcentaje|observaci[oó]n|n[uú]mero|dato|reporte|texto)(?:\s+(?:de|en)(?=\s))?(?![\p{L}])\s*/iu;
const LAST =
  /\b(?:(?:en|a|de)\s+)?(?:l[ao]|el)\s+(?:anterior|de\s+antes|pasad[ao]|[uú]ltim[ao]|que\s+acab[oé]\s+de\s+\p{L}+)(?!\p{L})|^anterior\b/iu;
const WAS = /^(?:no[\s,]+)?(?:era|eran)\b|\b(?:era|eran)[\s.!]*(?:perd[oó]n)?[\s.!]*$/iu;
/** A number that begins a line is corrected with one of these words. */
const SAYS_IT_IS = /(?:^|[^\p{L}])(?:es|era|eran|son|mal|a)(?![\p{L}])/iu;
const WRONG = /^(?:est[aá]|qued[oó]|puse|lo puse|la puse)?\s*mal\b[\s.!]*$/iu;
const VERB = /^[\s,:]*(?:(?:es|era|eran|son|est[aá]|va|queda|qued[oó]|a|en|por|ya|al?|el|un|de)\s+)*/iu;

/**
 * Reads a correction in words; null when the text is none. `numbers`: those of the person's plans, looked up only for
 * what may be one.
 */
export function readCorrection(
  written: string,
  numbers: () => PlanNumbers,
  measures: MeasureOf = () => null,
): Correction | null {
  if (written.length > LONGEST) return null;
  const text = withoutCourtesies(written);
  const apology = APOLOGY.exec(text)?.[0] ?? '';
  const afterApology = text.slice(apology.length);
  const change = ASKS_CHANGE.exec(afterApology)?.[0] ?? '';
  const said = afterApology.slice(change.length).trim();
  const rest = said.replace(WHAT, '');
  const asked = apology !== '' || change !== '';
  const last = LAST.exec(rest);
  if (last !== null && (last.index === 0 || asked || isFigureFirst(rest.slice(0, last.index)))) {
    const around = `${rest.slice(0, last.index)} ${rest.slice(last.index + last[0].length)}`;
    return correctionOf({ kind: 'last' }, around, { asked, bare: false, orAnswer: false, measures });
  }
  const start =
    asked || SAYS_IT_IS.test(rest.slice(0, 60)) ? namedStart(rest, change !== '', numbers()) : null;
  if (
    start !== null &&
    (asked ||
      /^[\s,:]*(?:es|era|eran|son|est[aá]\s+mal|qued[oó]\s+mal|a)\b/iu.test(
        `${start.separator}${start.rest}`,
      ))
  ) {
    const { number } = start;
    return correctionOf({ kind: 'number', number }, start.rest, {
      asked,
      bare: false,
      orAnswer: false,
      measures,
    });
  }
  if (WAS.test(rest))
    return correctionOf({ kind: 'unsaid' }, rest, { asked: true, bare: true, orAnswer: false, measures });
  if (apology === '' && change !== '') {
    return correctionOf({ kind: 'unsaid' }, rest, { asked: true, bare: true, orAnswer: false, measures });
  }
  if (apology === '') return null;
  if (rest === '' && said !== '')
    return { of: { kind: 'last' }, tenths: null, amount: null, observation: null, orAnswer: false };
  return correctionOf({ kind: 'unsaid' }, rest, {
    asked: true,
    bare: true,
    orAnswer: !/\b(?:es|era|eran|son)\b/iu.test(rest),
    measures,
  });
}

function namedStart(rest: string, changing: boolean, numbers: PlanNumbers) {
  const start = numberedStart(rest.replace(/^(?:en|de)\s+(?=la\s)/iu, ''), numbers);
  if (start === null) return null;
  return (start.named && !/^\d+[.,]?\d*\s*%/.test(rest)) || changing || /^[:.)]/.test(start.separator)
    ? start
    : null;
}

type Manner = {
  readonly asked: boolean;
  readonly bare: boolean;
  readonly orAnswer: boolean;
  readonly measures: MeasureOf;
};

function correctionOf(
  of: Correction['of'],
  said: string,
  { asked, bare, orAnswer, measures }: Manner,
): Correction | null {
  const rest = said
    .replace(VERB, '')
    .replace(/\b(?:era|eran)[\s.!]*(?:perd[oó]n)?[\s.!]*$/iu, '')
    .trim();
  const none: Correction = { of, tenths: null, amount: null, observation: null, orAnswer };
  if (!/[\p{L}\p{N}]/u.test(rest) || WRONG.test(rest)) return bare ? null : none;
  const wanted = wantedOf(rest);
  const measure = measures(of);
  const units = measure === null ? null : readUnits(wanted, measure);
  if (units !== null) {
    const [counted, other] = units.kind === 'units' ? [units] : units.options;
    const more = other === undefined ? {} : { other };
    const { observation } = units;
    if (counted !== undefined)
      return { of, tenths: counted.tenths, amount: counted.amount, ...more, observation, orAnswer };
  }
  const answer = readPercentage(wanted, new Set());
  const figure = figureOf(answer);
  if (figure !== null)
    return { of, tenths: figure, amount: null, observation: observationOf(answer), orAnswer };
  return asked && !bare && answer.kind === 'chatter' ? none : null;
}

/** The wanted part of `60 no 70` and of `de 80% a 60%`. */
function wantedOf(rest: string): string {
  const from = /^(?:de|del)?\s*(?:el\s+)?\d+(?:[.,]\d+)?\s*%?\s+(?:a|al|por)\s+(?=(?:el\s+)?\d)/iu.exec(
    rest,
  )?.[0];
  if (from !== undefined) return rest.slice(from.length);
  const denied =
    /^(\d+(?:[.,]\d+)?\s*(?:%|por\s?ciento)?)[\s,]+(?:y\s+)?no[\s,]+(?:el\s+)?\d+(?:[.,]\d+)?\s*%?\s*$/iu.exec(
      rest,
    )?.[1];
  return denied ?? rest;
}

function figureOf(answer: Answer): number | null {
  if (answer.kind === 'percentage' || answer.kind === 'both') return answer.tenths;
  return answer.kind === 'ask' && saysFigure(answer) ? (answer.options[0] ?? null) : null;
}

function observationOf(answer: Answer): string | null {
  if (answer.kind === 'both') return answer.observation;
  return answer.kind === 'ask' && answer.why === 'bare' ? answer.observation : null;
}

function isFigureFirst(text: string): boolean {
  return figureOf(readPercentage(text, new Set())) !== null;
}
