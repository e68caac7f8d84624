import { ANSWERS } from '../constants.ts';
import { type Counted, countedOf, type Measure, shareOf } from '../units.ts';
import type { Answer } from './answer.ts';
import { withoutSignature } from './courtesies.ts';
import { type Nouns, nounsOf } from './measure-nouns.ts';
import { NAMES } from './read-percentage.ts';
import { type Amount, type Bit, bitsOf } from './unit-bits.ts';

/** More than so many times the year's amount is asked, even with the measure: it may be a slip of the finger. */
const MOST_OVER = 2;

type Units = Extract<Answer, { kind: 'units' | 'askUnits' }>;

/**
 * Reads a text as an amount of the measure (specification: Units), before the general rules for figures; null: the text
 * says no amount, and the general rules hold. What may mean something else is asked. Linear in the length of the text.
 */
export function readUnits(written: string, measure: Measure): Units | null {
  const text = withoutSignature(written);
  if (/p[oe]r[sc]entaje/iu.test(text)) return null;
  const nouns = nounsOf(measure.measure);
  const bits = joined(text, bitsOf(text, nouns), measure.yearAmount);
  const amounts = bits.filter((bit) => bit.kind === 'amount');
  const [first] = amounts;
  const of = { text, bits, amounts, measure, nouns };
  if (first === undefined) return withoutAmount(of);
  if (!bits.some((bit) => bit.kind === 'content' || bit.kind === 'did')) return alone(of, first);
  const lead = bits.indexOf(first);
  const leads = bits.slice(0, lead).every(carriesOrDoubts);
  return leads ? leading(of, first, lead) : within(of);
}

type Of = {
  readonly text: string;
  readonly bits: readonly Bit[];
  readonly amounts: readonly Amount[];
  readonly measure: Measure;
  readonly nouns: Nouns;
};

/** *Todos, ninguno, los talleres completos* */
function withoutAmount({ bits, measure }: Of): Units | null {
  const says = (kind: Bit['kind']) => bits.some((bit) => bit.kind === kind);
  const rest = bits.filter(
    (bit) => !['silent', 'separator', 'opening', 'noun', 'of', 'every', 'none'].includes(bit.kind),
  );
  if (rest.length > 0 || says('every') === says('none')) return null;
  if (says('every')) return ask([countedOf(measure.yearAmount, measure)], null);
  return bits.some((bit, at) => bit.kind === 'none' && (bits[at + 1]?.kind === 'noun' || bits.length === 1))
    ? { kind: 'units', ...countedOf(0, measure), observation: null }
    : ask([countedOf(0, measure)], null);
}

/** Amounts with nothing around them but words that carry them or make them doubtful. */
function alone(of: Of, first: Amount): Units | null {
  const { bits, amounts, measure } = of;
  const percents = bits.filter((bit) => bit.kind === 'percent');
  const distinct = [...new Map(amounts.map((each) => [String(each.values), each])).values()];
  if (distinct.length > 1) return severalAlone(of, distinct);
  const likely = amounts.find(isExplicit) ?? first;
  if (percents.length > 0) {
    const [percent] = percents;
    const explicit = isExplicit(likely);
    if (percents.length > 1 || percent?.tenths == null || !explicit) return null;
    const said = countedOf(likely.values[0] ?? 0, measure);
    if (said.tenths !== percent.tenths) return ask([said, { tenths: percent.tenths, amount: null }], null);
  }
  if (bits.some((bit) => bit.kind === 'none')) return ask([countedOf(0, measure)], null);
  const allBut = bits.some((bit) => bit.kind === 'every') && bits.some((bit) => bit.kind === 'doubt');
  if (allBut || bits.some((bit) => bit.kind === 'missing')) return ask(missingOf(likely, measure), null);
  const options = optionsOf(of, likely);
  const [only] = options;
  if (options.length !== 1 || only === undefined || bits.some(isDoubtful) || !isSure(of, likely))
    return ask(options, null);
  return { kind: 'units', ...only, observation: null };
}

/** `3, falta 1`, `3, no, 2`, `2 o 3` */
function severalAlone({ bits, measure }: Of, distinct: readonly Amount[]): Units | null {
  const values = distinct.map((each) => each.values[0] ?? 0);
  const counted = values.map((value) => countedOf(value, measure));
  const [one, two] = values;
  const missing = bits.findIndex((bit) => bit.kind === 'missing');
  if (missing >= 0 && one !== undefined && two !== undefined && values.length === 2) {
    const rest = distinct.find((each) => Math.abs(bits.indexOf(each) - missing) === 1);
    const done = distinct.find((each) => each !== rest);
    return one + two === measure.yearAmount && rest !== undefined && done !== undefined
      ? ask([countedOf(done.values[0] ?? 0, measure)], null)
      : ask([], null);
  }
  const takenBack = bits.some((bit) => bit.kind === 'instead');
  const whole = distinct.find((each) => each.values[0] === measure.yearAmount && isMeant(bits, each));
  const others = distinct.filter((each) => each !== whole);
  if (whole !== undefined && others.length === 1)
    return ask(
      others.map((each) => countedOf(each.values[0] ?? 0, measure)),
      null,
    );
  if (!takenBack && distinct.every(isExplicit)) return null;
  if (takenBack) return ask(counted.toReversed().slice(0, 2), null);
  return ask(counted.length > 2 ? [] : counted, null);
}

