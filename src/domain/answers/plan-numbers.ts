/**
 * The numbers of the activities that a text may name: those of the plans of a person, colleagues' ones too. A plan may
 * have thousands, so they are looked up; only what is rarely asked needs all of them.
 */
export type PlanNumbers = {
  /** Whether a number is printed so. */
  readonly has: (number: string) => boolean;
  /** The numbers, as the form prints them, that are written in one of these ways, in small or capital letters. */
  readonly writtenAs: (ways: readonly string[]) => readonly string[];
  /** Whether one of them has this shape (`shapeOf`). */
  readonly hasShape: (shape: string) => boolean;
  readonly largest: () => number;
};

/** The same of numbers that are known. */
export function planNumbers(all: Iterable<string>): PlanNumbers {
  const known = new Set(all);
  let shapes: ReadonlySet<string> | undefined;
  return {
    has: (number) => known.has(number),
    writtenAs: (ways) => {
      const small = new Set(ways.map((way) => way.toLowerCase()));
      return [...known].filter((number) => small.has(number.toLowerCase()));
    },
    hasShape: (shape) => {
      shapes ??= new Set([...known].map(shapeOf));
      return shapes.has(shape);
    },
    largest: () => Math.max(0, ...[...known].map((each) => Number(/\d+/.exec(each)?.[0] ?? 0))),
  };
}

const SHORT_RUN = /(?<!\d)\d{1,3}(?!\d)/;
const SHORT_RUNS = new RegExp(SHORT_RUN, 'g');

/** `9` is like `7` and `12`, `9.9` like `1.10`; a year is like neither. */
export function shapeOf(number: string): string {
  return number.toLowerCase().replace(SHORT_RUNS, '9');
}

/** Whether only the same number has its shape. */
export function isItsOwnShape(number: string): boolean {
  return !SHORT_RUN.test(number);
}
