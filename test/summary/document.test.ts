import { describe, expect, it } from 'vitest';
import { approvalConflict, verificationConflict } from '../../src/actions/review-conflicts.ts';
import { eq } from '../../src/db/drizzle.ts';
import { plannedCut } from '../../src/db/plans.ts';
import { addReport } from '../../src/db/reports.ts';
import { addPresentation, notePseudonym } from '../../src/db/review.ts';
import { activity, cut, cutExclusion, plan, report as reports } from '../../src/db/schema/index.ts';
import { changesBetween } from '../../src/summary/review/changes.ts';
import { type CutDocument, documentOf, sealed } from '../../src/summary/review/document.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import {
  enrol,
  freshDb,
  makePlan,
  makeRealPlan,
  NOW,
  type PlanMade,
  report,
  reportRealForm,
} from './setup.ts';

function documentIn(made: PlanMade, number = 1): CutDocument {
  const planned = plannedCut(made.db, made.cuts[number - 1] ?? 0);
  if (!planned) throw new Error('no cut');
  return liveDocument(made.db, planned);
}

/** The real form, reported. `before` adds other rows first, so that its ids differ. */
function realCut(before: (made: PlanMade) => void = () => undefined): PlanMade {
  const db = freshDb();
  const other = makePlan(db, [{ number: '1' }], { code: 'OTRO', year: 2021 });
  before(other);
  const made = makeRealPlan(db);
  reportRealForm(made, enrol(db, 'Aracelly', 11, {}));
  return made;
}

describe('the fingerprint', () => {
  it('is the same for the same data in another database, whatever its ids', () => {
    const one = sealed(documentIn(realCut()));
    const two = sealed(
      documentIn(
        realCut((other) => {
          report(other, enrol(other.db, 'Otra', 99, {}), '1', 500);
          makePlan(other.db, [{ number: '1' }, { number: '2' }], { code: 'MAS', year: 2020 });
        }),
      ),
    );
    expect(two).toEqual(one);
    expect(one.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  const first = (made: PlanMade) => eq(activity.id, made.activities.get('1') ?? 0);
  const changes: Readonly<Record<string, (made: PlanMade) => void>> = {
    'a title': ({ db, planId }) =>
      void db.update(plan).set({ title: 'OTRO' }).where(eq(plan.id, planId)).run(),
    'a name': (made) => void made.db.update(activity).set({ name: 'Otra' }).where(first(made)).run(),
    'a weight': (made) => void made.db.update(activity).set({ weight: 12.5 }).where(first(made)).run(),
    'a date': (made) => void made.db.update(activity).set({ endsOn: '2022-11-30' }).where(first(made)).run(),
    'the date of the cut': ({ db, cuts }) =>
      void db
        .update(cut)
        .set({ date: '2022-03-30' })
        .where(eq(cut.id, cuts[0] ?? 0))
        .run(),
    'a figure by a tenth': (made) =>
      void made.db
        .update(reports)
        .set({ progress: 1 })
        .where(eq(reports.activityId, made.activities.get('1') ?? 0))
        .run(),
    'a letter of an observation': (made) =>
      void made.db
        .update(reports)
        .set({ observation: 'No se ha realizado la caracterizacióN' })
        .where(eq(reports.activityId, made.activities.get('1') ?? 0))
        .run(),
    'a report taken away': (made) =>
      void made.db
        .update(reports)
        .set({ voidedAt: NOW })
        .where(eq(reports.activityId, made.activities.get('1') ?? 0))
        .run(),
    'an activity taken out of the cut': (made) =>
      void made.db
        .insert(cutExclusion)
        .values({ cutId: made.cuts[0] ?? 0, activityId: made.activities.get('1') ?? 0, reason: 'x', at: NOW })
        .run(),
  };
  for (const [what, change] of Object.entries(changes))
    it(`is another with another: ${what}, which counts as one change`, () => {
      const made = realCut();
      const before = documentIn(made);
      change(made);
      const after = documentIn(made);
      expect(sealed(after).fingerprint).not.toBe(sealed(before).fingerprint);
      expect(changesBetween(before, after)).toHaveLength(1);
      expect(changesBetween(after, after)).toEqual([]);
    });

  it('belongs to a document that is read back unchanged', () => {
    const document = documentIn(realCut());
    expect(documentOf({ id: 1, ...sealed(document) })).toEqual(document);
    expect(() => documentOf({ id: 1, ...sealed(document), fingerprint: 'x' })).toThrow('fingerprint');
  });
});

describe('who may judge a cut', () => {
  it('excludes everybody who reported, corrected, voided or presented it, or used such a person’s account', () => {
    const made = makeRealPlan(freshDb());
    const { db } = made;
    const people = ['Ana', 'Berta', 'Carlos', 'Diana', 'Elsa', 'Fabio'].map((name, place) =>
      enrol(db, name, 100 + place, {}),
    );
    const [ana, berta, carlos, diana, elsa, fabio] = people;
    if (!ana || !berta || !carlos || !diana || !elsa || !fabio) throw new Error('nobody');
    const cutId = made.cuts[0] ?? 0;
    report(made, ana, '1', 500);
    addReport(db, {
      activityId: made.activities.get('1') ?? 0,
      cutId,
      progress: 400,
      observation: 'corregido',
      origin: 'correction',
      personId: berta.id,
      moment: NOW,
      recordedAt: NOW,
      late: false,
      reason: 'se equivocó',
    });
    db.update(reports).set({ voidedBy: carlos.id, voidedAt: NOW }).where(eq(reports.id, 1)).run();
    addPresentation(db, { cutId, at: NOW, presentedBy: diana.id, ...sealed(documentIn(made)) }, null);
    for (const someone of [ana, elsa]) notePseudonym(db, someone.id, 'the same account', NOW);
    const of = (judges: typeof approvalConflict) =>
      people.map((each) => judges(db, cutId, each.id)?.why ?? null);
    const hands = ['reported', 'reported', 'reported', 'presented', 'reported', null];
    expect(of(approvalConflict)).toEqual(hands);
    expect(of(verificationConflict)).toEqual(hands);
    expect(approvalConflict(db, cutId, elsa.id)).toEqual({ why: 'reported', sameAccount: true });
    expect(approvalConflict(db, made.cuts[1] ?? 0, ana.id)).toBeNull();
  });
});
