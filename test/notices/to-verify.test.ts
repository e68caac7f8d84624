import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Moment, momentAt } from '../../src/domain/dates.ts';
import {
  act,
  addOffice,
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
const told = () =>
  rows(entity)
    .filter((row) => row.notice === 'toVerify')
    .map(({ personId, state }) => ({ personId, state }));
const ticks = (...moments: readonly Moment[]) => {
  for (const moment of moments) tickAt(entity, moment);
};

describe('Control Interno is told that a cut can be verified', () => {
  it('once, in the morning after the closing, when reports wait, and nobody who may not verify it', () => {
    const [cut = 0] = entity.cuts;
    const ana = addResponsible(entity, { name: 'Ana', activities: 2 });
    const carmen = addOffice(entity, 'Carmen', 'control');
    report(entity, ana.personId, ana.activities[0] ?? 0, cut, at('2022-03-20', 9));
    report(entity, carmen, ana.activities[1] ?? 0, entity.cuts[1] ?? 0, at('2022-03-20', 9));
    ticks(at('2022-03-31', 18), at('2022-04-01', 7, 59));
    expect(told()).toEqual([]);
    ticks(at('2022-04-01', 8), at('2022-04-01', 8, 1), at('2022-04-08', 8), at('2022-06-30', 18));
    expect(told()).toEqual([{ personId: carmen, state: 'released' }]);
    ticks(at('2022-07-01', 8), at('2022-07-11', 8));
    expect(told()).toHaveLength(1);
  });

  it('after the grace when nothing waited at the closing, and never without a report', () => {
    const [cut = 0] = entity.cuts;
    const ana = addResponsible(entity, { name: 'Ana', activities: 1 });
    addOffice(entity, 'Carmen', 'control');
    ticks(at('2022-03-31', 18), at('2022-04-01', 8));
    report(entity, ana.personId, ana.activities[0] ?? 0, cut, at('2022-04-04', 9));
    ticks(at('2022-04-07', 18));
    expect(told()).toEqual([]);
    ticks(at('2022-04-08', 8));
    expect(told()).toHaveLength(1);
    ticks(at('2022-07-01', 8), at('2022-07-11', 8));
    expect(told()).toHaveLength(1);
  });

  it('of several plans in one message, with a button for each', () => {
    const [first = 0] = entity.cuts;
    const other = act(entity, (db) => addPlan(db, 'PA-1', 'PLAN DE ACCION'));
    const of = { name: 'Ana', activities: 1 };
    const [ana, beto] = [addResponsible(entity, of), addResponsible(entity, { ...of, planId: other.planId })];
    addOffice(entity, 'Carmen', 'control');
    report(entity, ana.personId, ana.activities[0] ?? 0, first, at('2022-03-20', 9));
    report(entity, beto.personId, beto.activities[0] ?? 0, other.cuts[0] ?? 0, at('2022-03-20', 9));
    ticks(at('2022-03-31', 18), at('2022-04-01', 8));
    const [together, ...more] = rows(entity).filter((row) => row.notice === 'together');
    expect(more).toEqual([]);
    const keyboard = together?.payload && 'html' in together.payload ? (together.payload.keyboard ?? []) : [];
    expect(keyboard.flat().map(({ text }) => text)).toEqual([
      'Verificar · Plan de Participación Ciudadana 2022',
      'Verificar · Plan de Acción 2022',
    ]);
  });

  it('not of a cut that closed before the office was given', () => {
    const [cut = 0] = entity.cuts;
    const ana = addResponsible(entity, { name: 'Ana', activities: 1 });
    report(entity, ana.personId, ana.activities[0] ?? 0, cut, at('2022-03-20', 9));
    addOffice(entity, 'Carmen', 'control', at('2022-04-08', 10));
    ticks(at('2022-04-08', 11));
    expect(told()).toEqual([]);
  });
});
