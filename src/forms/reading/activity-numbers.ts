import { comparable } from '../../domain/outside-text.ts';
import { expected, found, warned } from '../../texts/importing/form-problems.ts';
import { addProblem, addWarning } from '../findings.ts';
import type { ReadActivity } from './plan-activities.ts';

/** The rows as numbers of our own, when the file prints none. */
export function numberInOrder(activities: readonly ReadActivity[]): ReadActivity[] {
  return activities.map((activity, index) => ({ ...activity, number: String(index + 1) }));
}

/** `1`, `01` and `1.` are the same number, because people do not tell them apart. */
export function numberKey(number: string): string {
  return number
    .toLowerCase()
    .replace(/^0+(?=\d)/, '')
    .replace(/\.$/, '');
}

/**
 * Tells activities with the same number apart. Under two components each gets its component (`C2-1.1`), which is told.
 * Otherwise the second one is a problem.
 */
export function tellApart(
  activities: readonly ReadActivity[],
  columnOf: (activity: ReadActivity) => number,
): ReadActivity[] {
  const all = Map.groupBy(activities, ({ number }) => numberKey(number));
  const repeated = [...all.values()].filter((same) => same.length > 1 && same[0]?.number !== '');
  const depth = Math.max(0, ...activities.map(({ others }) => others.length));
  const ways = [
    ({ group }: ReadActivity) => group ?? '',
    ...Array.from(
      { length: depth },
      (_, index) =>
        ({ others }: ReadActivity) =>
          others[index] ?? '',
    ),
  ];
  const componentOf = ways.find((way) =>
    repeated.every((same) => {
      const own = same.map((activity) => comparable(way(activity)));
      return new Set(own).size === same.length && !own.includes('');
    }),
  );
  const groups = [...new Set(activities.map((activity) => comparable(componentOf?.(activity) ?? '')))];
  return activities.map((activity) => {
    const same = all.get(numberKey(activity.number)) ?? [];
    const [first] = same;
    if (activity.number === '' || same.length < 2 || first === undefined) return activity;
    const at = { row: activity.line.row, column: columnOf(activity) };
    if (componentOf !== undefined) {
      const number = `C${componentNumber(componentOf(activity), groups)}-${activity.number}`;
      addWarning(activity.reading.findings, 'component', at, warned.withComponent(activity.number, number));
      return { ...activity, number };
    }
    if (first !== activity) {
      const words = found.numberTwice(activity.number, first.line.row + 1);
      addProblem(activity.reading.findings, 'duplicate', at, words, expected.otherNumber);
    }
    return activity;
  });
}

/** The number in the name of a component (`Componente 2`, `2. Racionalización`), else its place. */
function componentNumber(group: string, groups: readonly string[]): number {
  const own = numberIn(group);
  const numbers = groups.map(numberIn);
  const telling = numbers.every((number) => number !== undefined) && new Set(numbers).size === numbers.length;
  return telling && own !== undefined ? own : groups.indexOf(comparable(group)) + 1;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

function numberIn(group: string): number | undefined {
  const text = comparable(group);
  const match =
    /(?:^|(?:componente|linea|eje|objetivo|programa|dimension|pilar)\s*(?:n\S*\s*)?)(\d{1,2}|[ivx]{1,4})(?![a-z\d])/.exec(
      text,
    );
  const word = match?.[1];
  if (word === undefined) return undefined;
  return /\d/.test(word) ? Number(word) : ROMAN.indexOf(word) + 1 || undefined;
}
