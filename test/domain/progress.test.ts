import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/dates.ts';
import {
  type ActivityProgress,
  begunBy,
  compliance,
  consolidate,
  expectedOf,
  expectedProgress,
  roundHalfUp,
  trafficLight,
} from '../../src/domain/progress.ts';

const activity = (
  id: number,
  percent: number | null,
  rest: Partial<ActivityProgress> = {},
): ActivityProgress => ({
  id,
  start: '2022-01-01',
  end: '2022-12-31',
  weight: null,
  progressTenths: percent === null ? null : percent * 10,
  counted: true,
  ...rest,
});

describe('expected progress', () => {
  it('counts both the first and the last day', () => {
    expect(expectedProgress('2022-01-01', '2022-12-31', '2022-03-31')).toBe((100 * 90) / 365);
    expect(expectedProgress('2024-01-01', '2024-12-31', '2024-03-31')).toBe((100 * 91) / 366);
    expect(expectedProgress('2022-03-31', '2022-04-01', '2022-03-31')).toBe(50);
  });

  it('is 0 before the start and 100 from the end on', () => {
    expect(expectedProgress('2022-04-01', '2022-12-31', '2022-03-31')).toBe(0);
    expect(expectedProgress('2022-01-01', '2022-03-31', '2022-03-31')).toBe(100);
    expect(expectedProgress('2022-01-01', '2022-02-15', '2022-12-31')).toBe(100);
    expect(begunBy('2022-03-31', '2022-03-31')).toBe(true);
    expect(begunBy('2022-04-01', '2022-03-31')).toBe(false);
  });

  it('never falls while time passes', () => {
    const day = fc.integer({ min: 0, max: 800 });
    fc.assert(
      fc.property(day, day, day, (start, length, at) => {
        const from = addDays('2022-01-01', start);
        const to = addDays(from, length);
        const now = expectedProgress(from, to, addDays('2022-01-01', at));
        const next = expectedProgress(from, to, addDays('2022-01-01', at + 1));
        expect(now >= 0 && now <= next && next <= 100).toBe(true);
      }),
    );
  });
});

describe('what is expected of an activity', () => {
  const year = { start: '2022-01-01', end: '2022-12-31' };

  it('is what is programmed, else what the dates say, and everything of one to keep', () => {
    expect(expectedOf({ ...year, programmed: 40 }, '2022-03-31')).toBe(40);
    expect(expectedOf({ ...year, programmed: 0 }, '2022-03-31')).toBe(0);
    expect(expectedOf(year, '2022-03-31')).toBe((100 * 90) / 365);
    expect(expectedOf({ ...year, programmed: 40, keeps: true }, '2022-03-31')).toBe(100);
  });

  it('decides the mean and the light', () => {
    const of = [activity(1, 30, { programmed: 30 }), activity(2, 30, { keeps: true })];
    const { expected, lights } = consolidate(of, '2022-03-31');
    expect([expected, lights]).toEqual([65, { green: 1, yellow: 0, red: 1, grey: 0 }]);
  });
});

