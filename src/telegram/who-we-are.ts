import { z } from 'zod';
import { backoff, withJitter } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Api } from './client.ts';
import { BadTokenError, isBadToken, retryDelay } from './intake.ts';

const me = z.object({ id: z.number().int(), username: z.string() });
export type Me = z.infer<typeof me>;

/**
 * Asks Telegram who the bot is, and tries until it gets an answer: without network, the start waits.
 * @returns null when aborted.
 * @throws {BadTokenError}
 */
export async function askWhoWeAre(api: Api, clock: Clock, log: Log, signal: AbortSignal): Promise<Me | null> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    const outcome = await api.call('getMe', {}, { timeoutMs: 15_000, signal });
    if (outcome.ok) {
      const known = me.safeParse(outcome.result);
      if (known.success) return known.data;
    } else if (isBadToken(outcome)) {
      throw new BadTokenError();
    }
    if (signal.aborted) return null;
    const why = outcome.ok ? 'not a bot' : outcome.kind === 'refused' ? outcome.code : outcome.reason;
    log.warn({ method: 'getMe', attempt, why }, 'cannot reach Telegram');
    const pause = outcome.ok ? withJitter(backoff(attempt)) : retryDelay(outcome, attempt);
    await clock.sleep(pause, signal).catch(() => undefined);
  }
  return null;
}
