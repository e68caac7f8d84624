import { describe, expect, it } from 'vitest';
import { activityAt, type LaterVersion, versionOfCut } from '../../src/domain/plan-change.ts';

const target = (number: number, fromDate: string, before: string, after: string): LaterVersion => ({
  number,
  acceptedAt: number * 1000,
  fromDate,
  changes: [{ kind: 'target', activityId: 7, before: { target: before }, after: { target: after } }],
});
const second = target(2, '2022-06-30', '4 talleres', '3 talleres');
const third = target(3, '2022-12-31', '3 talleres', '2 talleres');
const stored = { id: 7, target: '2 talleres', retiredAt: null, absences: [] };
const at = (date: string, versions = [second, third]) => ({ version: versionOfCut(versions, date) });

describe('an activity at a cut', () => {
  it('is as the version says that holds for the cut', () => {
    const targets = ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'].map((date) => [
      at(date).version.number,
      activityAt(stored, at(date)).target,
    ]);
    expect(targets).toEqual([
      [1, '4 talleres'],
      [2, '3 talleres'],
      [2, '3 talleres'],
      [3, '2 talleres'],
    ]);
  });

  it('keeps the newest version when two hold from the same cut', () => {
    const both = [second, target(3, '2022-06-30', '3 talleres', '2 talleres')];
    expect(activityAt(stored, at('2022-03-31', both)).target).toBe('4 talleres');
    expect(at('2022-06-30', both).version.number).toBe(3);
  });

  it('is as it was for every other activity', () => {
    const other = { ...stored, id: 8 };
    expect(activityAt(other, at('2022-03-31'))).toBe(other);
  });

  it('is in the form of the cuts before it was withdrawn', () => {
    const gone: LaterVersion = {
      number: 2,
      acceptedAt: 500,
      fromDate: '2022-06-30',
      changes: [{ kind: 'withdrawal', activityId: 7, before: {}, after: {} }],
    };
    const withdrawn = { ...stored, retiredAt: 500 };
    expect(activityAt(withdrawn, at('2022-03-31', [gone])).retiredAt).toBe(null);
    expect(activityAt(withdrawn, at('2022-06-30', [gone])).retiredAt).toBe(500);
    const back = { ...stored, absences: [{ from: 500, until: 900 }] };
    expect(activityAt(back, at('2022-03-31', [gone])).absences).toEqual([]);
    expect(activityAt({ ...stored, retiredAt: 400 }, at('2022-03-31', [gone])).retiredAt).toBe(400);
  });
});
