import { describe, expect, it } from 'vitest';
import { titled } from './layouts.ts';
import { madeLayout } from './made-layouts.ts';
import { cutsRead, readDrawn } from './table.ts';

describe('a plan whose headings are put together from words that entities print', () => {
  it.each(Array.from({ length: 60 }, (_, index) => index + 1))('is read right: layout %i', (seed) => {
    const { drawn, right, cuts } = madeLayout(seed);
    const whole = titled('PLAN DE ACCIÓN', drawn);
    const first = readDrawn(whole);
    const asked = first.questions.filter(({ required }) => required);
    const answers = Object.fromEntries(asked.map(({ id, suggested }) => [id, suggested ?? '']));
    const reading = asked.length === 0 ? first : readDrawn(whole, { ...answers, accumulation: 'cumulative' });
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(cutsRead(reading)).toEqual(cuts);
    const read = (reading.draft?.activities ?? []).map(({ name, positions, start, end, monitoring }) =>
      [
        name,
        positions.join(' + '),
        `${start}..${end}`,
        ...monitoring.flatMap(({ progressTenths, observation }) =>
          progressTenths === null ? [] : [`${progressTenths / 10}/${observation}`],
        ),
      ].join(' · '),
    );
    expect(read).toEqual(right);
  });
});
