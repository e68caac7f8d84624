import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether a header carries the secret. The time it takes does not show where the two differ: it compares
 * hashes of equal length, so not even the secret's length shows.
 */
export function isSecret(given: string | readonly string[] | undefined, secret: string): boolean {
  const hashed = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hashed(typeof given === 'string' ? given : ''), hashed(secret));
}
