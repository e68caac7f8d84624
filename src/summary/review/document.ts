import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Presentation } from '../../db/review.ts';
import { causes, reportOrigins } from '../../db/schema/index.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';

/** How a report counts: of the first one; a correction changes neither lateness nor where it came from. */
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
  /** False: it was gone from the form by the cut, and its files are without it. */
  inForm: z.boolean(),
  /** Whether it counts in this cut, or why not. */
  standing: z.enum(['counted', 'notBegun', 'retired', 'notScheduled']),
  /** Why it was taken out of this cut, as it was said. */
  reason: z.string().nullable(),
  cause: z.enum(causes).nullable(),
});

const report = z.object({
  cut: z.number(),
  activity: z.string(),
  /** Whole tenths of a percent. */
  progress: z.number(),
  observation: z.string(),
  coverage: z.enum(coverages),
  /** Whose word the last revision is: `planning` and `correction` are Planeación's. */
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
  /** Of this shape: a later one gets the next number, and this one can still be read. */
  format: z.literal(1),
  plan: header,
  cut: z.object({ number: z.number(), date: z.string() }),
  /** The calendar of the plan. */
  cuts: z.array(z.object({ number: z.number(), date: z.string() })),
  /** In the form's order. */
  activities: z.array(activity),
  /** The last word on each activity: of this cut, and of the earlier ones as they were shown in it. */
  reports: z.array(report),
  /** The figure of the cut before it as it was shown, in whole tenths; null when there was none. */
  previous: z.object({ number: z.number(), date: z.string(), overall: z.number() }).nullable(),
  evidence: z.array(evidence),
});

/**
 * A cut with everything that its figures and files are made of, as plain data without a single internal id: what is
 * presented, approved and kept (specification: Approval).
 */
export type CutDocument = z.infer<typeof document>;
export type DocumentActivity = CutDocument['activities'][number];
export type DocumentReport = CutDocument['reports'][number];

/** The document as the text that is kept, and the SHA-256 of it, hex. */
export function sealed(of: CutDocument): { readonly document: string; readonly fingerprint: string } {
  const text = canonicalJson(of);
  return { document: text, fingerprint: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** What was presented. @throws when the text is not what its fingerprint says, or none of ours. */
export function documentOf(of: Pick<Presentation, 'id' | 'document' | 'fingerprint'>): CutDocument {
  const fingerprint = createHash('sha256').update(of.document, 'utf8').digest('hex');
  if (fingerprint !== of.fingerprint)
    throw new Error(`presentation ${of.id} is not what its fingerprint says`);
  return document.parse(JSON.parse(of.document));
}
