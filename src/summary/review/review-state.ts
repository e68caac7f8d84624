import type { Db } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { type Presentation, presentationById, presentationsOf } from '../../db/review.ts';
import { cutState } from '../../domain/calendar.ts';
import type { Moment } from '../../domain/dates.ts';
import { type Change, changesBetween } from './changes.ts';
import type { CutDocument, FiguresDocument } from './document.ts';
import { liveDocument, liveFigures } from './live-document.ts';
import { type ReviewRead, readForReview } from './review-read.ts';

/** How far the approval of a cut has come (specification: Approval). */
export type ReviewState =
  /** Nothing is presented; `returned`: the last presentation, when the mayor returned it. */
  | { readonly kind: 'preliminary'; readonly returned: Judged | null }
  /** The cut of a plan without approval. `returned`: the last presentation, when the mayor returned it. */
  | { readonly kind: 'closed'; readonly returned: Judged | null }
  | { readonly kind: 'presented'; readonly by: Presented; readonly changes: readonly Change[] }
  | {
      readonly kind: 'approved';
      readonly by: Presented;
      readonly approval: Judged & {
        readonly auditHash: string;
        /** Who appointed the mayor, when nobody else agreed. */
        readonly appointedBy: string | null;
      };
      /** The differences between the approved state and the present one. */
      readonly changes: readonly Change[];
      /** A later presentation that waits for the mayor. */
      readonly again: { readonly by: Presented; readonly changes: readonly Change[] } | null;
    };

export type Presented = {
  readonly id: number;
  readonly at: Moment;
  readonly name: string;
  readonly personId: number;
  readonly fingerprint: string;
};

export type Judged = { readonly at: Moment; readonly name: string; readonly remark: string };

/** Which document of a cut: the one shown to people, the live one, or that of a presentation. */
export type Version = 'shown' | 'now' | { readonly presentation: number };

export type CutReview<Document extends FiguresDocument = CutDocument> = {
  readonly standing: ReviewState;
  readonly document: Document;
  /** The presentation that the document belongs to; null: it is live. */
  readonly presentationId: number | null;
};

/**
 * The review state of a cut, and the document that its figures and files come from: the approved one, or
 * without approval the live one.
 * @throws {RangeError} for a presentation of another cut.
 */
export function reviewOf(
  db: Db,
  planned: PlannedCut,
  moment: Moment,
  version: Version = 'shown',
  read: ReviewRead = readForReview(db, planned.plan.id),
): CutReview {
  return reviewed(db, planned, moment, version, read, liveDocument(db, planned, read));
}

/** The same for the figures alone: no file is made of it. */
export function figuresReview(
  db: Db,
  planned: PlannedCut,
  moment: Moment,
  version: Version = 'shown',
  read: ReviewRead = readForReview(db, planned.plan.id),
): CutReview<FiguresDocument> {
  return reviewed(db, planned, moment, version, read, liveFigures(db, planned, read));
}

function reviewed<Live extends FiguresDocument>(
  db: Db,
  planned: PlannedCut,
  moment: Moment,
  version: Version,
  read: ReviewRead,
  live: Live,
): CutReview<Live | CutDocument> {
  const all = presentationsOf(db, planned.cut.id);
  const standing = reviewStateOf(db, planned, all, read, live, moment);
  const id =
    typeof version === 'object'
      ? version.presentation
      : version === 'shown' && standing.kind === 'approved'
        ? standing.by.id
        : null;
  if (id === null) return { standing, document: live, presentationId: null };
  const wanted = presentationById(db, id);
  if (wanted?.cutId !== planned.cut.id) throw new RangeError(`Presentation ${id} is not of this cut`);
  return { standing, document: read.documentOf(wanted), presentationId: id };
}

function reviewStateOf(
  db: Db,
  planned: PlannedCut,
  all: readonly Presentation[],
  { documentOf }: ReviewRead,
  live: FiguresDocument,
  moment: Moment,
): ReviewState {
  const [latest] = all;
  const waiting = latest?.outcome === null ? latest : undefined;
  const changesOf = (each: Presentation) => changesBetween(documentOf(each), live);
  const approved = all.find((each) => each.outcome === 'approved');
  if (approved)
    return {
      kind: 'approved',
      by: presented(db, approved),
      approval: {
        ...judged(db, approved),
        auditHash: approved.auditHash ?? '',
        appointedBy:
          approved.appointedBy === null ? null : (personById(db, approved.appointedBy)?.name ?? ''),
      },
      changes: changesOf(approved),
      again: waiting ? { by: presented(db, waiting), changes: changesOf(waiting) } : null,
    };
  if (waiting) return { kind: 'presented', by: presented(db, waiting), changes: changesOf(waiting) };
  const returned = latest ? judged(db, latest) : null;
  if (!planned.plan.needsApproval && cutState(planned.window, planned.acts, moment) === 'closed')
    return { kind: 'closed', returned };
  return { kind: 'preliminary', returned };
}

function presented(db: Db, of: Presentation): Presented {
  return {
    id: of.id,
    at: of.at,
    name: personById(db, of.presentedBy)?.name ?? '',
    personId: of.presentedBy,
    fingerprint: of.fingerprint,
  };
}

function judged(db: Db, of: Presentation): Judged {
  return {
    at: of.decidedAt ?? 0,
    name: (of.decidedBy === null ? undefined : personById(db, of.decidedBy))?.name ?? '',
    remark: of.remark ?? '',
  };
}
