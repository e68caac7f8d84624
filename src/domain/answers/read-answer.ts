import type { Counted, Measure } from '../units.ts';
import type { Answer, Asked } from './answer.ts';
import { readInUnits } from './read-in-units.ts';
import { readObservation } from './read-observation.ts';
import { readPercentage } from './read-percentage.ts';
import { readUnits } from './read-units.ts';

/**
 * Reads a typed answer to the open question (specification: What counts as a percentage, Chatter). It never guesses:
 * when something else may be meant, the result is to ask. Never throws. Linear in the length of the text.
 */
export function readAnswer(text: string, asked: Asked): Answer {
  const units = asked.measure ? readInUnits(text, asked.measure, asked) : null;
  if (units !== null) return units;
  return asked.question === 'percentage'
    ? readPercentage(text, asked.numbers)
    : readObservation(text, asked.tapped, asked.numbers);
}

/**
 * A percentage as tenths, for a question that asks nothing else and shows the figure again before it counts; else null.
 */
export function percentageIn(text: string): number | null {
  const { progress, words } = figureAndWords(text);
  return words === null ? progress : null;
}

/**
 * A figure for a question that asks nothing else and shows it again before it counts; two when either may be meant
 * (`75`: talleres or percent), none when the text says none.
 */
export function figuresIn(text: string, measure: Measure | null): readonly Counted[] {
  const units = measure === null ? null : readUnits(text, measure);
  if (units?.kind === 'units' && units.observation === null) return [units];
  if (units?.kind === 'askUnits' && units.observation === null) return units.options;
  const tenths = percentageIn(text);
  return tenths === null ? [] : [{ tenths, amount: null }];
}

/**
 * The percentage at the beginning and the words after it, with or without a sign. For texts that are confirmed
 * afterwards.
 */
export function figureAndWords(text: string): {
  readonly progress: number | null;
  readonly words: string | null;
} {
  const answer = readPercentage(text, new Set());
  switch (answer.kind) {
    case 'percentage':
      return { progress: answer.tenths, words: null };
    case 'both':
      return { progress: answer.tenths, words: answer.observation };
    case 'ask': {
      const sure = answer.why === 'bare' || answer.why === 'small';
      return sure
        ? { progress: answer.options[0] ?? null, words: answer.observation }
        : { progress: null, words: text };
    }
    case 'units':
    case 'askUnits':
    case 'outOfRange':
    case 'observation':
    case 'chatter':
    case 'nothing':
      return { progress: null, words: text };
  }
}