describe('compliance and its light', () => {
  it('is at most 100, and full when nothing is expected yet', () => {
    expect(compliance(50, 25)).toBe(100);
    expect(compliance(10, 40)).toBe(25);
    expect(compliance(0, 0)).toBe(100);
  });

  it('changes colour at 60 and at 80, from unrounded values', () => {
    expect([59.99, 60, 79.99, 80, 100, 0].map(trafficLight)).toEqual([
      'red',
      'yellow',
      'yellow',
      'green',
      'green',
      'red',
    ]);
    expect(trafficLight(59.96)).toBe('red');
  });

  it('gives the colour of the exact fraction for every percentage and every span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 1500 }),
        fc.integer({ min: 1, max: 1500 }),
        (tenths, a, b) => {
          const [elapsed, total] = a < b ? [a, b] : [b, a];
          const expected = expectedProgress(
            '2022-01-01',
            addDays('2022-01-01', total - 1),
            addDays('2022-01-01', elapsed - 1),
          );
          const exact = BigInt(tenths) * BigInt(total);
          const whole = 1000n * BigInt(elapsed);
          const light =
            exact * 100n >= 80n * whole ? 'green' : exact * 100n >= 60n * whole ? 'yellow' : 'red';
          expect(trafficLight(compliance(tenths / 10, expected))).toBe(light);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('rounding', () => {
  it('is half-up as written, not by binary fractions', () => {
    expect(roundHalfUp(28.55)).toBe(28.6);
    expect(roundHalfUp(1.005, 2)).toBe(1.01);
    expect(roundHalfUp(8.345, 2)).toBe(8.35);
    expect(roundHalfUp(28.571428)).toBe(28.6);
    expect(roundHalfUp(0.05)).toBe(0.1);
    expect(roundHalfUp(0.049)).toBe(0);
    expect(roundHalfUp(99.95)).toBe(100);
    expect(roundHalfUp(2.5, 0)).toBe(3);
    expect(roundHalfUp(-0.25)).toBe(-0.3);
    expect(roundHalfUp(-0.01)).toBe(0);
    expect(() => roundHalfUp(Number.NaN)).toThrow(RangeError);
  });

  it('rounds every hundredth the way a person would', () => {
    for (let hundredths = 0; hundredths <= 10_000; hundredths += 1) {
      expect(roundHalfUp(hundredths / 100)).toBe(Math.floor((hundredths + 5) / 10) / 10);
    }
  });
});

describe('a plan at a cut', () => {
  const reported = [0, 100, 100, 0, 0, 0, 0];

  it('is 28,6 % against 24,7 % with 2 green and 5 red for the first cut of the real form', () => {
    const plan = consolidate(
      reported.map((percent, index) => activity(index + 1, percent)),
      '2022-03-31',
    );
    expect(roundHalfUp(plan.overall ?? -1)).toBe(28.6);
    expect(roundHalfUp(plan.expected ?? -1)).toBe(24.7);
    expect(plan.lights).toEqual({ green: 2, yellow: 0, red: 5, grey: 0 });
    expect(plan.perActivity.get(2)).toEqual({ expected: (100 * 90) / 365, compliance: 100, light: 'green' });
  });

  it('counts an activity without a report as 0 and shows it grey', () => {
    const plan = consolidate([activity(1, 50), activity(2, null)], '2022-12-31');
    expect(plan.overall).toBe(25);
    expect(plan.lights).toEqual({ green: 0, yellow: 0, red: 1, grey: 1 });
    expect(plan.perActivity.get(2)).toEqual({ expected: 100, compliance: null, light: 'grey' });
  });

  it('leaves out activities that are not counted, whatever their report', () => {
    const plan = consolidate(
      [activity(1, 50), activity(2, 100, { counted: false, weight: 9 })],
      '2022-12-31',
    );
    expect(plan.overall).toBe(50);
    expect(plan.perActivity.has(2)).toBe(false);
    expect(plan.lights).toEqual({ green: 0, yellow: 0, red: 1, grey: 0 });
  });

  it('has no figure when nothing is counted', () => {
    const plan = consolidate([activity(1, null, { counted: false })], '2022-03-31');
    expect([plan.overall, plan.expected]).toEqual([null, null]);
  });

  it('is weighted only when every counted activity has a weight', () => {
    const weighted = [activity(1, 100, { weight: 30 }), activity(2, 0, { weight: 10 })];
    expect(consolidate(weighted, '2022-03-31').overall).toBe(75);
    expect(consolidate([...weighted, activity(3, 50)], '2022-03-31').overall).toBe(50);
    expect(consolidate([...weighted, activity(3, 50, { counted: false })], '2022-03-31').overall).toBe(75);
    const zero = weighted.map((each) => ({ ...each, weight: 0 }));
    expect(consolidate(zero, '2022-03-31').overall).toBe(50);
  });

  it('weighs expected progress like reported progress', () => {
    const plan = consolidate(
      [activity(1, 100, { weight: 3, end: '2022-03-31' }), activity(2, 0, { weight: 1, end: '2022-06-29' })],
      '2022-03-31',
    );
    expect(plan.expected).toBe((3 * 100 + 50) / 4);
  });
});
