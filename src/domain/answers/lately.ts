/** How many texts are remembered: one message is read several times, whole and without its greetings. */
const REMEMBERED = 4;
/** In characters. A longer text is rare, and is read anew each time: so a test of its growth sees the reading itself. */
const LONGEST = 400;

/**
 * The same pure function of a text, which remembers its last results: one message is read as several at once, as a
 * correction, as chatter and as an answer, and each begins with the same parts.
 */
export function lately<Result>(read: (text: string) => Result): (text: string) => Result {
  const last: { readonly text: string; readonly result: Result }[] = [];
  return (text) => {
    const known = last.find((each) => each.text === text);
    if (known !== undefined) return known.result;
    const result = read(text);
    if (text.length > LONGEST) return result;
    last.unshift({ text, result });
    last.length = Math.min(last.length, REMEMBERED);
    return result;
  };
}
