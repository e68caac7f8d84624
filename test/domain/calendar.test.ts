import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  type CutAct,
  cutState,
  cutWindow,
  isWorkingDay,
  nextReminderHour,
  reminderDays,
  soonestAllowed,
  takesReports,
  usualCalendar,
  usualReopeningLastDay,
  withinHours,
  workingDayAfter,
  workingDayOnOrBefore,
} from '../../src/domain/calendar.ts';
import { addDays, daysBetween, type LocalDate, momentAt } from '../../src/domain/dates.ts';

const NONE: ReadonlySet<LocalDate> = new Set();

function remindersOf(date: LocalDate, acts: readonly CutAct[] = [], daysOff = NONE): string[] {
  const window = cutWindow(usualCalendar(date), daysOff, acts);
  return reminderDays(window, acts, daysOff).map((day) => `${day.date} ${day.kind}`);
}

describe('the examples of the product', () => {
  const rows = [
    {
      cut: '2022-03-31',
      closing: '2022-03-31',
      lock: '2022-04-07',
      days: [
        '2022-03-16',
        '2022-03-24',
        '2022-03-28',
        '2022-03-30',
        '2022-03-31',
        '2022-04-01',
        '2022-04-05',
      ],
    },
    {
      cut: '2024-03-31',
      closing: '2024-04-01',
      lock: '2024-04-08',
      days: ['2024-03-18', '2024-03-22', '2024-03-27', '2024-04-01', '2024-04-02', '2024-04-04'],
    },
    {
      cut: '2025-06-30',
      closing: '2025-07-01',
      lock: '2025-07-08',
      days: ['2025-06-16', '2025-06-24', '2025-06-27', '2025-07-01', '2025-07-02', '2025-07-04'],
    },
    {
      cut: '2026-03-31',
      closing: '2026-03-31',
      lock: '2026-04-09',
      days: [
        '2026-03-16',
        '2026-03-24',
        '2026-03-27',
        '2026-03-30',
        '2026-03-31',
        '2026-04-01',
        '2026-04-07',
      ],
    },
    {
      cut: '2022-12-31',
      closing: '2023-01-02',
      lock: '2023-01-10',
      days: ['2022-12-16', '2022-12-26', '2022-12-30', '2023-01-02', '2023-01-03', '2023-01-05'],
    },
  ];

  it.each(rows)(
    'the cut of $cut closes on $closing and locks after $lock',
    ({ cut, closing, lock, days }) => {
      const window = cutWindow(usualCalendar(cut), NONE);
      expect(window).toEqual({
        date: cut,
        openingDate: addDays(cut, -15),
        opensAt: momentAt(addDays(cut, -15), 8),
        closingDate: closing,
        graceFrom: momentAt(addDays(closing, 1), 0),
        lockDate: lock,
        locksAt: momentAt(addDays(lock, 1), 0),
      });
      expect(reminderDays(window, [], NONE).map((day) => day.date)).toEqual(days);
    },
  );

  it('says what each reminder of the first cut is for', () => {
    expect(remindersOf('2022-03-31')).toEqual([
      '2022-03-16 opening',
      '2022-03-24 approaching',
      '2022-03-28 approaching',
      '2022-03-30 approaching',
      '2022-03-31 closing',
      '2022-04-01 overdue',
      '2022-04-05 overdue',
    ]);
  });
});

