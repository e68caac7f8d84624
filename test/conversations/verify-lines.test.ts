import { describe, expect, it } from 'vitest';
import { numberedRemarks } from '../../src/conversations/review/verify-lines.ts';
import { plannedCut } from '../../src/db/plans.ts';
import { reportsToVerify } from '../../src/summary/review/to-verify.ts';
import { enrol, freshDb, makePlan, report } from '../summary/setup.ts';

const numbers = ['1', '2', '1.1', 'C2-1.1'];
const made = () => {
  const plan = makePlan(
    freshDb(),
    numbers.map((number) => ({ number })),
  );
  const luz = enrol(plan.db, 'Luz', 7, { positions: [...plan.positions.values()] });
  for (const number of numbers) report(plan, luz, number, 500);
  const planned = plannedCut(plan.db, plan.cuts[0] ?? 0);
  if (!planned) throw new Error('no cut');
  return reportsToVerify(plan.db, planned);
};

describe('remarks with the number of their activity', () => {
  it('are one a line, with a colon, and Control Interno’s own percentage where it is said', () => {
    const reports = made();
    const read = (text: string) =>
      numberedRemarks(text, () => reports)?.map(({ of, own, remark }) => [of.activity.number, own, remark]) ??
      null;
    expect(read('2: falta el acta')).toEqual([['2', null, 'falta el acta']]);
    expect(read('la 2: falta el acta')).toEqual([['2', null, 'falta el acta']]);
    expect(read('n.º 1.1: falta el acta\nC2-1.1: 40 % solo hay convocatoria')).toEqual([
      ['1.1', null, 'falta el acta'],
      ['C2-1.1', 400, 'solo hay convocatoria'],
    ]);
    for (const text of [
      'falta el acta',
      '9: falta',
      '2 falta el acta',
      '2: 80%',
      '1: uno\n1: dos',
      '1: a\nb',
      '',
    ])
      expect(read(text)).toBeNull();
  });
});
