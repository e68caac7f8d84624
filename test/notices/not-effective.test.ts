import { describe, expect, it } from 'vitest';
import { verifyReport } from '../../src/actions/verify.ts';
import { plannedCut } from '../../src/db/plans.ts';
import { lastReport } from '../../src/db/reports.ts';
import type { Verdict } from '../../src/db/review.ts';
import { outbox } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { recheckNotices } from '../../src/notices/still-true.ts';
import { enrol, freshDb, makePlan, report } from '../summary/setup.ts';

const evening = momentAt('2022-04-01', 20);

describe('the notice that an activity was done and not effective', () => {
  it('is not sent when its verdict changed, or its report, before it leaves', () => {
    const made = makePlan(freshDb(), [{ number: '1' }, { number: '2' }, { number: '3' }]);
    const { db } = made;
    const luz = enrol(db, 'Luz', 7, { positions: [...made.positions.values()] });
    enrol(db, 'Aracelly', 8, { offices: ['coordinator'] });
    const carmen = enrol(db, 'Carmen', 9, { offices: ['control'] });
    const planned = plannedCut(db, made.cuts[0] ?? 0);
    if (!planned) throw new Error('no cut');
    const says = (number: string, verdict: Verdict) => {
      const reportId = lastReport(db, made.activities.get(number) ?? 0, planned.cut.id)?.id ?? 0;
      const of = { reportId, personId: carmen.id, progress: null, remark: 'no sirvió' };
      expect(verifyReport(db, planned, { ...of, verdict }, evening).ok).toBe(true);
    };
    for (const number of ['1', '2', '3']) {
      report(made, luz, number, 1000);
      says(number, 'ineffective');
    }
    says('1', 'observed');
    report(made, luz, '2', 900);
    recheckNotices(db, evening);
    const told = db.select().from(outbox).all();
    const states = told.filter((row) => row.notice === 'notEffective').map(({ state }) => state);
    expect(states).toEqual(['notNeeded', 'notNeeded', 'waiting']);
  });
});
