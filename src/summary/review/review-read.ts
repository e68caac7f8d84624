import type { Db } from '../../db/open.ts';
import { type PlanRead, readPlan } from '../../db/plan-read.ts';
import type { Presentation } from '../../db/review.ts';
import { type CutDocument, presentedDocument } from './document.ts';

/**
 * A plan with what was presented of it. The document of a large plan takes a fifth of a second to read, and several
 * parts of a summary need the same one, so each is read once. It shows one moment: the next act reads its own.
 */
export type ReviewRead = PlanRead & { readonly documentOf: (of: Presentation) => CutDocument };

/** @throws {Error} when there is no such plan */
export function readForReview(db: Db, planId: number): ReviewRead {
  const known = new Map<number, CutDocument>();
  return {
    ...readPlan(db, planId),
    documentOf: (of) => {
      const document = known.get(of.id) ?? presentedDocument(db, of);
      known.set(of.id, document);
      return document;
    },
  };
}
