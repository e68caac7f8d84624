import type { Answer, Asked } from './answer.ts';
import { readObservation } from './read-observation.ts';
import { readPercentage } from './read-percentage.ts';

/**
 * Reads what a person typed to the open question (specification: What counts as a percentage, Chatter). It never
 * guesses: what may be meant otherwise is to be asked. Never throws; takes time in proportion to the length of the text.
 */
export function readAnswer(text: string, asked: Asked): Answer {
  return asked.question === 'percentage'
    ? readPercentage(text, asked.numbers)
    : readObservation(text, asked.tapped, asked.numbers);
}

/** A percentage where nothing else is asked and what it means is shown again before it counts, as tenths; else null. */
export function percentageIn(text: string): number | null {
  const { progress, words } = figureAndWords(text);
  return words === null ? progress : null;
}

/** A percentage that stands first and the words after it, with or without its sign; for what is confirmed afterwards. */
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
    case 'outOfRange':
    case 'observation':
    case 'chatter':
    case 'nothing':
      return { progress: null, words: text };
  }
}
