import { describe, expect, it } from 'vitest';
import { remindMissing } from '../../src/actions/remind.ts';
import { eq } from '../../src/db/drizzle.ts';
import { settle } from '../../src/db/outbox.ts';
import { markUnreachable } from '../../src/db/people.ts';
import { outbox } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { notifyReplacedReminder, reminderOf } from '../../src/notices/kinds/reminder.ts';
import { enrol, freshDb, makePlan, NOW, report } from './setup.ts';

const everybody = { cutId: null, personId: null };

function twoPeople() {
  const made = makePlan(freshDb(), [
    { number: '1', positions: ['Uno'] },
    { number: '2', positions: ['Dos'] },
  ]);
  const ana = enrol(made.db, 'Ana', 7, { positions: [made.positions.get('Uno')] });
  const beto = enrol(made.db, 'Beto', 8, { positions: [made.positions.get('Dos')] });
  const reminders = () => made.db.select().from(outbox).where(eq(outbox.kind, 'reminder')).all();
  return { made, db: made.db, ana, beto, reminders };
}

const names = (people: readonly { readonly name: string }[]) => people.map((each) => each.name);

describe('reminding those who are missing', () => {
  it('queues one reminder each, whose text is made when it is sent and which ends at 19:00', () => {
    const { db, ana, reminders } = twoPeople();
    const done = remindMissing(db, NOW, everybody, null);
    expect(names(done.queued)).toEqual(['Ana', 'Beto']);
    expect(done.when).toBe(NOW);
    expect(reminders()).toHaveLength(2);
    expect(reminderOf(db, ana.id, '2022-03-16')).toMatchObject({
      chatId: 7,
      payload: null,
      state: 'waiting',
      notBefore: NOW,
      expiresAt: momentAt('2022-03-16', 19),
    });
  });

  it('adds nothing the second time, but does the next day', () => {
    const { db, reminders } = twoPeople();
    remindMissing(db, NOW, everybody, null);
    const again = remindMissing(db, NOW + 60_000, everybody, null);
    expect(again.queued).toEqual([]);
    expect(names(again.alreadyToday)).toEqual(['Ana', 'Beto']);
    expect(reminders()).toHaveLength(2);
    expect(names(remindMissing(db, momentAt('2022-03-17', 10), everybody, null).queued)).toEqual([
      'Ana',
      'Beto',
    ]);
  });

  it('counts that day’s automatic one, and waits outside the hours for 08:00 of the next working day', () => {
    const { db, ana } = twoPeople();
    const friday = momentAt('2022-03-18', 20);
    // Monday 21 March 2022 is San José.
    notifyReplacedReminder(db, ana, '2022-03-22', friday);
    const done = remindMissing(db, friday, everybody, null);
    expect(done.when).toBe(momentAt('2022-03-22', 8));
    expect(names(done.alreadyToday)).toEqual(['Ana']);
    expect(names(done.queued)).toEqual(['Beto']);
  });

  it('leaves out people who are done, have nothing in that cut, or cannot be reached', () => {
    const { made, db, ana } = twoPeople();
    report(made, ana, '1', 1000);
    markUnreachable(db, 8, NOW, 'blocked');
    const done = remindMissing(db, NOW, { cutId: made.cuts[0] ?? 0, personId: null }, null);
    expect(done.queued).toEqual([]);
    expect(names(done.unreachable)).toEqual(['Beto']);
    expect(remindMissing(db, NOW, { cutId: made.cuts[1] ?? 0, personId: null }, null)).toMatchObject({
      queued: [],
      alreadyToday: [],
      unreachable: [],
    });
  });

  it('reminds nobody of a cut that will have closed when the reminder goes out', () => {
    const { db } = twoPeople();
    expect(remindMissing(db, momentAt('2022-04-07', 18), everybody, null).queued).toHaveLength(2);
    expect(remindMissing(db, momentAt('2022-04-07', 20), everybody, null).queued).toEqual([]);
  });

  it('sends again what could not be delivered, in the same row', () => {
    const { db, ana, reminders } = twoPeople();
    remindMissing(db, NOW, everybody, null);
    const row = reminderOf(db, ana.id, '2022-03-16');
    settle(db, row?.id ?? 0, 'refused', 'chat not found', NOW);
    expect(names(remindMissing(db, NOW + 1_000, everybody, null).queued)).toEqual(['Ana']);
    expect(reminderOf(db, ana.id, '2022-03-16')).toMatchObject({
      id: row?.id,
      state: 'waiting',
      reason: null,
    });
    expect(reminders()).toHaveLength(2);
  });

  it('counts a notice that replaced the reminder as one', () => {
    const { db, ana } = twoPeople();
    const row = notifyReplacedReminder(db, ana, '2022-03-16', NOW);
    settle(db, row ?? 0, 'notNeeded', 'superseded', NOW);
    expect(names(remindMissing(db, NOW, everybody, null).alreadyToday)).toEqual(['Ana']);
  });
});
