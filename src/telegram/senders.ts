import { z } from 'zod';
import type { Moment } from '../domain/dates.ts';
import type { Account } from '../domain/events.ts';
import { hasLetter } from '../domain/invisible.ts';
import { cleanOutsideText } from '../domain/outside-text.ts';

export const user = z.object({
  id: z.number().int(),
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
});
export const chat = z.object({ id: z.number().int(), type: z.string() });

export function accountOf(from: z.infer<typeof user>): Account {
  const name = cleanOutsideText([from.first_name, from.last_name].filter(Boolean).join(' '))
    .replace(/\s+/g, ' ')
    .trim();
  return { userId: from.id, name: hasLetter(name) ? name : 'sin nombre' };
}

/**
 * Telegram dates in whole seconds. The moment is the last one of that second, but never later than the
 * receipt, so an assignment or question from earlier in the same second counts as before it.
 */
export function momentOf(seconds: number, receivedAt: Moment): Moment {
  const begin = seconds * 1000;
  return Math.max(begin, Math.min(begin + 999, receivedAt));
}
