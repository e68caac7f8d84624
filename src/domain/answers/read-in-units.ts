import { type Counted, countedOf, type Measure } from '../units.ts';
import type { Answer, Asked } from './answer.ts';
import { readPercentage } from './read-percentage.ts';
import { readUnits } from './read-units.ts';

/**
 * The reading of an answer where the activity has a measure; null: the general rules hold. At the observation only a text
 * that is nothing but an amount is one: words about what was done may count other things.
 */
export function readInUnits(text: string, measure: Measure, asked: Asked): Answer | null {
  const read = readUnits(text, measure);
  switch (asked.question) {
    case 'observation':
      return read !== null && read.observation === null && isShort(text) ? read : null;
    case 'percentage':
      return read ?? bareNumber(text, measure, asked);
  }
}

/** In words. A longer text describes what was done. */
const SHORT = 6;

function isShort(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= SHORT;
}

/** What may carry a percent sign, also misspelt: *por ciento, porc., x 100*. */
const PERCENT = /[%％﹪٪℅]|por|x ?(?:100|[cs]i)|pct/iu;

/** `3 se hizo el taller`: a bare number that the general rules would take as a percentage, or ask about as one. */
function bareNumber(text: string, measure: Measure, { numbers }: Asked): Answer | null {
  const read = readPercentage(text, numbers);
  const tenths = bareTenths(read, PERCENT.test(text));
  if (tenths === null) return null;
  const amount = tenths / 10;
  const percent: readonly Counted[] = amount > measure.yearAmount ? [{ tenths, amount: null }] : [];
  return {
    kind: 'askUnits',
    options: [countedOf(amount, measure), ...percent],
    observation: 'observation' in read ? read.observation : null,
  };
}

function bareTenths(read: Answer, saysPercent: boolean): number | null {
  switch (read.kind) {
    case 'percentage':
    case 'both':
      return saysPercent ? null : read.tenths;
    case 'ask': {
      const [tenths = null, other] = read.options;
      const bare = read.why === 'bare' || read.why === 'small' || (read.why === 'unsure' && !saysPercent);
      return bare && other === undefined ? tenths : null;
    }
    case 'units':
    case 'askUnits':
    case 'outOfRange':
    case 'observation':
    case 'chatter':
    case 'nothing':
      return null;
  }
}
