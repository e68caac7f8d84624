import { describe, expect, it, onTestFinished } from 'vitest';
import { importPlan } from '../../src/actions/import-plan.ts';
import { verifyAudit } from '../../src/db/audit.ts';
import type { Db } from '../../src/db/open.ts';
import { addImported, addReport, lastReport } from '../../src/db/reports.ts';
import { audit, person, report } from '../../src/db/schema/index.ts';
import { voidReport } from '../../src/db/voided-reports.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Form, FormActivity } from '../../src/forms/form.ts';
import { openDatabase } from '../world/database.ts';
import { realForm } from '../world/form.ts';
import { rowsRead } from '../world/rows-read.ts';

const NOW = momentAt('2022-02-01', 9);
const LATER = momentAt('2022-03-01', 9);

function emptyDb(): Db {
  const { db, remove } = openDatabase();
  onTestFinished(remove);
  return db;
}

/** The real form with so many activities of twenty positions, reported at two cuts. */
function formOf(activities: number): Form {
  const form = realForm();
  const [model] = form.activities;
  if (!model) throw new Error('no activity');
  const activity = (place: number): FormActivity => {
    const position = `Dependencia ${1 + (place % 20)}`;
    const monitoring = [1, 2].map((cut) => ({
      cut,
      progressTenths: cut * 100,
      observation: `hecho ${place}`,
    }));
    return { ...model, number: String(place + 1), positions: [position], responsible: position, monitoring };
  };
  return {
    ...form,
    code: 'PL-GRANDE',
    activities: Array.from({ length: activities }, (_, place) => activity(place)),
  };
}

function imported(db: Db, form: Form, now = NOW) {
  const result = importPlan(db, form, { withoutMonitoring: false, now });
  if (!result.ok) throw new Error('refused');
  return result;
}

describe('Of each activity of a large plan', () => {
  it('a first import runs no statement of its own: activities, positions, reports and the audit go in by fifties', () => {
    const [few, many] = [100, 400].map((activities) => {
      const db = emptyDb();
      return rowsRead(() => void imported(db, formOf(activities))).statements;
    });
    // 300 activities, positions, 600 reports and rows of the audit in fifties.
    expect((many ?? 0) - (few ?? 0)).toBe((300 + 300 + 600 + 600) / 50);
  });

  it('an import that changes it runs one statement, and one that does not none', () => {
    const again = (activities: number, changed: boolean) => {
      const db = emptyDb();
      const form = formOf(activities);
      imported(db, form);
      const target = changed ? 'otra meta' : undefined;
      const next = form.activities.map((each) => ({ ...each, target: target ?? each.target }));
      return rowsRead(() => void imported(db, { ...form, activities: next }, LATER)).statements;
    };
    expect(again(200, false) - again(100, false)).toBe(0);
    expect(again(200, true) - again(100, true)).toBe(100);
  });
});

describe('Reports that a form brings at once', () => {
  it('are stored and recorded as if each had been added alone', () => {
    const [atOnce, alone] = [emptyDb(), emptyDb()].map((db) => {
      imported(db, {
        ...formOf(120),
        activities: formOf(120).activities.map((each) => ({ ...each, monitoring: [] })),
      });
      return db;
    });
    if (!atOnce || !alone) throw new Error('no database');
    const read = Array.from({ length: 120 }, (_, place) => ({
      activityId: place + 1,
      cutId: 1 + (place % 2),
      progress: place,
      amount: place % 3 === 0 ? place / 2 : null,
      observation: `visto ${place}`,
    }));
    addImported(atOnce, read, 'operator', LATER);
    const of = { origin: 'import', personId: null, importedBy: null, late: false } as const;
    for (const each of read)
      addReport(alone, { ...each, ...of, moment: LATER, recordedAt: LATER }, 'operator');
    expect(atOnce.select().from(report).all()).toEqual(alone.select().from(report).all());
    expect(atOnce.select().from(audit).all()).toEqual(alone.select().from(audit).all());
    expect(verifyAudit(atOnce)).toMatchObject({ brokenAt: null });
  });

  it('stay late where a report that came late was voided before', () => {
    const db = emptyDb();
    const form = formOf(3);
    imported(db, { ...form, activities: form.activities.map((each) => ({ ...each, monitoring: [] })) });
    const { id: personId } = db.insert(person).values({ name: 'Ana', createdAt: NOW }).returning().get();
    const at = { moment: NOW, recordedAt: NOW, late: true };
    const words = { progress: 10, observation: 'x', origin: 'chat' } as const;
    const late = addReport(db, { activityId: 2, cutId: 1, ...words, personId, ...at });
    voidReport(db, late, { at: NOW, personId, reason: 'no era' });
    imported(db, form, LATER);
    expect([1, 2, 3].map((id) => lastReport(db, id, 1)?.late)).toEqual([false, true, false]);
  });
});
