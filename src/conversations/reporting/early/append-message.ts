/**
 * What phones cut longer texts and captions at, in UTF-16 units, and how much sooner they cut to do it between two words
 * (specification: Telegram messages).
 */
const cuts = [
  { most: 4_096, least: 3_796 },
  { most: 1_024, least: 1_000 },
];

/**
 * Puts the next message after a text. A phone that cut one text in two did it in the middle of a word or between two,
 * and lost the blank there; otherwise it is another line. @param last the length of the message before, in UTF-16 units
 */
export function appendMessage(text: string, last: number, next: string): string {
  const cut = cuts.find(({ most, least }) => last <= most && last >= least);
  if (cut === undefined) return `${text}\n${next}`;
  const insideWord = last === cut.most && /[\p{L}\p{N}]$/u.test(text) && /^[\p{Ll}\p{N}]/u.test(next);
  return insideWord ? `${text}${next}` : `${text} ${next}`;
}
