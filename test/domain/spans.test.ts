import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, planEnding, planGiving, type Span, type SpanChanges } from '../../src/domain/spans.ts';

const span = (
  id: number,
  personId: number,
  fromAt: number,
  untilAt: number | null,
  more: Partial<Span> = {},
): Span => ({
  id,
  personId,
  fromAt,
  untilAt,
  acting: false,
  inPlaceOf: null,
  contractEndsOn: null,
  ...more,
});
const give = { contractEndsOn: null, single: false } as const;

/** The spans as they are once the changes are written. */
function after(spans: readonly Span[], changes: SpanChanges): readonly Span[] {
  const dropped = new Set(changes.drops.map((each) => each.id));
  const next = Math.max(0, ...spans.map((each) => each.id)) + 1;
  return [
    ...spans
      .filter((each) => !dropped.has(each.id))
      .map((each) => {
        const end = changes.ends.find(({ span: of }) => of.id === each.id);
        const longer = changes.extends.find(({ span: of }) => of.id === each.id);
        const sooner = changes.advances.find(({ span: of }) => of.id === each.id);
        return {
          ...each,
          ...(end ? { untilAt: end.at } : {}),
          ...(longer ? { untilAt: longer.untilAt } : {}),
          ...(sooner ? { fromAt: sooner.fromAt } : {}),
        };
      }),
    ...[...changes.returns, ...(changes.begins ? [changes.begins] : [])].map((each, index) => ({
      ...each,
      id: next + index,
    })),
  ];
}

const holdersAt = (spans: readonly Span[], moment: number) =>
  spans.filter((each) => covers(each, moment)).map((each) => each.personId);

function given(spans: readonly Span[], asked: Parameters<typeof planGiving>[1]): readonly Span[] {
  const planned = planGiving(spans, asked);
  if (!planned.ok) throw new Error(planned.refusal.why);
  return after(spans, planned.changes);
}

describe('giving', () => {
  it('for good ends whoever gives it up, and what was planned with them', () => {
    const before = [
      span(1, 7, 0, 100),
      span(2, 8, 100, 200, { acting: true, inPlaceOf: 7 }),
      span(3, 7, 200, null),
    ];
    const now = given(before, { ...give, personId: 9, fromAt: 50, untilAt: null, instead: [7] });
    expect([49, 50, 150, 300].map((moment) => holdersAt(now, moment))).toEqual([[7], [9], [9], [9]]);
  });

  it('for good in the middle of an encargo ends the encargo and its return', () => {
    const before = [span(2, 8, 100, 200, { acting: true, inPlaceOf: 7 }), span(3, 7, 200, null)];
    const now = given(before, { ...give, personId: 9, fromAt: 150, untilAt: null, instead: [8] });
    expect([149, 150, 250].map((moment) => holdersAt(now, moment))).toEqual([[8], [9], [9]]);
  });

  it('from a day until a day returns by itself, with the contract it had', () => {
    const before = [span(1, 7, 0, null, { contractEndsOn: '2022-06-30' })];
    const now = given(before, { ...give, personId: 9, fromAt: 100, untilAt: 200, instead: [7] });
    expect([99, 100, 199, 200].map((moment) => holdersAt(now, moment))).toEqual([[7], [9], [9], [7]]);
    expect(now.find((each) => covers(each, 200))?.contractEndsOn).toBe('2022-06-30');
    expect(now.find((each) => covers(each, 100))).toMatchObject({ acting: true, inPlaceOf: 7 });
  });

  it('beside others leaves them alone', () => {
    const now = given([span(1, 7, 0, null)], {
      ...give,
      personId: 9,
      fromAt: 10,
      untilAt: null,
      instead: [],
    });
    expect(holdersAt(now, 20)).toEqual([7, 9]);
  });

  it.each([
    ['who holds it already', { personId: 7, instead: [] }, 'alreadyHolds'],
    ['who receives it later', { personId: 8, instead: [7] }, 'alreadyHolds'],
    ['in place of somebody who does not hold it', { personId: 9, instead: [5] }, 'notHolder'],
    ['a single office beside its holder', { personId: 9, instead: [], single: true }, 'held'],
    ['beyond the end of whoever gives it', { personId: 9, instead: [7], untilAt: 150 }, 'endsBefore'],
  ] as const)('is refused to %s', (_who, asked, why) => {
    const spans = [span(1, 7, 0, 100), span(2, 8, 100, null)];
    const planned = planGiving(spans, { ...give, fromAt: 10, untilAt: null, ...asked });
    expect(planned).toMatchObject({ ok: false, refusal: { why } });
  });
});

describe('ending', () => {
  const acted = [
    span(1, 7, 0, 100),
    span(2, 8, 100, 200, { acting: true, inPlaceOf: 7 }),
    span(3, 7, 200, null),
  ] as const;

  it('an encargo early returns it at once', () => {
    const now = after(acted, planEnding(acted, acted[1], 150, 150));
    expect([149, 150, 250].map((moment) => holdersAt(now, moment))).toEqual([[8], [7], [7]]);
  });

  it('an encargo that has not begun leaves everything as if it had never been', () => {
    const now = after(acted, planEnding(acted, acted[1], 50, 50));
    expect(now).toEqual([span(1, 7, 0, null)]);
  });

  it('what somebody holds also ends what was planned with that person', () => {
    const now = after(acted, planEnding(acted, acted[0], 50, 50));
    expect([49, 50, 150, 250].map((moment) => holdersAt(now, moment))).toEqual([[7], [], [], []]);
  });

  it('an encargo called off or ended gives back exactly what was there, at any moment', () => {
    const moment = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(moment, moment, moment, fc.option(moment, { nil: null }), (now, a, b, end) => {
        const [fromAt, untilAt] = [now + Math.min(a, b), now + Math.max(a, b) + 1];
        const own = span(1, 7, 0, end === null ? null : untilAt + end);
        const split = given([own], { ...give, personId: 9, fromAt, untilAt, instead: [7] });
        const acting = split.find((each) => each.acting);
        if (!acting) throw new Error('nothing was given');
        const back = after(split, planEnding(split, acting, Math.max(now, acting.fromAt), now));
        for (const at of [now, fromAt + 1, untilAt, untilAt + 50])
          if (at !== fromAt || fromAt > now) expect(holdersAt(back, at)).toEqual(covers(own, at) ? [7] : []);
      }),
    );
  });
});
