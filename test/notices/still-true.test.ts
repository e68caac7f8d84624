import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announce, rowByKey } from '../../src/db/announce.ts';
import { assign } from '../../src/db/assignments.ts';
import { daysOff, positionsOf } from '../../src/db/plans.ts';
import { returnToWaiting } from '../../src/db/waiting.ts';
import { type Moment, momentAt } from '../../src/domain/dates.ts';
import type { Html } from '../../src/domain/events.ts';
import { countAsReminder } from '../../src/notices/count-as-reminder.ts';
import { notifyAssigned } from '../../src/notices/kinds/assigned.ts';
import { reminderOf as reminder } from '../../src/notices/kinds/reminder.ts';
import { releaseWaiting } from '../../src/schedule/release.ts';
import {
  act,
  addPlan,
  addResponsible,
  openEntity,
  report,
  rows,
  type TestEntity,
  tickAt,
} from '../schedule/setup.ts';

let entity: TestEntity;
beforeEach(() => {
  entity = openEntity();
});
afterEach(() => entity.remove());

const at = momentAt;

/**
 * Gives a colleague's position to Ana, who has something pending of her own.
 * @returns the spans
 */
function giveAna(now: Moment) {
  const ana = addResponsible(entity, { name: 'Ana', activities: 1 });
  const beto = addResponsible(entity, { name: 'Beto', activities: 1 });
  const [given = 0] = beto.activities;
  act(entity, (db) => {
    const positionId = positionsOf(db, [given]).get(given)?.[0]?.id ?? 0;
    notifyAssigned(db, assign(db, ana.personId, { positionId }, now, { decidedAt: now }), now);
  });
  return { ana, beto, given };
}

/** Releases what a finished job releases, between two ticks. */
function releaseAt(now: Moment): void {
  act(entity, (db) => releaseWaiting(db, now, daysOff(db), { askAgain: () => null }));
}

function reminderOf(personId: number, date: string) {
  return reminder(entity.store.db, personId, date);
}

describe('a notice that waits', () => {
  it('into another day restores that day’s reminder too, when it no longer lists anything', () => {
    const { ana, beto, given } = giveAna(at('2022-03-23', 18, 30));
    tickAt(entity, at('2022-03-23', 18, 30));
    const [notice] = rows(entity).filter((row) => row.state === 'released');
    act(entity, (db) => returnToWaiting(db, notice?.id ?? 0));
    tickAt(entity, at('2022-03-23', 19, 1));
    expect(reminderOf(ana.personId, '2022-03-24')?.reason).toBe('superseded');
    report(entity, beto.personId, given, entity.cuts[0] ?? 0, at('2022-03-23', 21));
    tickAt(entity, at('2022-03-24', 8));
    expect(reminderOf(ana.personId, '2022-03-24')?.state).toBe('released');
  });

  it('and lists nothing does not restore a reminder that another notice of the same moment replaced', () => {
    const now = at('2022-03-23', 20);
    const { ana } = giveAna(now);
    act(entity, (db) =>
      notifyAssigned(db, assign(db, ana.personId, { office: 'mayor' }, now, { decidedAt: now }), now),
    );
    tickAt(entity, now);
    expect(reminderOf(ana.personId, '2022-03-24')?.reason).toBe('superseded');
  });

  it('and lists nothing at 08:00 restores the reminder, even when a job releases it before the tick', () => {
    const { ana, beto, given } = giveAna(at('2022-03-23', 20));
    report(entity, beto.personId, given, entity.cuts[0] ?? 0, at('2022-03-23', 21));
    releaseAt(at('2022-03-24', 8) + 500);
    tickAt(entity, at('2022-03-24', 8) + 20_000);
    expect(rows(entity).find((row) => row.kind === 'notice')?.state).toBe('released');
    expect(reminderOf(ana.personId, '2022-03-24')?.state).toBe('released');
  });

  it('and is no longer true at 08:00 restores the reminder, even when a job ends it before the tick', () => {
    const now = at('2022-03-23', 20);
    const { personId } = addResponsible(entity, { name: 'Ana', activities: 1 });
    // The notice is about a plan with nothing pending any more; another plan has something pending.
    const { planId } = act(entity, (db) => addPlan(db, 'PL-AC-02', 'PLAN ANTICORRUPCION'));
    const key = `received:${planId}:${personId}:${now}`;
    const message = { html: 'ahora está a su cargo' as Html };
    act(entity, (db) => {
      const of = { kind: 'notice', notice: 'received', key, about: { planId } } as const;
      const notice = announce(db, { chatId: 7, personId }, { ...of, message, now });
      countAsReminder(db, personId, '2022-03-24', now, notice ?? null);
    });
    releaseAt(at('2022-03-24', 8) + 500);
    expect(rowByKey(entity.store.db, key)?.state).toBe('notNeeded');
    tickAt(entity, at('2022-03-24', 8) + 20_000);
    expect(reminderOf(personId, '2022-03-24')?.state).toBe('released');
  });
});
