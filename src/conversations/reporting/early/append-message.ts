/**
 * Lengths, in UTF-16 units, at which phones cut long texts and captions, and the shortest part when they cut between
 * two words (specification: Telegram messages).
 */
const cuts = [
  { most: 4_096, least: 3_796 },
  { most: 1_024, least: 1_000 },
];

/**
 * Appends the next message to a text. A phone cuts a long text inside a word or between two, where it loses the blank;
 * any other message is another line.
 * @param last length of the message before, in UTF-16 units
 */
export function appendMessage(text: string, last: number, next: string): string {
  const cut = cuts.find(({ most, least }) => last <= most && last >= least);
  if (cut === undefined) return `${text}\n${next}`;
  const insideWord = last === cut.most && /[\p{L}\p{N}]$/u.test(text) && /^[\p{Ll}\p{N}]/u.test(next);
  return insideWord ? `${text}${next}` : `${text} ${next}`;
}