/** An amount comes first, and other words follow. */
function leading(of: Of, first: Amount, lead: number): Units | null {
  const { text, bits, amounts, measure } = of;
  const explicit = isExplicit(first);
  const next = bits[lead + 1];
  const apart = next === undefined || next.newLine || next.kind === 'separator';
  if (!explicit && !apart && next.kind !== 'did' && next.kind !== 'opening') return null;
  const observation = afterSeparator(text, bits, lead);
  const others = amounts.some((each) => each !== first && isExplicit(each) && !sameAs(each, first));
  const before = bits.slice(0, lead);
  if (before.some((bit) => bit.kind === 'missing') || next?.kind === 'missing')
    return ask(missingOf(first, measure), text.trim());
  const options = optionsOf(of, first);
  const [only] = options;
  const named = observation !== null && NAMES.test(observation);
  const no = bits.find((bit) => bit.kind === 'instead');
  const takenBack = no !== undefined && amounts.some((each) => each.start > no.start);
  const onItsLine = next?.newLine === true && before.every((bit) => !bit.newLine);
  const sure =
    apart &&
    (explicit || onItsLine) &&
    !others &&
    options.length === 1 &&
    isSure(of, first) &&
    !before.some(isDoubtful) &&
    !takenBack &&
    !named &&
    !bits.some((bit) => bit.kind === 'percent' || bit.kind === 'missing') &&
    !/\?\s*$/.test(text);
  if (only === undefined || !sure || observation === null)
    return ask(options, apart && observation !== null ? observation : text.trim());
  return { kind: 'units', ...only, observation };
}

/** An explicit amount among other words: *Se realizaron 3 talleres*. */
function within(of: Of): Units | null {
  const { text, bits, amounts, measure } = of;
  const did = bits.every((bit) => bit.kind !== 'content');
  const explicit = amounts.filter((each) => isExplicit(each) || did);
  const [one, ...more] = explicit;
  if (one === undefined || more.some((each) => !sameAs(each, one))) return null;
  if (bits.some((bit) => bit.kind === 'percent')) return null;
  const words = text.match(/\p{L}+|\d+/gu)?.length ?? 0;
  const observation = words >= ANSWERS.observationWords ? text.trim() : null;
  return bits.some((bit) => bit.kind === 'missing')
    ? ask(missingOf(one, measure), observation)
    : ask(optionsOf(of, one), observation);
}

/** What an amount may mean; the likely one first. */
function optionsOf({ measure, nouns }: Of, { values, all, named }: Amount): readonly Counted[] {
  const { yearAmount } = measure;
  const likely = likelyOf(values, nouns);
  const counted = (likely.length > 0 ? likely : values).map((value) => countedOf(value, measure));
  const [value = 0] = values;
  if (all !== null && all !== yearAmount) {
    const share = value <= all ? [{ tenths: shareOf(value, all), amount: null }] : [];
    return [...counted, ...share];
  }
  if (named || all !== null) return counted;
  const isPart = value > yearAmount || (likely.length === 0 && values.length === 1);
  if (!isPart || value > 100) return counted;
  return [...counted, { tenths: Math.round(value * 10), amount: null }];
}

/** What is counted one by one has no parts: `1.200 personas` are 1200. */
function likelyOf(values: readonly number[], { isContinuous }: Nouns): readonly number[] {
  return isContinuous ? values : values.slice(0, 1).filter((value) => Number.isInteger(value));
}

/** Whether an amount needs no question for itself: a bare one up to the year's, one with its measure or its whole. */
function isSure({ measure, nouns }: Of, amount: Amount): boolean {
  const [value] = likelyOf(amount.values, nouns);
  if (value === undefined) return false;
  if (amount.all !== null && amount.all !== measure.yearAmount) return false;
  return value <= measure.yearAmount * (isExplicit(amount) ? MOST_OVER : 1);
}

/** `4 programados`: the words beside an amount make it the year's. */
function isMeant(bits: readonly Bit[], amount: Amount): boolean {
  const at = bits.indexOf(amount);
  return bits[at - 1]?.kind === 'meant' || bits[at + 1]?.kind === 'meant';
}

function missingOf(amount: Amount, measure: Measure): readonly Counted[] {
  const left = measure.yearAmount - (amount.values[0] ?? 0);
  return left < 0 ? [] : [countedOf(left, measure)];
}

function isExplicit({ named, all }: Amount): boolean {
  return named || all !== null;
}

function sameAs(one: Amount, other: Amount): boolean {
  return String(one.values) === String(other.values);
}

function isDoubtful({ kind }: Bit): boolean {
  return ['doubt', 'more', 'every', 'none', 'instead', 'meant', 'slash', 'missing'].includes(kind);
}

