import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CutAct, cutWindow, usualCalendar } from '../../src/domain/calendar.ts';
import { type LocalDate, localDate, type Moment, momentAt } from '../../src/domain/dates.ts';
import {
  fallsDue,
  isAllInDecided,
  mayBeAllIn,
  type SummaryFacts,
  summaryDue,
} from '../../src/domain/due-summaries.ts';

const none: ReadonlySet<LocalDate> = new Set();
const at = momentAt;
const up = (to: Moment) => ({ from: to - 60_000, to });

/** The cut of 31 March 2022: seven activities, one missing, no summary sent yet. */
function cut(change: Partial<SummaryFacts> = {}, acts: readonly CutAct[] = []): SummaryFacts {
  return {
    window: cutWindow(usualCalendar('2022-03-31'), none, acts),
    acts,
    importedAt: at('2022-01-10', 9),
    asked: 7,
    missing: 1,
    basis: '6',
    lastWordAt: at('2022-03-20', 10),
    decided: [],
    ...change,
  };
}
const allIn = { kind: 'allIn', reopening: 0, basis: '7', wasSent: true } as const;
const complete = { missing: 0, basis: '7' };

describe('when everything has been reported', () => {
  it('goes out with the next tick, once', () => {
    const interval = up(at('2022-03-22', 15, 4));
    expect(summaryDue(cut(complete), interval, none)).toMatchObject({
      due: 'summary',
      kind: 'allIn',
      reopening: 0,
    });
    expect(summaryDue(cut({ ...complete, decided: [allIn] }), interval, none)).toMatchObject({ due: 'none' });
    expect(summaryDue(cut(), interval, none)).toEqual({ due: 'none', why: 'noMoment' });
  });

  it('waits for 08:00 when the last report came at night', () => {
    expect(summaryDue(cut(complete), up(at('2022-03-22', 22)), none)).toEqual({
      due: 'none',
      why: 'outsideHours',
    });
    expect(summaryDue(cut(complete), up(at('2022-03-23', 7, 30)), none)).toEqual({
      due: 'none',
      why: 'notYet',
    });
    expect(summaryDue(cut(complete), up(at('2022-03-23', 8)), none)).toMatchObject({ kind: 'allIn' });
  });

  it('never goes out for an import alone', () => {
    const interval = up(at('2022-03-22', 15));
    expect(summaryDue(cut({ ...complete, lastWordAt: null }), interval, none)).toMatchObject({ due: 'none' });
    const imported = at('2022-03-22', 14);
    expect(summaryDue(cut({ ...complete, importedAt: imported }), interval, none)).toMatchObject({
      due: 'none',
    });
  });

  it('never goes out for a cut that has not opened, or that was closed when imported', () => {
    const early = cut({ ...complete, lastWordAt: at('2022-03-01', 9) });
    expect(summaryDue(early, up(at('2022-03-10', 10)), none)).toMatchObject({ due: 'none' });
    const interval = up(at('2022-06-10', 8));
    const imported = cut({ ...complete, importedAt: at('2022-06-01', 9), lastWordAt: at('2022-06-09', 9) });
    expect(summaryDue(imported, interval, none)).toEqual({ due: 'none', why: 'closedWhenImported' });
  });

  it('goes out again when a reopening has been answered', () => {
    const acts: readonly CutAct[] = [
      { kind: 'reopen', at: at('2022-04-18', 10), lastDay: '2022-04-25', activityIds: [1] },
    ];
    const facts = { ...complete, decided: [allIn], lastWordAt: at('2022-04-19', 10) };
    const interval = up(at('2022-04-19', 10, 1));
    expect(summaryDue(cut({ ...facts, basis: '8' }, acts), interval, none)).toMatchObject({
      kind: 'allIn',
      reopening: 1,
    });
    expect(summaryDue(cut(facts, acts), interval, none)).toMatchObject({ due: 'none' });
  });

  it('counts a text sent before the lock and fetched after it', () => {
    const facts = cut({ ...complete, lastWordAt: at('2022-04-08', 9) });
    expect(summaryDue(facts, up(at('2022-04-08', 9)), none)).toMatchObject({ kind: 'allIn' });
    expect(summaryDue(facts, up(at('2022-04-11', 9)), none)).toMatchObject({ due: 'none' });
  });
});