describe('other calendars', () => {
  it('a local day off on the cut date moves the closing, and one inside the grace prolongs the grace', () => {
    const daysOff = new Set(['2022-03-31', '2022-04-04']);
    const window = cutWindow(usualCalendar('2022-03-31'), daysOff);
    expect(window.closingDate).toBe('2022-04-01');
    expect(window.lockDate).toBe('2022-04-11');
    expect(remindersOf('2022-03-31', [], daysOff)).toContain('2022-03-30 approaching');
  });

  it('a cut of 30 April closes on 2 May, since Labour Day is between', () => {
    expect(cutWindow(usualCalendar('2026-04-30'), NONE).closingDate).toBe('2026-04-30');
    expect(cutWindow(usualCalendar('2023-04-30'), NONE).closingDate).toBe('2023-05-02');
  });

  it('without grace nothing is overdue; with two days only the first reminds', () => {
    const none = cutWindow({ date: '2022-03-31', openingDays: 15, graceWorkingDays: 0 }, NONE);
    expect(none.locksAt).toBe(none.graceFrom);
    expect(reminderDays(none, [], NONE).at(-1)?.kind).toBe('closing');
    const two = cutWindow({ date: '2022-03-31', openingDays: 15, graceWorkingDays: 2 }, NONE);
    expect(reminderDays(two, [], NONE).at(-1)).toEqual({ date: '2022-04-01', kind: 'overdue' });
  });

  it('a cut opened five days before does not remind seven days before', () => {
    const window = cutWindow({ date: '2022-03-31', openingDays: 5, graceWorkingDays: 5 }, NONE);
    expect(
      reminderDays(window, [], NONE)
        .map((day) => day.date)
        .slice(0, 3),
    ).toEqual(['2022-03-28', '2022-03-30', '2022-03-31']);
  });

  it('counts working days', () => {
    expect(addWorkingDays('2022-04-08', 0, NONE)).toBe('2022-04-08');
    expect(addWorkingDays('2022-04-08', 4, NONE)).toBe('2022-04-18');
    expect(workingDayOnOrBefore('2022-04-17', NONE)).toBe('2022-04-13');
    expect(workingDayAfter('2022-04-13', NONE)).toBe('2022-04-18');
    expect(() => addWorkingDays('2022-04-08', -1, NONE)).toThrow(RangeError);
  });
});

describe('the state of a cut', () => {
  const window = cutWindow(usualCalendar('2022-03-31'), NONE);

  it('changes at 08:00 of the opening day and at the midnights after closing and grace', () => {
    const states = [
      [momentAt('2022-03-16', 8) - 1, 'scheduled'],
      [momentAt('2022-03-16', 8), 'open'],
      [momentAt('2022-03-31', 24) - 1, 'open'],
      [momentAt('2022-04-01', 0), 'grace'],
      [momentAt('2022-04-07', 24) - 1, 'grace'],
      [momentAt('2022-04-08', 0), 'closed'],
    ] as const;
    for (const [moment, state] of states) expect(cutState(window, [], moment)).toBe(state);
  });

  it('is on time, then late, then takes no reports', () => {
    const at = (moment: number) => takesReports(window, [], 1, moment);
    const until = window.locksAt;
    expect(at(window.opensAt - 1)).toEqual({ takes: false });
    expect(at(window.opensAt)).toEqual({ takes: true, late: false, until });
    expect(at(window.graceFrom - 1)).toEqual({ takes: true, late: false, until });
    expect(at(window.graceFrom)).toEqual({ takes: true, late: true, until });
    expect(at(until - 1)).toEqual({ takes: true, late: true, until });
    expect(at(until)).toEqual({ takes: false });
  });
});

describe('an early close', () => {
  const close = { kind: 'close', at: momentAt('2022-03-28', 10) } as const;
  const window = cutWindow(usualCalendar('2022-03-31'), NONE, [close]);

  it('makes its day the closing date and leaves no grace, but what was sent before counts', () => {
    expect(window).toMatchObject({ closingDate: '2022-03-28', lockDate: '2022-03-28', graceFrom: close.at });
    expect(window.locksAt).toBe(close.at);
    expect(takesReports(window, [close], 1, close.at - 1)).toEqual({
      takes: true,
      late: false,
      until: close.at,
    });
    expect(takesReports(window, [close], 1, close.at)).toEqual({ takes: false });
    expect(cutState(window, [close], close.at)).toBe('closed');
  });

  it('keeps the reminders before it and drops those after it', () => {
    expect(remindersOf('2022-03-31', [close])).toEqual([
      '2022-03-16 opening',
      '2022-03-24 approaching',
      '2022-03-28 approaching',
    ]);
    expect(remindersOf('2022-03-31', [{ kind: 'close', at: momentAt('2022-03-28', 7) }])).toHaveLength(2);
  });

  it('in the grace does not make late reports punctual', () => {
    const inGrace = { kind: 'close', at: momentAt('2022-04-04', 12) } as const;
    const closed = cutWindow(usualCalendar('2022-03-31'), NONE, [inGrace]);
    expect(closed).toMatchObject({ closingDate: '2022-04-04', graceFrom: momentAt('2022-04-01', 0) });
    expect(takesReports(closed, [inGrace], 1, inGrace.at - 1)).toMatchObject({ takes: true, late: true });
    expect(remindersOf('2022-03-31', [inGrace]).at(-1)).toBe('2022-04-01 overdue');
  });

  it('after the lock changes nothing', () => {
    const late = { kind: 'close', at: momentAt('2022-04-20', 12) } as const;
    expect(cutWindow(usualCalendar('2022-03-31'), NONE, [late])).toEqual(
      cutWindow(usualCalendar('2022-03-31'), NONE),
    );
  });

  it('before the opening leaves a cut that never opens', () => {
    const early = { kind: 'close', at: momentAt('2022-03-01', 12) } as const;
    const never = cutWindow(usualCalendar('2022-03-31'), NONE, [early]);
    expect(takesReports(never, [early], 1, momentAt('2022-03-20', 9))).toEqual({ takes: false });
    expect(cutState(never, [early], momentAt('2022-03-20', 9))).toBe('closed');
    expect(reminderDays(never, [early], NONE)).toEqual([]);
  });
});

