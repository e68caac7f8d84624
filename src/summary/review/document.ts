import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '../../db/open.ts';
import { type Presentation, presentedBytes } from '../../db/review.ts';
import { causes, reportOrigins } from '../../db/schema/index.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';

/** How a report counts, by its first revision: a correction changes neither lateness nor origin. */
export const coverages = ['onTime', 'late', 'imported'] as const;

const signature = z.object({ name: z.string(), position: z.string() });

const header = z.object({
  code: z.string(),
  fiscalYear: z.number(),
  system: z.string(),
  title: z.string(),
  version: z.string(),
  versionDate: z.string().nullable(),
  entity: z.string(),
  drawnUpOn: z.string().nullable(),
  scope: z.string(),
  objectives: z.string(),
  drawnUpBy: z.array(signature),
  approvedBy: z.array(signature),
});

const activity = z.object({
  number: z.string(),
  name: z.string(),
  target: z.string(),
  responsible: z.string(),
  positions: z.array(z.string()),
  indicator: z.string(),
  phase: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  participationLevel: z.string(),
  channels: z.string(),
  stakeholderGroup: z.string(),
  means: z.string(),
  resources: z.string(),
  weight: z.number().nullable(),
  extra: z.array(z.object({ heading: z.string(), text: z.string() })),
  /** What is programmed up to each cut of the calendar; absent: nothing. */
  programming: z
    .array(z.object({ cut: z.number(), percent: z.number(), amount: z.number().nullable() }))
    .optional(),
  /** Where it was set: Planeación programmed it, or let its dates hold; absent: the form's figures. */
  set: z.enum(['programmed', 'dates']).optional(),
  /** *Permanente*: to keep instead of to raise. */
  keeps: z.literal(true).optional(),
  measure: z.string().optional(),
  yearAmount: z.number().optional(),
  /** False: it had left the form before the cut, and the cut's files leave it out. */
  inForm: z.boolean(),
  /** Whether it counts in this cut, or why not. */
  standing: z.enum(['counted', 'notBegun', 'retired', 'notScheduled', 'startsLater']),
  /** The reason given when it was taken out of this cut. */
  reason: z.string().nullable(),
  cause: z.enum(causes).nullable(),
});

const report = z.object({
  cut: z.number(),
  activity: z.string(),
  /** Whole tenths of a percent. */
  progress: z.number(),
  /** How many of the activity's measure; absent: reported as a percentage. */
  amount: z.number().optional(),
  observation: z.string(),
  coverage: z.enum(coverages),
  /** The origin of the last revision: `planning` and `correction` are Planeación's word. */
  origin: z.enum(reportOrigins),
  /** Epoch ms of the last revision; null: taken from a form. */
  reportedAt: z.number().nullable(),
});

const evidence = z.object({
  activity: z.string(),
  cut: z.number(),
  what: z.enum(['archivo', 'enlace']),
  type: z.string(),
  bytes: z.number().nullable(),
  sha256: z.string(),
  link: z.string(),
  receivedAt: z.string(),
});

const document = z.object({
  /** The format of this document: a later format gets the next number, and this one stays readable. */
  format: z.literal(1),
  plan: header,
  cut: z.object({ number: z.number(), date: z.string() }),
  /** The version of the plan that held for it, and the date of its first cut; absent: the first version. */
  planVersion: z.object({ number: z.number(), fromDate: z.string() }).optional(),
  /** The calendar of the plan. */
  cuts: z.array(z.object({ number: z.number(), date: z.string() })),
  /** In the form's order. */
  activities: z.array(activity),
  /** The last word on each activity: of this cut, and of the earlier ones as they were shown in it. */
  reports: z.array(report),
  /** The previous cut's figure as it was shown, in whole tenths; null when there was none. */
  previous: z.object({ number: z.number(), date: z.string(), overall: z.number() }).nullable(),
  evidence: z.array(evidence),
});

/**
 * A cut with everything that its figures and files are made of, as plain data without internal ids. This
 * document is presented, approved and kept (specification: Approval).
 */
export type CutDocument = z.infer<typeof document>;
/** What figures and changes are made of; of the earlier cuts it may hold only the previous one. */
export type FiguresDocument = Omit<CutDocument, 'format' | 'cuts'>;
export type DocumentActivity = CutDocument['activities'][number];
export type DocumentReport = CutDocument['reports'][number];

/** A document as the text that is kept, and its SHA-256 in hex. */
export type Sealed = { readonly document: string; readonly fingerprint: string };

export function sealed(of: CutDocument): Sealed {
  const text = canonicalJson(of);
  return { document: text, fingerprint: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** The document of a presentation. @throws as `documentOf` */
export function presentedDocument(db: Db, of: Presentation): CutDocument {
  return documentOf({ ...of, document: presentedBytes(db, of.id) });
}

/**
 * The document that a text holds.
 * @throws when the text does not match its fingerprint, or is not a document of ours.
 */
export function documentOf(
  of: Pick<Presentation, 'id' | 'fingerprint'> & { readonly document: string | Buffer },
): CutDocument {
  const fingerprint = createHash('sha256').update(of.document).digest('hex');
  if (fingerprint !== of.fingerprint)
    throw new Error(`presentation ${of.id} is not what its fingerprint says`);
  return document.parse(JSON.parse(of.document.toString()));
}
