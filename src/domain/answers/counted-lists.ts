const MARKED_LINE = /^[-•*]?\s{0,3}(\d{1,2})\s{0,3}(?:\.-|[-.,;:)°º])?\s{0,3}(?![\d\s])/u;
const MARKED_IN_LINE = /(?<=^|\s)(\d{1,2})\s?[-.)]\s?(?=\p{L})/gu;

type Mark = { readonly number: number; readonly start: number };

/**
 * Where the numbers stand that only count the lines of a list (1, 2, 3), also in one line: `1- Se hizo … 2- Se publicó
 * …`. They are no percentages. Empty when the numbers do not count on.
 */
export function listMarks(text: string): ReadonlySet<number> {
  const inLine = [...text.matchAll(MARKED_IN_LINE)].map((found) => ({
    number: Number(found[1]),
    start: found.index,
  }));
  return new Set([...counted(linesOf(text)), ...(inLine[0]?.number === 1 ? counted(inLine) : [])]);
}

function linesOf(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const bare = line.trimStart();
    const number = MARKED_LINE.exec(bare)?.[1];
    if (number !== undefined) {
      const at = start + line.length - bare.length + bare.indexOf(number);
      marks.push({ number: Number(number), start: at });
    }
    start += line.length + 1;
  }
  return marks;
}

function counted(marks: readonly Mark[]): readonly number[] {
  const counts = marks.every(({ number }, at) => at === 0 || number === (marks[at - 1]?.number ?? 0) + 1);
  return marks.length > 1 && counts ? marks.map(({ start }) => start) : [];
}
