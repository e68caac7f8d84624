import { describe, expect, it } from 'vitest';
import { readAuditWords } from '../../src/conversations/audit/read-words.ts';
import type { Db } from '../../src/db/open.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { enrol, freshDb, makePlan } from '../summary/setup.ts';

const now = momentAt('2022-04-20', 9);

/** What a look is about, in words. */
function looksAt(db: Db, cuts: readonly number[], words: string): string {
  const read = readAuditWords(db, words, now);
  if (read.kind !== 'look') return read.kind;
  const { personId, cutId, from, more } = read.look;
  const found = [
    ...(personId === null ? [] : ['the person']),
    ...(cutId === null ? [] : [`cut ${cuts.indexOf(cutId) + 1}`]),
    ...(from === null ? [] : [`${from} + ${more}`]),
  ];
  return found.join(', ');
}

describe('a month in the words after /auditoria', () => {
  it('may be cut short', () => {
    const { db, cuts } = makePlan(freshDb(), [{ number: '1' }]);
    expect(looksAt(db, cuts, 'marzo')).toBe('cut 1');
    expect(looksAt(db, cuts, 'mar')).toBe('cut 1');
    expect(looksAt(db, cuts, 'Jun. 2022')).toBe('cut 2');
    expect(looksAt(db, cuts, 'ene')).toBe('2022-01-01 + 30');
    expect(looksAt(db, cuts, '15 de mar')).toBe('2022-03-15 + 0');
    expect(looksAt(db, cuts, '15 de sept. de 2021')).toBe('2021-09-15 + 0');
  });

  it('cut short is a name when somebody has it, unless a year follows', () => {
    const { db, cuts } = makePlan(freshDb(), [{ number: '1' }]);
    enrol(db, 'Marta Ruiz', 1, {});
    expect(looksAt(db, cuts, 'mar')).toBe('the person');
    expect(looksAt(db, cuts, 'mar 2022')).toBe('cut 1');
    expect(looksAt(db, cuts, 'marta mar')).toBe('the person');
    expect(looksAt(db, cuts, 'marta jun')).toBe('the person, cut 2');
  });

  it('is no weekday: the one before a date goes with it', () => {
    const { db, cuts } = makePlan(freshDb(), [{ number: '1' }]);
    for (const words of ['martes 15 de marzo', 'mar 15 de marzo', 'mar. 15/03/2022', 'el martes, 15 de mar'])
      expect(looksAt(db, cuts, words), words).toBe('2022-03-15 + 0');
  });
});
