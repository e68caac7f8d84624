import { describe, expect, it } from 'vitest';
import { type Action, actions, may, type Role, rolesOf } from '../../src/actions/access.ts';

const allowed = (role: Role): readonly Action[] => actions.filter((action) => may(new Set([role]), action));
const everyone: readonly Action[] = [
  'help',
  'ownData',
  'leave',
  'cancel',
  'answerOfficeChange',
  'answerPlanChange',
];

describe('the matrix of role × action', () => {
  it('lets a responsible report, and see nothing of others', () => {
    expect(allowed('responsible')).toEqual([
      ...everyone,
      'ownActivities',
      'report',
      'startReporting',
      'askPlanChange',
    ]);
  });

  it('lets the mayor look, remind and approve', () => {
    expect(allowed('mayor')).toEqual([
      ...everyone,
      'summary',
      'pending',
      'export',
      'audit',
      'remind',
      'approve',
    ]);
  });

  it('lets Control Interno read everything and change nothing of others', () => {
    expect(allowed('control')).toEqual([
      ...everyone,
      'summary',
      'pending',
      'export',
      'audit',
      'verify',
      'takeEvidence',
    ]);
  });

  it('lets the coordinator run the plan, but neither approve nor verify', () => {
    const own = allowed('coordinator');
    expect(own).not.toContain('approve');
    expect(own).not.toContain('verify');
    expect(own).not.toContain('report');
    expect(actions.filter((action) => !own.includes(action))).toEqual([
      'ownActivities',
      'report',
      'approve',
      'verify',
    ]);
  });

  it('leaves a person who holds nothing with only their own data', () => {
    expect(actions.filter((action) => may(new Set(), action))).toEqual(everyone);
  });

  it('combines everything that one person holds', () => {
    const roles = rolesOf({
      positions: [{ id: 1, name: 'Profesional', key: 'profesional' }],
      offices: ['control'],
    });
    expect([...roles]).toEqual(['responsible', 'control']);
    expect(may(roles, 'report') && may(roles, 'verify')).toBe(true);
    expect(may(roles, 'remind')).toBe(false);
  });
});
