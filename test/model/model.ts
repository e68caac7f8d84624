import type { Name } from './phones.ts';

/** One line of a message that reports several activities. */
export type Line = {
  readonly activity: string;
  readonly tenths: number;
  /** When it was sent. */
  readonly sentAt: number;
  /** Reports of the activity when it was sent. */
  readonly revisions: number;
};

/** What must be stored, in the simplest words: the last word on each activity and how often it was given. */
export type Model = {
  now: number;
  /** Of each activity the first moment at which the cut takes nothing of it any more. */
  readonly locks: Map<string, number>;
  /** Activities that the form last imported has not. */
  retired: ReadonlySet<string>;
  /** Reported before a reopening that asks for them again. */
  readonly again: Set<string>;
  readonly reports: Map<string, { tenths: number; observation: string; revisions: number }>;
  /** Lines shown as understood, by their words, which nobody says twice. */
  readonly lines: Map<string, Line>;
  /** Everything anybody ever said: nothing else may be stored. */
  readonly said: Set<string>;
  given: number;
  taps: number;
};

export const numbers = ['1', '2', '3', '4', '5', '6', '7'] as const;

export function newModel(now: number, locksAt: number): Model {
  return {
    now,
    locks: new Map(numbers.map((number) => [number, locksAt])),
    retired: new Set(),
    again: new Set(),
    reports: new Map(),
    lines: new Map(),
    said: new Set(),
    given: 0,
    taps: 0,
  };
}

/** Berta and Carlos share n.º 4; all others are Ana's. */
export function ownOf(who: Name): readonly string[] {
  return numbers.filter((number) => (number === '4') === (who !== 'ana'));
}

export function takes(model: Model, activity: string): boolean {
  return model.now < (model.locks.get(activity) ?? 0) && !model.retired.has(activity);
}

export function isPending(model: Model, activity: string): boolean {
  return takes(model, activity) && (!model.reports.has(activity) || model.again.has(activity));
}

/** Words that nobody said before. */
export function newWords(model: Model): string {
  const text = `se hizo la jornada ${letters(model.given++)} con la gente`;
  model.said.add(text);
  return text;
}

export function typedPercent(tenths: number): string {
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}

export function store(model: Model, activity: string, tenths: number, observation: string): void {
  const before = model.reports.get(activity)?.revisions ?? 0;
  model.reports.set(activity, { tenths, observation, revisions: before + 1 });
}

function letters(count: number): string {
  const digit = String.fromCharCode(97 + (count % 26));
  return count < 26 ? digit : letters(Math.floor(count / 26)) + digit;
}
