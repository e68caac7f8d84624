import type { Activity } from '../db/plans.ts';
import { comparable } from '../domain/outside-text.ts';
import type { FormActivity } from '../forms/form.ts';
import { differsMuch } from './import-plan-resemblance.ts';

/** Which stored activity each activity of a file is, by the file's number: a stored number, or `new`. */
export type SameAnswers = Readonly<Record<string, string>>;

/** An activity of a file that may be another one than its number suggests. */
export type DoubtfulActivity = {
  /** Its number in the file. */
  readonly number: string;
  readonly read: string;
  /** The stored activities that it may be, the one under its number first. */
  readonly stored: readonly { readonly number: string; readonly name: string }[];
};

type Stored = Pick<Activity, 'number' | 'name' | 'retiredAt'>;

/**
 * The activities of a file for which somebody must say which stored one each is: their text differs much from
 * the stored one with their number, or their number is new and their text is that of a missing activity.
 */
export function doubtfulActivities(
  stored: readonly Stored[],
  read: readonly Pick<FormActivity, 'number' | 'name'>[],
): readonly DoubtfulActivity[] {
  const byNumber = new Map(stored.map((each) => [each.number, each]));
  const numbers = new Set(read.map(({ number }) => number));
  const gone = stored.filter((each) => each.retiredAt === null && !numbers.has(each.number));
  const goneByText = new Map(gone.map((each) => [comparable(each.name), each]));
  return read.flatMap(({ number, name }): DoubtfulActivity[] => {
    const own = byNumber.get(number);
    if (own !== undefined && !differsMuch(own.name, name)) return [];
    const moved = goneByText.get(comparable(name));
    if (own === undefined && moved === undefined) return [];
    const candidates = [moved, own].flatMap((each) => (each === undefined ? [] : [each]));
    return [
      { number, read: name, stored: candidates.map((each) => ({ number: each.number, name: each.name })) },
    ];
  });
}

/**
 * Gives the activities of a file without numbers the numbers of the stored ones with the same text; an
 * activity with a new text gets the next free number. A text that occurs twice is taken in order.
 */
export function numberedByText<Each extends Pick<FormActivity, 'number' | 'name'>>(
  stored: readonly Pick<Activity, 'number' | 'name'>[],
  read: readonly Each[],
): readonly Each[] {
  const free = Map.groupBy(stored, ({ name }) => comparable(name));
  const taken = new Set<string>();
  const known = read.map(({ name }) => {
    const own = free.get(comparable(name))?.shift();
    if (own !== undefined) taken.add(own.number);
    return own?.number;
  });
  const left = stored.filter(({ number }) => !taken.has(number));
  let highest = Math.max(0, ...stored.map(({ number }) => Number(number) || 0));
  return read.map((each, index) => {
    const own = known[index];
    if (own !== undefined) return { ...each, number: own };
    const alike = left.findIndex(({ name }) => !differsMuch(name, each.name));
    const [found] = alike < 0 ? [] : left.splice(alike, 1);
    if (found !== undefined) return { ...each, number: found.number };
    highest += 1;
    return { ...each, number: String(highest) };
  });
}
