import { expect, it } from 'vitest';
import { backoff, withJitter } from '../src/backoff.ts';

const seconds = (growth?: Parameters<typeof backoff>[1]) =>
  Array.from({ length: 8 }, (_, place) => backoff(place + 1, growth) / 1_000);

it('doubles from one second to half a minute', () => {
  expect(seconds()).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
});

it('begins, grows and ends as it is told', () => {
  expect(seconds({ most: 60_000 })).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(seconds({ first: 2_000, factor: 4, most: 128_000 })).toEqual([2, 8, 32, 128, 128, 128, 128, 128]);
});

it('stays at its longest after any number of failures', () => {
  expect(backoff(1_000_000)).toBe(30_000);
});

it('gets up to a quarter longer by chance, never shorter', () => {
  expect(withJitter(1_000, () => 0)).toBe(1_000);
  expect(withJitter(1_000, () => 0.5)).toBe(1_125);
  expect(withJitter(1_000, () => 0.999_999)).toBe(1_250);
  expect(withJitter(1_000)).toBeGreaterThanOrEqual(1_000);
});
