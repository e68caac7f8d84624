/**
 * The answers of the buttons of one kind of question: whole words, and numbers after some letters (`p250`). A
 * button carries 1 to 20 letters and digits (`domain/buttons.ts`). A button that was sent stays on phones, so
 * its data never changes.
 */
export type AnswerList<Word extends string = string, Letters extends string = string> = {
  readonly words: readonly Word[];
  readonly numbered: readonly Letters[];
};
export type AnswerOf<List> =
  List extends AnswerList<infer Word, infer Letters> ? Word | `${Letters}${number}` : never;

export function answers<const Word extends string, const Letters extends string = never>(
  words: readonly Word[],
  numbered: readonly Letters[] = [],
): AnswerList<Word, Letters> {
  return { words, numbered };
}

/** @returns null when no button of such a question has this answer */
export function readTappedAnswer<Word extends string, Letters extends string>(
  list: AnswerList<Word, Letters>,
  text: string,
): Word | `${Letters}${number}` | null {
  const word = list.words.find((each) => each === text);
  if (word !== undefined) return word;
  const [, letters, digits] = /^([a-z]+)(0|[1-9]\d{0,14})$/.exec(text) ?? [];
  const known = list.numbered.find((each) => each === letters);
  return known === undefined ? null : `${known}${Number(digits)}`;
}

/** The number after these letters; undefined when the answer is another one. */
export function numberAfter(letters: string, answer: string): number | undefined {
  const digits = answer.startsWith(letters) ? answer.slice(letters.length) : '';
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}
