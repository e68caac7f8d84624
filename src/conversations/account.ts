import { createHmac } from 'node:crypto';
import { noteAccount } from '../db/review.ts';
import type { Turn } from './turn.ts';

/**
 * Remembers, as a keyed hash and nothing else, through which account somebody acts on a plan: nobody judges their own
 * figures under another name (product.md, *Who may do what*).
 */
export function rememberAccount({ db, house, person, now }: Turn): void {
  const hash = createHmac('sha256', house.secret).update(`account:${person.telegramUserId}`).digest('hex');
  noteAccount(db, person.id, hash, now);
}
