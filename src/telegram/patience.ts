import type { Moment } from '../domain/dates.ts';
import type { Call } from './delivery.ts';

const callMs = 20_000;
const uploadMs = 120_000;

/**
 * Milliseconds after which a call is given up. An answer to a tap goes within 10 s of fetching or not at all, so nobody
 * waits longer for it.
 */
export function patience({ row, method }: Call, now: Moment): number {
  if (method === 'sendPhoto' || method === 'sendDocument') return uploadMs;
  if (row.kind !== 'tap' || row.expiresAt === null) return callMs;
  return Math.max(1, Math.min(callMs, row.expiresAt - now));
}
