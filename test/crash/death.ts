import type { Random } from '../../src/simulator/random.ts';

/** Ends the process from inside, at an instruction: see `aim.ts`. */
export type InsideAim = {
  readonly where: 'statement' | 'beforeCommit' | 'afterCommit';
  /** Counted from the start of the process, or from the first update that it handles. */
  readonly from: 'start' | 'handling';
  readonly count: number;
};

/** Ends it from outside, at what Telegram sees of it. */
export type OutsideAim =
  /** A batch of updates has just been given to it. */
  | { readonly where: 'intake'; readonly count: number; readonly afterMs: number }
  /** The n-th message or edit has arrived and had no effect yet. */
  | { readonly where: 'beforeEffect'; readonly count: number }
  /** It had its effect, and the answer never comes. */
  | { readonly where: 'afterEffect'; readonly count: number }
  /** It had its effect, and the answer is on its way back. */
  | { readonly where: 'acknowledged'; readonly count: number; readonly afterMs: number }
  /** Whatever it is doing. */
  | { readonly where: 'anywhere'; readonly afterMs: number };

export type Aim = { readonly inside: InsideAim } | { readonly outside: OutsideAim };

/** How each window of the issue is aimed at. */
export const windows = {
  'in intake': ['intake'],
  'in the transaction': ['statement', 'beforeCommit'],
  'between commit and send': ['afterCommit', 'beforeEffect'],
  'between send and mark': ['afterEffect', 'acknowledged'],
  'at any moment': ['anywhere'],
} as const;

export type Window = keyof typeof windows;

/** Chooses where the next process dies: each window as often as the others. */
export function chooseAim(random: Random): Aim {
  const names = Object.keys(windows) as Window[];
  const ways = windows[pick(random, names)];
  const where = pick<(typeof ways)[number]>(random, ways);
  const count = random.integer(1, 3) * random.integer(1, 3);
  switch (where) {
    case 'statement':
      return {
        inside: {
          where,
          from: random.next() < 0.2 ? 'start' : 'handling',
          count: random.integer(1, 20) * random.integer(1, 12),
        },
      };
    case 'beforeCommit':
    case 'afterCommit':
      return { inside: { where, from: 'handling', count } };
    case 'intake':
      return { outside: { where, count: random.integer(1, 3), afterMs: random.integer(0, 4) } };
    case 'acknowledged':
      return { outside: { where, count, afterMs: random.integer(0, 3) } };
    case 'beforeEffect':
    case 'afterEffect':
      return { outside: { where, count } };
    case 'anywhere':
      return { outside: { where, afterMs: random.integer(0, 1_500) } };
  }
}

export function windowOf(aim: Aim): Window {
  const { where } = 'inside' in aim ? aim.inside : aim.outside;
  const found = (Object.keys(windows) as Window[]).find((name) =>
    (windows[name] as readonly string[]).includes(where),
  );
  if (!found) throw new Error(`no window has ${where}`);
  return found;
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[random.integer(0, from.length - 1)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
