import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastAuditHash, verifyAudit } from '../../src/db/audit.ts';
import { addCause, causesOfCut } from '../../src/db/causes.ts';
import { addEvidence, countEvidenceOf } from '../../src/db/evidence.ts';
import { inTransaction } from '../../src/db/open.ts';
import { answer } from '../../src/db/outbox.ts';
import { plannedCut } from '../../src/db/plans.ts';
import { addReport } from '../../src/db/reports.ts';
import { addVerification, verdictsOfCut } from '../../src/db/review.ts';
import { audit, evidence, job, outbox, person } from '../../src/db/schema/index.ts';
import { voidCauses, voidEvidence, voidVerdicts } from '../../src/db/voided-traces.ts';
import type { Html } from '../../src/domain/events.ts';
import { changesBetween } from '../../src/summary/review/changes.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import { type Database, openDatabase } from '../world/database.ts';

const since = 1_000;
const impostor = { personId: 1, since, until: null };
const how = { at: 5_000, by: { personId: 3 } } as const;
let database: Database;

beforeEach(() => {
  database = openDatabase({});
  inTransaction(database.store, (db) => {
    for (const name of ['Ana', 'Berta', 'Diana']) db.insert(person).values({ name, createdAt: 1 }).run();
  });
});
afterEach(() => database.remove());

const about = { activityId: 1, cutId: 1 } as const;
const acts = () =>
  database.db
    .select()
    .from(audit)
    .all()
    .filter((row) => row.act.endsWith('Voided'));

function left(of: Partial<typeof evidence.$inferInsert>): number {
  const row = { ...about, personId: 1, kind: 'file', state: 'stored', moment: 1, recordedAt: 2_000 } as const;
  return addEvidence(database.db, { ...row, ...of }).id;
}
const file = (name: string) => ({
  storedName: name,
  sha256: name.padEnd(64, '0'),
  mime: 'application/pdf',
  bytes: 9,
});
const document = () => {
  const planned = plannedCut(database.db, 1);
  if (!planned) throw new Error('no cut');
  return liveDocument(database.db, planned);
};

describe('what an impostor left', () => {
  it('is voided and recorded, by our clock: files and links, also those on their way', () => {
    const { db } = database;
    const before = left({ ...file('before.pdf'), recordedAt: since - 1, moment: 9_000 });
    const kept = left({ ...file('a.pdf'), moment: 1 });
    const link = left({ kind: 'link', url: 'https://example.org/a' });
    const coming = left({ state: 'fetching', fileId: 'x' });
    const others = left({ ...file('a.pdf'), personId: 2 });
    const sealed = document();
    inTransaction(database.store, () => voidEvidence(db, impostor, how));
    const states = new Map(
      db
        .select()
        .from(evidence)
        .all()
        .map((row) => [row.id, [row.state, row.storedName]]),
    );
    expect([before, kept, link, coming, others].map((id) => states.get(id))).toEqual([
      ['stored', 'before.pdf'],
      ['voided', null],
      ['voided', null],
      ['refused', null],
      ['stored', 'a.pdf'],
    ]);
    expect(acts().map(({ act, before: was, personId, actorId }) => [act, was, personId, actorId])).toEqual([
      ['evidenceVoided', { evidence: kept, kind: 'file', sha256: file('a.pdf').sha256 }, 1, 3],
      ['evidenceVoided', { evidence: link, kind: 'link', url: 'https://example.org/a' }, 1, 3],
    ]);
    expect(verifyAudit(db)).toMatchObject({ brokenAt: null, hash: lastAuditHash(db) });
    expect(countEvidenceOf(db, 1)).toBe(1);
    // Exports include only kept files, and an approval notices that something was voided since.
    expect(document().evidence).toHaveLength(2);
    expect(changesBetween(sealed, document())).toEqual([{ what: 'evidence', number: '1' }]);
    expect(changesBetween(document(), sealed)).toEqual([]);
    expect(
      db
        .select()
        .from(job)
        .all()
        .map((row) => row.payload),
    ).toEqual([{ remove: { storedName: 'a.pdf', sha256: file('a.pdf').sha256 } }]);
  });

  it('is not sent any more when it waits in the outbox', () => {
    const { db } = database;
    left(file('a.pdf'));
    const to = { chatId: 77, personId: 3 };
    const message = (name: string) => ({
      html: 'Soporte' as Html,
      file: { as: 'document' as const, path: `/data/files/${name}`, name: 'soporte_1.pdf' },
    });
    answer(db, to, message('a.pdf'), 2_000);
    answer(db, to, message('b.pdf'), 2_000);
    voidEvidence(db, impostor, how);
    expect(
      db
        .select()
        .from(outbox)
        .all()
        .map((row) => row.state),
    ).toEqual(['cancelled', 'released']);
  });

  it('no longer counts as cause or verdict: the earlier ones count again', () => {
    const { db } = database;
    addCause(db, { ...about, cause: 'time', personId: 2, moment: 900 });
    addCause(db, { ...about, cause: 'resources', personId: 1, moment: 2_000 });
    const report = addReport(db, {
      ...about,
      progress: 500,
      observation: 'a la mitad',
      origin: 'chat',
      personId: 2,
      moment: 900,
      recordedAt: 900,
      late: false,
    });
    const verdict = { reportId: report.id, progress: null, remark: null, at: 950 };
    addVerification(db, { ...verdict, verdict: 'endorsed', personId: 3 });
    addVerification(db, { ...verdict, verdict: 'observed', remark: 'no', personId: 1, at: 2_000 });
    voidCauses(db, impostor, how);
    voidVerdicts(db, impostor, how);
    expect(causesOfCut(db, 1).get(1)).toBe('time');
    expect(verdictsOfCut(db, 1).get(report.id)?.verdict).toBe('endorsed');
    expect(acts().map(({ act, activityId, before }) => [act, activityId, before])).toEqual([
      ['causeVoided', 1, { cause: 'resources' }],
      ['verdictVoided', 1, { report: report.id, verdict: 'observed', progress: null, remark: 'no' }],
    ]);
  });
});
