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

/** `3 se hizo el taller`: the bare number that the general rules would ask about as a percentage. */
function bareNumber(text: string, measure: Measure, { numbers }: Asked): Answer | null {
  const read = readPercentage(text, numbers);
  if (read.kind !== 'ask' || (read.why !== 'bare' && read.why !== 'small')) return null;
  const [tenths] = read.options;
  if (tenths === undefined) return null;
  const amount = tenths / 10;
  const percent: readonly Counted[] = amount > measure.yearAmount ? [{ tenths, amount: null }] : [];
  return {
    kind: 'askUnits',
    options: [countedOf(amount, measure), ...percent],
    observation: read.observation,
  };
}
