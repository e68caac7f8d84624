import type { Settings } from '../../config.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Api, Outcome } from '../../telegram/client.ts';
import { findings } from '../../texts/cli/doctor.ts';
import { clockTime } from '../../texts/words/days.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

const PATIENCE = 10_000;
/** More than the way there and back; less than would move a reminder to another minute. */
const APART = 60_000;

type WebhookInfo = {
  readonly url?: unknown;
  readonly pending_update_count?: unknown;
  readonly last_error_message?: unknown;
};

/** Asks Telegram whether it knows the token, whether it reaches us, and what time it is. */
export async function ofTelegram(settings: Settings, now: Moment): Promise<readonly Finding[]> {
  if (settings.botToken === null) return [];
  // The client takes 50 ms to load, so it is loaded only when there is something to ask.
  const { createApi } = await import('../../telegram/client.ts');
  const api = createApi(settings.botToken, settings.apiRoot);
  const me = await api.call<{ username?: unknown }>('getMe', {}, { timeoutMs: PATIENCE });
  const token = tokenFinding(me);
  if (!me.ok) return [token];
  return [token, ...(await ofWebhook(api, settings)), await ofClock(settings.apiRoot, now)];
}

function tokenFinding(me: Outcome<{ username?: unknown }>): Finding {
  if (me.ok) return ok('token', findings.token(String(me.result.username)));
  if (me.kind === 'unreachable') return warning('token', findings.telegramAway(me.reason));
  return me.code === 401 || me.code === 404
    ? wrong('token', findings.tokenRefused)
    : warning('token', findings.telegramAway(String(me.code)));
}

async function ofWebhook(api: Api, settings: Settings): Promise<readonly Finding[]> {
  const info = await api.call<WebhookInfo>('getWebhookInfo', {}, { timeoutMs: PATIENCE });
  if (!info.ok) return [];
  const { url, pending_update_count: pending, last_error_message: error } = info.result;
  const isSet = typeof url === 'string' && url !== '';
  if (settings.webhook === null) return isSet ? [warning('webhook', findings.webhookOfOthers)] : [];
  if (!isSet) return [warning('webhook', findings.webhookNotSet)];
  if (Number(pending) > 0 && typeof error === 'string') {
    return [wrong('webhook', findings.webhookFails(Number(pending), error))];
  }
  return [ok('webhook', findings.webhook)];
}

/** Compares our clock with the date of Telegram's answer (RFC 9110, Date), which is in whole seconds. */
async function ofClock(apiRoot: string, now: Moment): Promise<Finding> {
  const date = await fetch(apiRoot, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  })
    .then((response) => Date.parse(response.headers.get('date') ?? ''))
    .catch(() => Number.NaN);
  if (Number.isNaN(date)) return ok('clock', findings.clockUnknown(clockTime(now)));
  const ahead = now - date;
  if (Math.abs(ahead) < APART) return ok('clock', findings.clock(clockTime(now)));
  return wrong('clock', findings.clockApart(clockTime(now), clockTime(date)));
}
