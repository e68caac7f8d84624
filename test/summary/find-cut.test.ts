import { describe, expect, it } from 'vitest';
import type { Db } from '../../src/db/open.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { currentCut, findCut } from '../../src/summary/find-cut.ts';
import { freshDb, makePlan, NOW } from './setup.ts';

const one = [{ number: '1' }];

function found(db: Db, words: string | null, moment = NOW): string {
  const answer = findCut(db, words, moment);
  switch (answer.kind) {
    case 'cut':
    case 'notOpened':
      return `${answer.kind} ${answer.planned.cut.date}`;
    case 'several':
      return answer.cuts.map((each) => `${each.plan.code} ${each.cut.date}`).join(', ');
    case 'unknown':
    case 'noPlan':
      return answer.kind;
  }
}

describe('the current cut', () => {
  it('is the one that opened last, from its 08:00 on and until the next one opens', () => {
    const db = freshDb();
    makePlan(db, one);
    const at = (date: string, hour: number, minute = 0) =>
      currentCut(db, momentAt(date, hour, minute))?.cut.date;
    expect(at('2022-03-16', 7, 59)).toBeUndefined();
    expect(at('2022-03-16', 8)).toBe('2022-03-31');
    expect(at('2022-06-15', 7, 59)).toBe('2022-03-31');
    expect(at('2022-06-15', 8)).toBe('2022-06-30');
  });

  it('is chosen over all plans', () => {
    const db = freshDb();
    makePlan(db, one);
    makePlan(db, one, { year: 2023 });
    expect(found(db, null, momentAt('2023-02-01', 9))).toBe('cut 2022-12-31');
    expect(found(db, null, momentAt('2023-03-20', 9))).toBe('cut 2023-03-31');
  });
});

describe('the words after /resumen', () => {
  it('name the latest opened cut of a month', () => {
    const db = freshDb();
    makePlan(db, one);
    makePlan(db, one, { year: 2023 });
    const later = momentAt('2023-04-10', 9);
    expect(found(db, 'marzo', later)).toBe('cut 2023-03-31');
    expect(found(db, ' MARZO 2022 ', later)).toBe('cut 2022-03-31');
    expect(found(db, '31 de marzo', NOW)).toBe('cut 2022-03-31');
    expect(found(db, 'junio', later)).toBe('cut 2022-06-30');
    expect(found(db, 'setiembre', later)).toBe('cut 2022-09-30');
  });

  it('may shorten a month as a date does: mar is March, and Tuesday before another month', () => {
    const db = freshDb();
    makePlan(db, one);
    makePlan(db, one, { year: 2023 });
    const later = momentAt('2023-04-10', 9);
    expect(found(db, 'mar', later)).toBe('cut 2023-03-31');
    expect(found(db, 'Mar. 2022', later)).toBe('cut 2022-03-31');
    expect(found(db, '31 mar', later)).toBe('cut 2023-03-31');
    expect(found(db, 'jun', later)).toBe('cut 2022-06-30');
    expect(found(db, 'sept', later)).toBe('cut 2022-09-30');
    expect(found(db, 'mar 30 de junio', later)).toBe('cut 2022-06-30');
    expect(found(db, 'mar 15 de marzo', later)).toBe('cut 2023-03-31');
  });

  it('may be its date, and a date is never taken for a number', () => {
    const db = freshDb();
    makePlan(db, one);
    makePlan(db, one, { year: 2023 });
    const later = momentAt('2023-04-10', 9);
    for (const words of ['31/03/2022', '31-03-2022', '2022-03-31', '31 de marzo de 2022'])
      expect(found(db, words, later)).toBe('cut 2022-03-31');
    expect(found(db, '31/3', later)).toBe('cut 2023-03-31');
    expect(found(db, '30/06', later)).toBe('cut 2022-06-30');
  });

  it('may be what the bot itself calls a cut', () => {
    const db = freshDb();
    makePlan(db, one);
    for (const words of ['primer monitoreo', 'Primero', '1er corte', 'el primer corte', '01'])
      expect(found(db, words, NOW)).toBe('cut 2022-03-31');
    expect(found(db, 'segundo monitoreo', NOW)).toBe('notOpened 2022-06-30');
  });

  it('may name a plan by its code, whose digits do not count as a cut’s number', () => {
    const db = freshDb();
    makePlan(db, one, { code: 'PL-PC-02' });
    makePlan(db, one, { code: 'PL-PC-03' });
    expect(found(db, 'pl-pc-02', NOW)).toBe('cut 2022-03-31');
    expect(found(db, 'PL-PC-03/2022 marzo', NOW)).toBe('cut 2022-03-31');
    expect(found(db, 'marzo', NOW)).toBe('PL-PC-02 2022-03-31, PL-PC-03 2022-03-31');
    expect(found(db, 'PL-PC-04', NOW)).toBe('unknown');
  });

  it('name a cut by its number in the plan of the year under way', () => {
    const db = freshDb();
    makePlan(db, one);
    makePlan(db, one, { year: 2023 });
    expect(found(db, '2', momentAt('2023-02-01', 9))).toBe('cut 2022-06-30');
    expect(found(db, '1', momentAt('2023-04-10', 9))).toBe('cut 2023-03-31');
    expect(found(db, 'corte 4', momentAt('2023-04-10', 9))).toBe('notOpened 2023-12-31');
  });

  it('leave the choice to the person when several plans have that cut', () => {
    const db = freshDb();
    makePlan(db, one);
    makePlan(db, one, { code: 'PL-AC-02', title: 'PLAN ANTICORRUPCION' });
    const both = 'PL-PC-01 2022-03-31, PL-AC-02 2022-03-31';
    expect(found(db, null)).toBe(both);
    expect(found(db, 'marzo')).toBe(both);
    expect(found(db, '1')).toBe(both);
  });

  it('are reported as unknown when they name none', () => {
    const db = freshDb();
    expect(found(db, null)).toBe('noPlan');
    makePlan(db, one);
    expect(found(db, null, momentAt('2022-01-05', 9))).toBe('notOpened 2022-03-31');
    expect(found(db, 'todo')).toBe('unknown');
    expect(found(db, '13')).toBe('unknown');
    expect(found(db, 'enero')).toBe('unknown');
    expect(found(db, '7')).toBe('unknown');
  });
});
