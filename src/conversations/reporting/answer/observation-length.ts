import { ANSWERS } from '../../../domain/constants.ts';

/** Code points (specification: Questions of a report). */
export const longestObservation = ANSWERS.observationCharacters;

export function lengthOf(text: string): number {
  return [...text].length;
}

export function isTooLong(text: string): boolean {
  return lengthOf(text) > longestObservation;
}

/** The first 1,000 characters, at a word's end. */
export function cutShort(text: string): string {
  const kept = [...text].slice(0, longestObservation).join('');
  const space = kept.search(/\s\S*$/);
  return (space > longestObservation / 2 ? kept.slice(0, space) : kept).trimEnd();
}
