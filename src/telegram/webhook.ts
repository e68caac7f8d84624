import { z } from 'zod';
import type { Outcome } from './client.ts';
import { BadTokenError, describe, type Intake, isBadToken, note, retryDelay, wait } from './intake.ts';
import { allowedUpdates } from './updates.ts';

/** How often we ask Telegram whether it reaches us: as often as a long poll ends. */
const watchMs = 25_000;
/** We ask more often while something waits at Telegram: it may be a backlog. */
const backlogMs = 1_000;
/** The coordinators are notified after somebody else has changed the webhook for this long. */
const rivalAfterMs = 5 * 60_000;
const rivalGoneAfterMs = 3 * 60_000;

export type Webhook = { readonly url: string; readonly secret: string };

const webhookInfo = z.object({
  url: z.string(),
  pending_update_count: z.number(),
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
});
type WebhookInfo = z.infer<typeof webhookInfo>;

/** Telegram does not take the address and never will; `description` is Telegram's. */
export class WebhookRefusedError extends Error {
  readonly description: string;

  constructor(description: string) {
    super(`Telegram does not take WEBHOOK_URL: ${description}`);
    this.description = description;
  }
}

/**
 * Gives Telegram our address. Then watches, until aborted, whether the address is still ours and whether
 * Telegram reaches it; each time it does is a sign of life, like an answered poll. Gives the address again
 * when somebody took it away.
 * @throws {BadTokenError}
 * @throws {WebhookRefusedError}
 */
export async function keepWebhook(intake: Intake, hook: Webhook, signal: AbortSignal): Promise<void> {
  const { clock, log } = intake;
  await setWebhook(intake, hook, signal);
  let given: string | null = null;
  let lastError: number | undefined;
  let reached = true;
  let rivalSince: number | null = null;
  let lastTaken = 0;
  for (let failures = 0; !signal.aborted; ) {
    intake.beat();
    const outcome = await askInfo(intake, signal);
    if (signal.aborted) return;
    if (!outcome.ok) {
      if (isBadToken(outcome)) throw new BadTokenError();
      log.warn({ method: 'getWebhookInfo', ...describe(outcome) }, 'cannot reach Telegram');
      await wait(intake, retryDelay(outcome, ++failures), signal);
      continue;
    }
    failures = 0;
    const info = outcome.result;
    // Telegram may spell the address in another way than we do; its first answer is our address.
    given ??= info.url;
    if (info.url === '' || info.url !== given) {
      lastTaken = clock.monotonic();
      rivalSince ??= lastTaken;
      log.warn({ method: 'getWebhookInfo' }, 'somebody took the webhook away; it is given again');
      if (lastTaken - rivalSince >= rivalAfterMs) note(log, () => intake.rival(clock.now()));
      await setWebhook(intake, hook, signal);
      given = null;
      await wait(intake, backlogMs, signal);
      continue;
    }
    if (rivalSince !== null && clock.monotonic() - lastTaken > rivalGoneAfterMs) rivalSince = null;
    if (info.pending_update_count === 0) reached = true;
    else if (info.last_error_date !== lastError && lastError !== undefined) {
      reached = false;
      log.warn({ description: info.last_error_message }, 'Telegram cannot reach the webhook');
    }
    lastError = info.last_error_date ?? 0;
    if (reached) note(log, () => intake.polled(clock.now(), info.pending_update_count === 0));
    await wait(intake, reached && info.pending_update_count > 0 ? backlogMs : watchMs, signal);
  }
}

async function setWebhook(intake: Intake, hook: Webhook, signal: AbortSignal): Promise<void> {
  const parameters = {
    url: hook.url,
    secret_token: hook.secret,
    allowed_updates: allowedUpdates,
    drop_pending_updates: false,
  };
  for (let attempt = 1; !signal.aborted; attempt++) {
    intake.beat();
    const outcome = await intake.api.call('setWebhook', parameters, { timeoutMs: 15_000, signal });
    if (outcome.ok || signal.aborted) return;
    if (isBadToken(outcome)) throw new BadTokenError();
    if (outcome.kind === 'refused' && outcome.code === 400) {
      throw new WebhookRefusedError(outcome.description);
    }
    intake.log.warn({ method: 'setWebhook', ...describe(outcome) }, 'cannot reach Telegram');
    await wait(intake, retryDelay(outcome, attempt), signal);
  }
}

async function askInfo(intake: Intake, signal: AbortSignal): Promise<Outcome<WebhookInfo>> {
  const outcome = await intake.api.call('getWebhookInfo', {}, { timeoutMs: 15_000, signal });
  if (!outcome.ok) return outcome;
  const read = webhookInfo.safeParse(outcome.result);
  return read.success
    ? { ok: true, result: read.data }
    : { ok: false, kind: 'unreachable', reason: 'not a WebhookInfo' };
}
