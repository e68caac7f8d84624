import { z } from 'zod';
import type { TrafficLight } from '../domain/progress.ts';
import { coverages } from '../summary/review/document.ts';

const date = z.string();
/** Whole tenths of a percent. */
const tenths = z.number().int();

const header = z.object({
  code: z.string(),
  fiscalYear: z.number(),
  system: z.string(),
  title: z.string(),
  version: z.string(),
  versionDate: date.nullable(),
  entity: z.string(),
  drawnUpOn: date.nullable(),
  scope: z.string(),
  objectives: z.string(),
  /** The positions that sign, without the people. */
  drawnUpBy: z.array(z.string()),
  approvedBy: z.array(z.string()),
});

const report = z.object({
  cut: z.number(),
  progress: tenths,
  /** How many of the activity's measure; absent: reported as a percentage. */
  amount: z.number().exactOptional(),
  observation: z.string(),
  coverage: z.enum(coverages),
  /** Whether the last word is Planeación's. */
  planning: z.enum(['planning', 'correction']).nullable(),
});

const lights = ['green', 'yellow', 'red', 'grey'] as const satisfies readonly TrafficLight[];

const figure = z.union([
  z.object({ cut: z.number(), tenths }),
  z.object({ cut: z.number(), amount: z.number() }),
]);

/** What is expected of an activity; absent: its dates decide, and it has no measure. */
const programming = z.object({
  basis: z.enum(['keeps', 'programmed', 'dates', 'form', 'nothing']),
  measure: z.string().nullable(),
  yearAmount: z.number().nullable(),
  figures: z.array(figure),
});

const activity = z.object({
  number: z.string(),
  name: z.string(),
  target: z.string(),
  responsible: z.string(),
  indicator: z.string(),
  phase: z.string(),
  startsOn: date,
  endsOn: date,
  participationLevel: z.string(),
  channels: z.string(),
  stakeholderGroup: z.string(),
  means: z.string(),
  resources: z.string(),
  weight: z.number().nullable(),
  programming: programming.exactOptional(),
  standing: z.enum(['counted', 'notBegun', 'retired', 'notScheduled', 'startsLater']),
  /** Null: it does not count in this cut. */
  expected: tenths.nullable(),
  light: z.enum(lights).nullable(),
  reports: z.array(report),
});

const standing = z.discriminatedUnion('kind', [
  /** `fingerprint`: of the sealed document that was approved. */
  z.object({ kind: z.literal('approved'), on: date, fingerprint: z.string() }),
  /** Of a plan without approval. */
  z.object({ kind: z.literal('closed'), on: date }),
]);

const publicCut = z.object({
  /** A later format gets the next number, and this one stays readable. */
  format: z.literal(1),
  plan: header,
  cut: z.object({ number: z.number(), date }),
  /** The version of the plan that held for it; absent: the first. */
  planVersion: z.object({ number: z.number(), fromDate: date }).optional(),
  /** The cuts whose reports are in it: this one, and the published ones before it. */
  cuts: z.array(z.object({ number: z.number(), date })),
  standing,
  /** The figures of the sealed document; null when no activity counts. */
  overall: tenths.nullable(),
  expected: tenths.nullable(),
  lights: z.object({ green: z.number(), yellow: z.number(), red: z.number(), grey: z.number() }),
  previous: z.object({ number: z.number(), date, overall: tenths }).nullable(),
  /** In the form's order, without those that had left the form. */
  activities: z.array(activity),
});

/**
 * A cut as everybody may read it (specification: Publication): positions and no people, no evidence, no address. It is kept
 * as canonical JSON, and every file of its page is made of it alone.
 */
export type PublicCut = z.infer<typeof publicCut>;
export type PublicActivity = PublicCut['activities'][number];
export type PublicReport = PublicActivity['reports'][number];

/** @throws when the text is not a public cut of ours */
export function readPublicCut(text: string): PublicCut {
  return publicCut.parse(JSON.parse(text));
}

/** The report of an activity in the cut of the page. */
export function ownReport(of: PublicCut, activity: PublicActivity): PublicReport | undefined {
  return activity.reports.find((each) => each.cut === of.cut.number);
}