describe('a reopening', () => {
  const at = momentAt('2022-04-20', 15);
  const reopen: CutAct = { kind: 'reopen', at, lastDay: '2022-04-27', activityIds: [3, 5] };
  const window = cutWindow(usualCalendar('2022-03-31'), NONE, [reopen]);

  it('takes late reports of the named activities to the end of its last day, and closes by itself', () => {
    const until = momentAt('2022-04-28', 0);
    expect(takesReports(window, [reopen], 3, at - 1)).toEqual({ takes: false });
    expect(takesReports(window, [reopen], 3, at)).toEqual({ takes: true, late: true, until });
    expect(takesReports(window, [reopen], 5, until - 1)).toEqual({ takes: true, late: true, until });
    expect(takesReports(window, [reopen], 4, at)).toEqual({ takes: false });
    expect(takesReports(window, [reopen], 3, until)).toEqual({ takes: false });
    expect([at - 1, at, until].map((moment) => cutState(window, [reopen], moment))).toEqual([
      'closed',
      'grace',
      'closed',
    ]);
  });

  it('lasts five working days by default', () => {
    expect(usualReopeningLastDay(at, NONE)).toBe('2022-04-27');
    expect(usualReopeningLastDay(momentAt('2022-04-12', 9), NONE)).toBe('2022-04-21');
  });

  it('reminds on its last day, or on the working day before it', () => {
    expect(remindersOf('2022-03-31', [reopen]).at(-1)).toBe('2022-04-27 reopened');
    const toSunday: CutAct = { ...reopen, lastDay: '2022-05-01' };
    expect(remindersOf('2022-03-31', [toSunday]).at(-1)).toBe('2022-04-29 reopened');
  });

  it('has no reminder before it begins', () => {
    const overWeekend: CutAct = { ...reopen, at: momentAt('2022-04-22', 15), lastDay: '2022-04-24' };
    expect(remindersOf('2022-03-31', [overWeekend])).toEqual(remindersOf('2022-03-31'));
    const sameDay: CutAct = { ...reopen, lastDay: '2022-04-20' };
    expect(remindersOf('2022-03-31', [sameDay])).toEqual(remindersOf('2022-03-31'));
  });

  it('ends at an early close that follows it', () => {
    const close: CutAct = { kind: 'close', at: momentAt('2022-04-25', 9) };
    const acts = [reopen, close];
    expect(takesReports(window, acts, 3, close.at - 1)).toEqual({ takes: true, late: true, until: close.at });
    expect(takesReports(window, acts, 3, close.at)).toEqual({ takes: false });
    expect(remindersOf('2022-03-31', acts)).toEqual(remindersOf('2022-03-31'));
  });

  it('while the cut is still open prolongs only the named activities', () => {
    const early: CutAct = { ...reopen, at: momentAt('2022-04-06', 9), lastDay: '2022-04-13' };
    expect(takesReports(window, [early], 3, early.at)).toMatchObject({
      late: true,
      until: momentAt('2022-04-14', 0),
    });
    expect(takesReports(window, [early], 4, early.at)).toMatchObject({ until: window.locksAt });
  });
});