function carriesOrDoubts({ kind }: Bit): boolean {
  return [
    'silent',
    'separator',
    'opening',
    'noun',
    'of',
    'doubt',
    'more',
    'missing',
    'meant',
    'every',
  ].includes(kind);
}

function afterSeparator(text: string, bits: readonly Bit[], lead: number): string | null {
  const place = bits.findIndex((bit, at) => at > lead && bit.kind !== 'separator');
  const rest = place < 0 ? '' : text.slice(bits[place]?.start ?? text.length).trim();
  return /\p{L}/u.test(rest) ? rest : null;
}

function ask(options: readonly Counted[], observation: string | null): Units {
  return { kind: 'askUnits', options, observation };
}

/** Puts `3 talleres`, `3 de 4`, `3 de los 4 talleres`, `de 4 van 3` together. */
function joined(text: string, bits: readonly Bit[], yearAmount: number): readonly Bit[] {
  const found: Bit[] = [];
  const first = bits.findIndex((bit) => bit.kind === 'amount');
  for (let at = 0; at < bits.length; ) {
    const bit = bits[at];
    if (bit === undefined) break;
    const whole = at < first ? wholeBefore(bits, at, first, yearAmount) : at;
    if (whole > at) {
      found.push({ ...bit, kind: 'silent' });
      at = whole;
      continue;
    }
    if (bit.kind !== 'amount') {
      found.push(bit);
      at += 1;
      continue;
    }
    const read = amountAt(bits, at, bit);
    if (isLabel(bits, at, read.amount)) found.push({ ...bit, kind: 'doubt' });
    found.push(isOtherCount(text, bits, at, read) ? { ...bit, kind: 'content' } : read.amount);
    at = read.next;
  }
  return found;
}

type Joined = { readonly amount: Amount; readonly next: number };

function amountAt(bits: readonly Bit[], at: number, bit: Amount): Joined {
  let next = at + 1;
  let named = false;
  if (isNoun(bits[next])) {
    named = true;
    next += 1;
  }
  if (bits[next]?.kind === 'silent' && bits[next + 1]?.kind === 'of' && bits[next + 2]?.kind === 'amount')
    next += 1;
  const whole = bit.all === null ? wholeAfter(bits, next) : null;
  const all = whole?.all ?? bit.all;
  if (whole !== null) {
    named ||= whole.named;
    next = whole.next;
  }
  return { amount: { ...bit, all, named, end: bits[next - 1]?.end ?? bit.end }, next };
}

/** `de 4`, `de los 4 talleres`, `/ 4`; not `de 4 horas`. */
function wholeAfter(
  bits: readonly Bit[],
  from: number,
): { readonly all: number; readonly named: boolean; readonly next: number } | null {
  const of = bits[from];
  if ((of?.kind !== 'of' && of?.kind !== 'slash') || of.newLine) return null;
  let at = from + 1;
  while (['silent', 'of'].includes(bits[at]?.kind ?? '') && at < from + 4) at += 1;
  const all = bits[at];
  if (all?.kind !== 'amount' || all.newLine) return null;
  const named = isNoun(bits[at + 1]);
  const after = bits[named ? at + 2 : at + 1];
  if (!named && after?.kind === 'content' && !after.newLine) return null;
  const end = named ? at + 2 : at + 1;
  return { all: all.values[0] ?? 0, named, next: bits[end]?.kind === 'meant' ? end + 1 : end };
}

/** *De los 4 talleres van 3*: the place after the whole, or `at`. @param first the place of the first amount */
function wholeBefore(bits: readonly Bit[], at: number, first: number, yearAmount: number): number {
  const lead = bits[at]?.kind;
  if (lead !== 'of' && lead !== 'meant') return at;
  let place = at + 1;
  while (['silent', 'of', 'separator', 'doubt'].includes(bits[place]?.kind ?? '') && place < at + 4)
    place += 1;
  const all = bits[place];
  if (place !== first || all?.kind !== 'amount' || all.values[0] !== yearAmount) return at;
  const next = isNoun(bits[place + 1]) ? place + 2 : place + 1;
  return bits.slice(next).some((bit) => bit.kind === 'amount') ? next : at;
}

/** *Taller 3* may be the third one. */
function isLabel(bits: readonly Bit[], at: number, { named }: Amount): boolean {
  return !named && isNoun(bits[at - 1]);
}

/** `40 asistentes`, `comuna 5`: a number of something else. */
function isOtherCount(text: string, bits: readonly Bit[], at: number, { amount, next }: Joined): boolean {
  if (amount.named || amount.all !== null) return false;
  const [before, after] = [bits[at - 1], bits[next]];
  if (before?.kind === 'content' && !amount.newLine) return true;
  return after?.kind === 'content' && !after.newLine && /\p{L}/u.test(text.slice(after.start, after.end));
}

function isNoun(bit: Bit | undefined): boolean {
  return bit?.kind === 'noun';
}
