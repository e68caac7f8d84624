import { z } from 'zod';
import { addDays, type LocalDate } from '../../domain/dates.ts';

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

export function nothingYet(cutId: number): ReopenStep {
  return { at: 'activities', cutId, page: 1, chosen: [], lastDay: '', reason: '' };
}

/** The first thing that is not known yet. */
export function nextStep({ chosen, lastDay, reason }: ReopenStep): ReopenStep['at'] {
  if (chosen.length === 0) return 'activities';
  if (lastDay === '') return 'until';
  return reason === '' ? 'reason' : 'confirm';
}

export function isReopeningDay(day: LocalDate, today: LocalDate): boolean {
  return day >= today && day <= addDays(today, 366);
}
