import { createHmac } from 'node:crypto';
import { noteAccount } from '../../db/review.ts';
import type { Turn } from '../turn.ts';

/**
 * Remembers, as a keyed hash and nothing else, through which account somebody acts on a plan: nobody judges their own
 * figures under another name (specification: Roles).
 */
export function rememberAccount({ db, context, person, now }: Turn): void {
  noteAccount(db, person.id, accountHash(context.secret, person.telegramUserId), now);
}

const hashes = new WeakMap<Uint8Array, Map<number, string>>();

/** Worked out once an account: it takes longer than noting it. */
function accountHash(secret: Uint8Array, telegramUserId: number): string {
  const known = hashes.get(secret) ?? new Map<number, string>();
  hashes.set(secret, known);
  const hash =
    known.get(telegramUserId) ??
    createHmac('sha256', secret).update(`account:${telegramUserId}`).digest('hex');
  known.set(telegramUserId, hash);
  return hash;
}
