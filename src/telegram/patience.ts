import type { Moment } from '../domain/dates.ts';
import type { Call } from './delivery.ts';

const callMs = 20_000;
const uploadMs = 120_000;

/**
 * Milliseconds after which a call is given up. Telegram takes an answer to a tap only within seconds, so a
 * call for one is given up after at most 10 s from its fetching.
 */
export function patience({ row, method }: Call, now: Moment): number {
  if (method === 'sendPhoto' || method === 'sendDocument') return uploadMs;
  if (row.kind !== 'tap' || row.expiresAt === null) return callMs;
  return Math.max(1, Math.min(callMs, row.expiresAt - now));
}
