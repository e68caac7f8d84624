import { describe, expect, it } from 'vitest';
import { type CutAct, cutWindow, usualCalendar } from '../../src/domain/calendar.ts';
import { type LocalDate, type Moment, momentAt } from '../../src/domain/dates.ts';
import { dueFor, type PersonFacts } from '../../src/domain/due.ts';
import { undecided, whyNotNow } from '../../src/domain/due-interval.ts';
import { daysOfActivity, pendingSince } from '../../src/domain/due-pending.ts';

const none: ReadonlySet<LocalDate> = new Set();
const at = momentAt;
const long = at('2022-01-10', 9);

/** A person with one pending activity of the cut of 31 March 2022, enrolled long before. */
function someone(change: Partial<PersonFacts> = {}, since: Moment = long): PersonFacts {
  const window = cutWindow(usualCalendar('2022-03-31'), none);
  return {
    enrolledAt: long,
    unreachable: false,
    pending: [{ since, days: daysOfActivity(window, [], 1, none) }],
    requested: [],
    unsent: [],
    remindedToday: false,
    ...change,
  };
}

const minuteBefore = (moment: Moment): Moment => moment - 60_000;
/** The interval of one tick of a bot that was never down. */
const up = (to: Moment) => ({ from: minuteBefore(to), to });

describe('the reminder of a day', () => {
  it.each(['2022-03-16', '2022-03-24', '2022-03-28', '2022-03-30', '2022-03-31', '2022-04-01', '2022-04-05'])(
    'goes out at 08:00 of %s',
    (date) => {
      const due = dueFor(someone(), up(at(date, 8)), none);
      expect(due).toMatchObject({ due: 'reminder', date, moment: at(date, 8), reachable: true });
    },
  );

  it('goes out on no other day, and at no other minute of its day', () => {
    expect(dueFor(someone(), up(at('2022-03-17', 8)), none)).toEqual({ due: 'none', why: 'noReminderDay' });
    expect(dueFor(someone(), up(at('2022-03-16', 8, 1)), none)).toEqual({
      due: 'none',
      why: 'noReminderDay',
    });
  });

  it('says why: the opening, the approach, the closing, what is overdue', () => {
    const because = (date: LocalDate) => {
      const due = dueFor(someone(), up(at(date, 8)), none);
      return due.due === 'reminder' ? due.because : due.why;
    };
    expect(because('2022-03-16')).toEqual(['opening']);
    expect(because('2022-03-24')).toEqual(['approaching']);
    expect(because('2022-03-31')).toEqual(['closing']);
    expect(because('2022-04-05')).toEqual(['overdue']);
  });

  it('does not go to somebody who is done, not enrolled, or had one today', () => {
    const interval = up(at('2022-03-16', 8));
    expect(dueFor(someone({ pending: [] }), interval, none)).toEqual({ due: 'none', why: 'nothingPending' });
    expect(dueFor(someone({ enrolledAt: null }), interval, none)).toEqual({
      due: 'none',
      why: 'notEnrolled',
    });
    expect(dueFor(someone({ remindedToday: true }), interval, none)).toEqual({
      due: 'none',
      why: 'alreadyToday',
    });
  });

  it('is due to somebody who blocked the bot, so that it can be listed', () => {
    const due = dueFor(someone({ unreachable: true }), up(at('2022-03-16', 8)), none);
    expect(due).toMatchObject({ due: 'reminder', reachable: false });
  });

  it('comes on the requested day, when something is still pending', () => {
    const asked = { requested: [{ date: '2022-03-17', reason: 'snooze' as const }] };
    const interval = up(at('2022-03-17', 8));
    expect(dueFor(someone(asked), interval, none)).toMatchObject({ due: 'reminder', because: ['snooze'] });
    expect(dueFor(someone({ ...asked, pending: [] }), interval, none)).toEqual({
      due: 'none',
      why: 'nothingPending',
    });
  });
});

describe('the hours', () => {
  it('decides nothing on a weekend, on a holiday, at night, nor before 08:00', () => {
    const why = (moment: Moment) => dueFor(someone(), { from: moment - 9e8, to: moment }, none);
    expect(why(at('2022-03-26', 10))).toEqual({ due: 'none', why: 'outsideHours' });
    expect(why(at('2022-03-21', 10))).toEqual({ due: 'none', why: 'outsideHours' });
    expect(why(at('2022-03-24', 19))).toEqual({ due: 'none', why: 'outsideHours' });
    expect(why(at('2022-03-24', 7, 30))).toEqual({ due: 'none', why: 'notYet' });
  });

  it('counts a local day off as not a working day', () => {
    expect(whyNotNow(at('2022-03-24', 9), new Set(['2022-03-24']))).toBe('outsideHours');
    expect(whyNotNow(at('2022-03-24', 9), none)).toBeNull();
  });
});

