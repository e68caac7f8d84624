import { describe, expect, it } from 'vitest';
import { addEvidence } from '../../src/db/evidence.ts';
import { plannedCut } from '../../src/db/plans.ts';
import { type evidence, person } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { evidenceList } from '../../src/summary/evidence-list.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import { reviewOf } from '../../src/summary/review/review-state.ts';
import { storedForm } from '../../src/summary/stored-form.ts';
import { freshDb, LONG_AGO, makePlan, NOW, type PlanMade } from './setup.ts';

type Row = Partial<typeof evidence.$inferInsert> & { readonly of: string; readonly cut: number };

function given(rows: readonly Row[]): PlanMade {
  const db = freshDb();
  const made = makePlan(db, [{ number: '1' }, { number: '2' }, { number: '10' }]);
  const personId = db.insert(person).values({ name: 'Ana', createdAt: LONG_AGO }).returning().get().id;
  rows.forEach(({ of, cut, ...row }, place) => {
    const kept = row.state === undefined && row.kind !== 'link';
    addEvidence(db, {
      activityId: made.activities.get(of) ?? 0,
      cutId: made.cuts[cut - 1] ?? 0,
      personId,
      kind: 'file',
      state: 'stored',
      moment: NOW,
      ...(kept ? { storedName: `${place}.pdf`, mime: 'application/pdf', bytes: 9, sha256: 'ab' } : {}),
      ...row,
    });
  });
  return made;
}

function upTo({ db, cuts }: PlanMade, cut: number) {
  const planned = plannedCut(db, cuts[cut - 1] ?? 0);
  if (!planned) throw new Error('no cut');
  return planned;
}

function evidenceUpTo(made: PlanMade, cut: number) {
  return liveDocument(made.db, upTo(made, cut)).evidence;
}

const link = { kind: 'link', url: 'https://example.org/a' } as const;

describe('the evidence of an export', () => {
  it('is everything kept up to the chosen cut, without later cuts and files that are fetching or refused', () => {
    const made = given([
      { of: '1', cut: 1 },
      { of: '1', cut: 1, state: 'fetching' },
      { of: '1', cut: 1, state: 'refused' },
      { of: '1', cut: 2 },
      { of: '1', cut: 3 },
    ]);
    expect(evidenceUpTo(made, 1)).toHaveLength(1);
    expect(evidenceUpTo(made, 2).map((each) => each.cut)).toEqual([1, 2]);
  });

  it('is sorted by cut, then by activity in the form’s order, then by arrival', () => {
    const made = given([
      { of: '10', cut: 1, ...link },
      { of: '2', cut: 2 },
      { of: '2', cut: 1 },
      { of: '1', cut: 1 },
      { of: '2', cut: 1, ...link },
    ]);
    const order = evidenceUpTo(made, 2).map((each) => [each.cut, each.activity, each.what]);
    expect(order).toEqual([
      [1, '1', 'archivo'],
      [1, '2', 'archivo'],
      [1, '2', 'enlace'],
      [1, '10', 'enlace'],
      [2, '2', 'archivo'],
    ]);
  });

  it('describes a file, gives a link’s address, and shows the local hour', () => {
    const made = given([
      { of: '1', cut: 1 },
      { of: '1', cut: 1, ...link, moment: momentAt('2022-03-31', 23, 59) },
    ]);
    const wanted = [
      {
        activity: '1',
        cut: 1,
        what: 'archivo',
        type: 'application/pdf',
        bytes: 9,
        sha256: 'ab',
        link: '',
        receivedAt: '2022-03-16T09:40:00-05:00',
      },
      {
        activity: '1',
        cut: 1,
        what: 'enlace',
        type: '',
        bytes: null,
        sha256: '',
        link: 'https://example.org/a',
        receivedAt: '2022-03-31T23:59:00-05:00',
      },
    ];
    expect(evidenceUpTo(made, 1)).toEqual(wanted);
    const review = reviewOf(made.db, upTo(made, 1), NOW);
    expect(storedForm(made.db, upTo(made, 1), review, NOW).evidence).toEqual(wanted);
  });

  it('is the same in the list of the publication pack', () => {
    const made = given([
      { of: '1', cut: 1 },
      { of: '2', cut: 1, ...link, url: 'https://example.org/a,b' },
    ]);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(evidenceList(evidenceUpTo(made, 1)));
    expect(text).toBe(
      '\uFEFFactividad,corte,clase,tipo,bytes,sha256,enlace,recibido_en\r\n' +
        '1,1,archivo,application/pdf,9,ab,,2022-03-16T09:40:00-05:00\r\n' +
        '2,1,enlace,,,,"https://example.org/a,b",2022-03-16T09:40:00-05:00\r\n',
    );
  });
});
