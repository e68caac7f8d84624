import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsInUse, setCuts } from '../../src/actions/import-plan-cuts.ts';
import { differsMuch } from '../../src/actions/import-plan-resemblance.ts';
import { addEarlyClose } from '../../src/db/cut-acts.ts';
import type { Db } from '../../src/db/open.ts';
import { cutsOf } from '../../src/db/plan-changes.ts';
import { allPlans } from '../../src/db/plans.ts';
import { openDatabase } from '../world/database.ts';

describe('whether the text of an activity may be another activity', () => {
  it.each([
    ['Realizar campañas informativas', 'REALIZAR  CAMPANAS INFORMATIVAS.', false],
    [
      'Realizar y publicar Informe de Gestión de la vigencia anterior',
      'Realizar y publicar el informe de gestión 2021',
      false,
    ],
    ['Realizar y publicar Informe de Gestión', 'Convocar a las veedurías ciudadanas', true],
    ['Realizar una feria de servicios', 'Realizar una encuesta de satisfacción', true],
    ['', 'Realizar una feria', true],
    ['a y b', 'a y b', false],
  ])('«%s» and «%s»: %s', (stored, now, different) => {
    expect(differsMuch(stored, now)).toBe(different);
    expect(differsMuch(now, stored)).toBe(different);
  });

  it('is never true for one word changed in a sentence of several', () => {
    const word = fc.stringMatching(/^[a-zñáéíóú]{4,12}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 3, maxLength: 30 }),
        word,
        fc.nat(),
        (words, other, at) => {
          expect(differsMuch(words.join(' '), words.with(at % words.length, other).join(' '))).toBe(false);
        },
      ),
    );
  });
});

describe('the cuts of a corrected form', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 365 }), { minLength: 1, maxLength: 12 });
  const cutsAt = (dayNumbers: readonly number[]) =>
    [...dayNumbers]
      .sort((a, b) => a - b)
      .map((day, index) => ({
        number: index + 1,
        date: new Date(Date.UTC(2022, 0, day)).toISOString().slice(0, 10),
      }));

  it('become exactly the printed ones, whatever they were before; a date that stays is the same cut', () => {
    fc.assert(
      fc.property(days, days, (before, after) => {
        withPlan((db, planId) => {
          setCuts(db, planId, cutsAt(before), 1);
          const old = new Map(cutsOf(db, planId).map((cut) => [cut.date, cut.id]));
          setCuts(db, planId, cutsAt(after), 1);
          const now = cutsOf(db, planId);
          expect(now.map(({ number, date }) => ({ number, date }))).toEqual(cutsAt(after));
          for (const cut of now) expect(old.get(cut.date) ?? cut.id).toBe(cut.id);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('are refused when one is missing in which something was decided', () => {
    withPlan((db, planId) => {
      const [first] = cutsOf(db, planId);
      addEarlyClose(db, { cutId: first?.id ?? 0, at: 1, personId: null, reason: 'x' });
      expect(cutsInUse(db, planId, cutsAt([120, 365]))).toEqual(['2022-03-31']);
      expect(cutsInUse(db, planId, cutsAt([90, 365]))).toEqual([]);
    });
  });
});

function withPlan(work: (db: Db, planId: number) => void): void {
  const { store, db, remove } = openDatabase({ withMonitoring: true });
  try {
    // Reports would keep the first cut in place.
    store.sqlite.exec('delete from report');
    work(db, allPlans(db)[0]?.id ?? 0);
  } finally {
    remove();
  }
}
