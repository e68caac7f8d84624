import { describe, expect, it } from 'vitest';
import { readAuditWords } from '../../src/conversations/audit/read-words.ts';
import { findCut } from '../../src/summary/find-cut.ts';
import { processorTime } from '../processor-time.ts';
import { freshDb, makePlan, NOW } from './setup.ts';

describe('words after a command, however many', () => {
  const largePlan = () => {
    const activities = Array.from({ length: 300 }, (_, place) => ({ number: String(place + 1) }));
    return makePlan(freshDb(), activities).db;
  };

  it.each(['a ', 'marzo ', '2022 ', '1 '])('%j repeated up to a whole message holds up nobody', (piece) => {
    const db = largePlan();
    for (const length of [200, 4_096]) {
      const words = piece.repeat(length).slice(0, length).trim();
      const spent = processorTime();
      findCut(db, words, NOW);
      readAuditWords(db, words, NOW);
      expect(spent(), `${length} letters`).toBeLessThan(500);
    }
  });

  it('name nothing when they are longer than any name', () => {
    const db = largePlan();
    const words = `marzo ${'x'.repeat(4_000)}`;
    expect(findCut(db, words, NOW).kind).toBe('unknown');
    expect(readAuditWords(db, words, NOW).kind).toBe('unknown');
  });
});