describe('after the closing date', () => {
  const morning = up(at('2022-04-01', 8));

  it('goes out at 08:00 of the working day after it, also with nothing reported', () => {
    const facts = cut({ missing: 7, basis: '0', lastWordAt: null });
    expect(summaryDue(facts, morning, none)).toMatchObject({
      kind: 'afterClosing',
      moment: at('2022-04-01', 8),
    });
    expect(summaryDue(facts, up(at('2022-03-31', 8)), none)).toEqual({ due: 'none', why: 'noMoment' });
  });

  it('does not go out when nothing changed since the summary with every report', () => {
    expect(summaryDue(cut({ ...complete, decided: [allIn] }), morning, none)).toEqual({
      due: 'none',
      why: 'unchanged',
    });
    const corrected = cut({ ...complete, basis: '8', decided: [allIn] });
    expect(summaryDue(corrected, morning, none)).toMatchObject({ kind: 'afterClosing' });
  });

  it('goes out as usual after an early close, and the one after the grace does not follow it', () => {
    const acts: readonly CutAct[] = [{ kind: 'close', at: at('2022-03-24', 11) }];
    const facts = cut({}, acts);
    const interval = up(at('2022-03-25', 8));
    expect(summaryDue(facts, interval, none)).toMatchObject({
      kind: 'afterClosing',
      moment: at('2022-03-25', 8),
    });
    expect(summaryDue(facts, up(at('2022-04-01', 8)), none)).toMatchObject({ due: 'none' });
    expect(summaryDue(facts, up(at('2022-04-08', 8)), none)).toMatchObject({ due: 'none' });
  });
});

describe('after the grace', () => {
  const morning = up(at('2022-04-08', 8));
  const afterClosing = { kind: 'afterClosing', reopening: 0, basis: '6', wasSent: true } as const;

  it('goes out only if something changed', () => {
    expect(summaryDue(cut({ decided: [afterClosing] }), morning, none)).toEqual({
      due: 'none',
      why: 'unchanged',
    });
    const changed = cut({ basis: '7', decided: [afterClosing] });
    expect(summaryDue(changed, morning, none)).toMatchObject({
      kind: 'afterGrace',
      moment: at('2022-04-08', 8),
    });
  });

  it('ignores a summary that nobody got', () => {
    const unheard = cut({ decided: [{ ...afterClosing, wasSent: false }] });
    expect(summaryDue(unheard, morning, none)).toMatchObject({ kind: 'afterGrace' });
  });

  it('goes out alone when the bot was down at both moments', () => {
    const interval = { from: at('2022-03-31', 18), to: at('2022-04-12', 9) };
    expect(summaryDue(cut(), interval, none)).toMatchObject({
      kind: 'afterGrace',
      moment: at('2022-04-08', 8),
    });
  });
});

it('sends no summary of a cut that asks for nothing', () => {
  const facts = cut({ asked: 0, missing: 0 });
  expect(summaryDue(facts, up(at('2022-04-01', 8)), none)).toEqual({ due: 'none', why: 'nothingAsked' });
});

describe('a cut without a moment of the calendar in the interval', () => {
  it('has no summary unless it may just have become complete, whatever the other facts', () => {
    const day = 24 * 3_600_000;
    const moment = fc.integer({ min: at('2022-03-10', 0), max: at('2022-05-10', 0) });
    const act = fc.oneof(
      fc.record({ kind: fc.constant('close' as const), at: moment }),
      fc
        .record({ kind: fc.constant('reopen' as const), at: moment })
        .map((each): CutAct => ({ ...each, lastDay: localDate(each.at + 3 * day), activityIds: [1] })),
    );
    const facts = fc.record({
      importedAt: moment,
      missing: fc.nat(1),
      basis: fc.constantFrom('6', '7'),
      lastWordAt: fc.option(moment, { nil: null }),
      decided: fc.subarray([allIn, { ...allIn, kind: 'afterGrace' as const }]),
    });
    let ruledOut = 0;
    fc.assert(
      fc.property(facts, fc.array(act, { maxLength: 2 }), moment, fc.nat(2 * day), (change, acts, to, ms) => {
        const interval = { from: to - ms, to };
        const whole = cut(
          change,
          acts.toSorted((a, b) => a.at - b.at),
        );
        if (fallsDue(whole, interval, none)) return;
        if (whole.missing === 0 && mayBeAllIn(whole, interval) && !isAllInDecided(whole, interval.to)) return;
        ruledOut++;
        expect(summaryDue(whole, interval, none)).toMatchObject({ due: 'none' });
      }),
      { numRuns: 3_000 },
    );
    expect(ruledOut).toBeGreaterThan(300);
  });
});