describe('a bot that was down', () => {
  it('sends one reminder when it is back, the most recent one', () => {
    const interval = { from: at('2022-03-15', 18), to: at('2022-03-29', 9, 12) };
    expect(dueFor(someone(), interval, none)).toEqual({
      due: 'reminder',
      date: '2022-03-29',
      moment: at('2022-03-28', 8),
      because: ['approaching'],
      reachable: true,
    });
  });

  it('sends a reminder that expired unsent while it was down', () => {
    const interval = { from: at('2022-03-16', 8), to: at('2022-03-17', 8) };
    const due = dueFor(someone({ unsent: ['2022-03-16'] }), interval, none);
    expect(due).toMatchObject({ due: 'reminder', date: '2022-03-17', because: ['unsent'] });
  });

  it('does not look back beyond midnight when the clock had been wrong', () => {
    const now = at('2022-03-24', 8);
    expect(undecided(at('2022-06-22', 8), now)).toEqual({ from: at('2022-03-24', 0), to: now });
    expect(undecided(null, now).from).toBe(at('2022-03-24', 0));
    expect(undecided(at('2022-03-20', 8), now).from).toBe(at('2022-03-20', 8));
  });
});

describe('the past', () => {
  const interval = { from: at('2022-03-15', 18), to: at('2022-03-24', 7 + 2) };

  it('does not remind somebody who enrolled or received the activity after the moment', () => {
    const late = at('2022-03-24', 8, 30);
    expect(dueFor(someone({ enrolledAt: late }), interval, none)).toEqual({ due: 'none', why: 'ofThePast' });
    expect(dueFor(someone({}, late), interval, none)).toEqual({ due: 'none', why: 'ofThePast' });
  });

  it('counts the very moment of the enrolment', () => {
    const due = dueFor(
      someone({ enrolledAt: at('2022-03-16', 8) }),
      { ...interval, to: at('2022-03-17', 9) },
      none,
    );
    expect(due).toMatchObject({ due: 'reminder', moment: at('2022-03-16', 8) });
  });
});

describe('a reopening', () => {
  const acts: readonly CutAct[] = [
    { kind: 'reopen', at: at('2022-04-18', 10), lastDay: '2022-04-25', activityIds: [1] },
  ];
  const window = cutWindow(usualCalendar('2022-03-31'), none, acts);
  const of = { importedAt: long, receivedAt: long, window, acts, activityId: 1 };

  it('reminds on its last day only of the named activities', () => {
    expect(daysOfActivity(window, acts, 1, none).map((day) => day.date)).toContain('2022-04-25');
    expect(daysOfActivity(window, acts, 2, none).map((day) => day.date)).not.toContain('2022-04-25');
  });

  it('asks for a revision from its own moment on when it comes before the lock', () => {
    const returned: CutAct = {
      kind: 'reopen',
      at: at('2022-03-29', 10),
      lastDay: '2022-04-05',
      activityIds: [1],
    };
    const open = {
      ...of,
      acts: [returned],
      window: cutWindow(usualCalendar('2022-03-31'), none, [returned]),
    };
    const now = at('2022-03-29', 11);
    expect(pendingSince({ ...open, reopened: true }, now)).toBe(at('2022-03-29', 10));
    expect(pendingSince({ ...open, reopened: false }, now)).toBe(long);
  });

  it('makes nothing due for an earlier moment', () => {
    const now = at('2022-04-18', 11);
    expect(pendingSince({ ...of, reopened: false }, now)).toBe(at('2022-04-18', 10));
    expect(pendingSince({ ...of, reopened: true }, now)).toBe(at('2022-04-18', 10));
    const before = { from: at('2022-03-30', 18), to: now };
    const pending = [{ since: at('2022-04-18', 10), days: daysOfActivity(window, acts, 1, none) }];
    expect(dueFor(someone({ pending }), before, none)).toEqual({ due: 'none', why: 'ofThePast' });
    expect(dueFor(someone({ pending }), up(at('2022-04-25', 8)), none)).toMatchObject({
      because: ['reopened'],
    });
  });
});
