import type { Moment } from '../domain/dates.ts';
import { lastAnchor } from './audit.ts';
import { and, asc, eq, gt, inArray, isNotNull, or, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import {
  assignment,
  audit,
  evidence,
  invitation,
  type OfficeChangeOutcome,
  officeChange,
  person,
} from './schema/index.ts';

/** The acts by which an account ended. */
const endings = ['left', 'enrolmentUndone', 'accountMoved'] as const;

/** What happened in another database after the last row of the audit that it shares with a copy. */
export type Since = {
  /** It shares all rows of the copy. */
  readonly continues: boolean;
  /** Nor was it restored since in a way that left something unknown: nothing since the copy is missing here. */
  readonly isWhole: boolean;
  readonly people: readonly PersonThen[];
  /** In the order in which they were done. */
  readonly ended: readonly {
    readonly personId: number;
    readonly act: (typeof endings)[number];
    readonly at: Moment;
  }[];
  /** Former enrolments that were said to be somebody else's, by their beginning. */
  readonly formerUndone: readonly { readonly personId: number; readonly since: Moment }[];
  /** Hashes of the tokens of invitations that nobody may use any more. */
  readonly spent: ReadonlySet<string>;
  readonly held: readonly Pick<
    typeof assignment.$inferSelect,
    'personId' | 'positionId' | 'office' | 'fromAt' | 'untilAt'
  >[];
  /** Evidence that its sender removed, or that an impostor had left. */
  readonly removed: readonly Pick<typeof evidence.$inferSelect, 'id' | 'personId' | 'moment'>[];
  readonly settled: readonly {
    readonly id: number;
    readonly personId: number;
    readonly askedAt: Moment;
    readonly outcome: OfficeChangeOutcome;
    readonly decidedBy: number | null;
    readonly decidedAt: Moment;
  }[];
};

export type PersonThen = Pick<
  typeof person.$inferSelect,
  'id' | 'createdAt' | 'name' | 'telegramUserId' | 'telegramName' | 'consentVersion' | 'enrolledAt'
>;

/** Reads it, of any version whose tables can be read. @throws {Error} SQLite's, and of a damaged JSON */
export function sinceShared(db: Db, copy: Db): Since {
  const shared = lastShared(db, copy);
  const continues = shared === lastRow(copy);
  const later = gt(audit.id, shared);
  const rows = db
    .select({ personId: audit.personId, act: audit.act, at: audit.at })
    .from(audit)
    .where(and(later, inArray(audit.act, [...endings]), isNotNull(audit.personId)))
    .orderBy(asc(audit.id))
    .all();
  return {
    continues,
    isWhole: continues && !wasRestoredUnknowing(db, shared),
    people: db
      .select({
        id: person.id,
        createdAt: person.createdAt,
        name: person.name,
        telegramUserId: person.telegramUserId,
        telegramName: person.telegramName,
        consentVersion: person.consentVersion,
        enrolledAt: person.enrolledAt,
      })
      .from(person)
      .all(),
    ended: rows.flatMap(({ personId, act, at }) => {
      const ending = endings.find((each) => each === act);
      return personId === null || ending === undefined ? [] : [{ personId, act: ending, at }];
    }),
    formerUndone: db
      .select({ personId: audit.personId, before: audit.before })
      .from(audit)
      .where(and(later, eq(audit.act, 'formerUndone')))
      .all()
      .flatMap(({ personId, before }) => {
        const since = before?.since;
        return personId === null || typeof since !== 'number' ? [] : [{ personId, since }];
      }),
    spent: new Set(
      db
        .select({ tokenHash: invitation.tokenHash })
        .from(invitation)
        .where(or(isNotNull(invitation.usedAt), isNotNull(invitation.withdrawnAt)))
        .all()
        .map((row) => row.tokenHash),
    ),
    held: db
      .select({
        personId: assignment.personId,
        positionId: assignment.positionId,
        office: assignment.office,
        fromAt: assignment.fromAt,
        untilAt: assignment.untilAt,
      })
      .from(assignment)
      .all(),
    removed: db
      .select({ id: evidence.id, personId: evidence.personId, moment: evidence.moment })
      .from(evidence)
      .where(eq(evidence.state, 'voided'))
      .all(),
    settled: settledChanges(db),
  };
}

function settledChanges(db: Db): Since['settled'] {
  if (!hasOfficeChanges(db)) return [];
  return db
    .select({
      id: officeChange.id,
      personId: officeChange.personId,
      askedAt: officeChange.askedAt,
      outcome: officeChange.outcome,
      decidedBy: officeChange.decidedBy,
      decidedAt: officeChange.decidedAt,
    })
    .from(officeChange)
    .all()
    .flatMap(({ outcome, decidedAt, ...row }) =>
      outcome === null || decidedAt === null ? [] : [{ ...row, outcome, decidedAt }],
    );
}

/** Restored since, by a version that did nothing again, or without knowing all. */
function wasRestoredUnknowing(db: Db, shared: number): boolean {
  const rows = db
    .select({ after: audit.after })
    .from(audit)
    .where(and(gt(audit.id, shared), eq(audit.act, 'restored')))
    .all();
  return rows.some(({ after }) => after?.unknown !== null);
}

/** A version before guarded offices has none. */
function hasOfficeChanges(db: Db): boolean {
  return (
    db.get(sql`select 1 from sqlite_master where type = 'table' and name = 'office_change'`) !== undefined
  );
}

/** The last row of the audit that both have; 0 when none. Equal hashes mean that all before is equal too. */
function lastShared(one: Db, other: Db): number {
  let [low, high] = [0, Math.min(lastRow(one), lastRow(other))];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const hash = hashAt(one, middle);
    if (hash !== undefined && hash === hashAt(other, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lastRow(db: Db): number {
  return lastAnchor(db).row;
}

function hashAt(db: Db, row: number): string | undefined {
  return db.select({ hash: audit.hash }).from(audit).where(eq(audit.id, row)).get()?.hash;
}