describe('hours in which the bot writes by itself', () => {
  it('are 07:00 to 19:00 of working days', () => {
    expect(withinHours(momentAt('2022-03-31', 7), NONE)).toBe(true);
    expect(withinHours(momentAt('2022-03-31', 7) - 1, NONE)).toBe(false);
    expect(withinHours(momentAt('2022-03-31', 19) - 1, NONE)).toBe(true);
    expect(withinHours(momentAt('2022-03-31', 19), NONE)).toBe(false);
    expect(withinHours(momentAt('2022-04-02', 10), NONE)).toBe(false);
    expect(withinHours(momentAt('2022-04-14', 10), NONE)).toBe(false);
    expect(withinHours(momentAt('2022-03-31', 10), new Set(['2022-03-31']))).toBe(false);
  });

  it('move anything outside them to 08:00 of the next working day', () => {
    const evening = momentAt('2022-04-13', 19);
    expect(soonestAllowed(evening, NONE)).toBe(momentAt('2022-04-18', 8));
    expect(soonestAllowed(momentAt('2022-03-31', 5), NONE)).toBe(momentAt('2022-03-31', 8));
    expect(soonestAllowed(momentAt('2022-03-31', 18, 59), NONE)).toBe(momentAt('2022-03-31', 18, 59));
  });

  it('include this very moment as the next reminder hour', () => {
    expect(nextReminderHour(momentAt('2022-03-31', 8), NONE)).toBe(momentAt('2022-03-31', 8));
    expect(nextReminderHour(momentAt('2022-03-31', 8) + 1, NONE)).toBe(momentAt('2022-04-01', 8));
  });
});

describe('for every cut of every calendar', () => {
  const dates = fc.integer({ min: 0, max: 9_500 }).map((days) => addDays('2015-01-01', days));
  const cases = fc.record({
    date: dates,
    openingDays: fc.integer({ min: 0, max: 60 }),
    graceWorkingDays: fc.integer({ min: 0, max: 12 }),
    off: fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 12 }),
  });

  it('reminders are sorted, unique, on working days, inside the cut, and the grace has its days', () => {
    fc.assert(
      fc.property(cases, ({ off, ...calendar }) => {
        const daysOff = new Set(off.map((days) => addDays(calendar.date, days)));
        const window = cutWindow(calendar, daysOff);
        const days = reminderDays(window, [], daysOff).map((day) => day.date);
        expect(days).toEqual([...new Set(days)].sort());
        for (const day of days) {
          expect(isWorkingDay(day, daysOff)).toBe(true);
          expect(day >= window.openingDate && day <= window.lockDate).toBe(true);
        }
        expect(days).toContain(window.closingDate);
        const grace = Array.from({ length: daysBetween(window.closingDate, window.lockDate) }, (_, index) =>
          addDays(window.closingDate, index + 1),
        );
        expect(grace.filter((day) => isWorkingDay(day, daysOff))).toHaveLength(calendar.graceWorkingDays);
      }),
      { numRuns: 500 },
    );
  });

  it('reports are taken exactly between opening and lock, whatever was reopened or closed', () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('close' as const), day: fc.integer({ min: -20, max: 30 }) }),
      fc.record({ kind: fc.constant('reopen' as const), day: fc.integer({ min: -20, max: 30 }) }),
    );
    fc.assert(
      fc.property(
        dates,
        fc.array(act, { maxLength: 4 }),
        fc.integer({ min: -500, max: 900 }),
        (date, days, hours) => {
          const acts = days.map(({ kind, day }): CutAct => {
            const at = momentAt(addDays(date, day), 10);
            return kind === 'close'
              ? { kind, at }
              : { kind, at, lastDay: addDays(date, day + 3), activityIds: [1] };
          });
          const window = cutWindow(usualCalendar(date), NONE, acts);
          const moment = momentAt(date, 0) + hours * 3_600_000;
          const taking = takesReports(window, acts, 1, moment);
          if (taking.takes) {
            expect(taking.until).toBeGreaterThan(moment);
            expect(takesReports(window, acts, 1, taking.until - 1).takes).toBe(true);
            expect(['open', 'grace']).toContain(cutState(window, acts, moment));
            expect(taking.late).toBe(cutState(window, acts, moment) === 'grace');
          } else {
            expect(['scheduled', 'closed']).toContain(cutState(window, acts, moment));
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
