import { createHmac } from 'node:crypto';
import { notePseudonym } from '../../db/review.ts';
import type { Turn } from '../turn.ts';

/**
 * Remembers, by a pseudonym and nothing else, through which account somebody acts on a plan: nobody judges their own
 * figures under another name (specification: Roles).
 */
export function rememberAccount({ db, context, person, now }: Turn): void {
  notePseudonym(db, person.id, pseudonymOf(context.secret, person.telegramUserId), now);
}

const pseudonyms = new WeakMap<Uint8Array, Map<number, string>>();

/** A keyed hash. Worked out once an account: it takes longer than noting it. */
function pseudonymOf(secret: Uint8Array, telegramUserId: number): string {
  const known = pseudonyms.get(secret) ?? new Map<number, string>();
  pseudonyms.set(secret, known);
  const pseudonym =
    known.get(telegramUserId) ??
    createHmac('sha256', secret).update(`account:${telegramUserId}`).digest('hex');
  known.set(telegramUserId, pseudonym);
  return pseudonym;
}
