import type { Db } from '../open.ts';
import { differingPresentations, differingVerdicts } from './approvals.ts';
import { differingCauses } from './causes.ts';
import type { Difference } from './difference.ts';
import { differingEvidence } from './evidence.ts';
import { differingExclusions } from './exclusions.ts';
import { missingGuards } from './guards.ts';
import { differingPublications } from './publications.ts';
import { differingReports } from './reports.ts';

export type { Difference } from './difference.ts';

/**
 * Compares what is stored with what the audit has on record (specification: Audit). The chain shows that
 * nobody changed the audit; this shows that nobody changed the figures beside it. Reads every report,
 * verdict, presentation, piece of evidence, cause, exclusion and publication once.
 * @returns the differences, guards first; empty when everything is as recorded.
 */
export function differencesFromAudit(db: Db): readonly Difference[] {
  return [
    ...missingGuards(db),
    ...differingReports(db),
    ...differingVerdicts(db),
    ...differingEvidence(db),
    ...differingPresentations(db),
    ...differingCauses(db),
    ...differingExclusions(db),
    ...differingPublications(db),
  ];
}
