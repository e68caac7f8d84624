import { z } from 'zod';

/** Where a reopening stands, and what was chosen so far. */
export const reopenStep = z.object({
  at: z.enum(['activities', 'until', 'reason', 'confirm']),
  cutId: z.number(),
  page: z.number(),
  chosen: z.array(z.number()),
  lastDay: z.string(),
  reason: z.string(),
});
export type ReopenStep = z.infer<typeof reopenStep>;
