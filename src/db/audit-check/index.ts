import { sql } from '../drizzle.ts';
import type { Db } from '../open.ts';
import { differingPresentations, differingVerdicts } from './approvals.ts';
import type { Difference } from './difference.ts';
import { differingEvidence } from './evidence.ts';
import { differingReports } from './reports.ts';

export type { Difference } from './difference.ts';

/** The triggers of `drizzle/strict.ts`: rows of the audit can only be added, each with the next number. */
const guards = ['audit_never_changed', 'audit_never_deleted', 'audit_next_number'] as const;

/**
 * Compares what is stored with what the audit has on record (specification: Audit). The chain shows that
 * nobody changed the audit; this shows that nobody changed the figures beside it. Reads every report,
 * verdict, presentation and piece of evidence once.
 * @returns the differences, guards first; empty when everything is as recorded.
 */
export function differencesFromAudit(db: Db): readonly Difference[] {
  return [
    ...missingGuards(db),
    ...differingReports(db),
    ...differingVerdicts(db),
    ...differingEvidence(db),
    ...differingPresentations(db),
  ];
}

function missingGuards(db: Db): readonly Difference[] {
  const there = new Set(
    db
      .all<{ readonly name: string }>(
        sql`select name from sqlite_master where type = 'trigger' and tbl_name = 'audit'`,
      )
      .map(({ name }) => name),
  );
  return guards.filter((name) => !there.has(name)).map((name) => ({ of: 'trigger', name }));
}
