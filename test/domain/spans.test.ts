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

/** The spans after the changes are written. */
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

/** The span of a person; of several, the one that begins at a moment. */
function held(spans: readonly Span[], personId: number, fromAt?: number): Span {
  const found = spans.find(
    (each) => each.personId === personId && (fromAt === undefined ? each.acting : each.fromAt === fromAt),
  );
  if (!found) throw new Error(`${personId} holds nothing`);
  return found;
}

function given(spans: readonly Span[], asked: Parameters<typeof planGiving>[1]): readonly Span[] {
  const planned = planGiving(spans, asked);
  if (!planned.ok) throw new Error(planned.refusal.why);
  return after(spans, planned.changes);
}

describe('giving', () => {
  it('for good ends the givers’ spans, and everything planned with them', () => {
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

  it('beside others leaves their spans alone', () => {
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

  it('an encargo that has not begun leaves everything as before', () => {
    const now = after(acted, planEnding(acted, acted[1], 50, 50));
    expect(now).toEqual([span(1, 7, 0, null)]);
  });

  it('an ordinary span also ends everything planned with that person', () => {
    const now = after(acted, planEnding(acted, acted[0], 50, 50));
    expect([49, 50, 150, 250].map((moment) => holdersAt(now, moment))).toEqual([[7], [], [], []]);
  });

  it('an encargo that runs until its giver leaves for good still returns, early or called off', () => {
    const own = span(1, 7, 0, 200, { contractEndsOn: '2022-06-30' });
    const next = span(2, 5, 200, null);
    const asked = { ...give, personId: 9, fromAt: 100, untilAt: 200, instead: [7] };
    const split = given([own, next], asked);
    expect([99, 100, 199, 200].map((moment) => holdersAt(split, moment))).toEqual([[7], [9], [9], [5]]);
    const acting = held(split, 9);
    const early = after(split, planEnding(split, acting, 150, 150));
    expect([99, 149, 150, 199, 200].map((at) => holdersAt(early, at))).toEqual([[7], [9], [7], [7], [5]]);
    expect(early.find((each) => covers(each, 150))?.contractEndsOn).toBe('2022-06-30');
    expect(after(split, planEnding(split, acting, 100, 50))).toEqual([own, next]);
  });

  it('an encargo given away for good from a later day returns until that day, not after it', () => {
    const before = given([span(1, 7, 0, null)], {
      ...give,
      personId: 9,
      fromAt: 100,
      untilAt: 300,
      instead: [7],
    });
    const now = given(before, { ...give, personId: 5, fromAt: 200, untilAt: null, instead: [9] });
    expect([150, 200, 300].map((moment) => holdersAt(now, moment))).toEqual([[9], [5], [5]]);
    const early = after(now, planEnding(now, held(now, 9), 150, 150));
    expect([149, 150, 200, 300].map((moment) => holdersAt(early, moment))).toEqual([[9], [7], [5], [5]]);
  });

  it('an encargo whose giver left for good meanwhile returns to nobody', () => {
    const split = given([span(1, 7, 0, null)], {
      ...give,
      personId: 9,
      fromAt: 100,
      untilAt: 200,
      instead: [7],
    });
    const left = after(split, planEnding(split, held(split, 7, 200), 200, 120));
    const early = after(left, planEnding(left, held(left, 9), 150, 150));
    expect([149, 150, 199, 250].map((moment) => holdersAt(early, moment))).toEqual([[9], [], [], []]);
  });

  it('the giver of an encargo that lasts until their own end may receive it again, before or from that end on', () => {
    const asked = { ...give, personId: 9, fromAt: 100, untilAt: 200, instead: [7] };
    const split = given([span(1, 7, 0, 200)], asked);
    const again = given(split, { ...give, personId: 7, fromAt: 150, untilAt: null, instead: [9] });
    expect([149, 150, 250].map((moment) => holdersAt(again, moment))).toEqual([[9], [7], [7]]);
    const later = given(split, { ...give, personId: 7, fromAt: 200, untilAt: null, instead: [] });
    const early = after(later, planEnding(later, held(later, 9), 150, 150));
    expect([149, 150, 250].map((moment) => holdersAt(early, moment))).toEqual([[9], [7], [7]]);
  });

  it('an encargo called off or ended restores exactly the former spans, at any moment', () => {
    const moment = fc.integer({ min: 0, max: 100 });
    const own = fc.oneof(fc.constantFrom(0, null), moment);
    fc.assert(
      fc.property(moment, moment, moment, own, (now, a, b, end) => {
        const [fromAt, untilAt] = [now + Math.min(a, b), now + Math.max(a, b) + 1];
        const own = span(1, 7, 0, end === null ? null : untilAt + end);
        const split = given([own], { ...give, personId: 9, fromAt, untilAt, instead: [7] });
        const acting = held(split, 9);
        const back = after(split, planEnding(split, acting, Math.max(now, acting.fromAt), now));
        for (const at of [now, fromAt + 1, untilAt - 1, untilAt, untilAt + 50])
          if (at !== fromAt || fromAt > now) expect(holdersAt(back, at)).toEqual(covers(own, at) ? [7] : []);
      }),
      { examples: [[0, 0, 1, 0]] },
    );
  });

  it('an encargo within an encargo, ended in any order, restores exactly the former spans', () => {
    const moment = fc.integer({ min: 0, max: 100 });
    const own = fc.oneof(fc.constantFrom(0, null), moment);
    const inner = fc.tuple(moment, fc.oneof(fc.constant(0), moment));
    fc.assert(
      fc.property(own, inner, moment, fc.boolean(), (end, [from, before], now, innerFirst) => {
        const own = span(1, 7, 0, end === null ? null : 200 + end);
        const outer = { ...give, personId: 8, fromAt: 0, untilAt: 200, instead: [7] };
        const split = given([own], outer);
        const until = Math.max(from + 1, 200 - before);
        const twice = given(split, { ...give, personId: 9, fromAt: from, untilAt: until, instead: [8] });
        const order = innerFirst ? [9, 8] : [8];
        const at = now + (innerFirst ? 0 : until);
        if (at >= 200) return;
        let spans = twice;
        for (const id of order) {
          const ends = spans.find(
            (each) => each.personId === id && (id === 9 || covers(each, at)) && (each.untilAt ?? 0) > at,
          );
          if (ends) spans = after(spans, planEnding(spans, ends, Math.max(at, ends.fromAt), at));
        }
        for (const then of [at, 199, 200, 250])
          expect(holdersAt(spans, then), `${then}`).toEqual(covers(own, then) ? [7] : []);
      }),
    );
  });
});
