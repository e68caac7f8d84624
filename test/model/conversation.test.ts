import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import { type Act, carryOut, type Model } from './acts.ts';
import { openPhones, type Phones, people } from './phones.ts';

/** More of them with `MODEL_RUNS=1000`; another seed with `MODEL_SEED`. */
const numRuns = Number(process.env.MODEL_RUNS ?? 120);
const seed = Number(process.env.MODEL_SEED ?? 2022);

const who = fc.constantFrom(...people);
const tenths = fc.integer({ min: 0, max: 1000 });
const forged = fc.oneof(
  fc.string({ maxLength: 64 }),
  fc
    .tuple(
      fc.constantFrom('q', 'a', 'c', 'd', 'v', 'g', 's', 'n', 'm', 'r', 'f', 'o', 'e'),
      fc.nat(60),
      fc.nat(40),
    )
    .map(([kind, one, two]) => `${kind}:${one}:${two}`),
  fc
    .tuple(fc.nat(60), fc.constantFrom('p1001', 'p-1', 'p500', 'yes', 'no', 'stay', 'change', 'cut'))
    .map(([id, answer]) => `q:${id}:${answer}`),
);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('report' as const), who }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('tap' as const), who }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('words' as const), who }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('both' as const), who, tenths }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('number' as const), who, tenths }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('correct' as const), who, activity: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('answer' as const), who, place: fc.nat(7) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('tapOld' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('skip' as const, 'cancel' as const, 'list' as const), who }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('forge' as const), who, data: forged }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constantFrom(13 * 60, 24 * 60, 5 * 24 * 60)),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('restart' as const, 'tick' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'reopen' as const) }) },
);

function newModel(): Model {
  return {
    now: momentAt('2022-03-16', 9),
    locksAt: momentAt('2022-04-08', 0),
    reports: new Map(),
    said: new Set(),
    given: 0,
    taps: 0,
  };
}

function storedIn(phones: Phones) {
  return new Map(
    phones
      .reports()
      .map(({ activity, tenths: progress, observation, revisions }) => [
        activity,
        { tenths: progress, observation, revisions },
      ]),
  );
}

/** Lives the acts one after another and compares after each. */
function live(acts: readonly Act[], phones: Phones): void {
  const model = newModel();
  for (const one of acts) {
    const before = storedIn(phones);
    const { loose } = carryOut(one, model, phones);
    const after = storedIn(phones);
    if (!loose) expect(after, JSON.stringify(one)).toEqual(model.reports);
    // What was sent before the lock and only confirmed after it counts as of when it was sent.
    const confirms = one.do === 'answer' || one.do === 'tapOld';
    expectBelievable(before, after, model, model.now < model.locksAt || confirms ? 1 : 0);
    model.reports.clear();
    for (const [activity, report] of after) model.reports.set(activity, report);
    expect(phones.openQuestions()).toEqual([]);
    expect(phones.taps(), 'each tap has one answer').toBe(model.taps);
    for (const name of people)
      for (const { text, keyboard } of phones.chat(name).slice(-3)) {
        expect(text.length).toBeLessThanOrEqual(4_096);
        for (const { data } of keyboard.flat()) expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      }
  }
}

/** Whatever was done: at most one report more, in somebody's own words, and none once the cut takes none. */
function expectBelievable(
  before: ReturnType<typeof storedIn>,
  after: ReturnType<typeof storedIn>,
  model: Model,
  mostNew: number,
): void {
  const count = (reports: typeof before) =>
    [...reports.values()].reduce((sum, each) => sum + each.revisions, 0);
  const more = count(after) - count(before);
  expect(more).toBeGreaterThanOrEqual(0);
  expect(more).toBeLessThanOrEqual(mostNew);
  for (const { observation, tenths: progress } of after.values()) {
    const own = observation
      .split('\n')
      .filter((line) => ![...model.said].some((said) => line.includes(said)));
    expect(own, 'words that nobody said').toEqual([]);
    expect(progress >= 0 && progress <= 1000).toBe(true);
  }
}

describe('A model of the conversation', () => {
  let phones: Phones | undefined;
  afterEach(() => phones?.close());

  it('whatever three people, two of them on one activity, do in whatever order: what is stored is what the model says', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 30, maxLength: 70, size: 'max' }), (acts) => {
        phones?.close();
        phones = openPhones();
        live(acts, phones);
      }),
      { numRuns, seed, endOnFailure: process.env.MODEL_SHRINK === undefined },
    );
  }, 120_000);
});
