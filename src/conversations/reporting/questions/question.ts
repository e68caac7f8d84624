import { z } from 'zod';
import type { Html } from '../../../domain/events.ts';
import { type Saved, saved } from './saved.ts';

const tenths = z.number().int().min(0).max(1000);
/** How many of the measure a figure says; left out or null: said as a percentage. */
const amount = z.number().nonnegative().nullable().optional();

const common = {
  /** A correction changes nothing until both halves are given; a first report keeps each half as a draft. */
  correcting: z.boolean(),
  saved: saved.nullable(),
  /**
   * What it asks for units of, as it was shown; null or left out: it asks for a percentage. A number means nothing to a
   * question that asked for another thing.
   */
  measured: z.object({ measure: z.string(), yearAmount: z.number() }).nullable().optional(),
};

const progress = z.object({
  kind: z.literal('progress'),
  ...common,
  /** The observation a correction already holds. */
  held: z.string().nullable(),
});
const observation = z.object({
  kind: z.literal('observation'),
  ...common,
  progress: tenths,
  amount,
  /** They typed only a percentage here: *¿Cambiamos a 75 %?* */
  proposal: tenths.nullable(),
  proposalAmount: amount,
  /** The typed text, when the bot asks about it: with another percentage, or whether another activity is meant. */
  words: z.string().optional(),
  /** The number of the activity that `words` may be about. */
  otherActivity: z.string().optional(),
  /** What they typed does not say what was done: asked again, and the second time kept if they say so. */
  unclear: z.object({ text: z.string(), insisted: z.boolean() }).optional(),
});
const shorten = z.object({
  kind: z.literal('shorten'),
  ...common,
  progress: tenths.nullable(),
  amount,
  text: z.string(),
  /** Length of the last message of it, in UTF-16 units: phones cut a longer text. */
  lastPiece: z.number().optional(),
});
const lower = z.object({
  kind: z.literal('lower'),
  ...common,
  progress: tenths,
  amount,
  observation: z.string().nullable(),
});
const doubtful = z.object({
  kind: z.literal('doubtful'),
  ...common,
  progress: tenths,
  amount,
  observation: z.string().nullable(),
  /** Another figure that the text names. */
  other: tenths.optional(),
  otherAmount: amount,
  /** The text names what is missing, not what is done. */
  missing: z.boolean().optional(),
  /** The number of the activity that the text may be about. */
  otherActivity: z.string().optional(),
  /** It corrects what is stored: *¿Cambio la n.º 5 de 70 % a 60 %?* */
  from: tenths.optional(),
});
/** Someone else reported after the question was shown: *¿Lo deja así o lo cambia?* */
const overwrite = z.object({
  kind: z.literal('overwrite'),
  ...common,
  progress: tenths.nullable(),
  amount,
  observation: z.string().nullable(),
  confirmed: z.boolean(),
});
const direct = z.discriminatedUnion('kind', [progress, observation, shorten, lower, doubtful, overwrite]);
/**
 * A text (or several) typed after 12 hours of silence, or in reply to another activity's question. It is kept, and
 * answers this question only when the person says so.
 */
const misplaced = z.object({
  kind: z.literal('misplaced'),
  ...common,
  /** The number of the activity whose question it replied to; null: after a silence. */
  repliedTo: z.string().nullable(),
  sent: z.string(),
  sentAt: z.number(),
  asked: direct,
});

const reportQuestion = z.discriminatedUnion('kind', [
  progress,
  observation,
  shorten,
  lower,
  doubtful,
  overwrite,
  misplaced,
]);

export type DirectQuestion = z.infer<typeof direct>;
export type ReportQuestion = z.infer<typeof reportQuestion>;

/**
 * The plain data of a question about one activity at one cut, as the database holds it. @throws on data of another
 * shape.
 */
export function readReportQuestion(payload: unknown): ReportQuestion {
  return reportQuestion.parse(payload);
}

/** What stands above the next question: what was just saved (with its *Corregir*), or a sentence. */
export type Above = { readonly saved: Saved | null; readonly before: Html };
